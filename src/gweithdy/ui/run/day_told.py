"""What is said of a day that runs: a new block, two minutes left, over; on every page."""

from dataclasses import dataclass
from enum import IntEnum, auto

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gweithdy.domain.clock import ClockState
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Workshop
from gweithdy.language.blocks import title_of
from gweithdy.language.durations import duration
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.run.wording import is_over, is_soon_over
from gweithdy.ui.ticker import Ticker


class Phase(IntEnum):
    """How much is left of a block."""

    AMPLE = auto()
    SOON = auto()
    OVER = auto()


STATES = {
    ClockState.RUNNING: N_("The clock goes on"),
    ClockState.PAUSED: N_("The clock is paused"),
    ClockState.FINISHED: N_("The day is finished"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session's day stands, as far as it is said when it changes."""

    session: Id = ""
    state: ClockState = ClockState.IDLE
    block: Id = ""
    phase: Phase = Phase.AMPLE


class DayTold(QObject):
    """Says each change once, with the session's title while another one is open.

    Nothing is said of a day that is merely looked at: opened, or closed and still running.
    """

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._ticker = Ticker.of(context.desk)
        self._was = Moment()
        self._ticker.ticked.connect(self._look)
        self._ticker.turned.connect(self._look)
        self._look()

    def _look(self) -> None:
        workshop = self._ticker.elsewhere or self._context.desk.workshop
        if workshop is None:
            self._was = Moment()
            return
        day = day_of(workshop) if self._ticker.elsewhere else self._ticker.day
        if day is None:
            return
        was, self._was = self._was, self._moment(workshop, day)
        if was.session == workshop.id:
            self._say(workshop, self._changed(was, day))

    def _moment(self, workshop: Workshop, day: Day) -> Moment:
        left, phase = day.left(self._ticker.now), Phase.AMPLE
        if not day.going or day.present is None:
            return Moment(workshop.id, day.clock.state)
        if is_over(left):
            phase = Phase.OVER
        elif is_soon_over(left):
            phase = Phase.SOON
        return Moment(workshop.id, day.clock.state, day.clock.block, phase)

    def _changed(self, was: Moment, day: Day) -> str:
        """What to say of what is otherwise now; "" for nothing."""
        now, words = self._was, self._context.words
        if now.block and now.block != was.block:
            return self._begun(day)
        if now.state != was.state:
            return words.tr(STATES[now.state]) if now.state in STATES else ""
        if now.phase <= was.phase:
            return ""
        if now.phase is Phase.OVER:
            return words.tr(N_("Time is up: {title}"), title=self._title(day))
        # Not always two: a block can be made shorter while it is on.
        return words.ntr(
            "{n} minute left: {title}",
            "{n} minutes left: {title}",
            max(1, self._minutes(day)),
            title=self._title(day),
        )

    def _begun(self, day: Day) -> str:
        words, minutes = self._context.words, self._minutes(day)
        if minutes < 1:
            return words.tr(N_("Now: {title}"), title=self._title(day))
        long = duration(minutes, words)
        return words.tr(N_("Now ({long}): {title}"), long=long, title=self._title(day))

    def _minutes(self, day: Day) -> int:
        return round(day.left(self._ticker.now) / 60)

    def _title(self, day: Day) -> str:
        return title_of(day.present.block, self._context.words) if day.present else ""

    def _say(self, workshop: Workshop, said: str) -> None:
        if said and self._ticker.elsewhere:
            words = self._context.words
            title = workshop.session.title.best(words.language)[0] or words.tr(N_("Untitled"))
            said = f"{title}: {said}"
        announce(self._window, said)
