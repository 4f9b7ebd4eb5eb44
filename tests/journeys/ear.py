"""Somebody who asks what a screen reader asks: what is here, what it is called, what is around."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from tests.access.tree import elements
from tests.journeys.person import MANY_TABS, NONE, Key, Person

Role = QAccessible.Role
Asked = QAccessible.Text


class Told(NamedTuple):
    """What a reader tells of one thing."""

    role: str
    name: str
    about: str = ""

    def __str__(self) -> str:
        return " · ".join(part.replace("\n", " / ") for part in self if part)


class Ear:
    """Finds its way by names alone."""

    def __init__(self, person: Person) -> None:
        self._person = person

    def here(self) -> Told:
        """What has the keyboard: in a list, a table or a menu the line of it."""
        found = QAccessible.queryAccessibleInterface(self._person.focus())
        if found.role() == Role.PopupMenu:
            # Qt tells of each line of a menu as one goes there, and names none as the focus.
            lines = (found.child(place) for place in range(found.childCount()))
            return _told(next((each for each in lines if each.state().focused), found))
        return _told(found.focusChild() or found)

    def go(self, name: str, key: Qt.Key = Key.Key_Tab, held: Qt.KeyboardModifier = NONE) -> Told:
        """Press a key until a thing so called has the keyboard; it may have it already."""
        passed = []
        for _ in range(MANY_TABS):
            told = self.here()
            if told.name.startswith(name):
                return told
            passed.append(told.name)
            self._person.press(key, held)
        raise AssertionError(f"Nothing is called {name!r} on the way: {passed}")

    def inside(self, widget: QWidget, *roles: QAccessible.Role) -> Iterator[Told]:
        """All things of these roles inside of `widget`, in the order of reading."""
        return (_told(each) for each in elements(widget) if each.role() in roles)


def _told(found: QAccessibleInterface) -> Told:
    if found.role() == Role.ComboBox:
        labels = [
            other.text(Asked.Name)
            for other, kind in found.relations()
            if kind & QAccessible.RelationFlag.Label
        ]
        return Told(found.role().name, "".join(labels[:1]), found.text(Asked.Value))
    return Told(found.role().name, found.text(Asked.Name), found.text(Asked.Description))
