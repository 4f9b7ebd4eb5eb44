"""Ctrl+Z in a box that has nothing to undo takes back the last step, as anywhere else."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from gweithdy.domain.agenda import Block
from gweithdy.domain.session import Session
from gweithdy.edits import agenda
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.tab_order import first_in

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(program: "Program") -> AgendaPage:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, "agenda")
    page = program.window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    return page


def kinds(page: AgendaPage) -> list[QLineEdit | QPlainTextEdit | QSpinBox]:
    details = page.details
    return [
        details.title.boxes[page.words.language],
        details.notes.boxes[page.words.language],
        details.lead,
        details.minutes,
    ]


@pytest.mark.parametrize("which", range(4), ids=["line", "lines", "plain line", "number"])
def test_it_takes_back_the_step_before(page: AgendaPage, which: int, qtbot: QtBot) -> None:
    assert page.workshop
    before = page.workshop.of(Block)[0]
    page.desk.do(agenda.change(page.workshop, before.id, minutes=before.minutes + 5))
    box = kinds(page)[which]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert page.workshop.of(Block)[0].minutes == before.minutes
    assert QApplication.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Y, CTRL)
    assert page.workshop.of(Block)[0].minutes == before.minutes + 5


@pytest.mark.parametrize("which", range(4), ids=["line", "lines", "plain line", "number"])
def test_a_chord_that_does_nothing_types_nothing(page: AgendaPage, which: int) -> None:
    box = kinds(page)[which]
    words = box.toPlainText if isinstance(box, QPlainTextEdit) else box.text
    box.setFocus()
    before = words()
    alt = Qt.KeyboardModifier.AltModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(box, QKeyEvent(kind, Qt.Key.Key_7, alt, "7"))
    assert words() == before


def test_what_was_just_typed_goes_first(page: AgendaPage, qtbot: QtBot) -> None:
    assert page.workshop
    block = page.workshop.of(Block)[0]
    page.desk.do(agenda.change(page.workshop, block.id, minutes=block.minutes + 5))
    box = page.details.title.boxes[page.words.language]
    assert isinstance(box, QLineEdit)
    shown = box.text()
    box.setFocus()
    box.end(False)
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.text() == shown
    assert page.workshop.of(Block)[0].minutes == block.minutes + 5
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert page.workshop.of(Block)[0].minutes == block.minutes
    assert page.workshop.of(Block)[0].title == block.title


@pytest.mark.parametrize("which", range(4), ids=["line", "lines", "plain line", "number"])
@pytest.mark.parametrize("again", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_a_box_does_its_own_words_again(
    page: AgendaPage, which: int, again: str, qtbot: QtBot
) -> None:
    box = kinds(page)[which]
    words = box.toPlainText if isinstance(box, QPlainTextEdit) else box.text
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "7")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert words() != "7"
    if again == "Ctrl+Y":
        qtbot.keyClick(box, Qt.Key.Key_Y, CTRL)
    else:
        qtbot.keyClick(box, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert words() == "7"


@pytest.mark.parametrize("key", ["people", "stakeholders", "actions"])
def test_an_empty_line_takes_back_what_it_has_just_added(
    program: "Program", key: str, qtbot: QtBot
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, key)
    page = program.window.pages[key]
    before = len(program.desk.history.to_undo)
    line = page.first() or first_in(page)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Eleri")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(program.desk.history.to_undo) == before + 1
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert len(program.desk.history.to_undo) == before
    assert line.text() == ""
