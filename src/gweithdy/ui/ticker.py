"""Ticker: the one timer that asks what time it is while a day runs."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gweithdy.domain.agenda import Block
from gweithdy.domain.clock import Clock
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.ui.desk import Desk

PERIOD = 250
"""Milliseconds; often enough that no second is skipped on screen."""

A_DAY = timedelta(hours=18)
"""How long after its block began a day that nobody finished still counts as running elsewhere."""


class Ticker(QObject):
    """`ticked` four times a second while a day is going; `turned` when the day changed.

    `day` is that of the open session. While it is not going, `elsewhere` is the session whose day
    runs although another one is open, with its blocks and its clock.

    All who show the time share the ticker of their desk: `Ticker.of(desk)`.
    """

    ticked = Signal()
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.day: Day | None = None
        self.elsewhere: Workshop | None = None
        # Not a child of this: Python may collect a desk in the thread that writes, and a running
        # timer that dies in another thread than its own takes the program with it.
        self._timer = QTimer(QCoreApplication.instance(), interval=PERIOD)
        self.destroyed.connect(self._timer.deleteLater)
        self._timer.timeout.connect(self.ticked)
        desk.opened.connect(self.look)
        desk.remembered.connect(self.look)
        desk.changed.connect(self._on_changed)
        self.look()

    @classmethod
    def of(cls, desk: Desk) -> "Ticker":
        """The ticker of `desk`, made when first asked for."""
        return desk.findChild(cls) or cls(desk)

    @property
    def now(self) -> datetime:
        """The moment it is, in local time."""
        return self._desk.now().astimezone()

    @property
    def going(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def look(self) -> None:
        """Read the day anew from the desk."""
        workshop = self._desk.workshop
        self.day = day_of(workshop) if workshop else None
        is_going = self.day is not None and self.day.going
        running = (each for each in self._desk.running_elsewhere() if self._is_today(each))
        self.elsewhere = None if is_going else next(running, None)
        if not is_going and self.elsewhere is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.turned.emit()

    def _is_today(self, workshop: Workshop) -> bool:
        day = day_of(workshop)
        began = day.present.block.began if day.present else None
        return day.going and began is not None and abs(self.now - began) < A_DAY

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Session, Clock, Block):
            self.look()
