"""The one-line box of the capture bar, with the keys that work while typing in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gweithdy.domain.board import CardKind

KIND_KEYS = {
    Qt.Key.Key_0: CardKind.NONE,
    Qt.Key.Key_C: CardKind.CULTURAL,
    Qt.Key.Key_S: CardKind.STRUCTURAL,
    Qt.Key.Key_B: CardKind.BEHAVIOURAL,
}

_LANE_KEYS = (
    Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5,
    Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9,
)  # fmt: skip
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureBox(QLineEdit):
    """`entered` asks to keep the words, `whole` to keep pasted lines as one card."""

    entered = Signal()
    whole = Signal()
    lane_asked = Signal(int)
    quote_asked = Signal()
    parking_asked = Signal()
    kind_asked = Signal(object)
    language_asked = Signal()
    left = Signal()
    came = Signal()
    went = Signal()

    def event(self, event: QEvent) -> bool:
        # Otherwise a menu or a shortcut of the window may take the key first.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
            return
        event.accept()
        key = Qt.Key(event.key())
        if key in _ENTER:
            (self.whole if event.modifiers() & _CTRL else self.entered).emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_L:
            self.language_asked.emit()
        elif key in KIND_KEYS:
            self.kind_asked.emit(KIND_KEYS[key])
        elif key in _LANE_KEYS:
            self.lane_asked.emit(_LANE_KEYS.index(key))
        elif key == Qt.Key.Key_Q:
            self.quote_asked.emit()
        else:
            self.parking_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.went.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & (_ALT | _CTRL | _SHIFT)
        if key in _ENTER:
            return not held & (_ALT | _SHIFT)
        if key == Qt.Key.Key_Escape:
            return not held
        if held == _CTRL | _SHIFT:
            return key == Qt.Key.Key_L
        return held == _ALT and (
            key in KIND_KEYS or key in _LANE_KEYS or key in (Qt.Key.Key_Q, Qt.Key.Key_P)
        )
