"""The first picture of a window: on the screen before any other work is done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE = 1000
"""Milliseconds to wait for a picture; a window that starts minimised has none."""


class _FirstPaint(QObject):
    """Calls `told` when `window` is painted."""

    def __init__(self, window: QWidget, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._told()
        return False


def show_painted(window: QWidget) -> None:
    """Show `window` and come back when its picture is on the screen.

    What a person types or clicks meanwhile waits for the program's own loop.
    """
    loop = QEventLoop()
    # Not at once: a display may be sent the picture only when the loop rests.
    watch = _FirstPaint(window, lambda: QTimer.singleShot(1, loop, loop.quit))
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    window.show()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    window.removeEventFilter(watch)
