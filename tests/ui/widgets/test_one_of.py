"""Of buttons that exclude each other: one stop, arrows inside, a radio button to a reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program
from gweithdy.ui.pages import PAGES
from gweithdy.ui.widgets.one_of import OneOf

Key = Qt.Key


class Row(QWidget):
    """A line, three buttons of which the second is chosen, and another line."""

    def __init__(self) -> None:
        super().__init__()
        self.one = OneOf(self)
        self.told: list[object] = []
        self.one.chosen.connect(self.told.append)
        self.before, self.after = QLineEdit(), QLineEdit()
        self.buttons = [QPushButton(name) for name in "abc"]
        row = QHBoxLayout(self)
        for each in (self.before, *self.buttons, self.after):
            row.addWidget(each)
        for each in self.buttons:
            self.one.take(each, each.text())
        self.one.show("b")

    def press(self, *keys: Qt.Key) -> QWidget | None:
        """What has the focus after these keys."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self, key)
        return QApplication.focusWidget()


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.before.setFocus()
    return made


def test_tab_comes_to_the_chosen_one_and_leaves_them_all(row: Row) -> None:
    assert row.press(Key.Key_Tab) is row.buttons[1]
    assert row.press(Key.Key_Tab) is row.after
    assert row.press(Key.Key_Backtab) is row.buttons[1]
    assert row.told == []


def test_tab_comes_to_what_the_program_has_chosen_since(row: Row) -> None:
    row.press(Key.Key_Tab, Key.Key_Tab)
    row.one.show("c")
    row.before.setFocus()
    assert row.press(Key.Key_Tab) is row.buttons[2]
    assert row.told == []


def test_an_arrow_chooses_the_next(row: Row) -> None:
    assert row.press(Key.Key_Tab, Key.Key_Right) is row.buttons[2]
    assert (row.one.value, row.told) == ("c", ["c"])


def test_who_chooses_what_is_chosen_already_is_heard_once(row: Row) -> None:
    row.buttons[1].click()
    row.buttons[0].click()
    assert row.told == ["b", "a"]


def test_a_screen_reader_can_choose(row: Row) -> None:
    said = QAccessible.queryAccessibleInterface(row.buttons[2])
    assert said is not None
    assert said.role() is QAccessible.Role.RadioButton
    doing = said.actionInterface()
    doing.doAction(next(name for name in doing.actionNames() if name != "SetFocus"))
    assert (row.one.value, row.told) == ("c", ["c"])
    assert said.state().checked
    row.buttons[2].click()
    assert row.told == ["c", "c"]


def test_every_choice_of_one_in_the_program_is_a_radio_button(program: Program) -> None:
    window = program.window
    window.open_session(program.desk.catalogue.of(Session)[0].id)
    for key in PAGES:
        window.show_page(key)
    groups = [each for each in window.findChildren(QButtonGroup) if each.exclusive()]
    found = [button for group in groups for button in group.buttons()]
    assert len(groups) == 8
    for button in found:
        said = QAccessible.queryAccessibleInterface(button)
        assert said is not None
        assert said.role() is QAccessible.Role.RadioButton, button.text()
