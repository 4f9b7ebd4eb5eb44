"""What a pointer must hit is at least 24 pixels wide and high (WCAG 2.2, 2.5.8)."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.app import Program
from gweithdy.ui.pages import PAGES

LEAST = 24

TARGETS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)


def small(root: QWidget) -> list[str]:
    found = []
    for made in root.findChildren(QWidget):
        inside = isinstance(made.parent(), QAbstractSpinBox)
        if made.isVisible() and isinstance(made, TARGETS) and not inside:
            if min(made.width(), made.height()) < LEAST:
                found.append(f"{type(made).__name__} {made.accessibleName()!r}: {made.size()}")
            if isinstance(made, QToolButton) and made.menu():
                found += small_arrow(made)
    return found


def small_arrow(made: QToolButton) -> list[str]:
    """The part of a button that opens its list, and what that leaves of the button."""
    option = QStyleOptionToolButton()
    made.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ToolButton, QStyle.SubControl.SC_ToolButtonMenu
    arrow = made.style().subControlRect(kind, option, part, made)
    rest = made.width() - arrow.width()
    is_small = min(arrow.width(), arrow.height(), rest) < LEAST
    return [f"{made.accessibleName()!r}: {arrow}, {rest}"] if is_small else []


def test_what_is_pressed_is_large_enough(program: Program, qtbot: QtBot) -> None:
    window = program.window
    sessions = program.desk.catalogue.of(Session)
    window.open_session(min(sessions, key=lambda s: str(s.date)).id)
    found = []
    for key in PAGES:
        window.show_page(key)
        page = window.pages[key]
        if isinstance(page, ActionsPage):
            # A line for a date is shown beside a list of actions of which one is chosen.
            page.action_list.table.selectRow(0)
        qtbot.wait(1)
        found += [f"{key}: {each}" for each in small(window)]
    assert found == []
