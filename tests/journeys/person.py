"""Somebody at the keyboard: keys go to whatever has the focus, as they do in real life."""

from datetime import UTC, datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gweithdy.domain.worklist import Line, Worklist
from gweithdy.ui.app import Program
from gweithdy.ui.page import Page
from gweithdy.ui.pages import DAY, HOUSE

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

MANY_TABS = 120
"""More presses of Tab than any page has controls."""

P = TypeVar("P", bound=Page)


class FakeClock:
    """The time of day, which goes on only when the story says so."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.at += timedelta(minutes=minutes)


class Person:
    """Presses keys in the window of a program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self.desk = program.desk
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def lines(self) -> dict[str, Line]:
        """Every text of the session that is open, as the worklist has them."""
        assert self.desk.workshop
        return Worklist(self.desk.workshop).lines

    def focus(self) -> QWidget:
        """What the next key goes to: a menu that is open, or what has the focus."""
        popup = QApplication.activePopupWidget()
        # The list of a box has the focus itself.
        menu = popup if isinstance(popup, QMenu) else None
        return menu or QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key so many times."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, held)
            # Nobody is so fast that the next key comes before this one has been dealt with.
            QApplication.processEvents()

    def write(self, words: str) -> None:
        """Type words, letter by letter; ŵ and ŷ as a Welsh keyboard sends them."""
        for letter in words:
            if letter.isascii():
                QTest.keyClick(self.focus(), letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NONE, letter))

    def retype(self, words: str) -> None:
        """Type other words in the place of those in the box."""
        self.press(Key.Key_A, CTRL)
        self.write(words)

    def enter(self, words: str) -> None:
        """Type words and press Enter."""
        self.write(words)
        self.press(Key.Key_Return)

    def go(self, key: str, kind: type[P]) -> P:
        """Go to a page by its number."""
        number = [spec.key for spec in (*DAY, *HOUSE)].index(key) + 1
        # The tenth has a sign instead of a number.
        self.press(Key(Key.Key_0 + number) if number <= 9 else Key.Key_Comma, CTRL)
        assert self.window.key == key
        page = self.window.pages[key]
        assert isinstance(page, kind)
        return page

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until `wanted` has the focus."""
        for _ in range(MANY_TABS):
            if self.focus() is wanted:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {wanted!r}, only to {self.focus()!r}")
