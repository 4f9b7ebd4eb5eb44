"""Idle: work that nobody waits for, done in small pieces between what people do."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

SLICE = 0.006
"""Seconds of work at a time: a third of a frame."""

PAUSE = 20
"""Milliseconds between two pieces, so that keys and drawing come first."""


class Idle(QObject):
    """Goes through a work step by step; what is begun takes the place of what was under way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)

    def begin(self, work: Iterator[None]) -> None:
        """Do `work` when there is time, in the place of what is not done yet."""
        self._work = work
        self._timer.start()

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        for _ in self._work:
            if time.perf_counter() >= until:
                self._timer.start()
                return
