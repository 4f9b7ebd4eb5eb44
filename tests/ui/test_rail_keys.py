"""The rail by keys: arrows look, Enter goes, and Tab comes to where one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program
from gweithdy.ui.rail import RailButton

Key = Qt.Key


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> Program:
    """The program on the Run page, its window active so that keys reach it."""
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    program.window.show_page("run")
    return program


def key_of(program: Program) -> str:
    """The entry of the rail that has the focus."""
    focused = QApplication.focusWidget()
    return next(key for key, made in program.window.rail.buttons.items() if made is focused)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def into_the_rail() -> None:
    for _ in range(100):
        if isinstance(QApplication.focusWidget(), RailButton):
            return
        press(Key.Key_Tab)
    raise AssertionError("Tab does not come to the rail")


def test_tab_comes_to_the_page_that_is_shown(opened: Program) -> None:
    for page in ("run", "actions", "library"):
        opened.window.show_page(page)
        into_the_rail()
        assert key_of(opened) == page


def test_arrows_open_nothing(opened: Program) -> None:
    into_the_rail()
    walked = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Down, Key.Key_Home):
        press(key)
        walked.append(key_of(opened))
    assert walked == ["board", "stakeholders", "board", "settings", "settings", "agenda"]
    press(Key.Key_Left, Key.Key_Right)
    assert (opened.window.key, key_of(opened)) == ("run", "agenda")
    assert opened.window.rail.buttons["run"].isChecked()


def test_arrows_pass_over_pages_that_need_a_session(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    into_the_rail()
    assert key_of(program) == "library"
    press(Key.Key_Up)
    assert key_of(program) == "library"


def test_tab_leaves_the_rail_from_any_entry_and_comes_back_to_the_page(opened: Program) -> None:
    into_the_rail()
    press(Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), RailButton)
    press(Key.Key_Backtab)
    assert key_of(opened) == "run"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_open(opened: Program, key: Qt.Key) -> None:
    into_the_rail()
    press(Key.Key_Down, Key.Key_Down, key)
    assert opened.window.key == "stakeholders"
    page = opened.window.pages["stakeholders"]
    assert page.isAncestorOf(QApplication.focusWidget())


def test_enter_on_the_page_that_is_shown_goes_into_it(opened: Program) -> None:
    into_the_rail()
    press(Key.Key_Return)
    assert opened.window.pages["run"].isAncestorOf(QApplication.focusWidget())


def test_a_screen_reader_opens_a_page(opened: Program) -> None:
    said = QAccessible.queryAccessibleInterface(opened.window.rail.buttons["people"])
    assert said is not None
    assert said.role() is QAccessible.Role.RadioButton
    assert said.text(QAccessible.Text.Name) == "People"
    assert said.text(QAccessible.Text.Accelerator) == "Ctrl+2"
    assert not said.state().checked
    doing = said.actionInterface()
    doing.doAction(next(name for name in doing.actionNames() if name != "SetFocus"))
    assert opened.window.key == "people"
    assert said.state().checked
