"""Garbage is collected in the GUI thread only, and all of it only while nothing happens.

Python collects in whichever thread happens to allocate: a Qt object in a reference cycle would
then be destroyed by the library's writer thread, which crashes the program now and then. And it
looks at everything there is, which with thousands of cards takes longer than a few frames.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds between two looks."""

QUIET = 10
"""Seconds without a change after which there is time to look at everything."""

LONGEST = 15 * 60
"""Seconds after which it is looked at though the room never pauses: memory is not endless."""


class Collector(QObject):
    """Takes collecting over from Python; `stop` gives it back. `is_busy`: a job is under way."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._now = now
        self._is_busy = is_busy
        self._changed = self._whole = now()
        self._is_due = False
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def on_loaded(self) -> None:
        """A session was opened or put back: what there is now is likely to stay."""
        gc.freeze()
        self._is_due = True

    def on_changed(self) -> None:
        """Somebody is at work."""
        self._changed = self._now()

    def look(self) -> None:
        """Collect what Python's own thresholds would have collected by now."""
        if self._is_busy():
            # A pack makes a million things, and whoever types would wait for a look at them all.
            gc.freeze()
            self._is_due = True
            return
        young, middle, old = (
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        self._is_due |= old
        if self._is_due and self._has_time():
            self._collect_all()
        elif middle or young:
            gc.collect(1 if middle else 0)

    def stop(self) -> None:
        """The window is closed: Python collects for itself again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def _has_time(self) -> bool:
        now = self._now()
        return now - self._changed >= QUIET or now - self._whole >= LONGEST

    def _collect_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._is_due = False
        self._whole = self._now()
