"""What a screen reader is told: every accessible event of the program, Qt's own too."""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

Event = QAccessible.Event
ASKED = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
"""QAccessible::installUpdateHandler, which PySide6 leaves out, as compilers on Linux call it."""

CAN_HEAR = sys.platform == "linux"
"""Whether events can be recorded here; elsewhere Qt's libraries name the function otherwise."""


@dataclass(frozen=True)
class Heard:
    """An event, of its object what a reader asks for then, and of an announcement the words.

    `thing` is the object's number in Qt, 0 of one that is gone; `inside` is where in it the focus
    is, for which some systems ask by themselves: the cell of a table.
    """

    kind: QAccessible.Event
    role: QAccessible.Role = QAccessible.Role.NoRole
    name: str = ""
    value: str = ""
    about: str = ""
    state: QAccessible.State = field(default_factory=QAccessible.State)
    thing: int = 0
    words: str = ""
    assertive: bool = False
    inside: "Heard | None" = None


class Recorder:
    """All that was heard, in order."""

    def __init__(self) -> None:
        self.events: list[Heard] = []

    def said(self) -> list[str]:
        """The words that were announced; assertive ones begin with "!". They are then forgotten.

        Also those that are said a turn later, after the focus.
        """
        QCoreApplication.processEvents()
        said = [
            f"! {each.words}" if each.assertive else each.words
            for each in self.events
            if each.kind is Event.Announcement
        ]
        self.events.clear()
        return said

    def focused(self) -> list[str]:
        """The names of what the focus came to."""
        return self.names(Event.Focus)

    def names(self, kind: QAccessible.Event) -> list[str]:
        """The names of the objects of all events of a kind."""
        return [each.name for each in self.events if each.kind is kind]

    def take(self, address: int) -> None:
        """Note the event at `address`, which Qt deletes after this call."""
        event = Shiboken.wrapInstance(address, QAccessibleEvent)
        if not isinstance(event, QAccessibleEvent):
            # What lay there before, and Qt has deleted without a word: part of a layout.
            Shiboken.invalidate(event)
            event = Shiboken.wrapInstance(address, QAccessibleEvent)
        kind, words, assertive = event.type(), "", False
        if kind is Event.Announcement:
            told = Shiboken.wrapInstance(address, QAccessibleAnnouncementEvent)
            words = told.message()
            assertive = told.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        # What is being deleted has no name any more, and may not be asked for it.
        is_gone = kind in (Event.ObjectDestroyed, Event.ObjectHide)
        if is_gone:
            self.events.append(Heard(kind))
            return
        interface = event.accessibleInterface()
        inner = interface.focusChild() if interface and kind is Event.Focus else None
        inside = _heard(kind, inner) if inner and inner != interface else None
        heard = _heard(kind, interface) if interface else Heard(kind)
        self.events.append(replace(heard, words=words, assertive=assertive, inside=inside))


def _heard(kind: QAccessible.Event, interface: QAccessibleInterface) -> Heard:
    name, value, about = (interface.text(each) for each in ASKED)
    if interface.role() == QAccessible.Role.ComboBox:
        # On Linux its name is its value, and readers ask for the label.
        labels = (
            each.text(QAccessible.Text.Name)
            for each, kind in interface.relations()
            if kind & QAccessible.RelationFlag.Label
        )
        name, value = next(labels, name), interface.text(QAccessible.Text.Value)
    number = QAccessible.uniqueId(interface)
    return Heard(kind, interface.role(), name, value, about, interface.state(), number)


@contextmanager
def listening() -> Iterator[Recorder]:
    """A screen reader is there meanwhile, and everything it is told is recorded."""
    recorder = Recorder()
    install = _installer()
    handler = HANDLER(recorder.take)
    QAccessible.setActive(True)
    install(handler)
    try:
        yield recorder
    finally:
        install(HANDLER())
        QAccessible.setActive(False)


def name_of(widget: QWidget) -> str:
    """The name that a screen reader gets when it asks."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _installer() -> Callable[[object], object]:
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    install = getattr(ctypes.CDLL(str(folder / "libQt6Gui.so.6")), INSTALL)
    install.argtypes, install.restype = [HANDLER], ctypes.c_void_p
    return install
