"""Undo and redo in boxes: what a box cannot take back itself, the window takes back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from gweithdy.ui.keystrokes import is_key, types_nothing


class BoxUndo(QObject):
    """Qt lets a box keep Ctrl+Z for itself even with nothing to undo in it.

    It also leaves the letter of a chord that does nothing in the words; what `has_chords` does not.

    It listens to the one box that has the keyboard, and to no other.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._box: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if types_nothing(event) and not hasattr(box, "has_chords"):
            return event.type() == QEvent.Type.KeyPress
        redo = is_key(event, "window.redo")
        if not (redo or is_key(event, "window.undo")):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(_can(box, redo=redo))
            return True
        if event.type() == QEvent.Type.KeyPress and _can(box, redo=redo):
            # Ctrl+Y too: Qt knows it on Windows only.
            _step(box, redo=redo)
            return True
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._box is not None and isValid(self._box):
            self._box.removeEventFilter(self)
        self._box = new if isinstance(new, QLineEdit | QPlainTextEdit | QAbstractSpinBox) else None
        if self._box is not None:
            self._box.installEventFilter(self)


def _can(box: QObject, *, redo: bool) -> bool:
    known = _words_of(box)
    if isinstance(known, QPlainTextEdit):
        words = known.document()
        return words.isRedoAvailable() if redo else words.isUndoAvailable()
    if isinstance(known, QLineEdit):
        return known.isRedoAvailable() if redo else known.isUndoAvailable()
    return False


def _step(box: QObject, *, redo: bool) -> None:
    known = _words_of(box)
    if isinstance(known, QLineEdit | QPlainTextEdit):
        if redo:
            known.redo()
        else:
            known.undo()


def _words_of(box: QObject) -> QObject:
    return box.lineEdit() if isinstance(box, QAbstractSpinBox) else box
