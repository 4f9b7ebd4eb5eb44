"""Undo in boxes: what a box cannot take back itself, the window takes back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from gweithdy.ui.keystrokes import is_key


class BoxUndo(QObject):
    """Qt lets a box keep Ctrl+Z for itself even with nothing to undo in it.

    It listens to the one box that has the keyboard, and to no other.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._box: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_for_the_window(box, event)
        ):
            event.ignore()
            return True
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._box is not None and isValid(self._box):
            self._box.removeEventFilter(self)
        self._box = new if isinstance(new, QLineEdit | QPlainTextEdit | QAbstractSpinBox) else None
        if self._box is not None:
            self._box.installEventFilter(self)


def _is_for_the_window(box: QObject, event: QKeyEvent) -> bool:
    known = box.lineEdit() if isinstance(box, QAbstractSpinBox) else box
    if isinstance(known, QPlainTextEdit):
        back, again = known.document().isUndoAvailable(), known.document().isRedoAvailable()
    elif isinstance(known, QLineEdit):
        back, again = known.isUndoAvailable(), known.isRedoAvailable()
    else:
        return False
    return (is_key(event, "window.undo") and not back) or (
        is_key(event, "window.redo") and not again
    )
