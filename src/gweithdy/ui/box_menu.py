"""The menu of a box by key, for keyboards without a Menu key."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget


def open_menu(box: QWidget | None) -> None:
    """Open the menu of `box` where its caret is, as the Menu key would."""
    if box is not None:
        at = box.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = at.center() if isinstance(at, QRect) else box.rect().center()
        reason, there = QContextMenuEvent.Reason.Keyboard, box.mapToGlobal(place)
        QCoreApplication.sendEvent(box, QContextMenuEvent(reason, place, there))
