"""Ctrl+F finds from everywhere: on the page if it can be searched, else in all sessions."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pages import PAGES

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


def press_find(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused
    qtbot.keyClick(focused, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    "key", [key for key in PAGES if key not in ("board", "library", "translation")]
)
def test_where_nothing_is_searched_it_is_all_sessions(
    program: "Program", key: str, qtbot: QtBot
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, key)
    press_find(qtbot)
    page = program.window.pages["library"]
    assert isinstance(page, LibraryPage)
    assert program.window.key == "library"
    assert page.search.hasFocus()


@pytest.mark.parametrize("where", ["board", "capture box", "rail"])
def test_on_the_board_it_is_the_cards_wherever_the_keyboard_is(
    program: "Program", where: str, qtbot: QtBot
) -> None:
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id, "board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    if where == "capture box":
        window.capture.box.setFocus()
    elif where == "rail":
        window.rail.buttons["agenda"].setFocus()
    press_find(qtbot)
    assert window.key == "board"
    assert page.filter.text.hasFocus()
    page.show_view("quotes")
    press_find(qtbot)
    assert window.key == "library"
