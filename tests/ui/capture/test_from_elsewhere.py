"""A chat that is pasted into the capture box is looked at before any of it is kept."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.exchange.incoming.samples import ATTENDANCE, TEAMS_NEW, ZOOM_2021, ZOOM_NOW

from gweithdy.domain.board import Card
from gweithdy.domain.session import Session
from gweithdy.ui.arriving.sheet import ArrivingSheet
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

PRIVATE = "14:05:40\t From  Sam Rivera  to  Noa Álvarez(Privately) : Please do not read this"
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("keys", [NONE, CTRL])
@pytest.mark.parametrize("text", [ZOOM_NOW, ZOOM_2021, TEAMS_NEW, ATTENDANCE, PRIVATE])
def test_enter_asks_for_a_look(
    qtbot: QtBot, context: Context, bar: CaptureBar, text: str, keys: Qt.KeyboardModifier
) -> None:
    bar.box.setText(text)
    with qtbot.waitSignal(bar.arrival_asked) as asked:
        qtbot.keyClick(bar.box, Qt.Key.Key_Return, keys)
    assert asked.args == [bar.box.text(), bar.where.place().lane]
    assert context.desk.workshop.of(Card) == []
    # What was pasted is there until it is kept.
    assert bar.box.text()
    bar.forget(bar.box.text())
    assert bar.box.text() == ""
    assert context.settings.get("draft") == ""


def test_who_brings_a_chat_in_goes_on_typing(program: "Program", qtbot: QtBot) -> None:
    """The keyboard went to the board, where the next words voted, grouped and moved cards."""
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id, "board")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.pages["board"].setFocus()
    window.capture.focus_box()
    window.capture.box.setText(ZOOM_NOW)
    qtbot.keyClick(window.capture.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheets := window.findChildren(ArrivingSheet)) and _read(sheets[0]))
    [sheet] = window.findChildren(ArrivingSheet)
    with qtbot.waitSignal(sheet.finished):
        sheet.add.click()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.capture.box)
    assert window.capture.box.text() == ""


def _read(sheet: ArrivingSheet) -> bool:
    return sheet.isVisible() and sheet.add.isEnabled()


def test_the_notice_offers_it_first(bar: CaptureBar) -> None:
    bar.box.setText(ZOOM_NOW)
    assert bar.pasted.look.isVisible()
    assert not bar.pasted.lines.isVisible()
    assert bar.pasted.look.text() == "Look at it first (Enter)"
    bar.focus_box()
    assert not any(piece.startswith("Enter") for piece in bar.under.pieces)
    bar.box.setText("A list\nof ideas")
    assert bar.pasted.lines.isVisible()
    assert bar.pasted.whole.isVisible()
    assert bar.pasted.look.text() == "Look at it first"
    assert bar.under.pieces[0] == "Enter: keep"


def test_words_with_times_and_colons_are_kept_as_ever(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    for words in ("10:30 is too late: nobody comes", "From Bangor: no bus", "Costs (see: p. 3)"):
        bar.box.setText(words)
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert len(context.desk.workshop.of(Card)) == 3
