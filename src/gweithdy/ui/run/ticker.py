"""Ticker: the one timer that asks what time it is while a day runs."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gweithdy.domain.agenda import Block
from gweithdy.domain.clock import Clock
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Taken, touches
from gweithdy.ui.desk import Desk

PERIOD = 250
"""Milliseconds; often enough that no second is skipped on screen."""


class Ticker(QObject):
    """`ticked` four times a second while a day is going; `turned` when the day changed.

    All who show the time share the ticker of their desk: `Ticker.of(desk)`.
    """

    ticked = Signal()
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.day: Day | None = None
        # Not a child of this: Python may collect a desk in the thread that writes, and a running
        # timer that dies in another thread than its own takes the program with it.
        self._timer = QTimer(QCoreApplication.instance(), interval=PERIOD)
        self.destroyed.connect(self._timer.deleteLater)
        self._timer.timeout.connect(self.ticked)
        desk.opened.connect(self.look)
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
        if self.day is None or not self.day.going:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.turned.emit()

    def _on_changed(self, taken: Taken) -> None:
        if touches(taken, Session, Clock, Block):
            self.look()
