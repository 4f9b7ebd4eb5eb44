"""The one-line box of the capture bar, with the keys that work while typing in it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from gweithdy.domain.board import CardKind
from gweithdy.ui.keystrokes import is_key, pressed
from gweithdy.ui.widgets.prompted_line import PromptedLine

KINDS = {f"capture.{kind}": kind for kind in CardKind}
"""The commands that choose a kind."""


class CaptureBox(PromptedLine):
    """`entered` asks to keep the words, `whole` to keep pasted lines as one card."""

    entered = Signal()
    whole = Signal()
    lane_asked = Signal(int)
    quote_asked = Signal()
    parking_asked = Signal()
    kind_asked = Signal(object)
    language_asked = Signal()
    left = Signal()
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
        id, place = pressed(event, "capture")
        match id:
            case "capture.keep":
                self.entered.emit()
            case "capture.whole":
                self.whole.emit()
            case "capture.lane":
                self.lane_asked.emit(place)
            case "capture.quote":
                self.quote_asked.emit()
            case "capture.parked":
                self.parking_asked.emit()
            case "capture.language":
                self.language_asked.emit()
            case "":
                self.left.emit()
            case _:
                self.kind_asked.emit(KINDS[id])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.went.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return bool(pressed(event, "capture")[0]) or is_key(event, "window.leave")
