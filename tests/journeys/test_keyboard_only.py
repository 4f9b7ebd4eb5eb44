"""The keyboard alone reaches every page and every control, and each control has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.journeys.person import CTRL, MANY_TABS, SHIFT, Key, Person

from gweithdy.domain.session import Session, Status
from gweithdy.ui.page import Page
from gweithdy.ui.pages import PAGES

REACHED_OTHERWISE = ("qt_", "_q_")
"""How Qt names what belongs to its own widgets."""


@pytest.fixture
def person(at_held: Person) -> Person:
    return at_held


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says."""
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name)) if found else ""


def round_trip(person: Person, held: Qt.KeyboardModifier) -> list[QWidget]:
    """What has the focus, in turn, until it comes to the first again."""
    seen = [person.focus()]
    for _ in range(MANY_TABS):
        person.press(Key.Key_Backtab if held else Key.Key_Tab, held)
        if person.focus() is seen[0]:
            return seen
        assert person.focus() not in seen, f"Tab turns round in {person.focus()!r}"
        seen.append(person.focus())
    raise AssertionError("Tab does not come back")


def stops(window: QWidget) -> set[QWidget]:
    """Every control that is on screen and wants to be reached by Tab."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and (each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and each.focusProxy() is None
        and not each.objectName().startswith(REACHED_OTHERWISE)
    }


def test_ctrl_and_a_number_reach_every_page_from_every_page(person: Person) -> None:
    for here in PAGES:
        person.window.show_page(here)
        for there in PAGES:
            person.go(there, Page)
            person.go(here, Page)


def test_the_next_key_already_goes_to_the_new_page(person: Person) -> None:
    person.window.open_session(max(person.desk.catalogue.of(Session), key=lambda s: str(s.date)).id)
    QTest.mouseClick(person.window.rail.buttons["settings"], Qt.MouseButton.LeftButton)
    person.press(Key.Key_3, CTRL)
    person.press(Key.Key_Space)
    assert person.desk.workshop
    assert person.desk.workshop.session.status is Status.RUNNING


@pytest.mark.parametrize("key", list(PAGES))
@pytest.mark.parametrize("capturing", [False, True])
def test_tab_goes_round_and_names_everything(person: Person, key: str, *, capturing: bool) -> None:
    person.go(key, Page)
    if capturing:
        person.press(Key.Key_K, CTRL)
    else:
        person.press(Key.Key_Tab)
    there = round_trip(person, Qt.KeyboardModifier.NoModifier)
    assert {widget for widget in there if not spoken(widget)} == set()
    page = person.window.pages[key]
    missed = {w for w in stops(person.window) if page.isAncestorOf(w)} - set(there)
    # Of buttons that exclude each other Tab reaches the pressed one; arrows reach the others.
    missed = {w for w in missed if not _is_beside_a_pressed_one(w)}
    assert missed == set()
    # Out of the page and round the window: of the parts of the day, too, Tab reaches one.
    assert set(person.window.rail.buttons.values()) & set(there)
    back = round_trip(person, SHIFT)
    assert set(back) == set(there)
    assert back[1:] == there[:0:-1]


def _is_beside_a_pressed_one(widget: QWidget) -> bool:
    group = getattr(widget, "group", lambda: None)()
    return group is not None and group.exclusive() and group.checkedButton() is not widget
