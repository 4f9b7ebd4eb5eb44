"""Garbage is collected in the GUI thread only.

Python collects in whichever thread happens to allocate: a Qt object in a reference cycle would
then be destroyed by the library's writer thread, which crashes the program now and then.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds between two looks."""


class Collector(QObject):
    """Takes collecting over from Python; `stop` gives it back."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what Python's own thresholds would have collected by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """The window is closed: Python collects for itself again."""
        self._timer.stop()
        gc.enable()
