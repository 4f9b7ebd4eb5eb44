"""Tab stays in a table while cells are written in: it goes to the next one that takes words."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.agenda.table import AgendaTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

KIND, TITLE, MINUTES = 1, 2, 3


@pytest.fixture
def table(program: "Program") -> AgendaTable:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, "agenda")
    page = program.window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    return page.table


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    qtbot.keyClick(focused, key)


def test_tab_goes_past_what_cannot_be_written_in(table: AgendaTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.source.index(0, TITLE))
    table.setFocus()
    table.edit(table.currentIndex())
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    at = table.currentIndex()
    assert (at.row(), at.column()) == (1, KIND)
    assert table.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Backtab)
    at = table.currentIndex()
    assert (at.row(), at.column()) == (0, MINUTES)


def test_after_the_last_cell_the_keyboard_stays_in_the_table(
    table: AgendaTable, qtbot: QtBot
) -> None:
    last = len(table.source.rows) - 1
    table.setCurrentIndex(table.source.index(last, MINUTES))
    table.setFocus()
    table.edit(table.currentIndex())
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table
    assert table.currentIndex().row() == last
