"""Saying what happened to a person who does not look at the screen: the one door for it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

REST = 700
"""Milliseconds after which what changes with each key is said: longer than a slow hand needs."""


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Have a screen reader say `words`, which are in the language of the screen.

    It says them after what it is just saying, or at once if `assertive`. Nothing is done while no
    reader listens, or for no words.
    """
    if not words or not QAccessible.isActive():
        return
    # Of the window: its language is that of the screen, that of a box may be the other one. And
    # it is there also when `widget` was just hidden.
    event = QAccessibleAnnouncementEvent(widget.window(), words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class AtRest(QTimer):
    """Says only the last of what follows one another quickly: how many are found, at each key."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, singleShot=True, interval=REST)
        self._widget = widget
        self._words = ""
        self.timeout.connect(self._say)

    def say(self, words: str) -> None:
        """Say `words` unless others come before it is quiet."""
        self._words = words
        self.start()

    def _say(self) -> None:
        if self._widget.isVisible():
            announce(self._widget, self._words)


class AfterFocus(QObject):
    """Says things a turn of the loop later: what a reader says of the focus goes first.

    It would cut off what came before. How a field was left can be kept until it is left.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._waiting: list[str] = []
        self._kept: tuple[str, bool] = ("", False)
        self._is_left = False
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._say)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def say(self, words: str, *, instead: str = "") -> None:
        """Say `words`; if other words are still to be said, they come `instead` of these."""
        if instead in self._waiting:
            self._waiting.remove(instead)
        self._waiting.append(words)
        self._after.start()

    def keep(self, words: str, *, assertive: bool = False) -> None:
        """Say `words` when the field is left: it is saved at each pause in typing."""
        self._kept, self._is_left = (words, assertive), False

    def drop(self) -> None:
        """Say nothing of the field: something newer is said."""
        self._kept = ("", False)

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._is_left = True
        if self._waiting or self._kept[0]:
            # Once more: a canvas tells a turn later where the keyboard is on it.
            self._after.start()

    def _say(self) -> None:
        if self._is_left:
            words, assertive = self._kept
            announce(self._widget, words, assertive=assertive)
            self.drop()
        waiting, self._waiting = self._waiting, []
        for words in waiting:
            announce(self._widget, words)
