"""The computer's clock, set while a day runs: by a person, by the network, on a journey."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from gweithdy.domain.change import Origin
from gweithdy.domain.clock import Clock, ClockState, steady, utc_now
from gweithdy.domain.day import day_of
from gweithdy.domain.workshop import Taken, touches
from gweithdy.edits import running
from gweithdy.ui.attempt import attempt
from gweithdy.ui.desk import Desk
from gweithdy.ui.ticker import Ticker

A_STEP = timedelta(seconds=2)
"""By how much the clock and what really went by must differ: small corrections are none."""


class SetClock(QObject):
    """Looks with each tick; where the clock jumped, the running block keeps the time it has had.

    Not of a day that another window runs: its clock may be that of another computer.
    """

    def __init__(
        self,
        desk: Desk,
        wall: Callable[[], datetime] = utc_now,
        even: Callable[[], float] = steady,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wall, self._even = wall, even
        self._ticker = Ticker.of(desk)
        self._was = (wall(), even())
        self._is_going = self._ticker.going
        self._is_ours = True
        self._ticker.turned.connect(self._on_turned)
        self._ticker.ticked.connect(self._look)
        desk.changed.connect(self._on_changed)

    def _on_turned(self) -> None:
        # While nothing ran nobody looked, and nothing depended on it.
        if self._ticker.going and not self._is_going:
            self._was = (self._wall(), self._even())
        self._is_going = self._ticker.going

    def _on_changed(self, taken: Taken, origin: Origin | None) -> None:
        if touches(taken, Clock):
            self._is_ours = origin is None

    def _look(self) -> None:
        (wall, even), self._was = self._was, (self._wall(), self._even())
        forward = self._was[0] - wall - timedelta(seconds=self._was[1] - even)
        workshop = self._ticker.elsewhere or self._desk.workshop
        if workshop is None or not self._is_ours or abs(forward) < A_STEP:
            return
        if day_of(workshop).clock.state is ClockState.RUNNING:
            at = self._was[0]
            attempt(self._desk, lambda: running.clock_was_set(workshop, at, forward))
