"""Settling: what is half typed somewhere counts, and is saved, though nobody leaves it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid


def settle(focused: QWidget) -> None:
    """Let `focused`, which has the keyboard, save what was typed in it; the caret stays there."""
    if around := _list_around(focused):
        # An editor in a list closes as it is left, unless what it holds was not kept.
        around.setFocus(Qt.FocusReason.OtherFocusReason)
        if isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    # It is only told that it was left: if it were, a reader would hear it named twice more.
    for change in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        event = QFocusEvent(change, Qt.FocusReason.OtherFocusReason)
        QCoreApplication.sendEvent(focused, event)


def _list_around(editor: QWidget) -> QAbstractItemView | None:
    """The list in which `editor` is open; None for what stands by itself."""
    viewport = editor.parentWidget()
    around = viewport.parentWidget() if viewport is not None else None
    return around if isinstance(around, QAbstractItemView) else None
