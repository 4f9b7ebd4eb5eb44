"""A chat and a form come into the day by keyboard alone, through the window, and go out again."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.exchange.incoming.samples import FILES, ZOOM_NOW
from tests.journeys.person import CTRL, Key, Person

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card
from gweithdy.ui import ask
from gweithdy.ui.arriving.sheet import ArrivingSheet
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.people.page import PeoplePage


def sheet_of(qtbot: QtBot, person: Person) -> ArrivingSheet:
    found: list[ArrivingSheet] = []

    def is_read() -> bool:
        found[:] = [e for e in person.window.findChildren(ArrivingSheet) if e.isVisible()]
        return bool(found) and bool(found[0].counts.text())

    qtbot.waitUntil(is_read)
    assert QTest.qWaitForWindowActive(found[0])
    return found[0]


def press_until_gone(qtbot: QtBot, person: Person, sheet: ArrivingSheet) -> None:
    while person.focus() is not sheet.add:
        person.press(Key.Key_Tab)
    gone: list[int] = []
    sheet.finished.connect(gone.append)
    person.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gone))
    person.window.activateWindow()
    assert QTest.qWaitForWindowActive(person.window)


def said(person: Person) -> list[str]:
    assert person.desk.workshop
    return [card.text.as_said() for card in person.desk.workshop.of(Card)]


def test_a_chat_is_pasted_into_the_box_and_becomes_cards(qtbot: QtBot, person: Person) -> None:
    before = said(person)
    person.go("people", PeoplePage)
    person.press(Key.Key_K, CTRL)
    QGuiApplication.clipboard().setText(ZOOM_NOW)
    person.press(Key.Key_V, CTRL)
    person.press(Key.Key_Return)
    sheet = sheet_of(qtbot, person)
    assert said(person) == before
    person.press(Key.Key_Down)
    person.press(Key.Key_Space)
    press_until_gone(qtbot, person, sheet)
    assert [each for each in said(person) if each not in before] == [
        "What should the pier be used for?",
        "A market on Sundays",
    ]
    # They are in sight, and the box is free for what is said next.
    assert person.window.key == "board"
    page = person.window.pages["board"]
    assert isinstance(page, BoardPage)
    assert person.desk.workshop
    card = person.desk.workshop.of(Arrived)[0].card
    assert page.pane.scene.place(card)
    assert person.window.capture.box.text() == ""
    page.pane.view.make_current(card)
    page.pane.open_details()
    told = page.pane.details.card.came.text()
    assert "As it arrived: 14:04:11 From  …  to  Everyone:\nWhat should the pier" in told
    assert "Álvarez" not in told
    person.desk.undo()
    assert said(person) == before


def test_what_is_not_wanted_after_all_stays_in_the_box(qtbot: QtBot, person: Person) -> None:
    before = said(person)
    person.go("board", BoardPage)
    person.press(Key.Key_K, CTRL)
    QGuiApplication.clipboard().setText(ZOOM_NOW)
    person.press(Key.Key_V, CTRL)
    person.press(Key.Key_Return)
    sheet_of(qtbot, person)
    person.press(Key.Key_Escape)
    assert person.focus() is person.window.capture.box
    assert "A market on Sundays" in person.window.capture.box.text()
    assert said(person) == before


def test_a_form_comes_out_of_a_file_and_survives_a_restart(
    qtbot: QtBot, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(said(person))
    path = tmp_path / "forms.xlsx"
    path.write_bytes(FILES["forms.xlsx"])
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    person.go("board", BoardPage)
    person.press(Key.Key_O, CTRL)
    press_until_gone(qtbot, person, sheet_of(qtbot, person))
    QApplication.processEvents()
    assert person.desk.workshop
    again = person.program.library.workshop(person.desk.workshop.id)
    assert len(again.of(Card)) == before + 5
    assert {each.format for each in again.of(Arrived)} == {"forms"}
    person.press(Key.Key_O, CTRL)
    sheet = sheet_of(qtbot, person)
    assert not sheet.add.isEnabled()
    person.press(Key.Key_Escape)
