"""The day as it runs: which block is on, when the rest will be, and how late the end."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gweithdy.domain.agenda import Block, Planned, length, planned
from gweithdy.domain.clock import Clock, ClockState, clock_id, left
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.replanning import Replan, Way, begins, end_of, replanned
from gweithdy.domain.workshop import Workshop

GOING = (ClockState.RUNNING, ClockState.PAUSED)


class Mark(StrEnum):
    """Where a block stands while the day runs."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    LEFT_OUT = "left_out"


MARK_LABELS = {
    Mark.DONE: N_("Done"),
    Mark.NOW: N_("Now"),
    Mark.NEXT: N_("Next"),
    Mark.LATER: N_("Later"),
    Mark.LEFT_OUT: N_("Left out"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """The plan of a session and its clock. Moments passed in are local: they have a zone.

    Minutes count from midnight of the day on which the session began.
    """

    times: tuple[Planned, ...]
    clock: Clock

    @property
    def going(self) -> bool:
        """Whether the day has started and is not finished."""
        return self.clock.state in GOING

    @property
    def place(self) -> int:
        """The place of the present block; -1 if there is none."""
        ids = [each.block.id for each in self.times]
        return ids.index(self.clock.block) if self.clock.block in ids else -1

    @property
    def present(self) -> Planned | None:
        """The block that is on, or was on when the day was finished."""
        return self.times[self.place] if self.place >= 0 else None

    @property
    def rest(self) -> tuple[Planned, ...]:
        """The blocks still to come."""
        if self.clock.state is ClockState.FINISHED:
            return ()
        # Of a block that was on and has been deleted meanwhile nobody knows the place.
        to_come = self.times if self.place < 0 else self.times[self.place + 1 :]
        return tuple(
            each
            for each in to_come
            if not each.block.left_out and not (self.going and each.block.began)
        )

    def before(self) -> Block | None:
        """The block that was on before the present one; of a finished day the last that was on."""
        if self.clock.state is ClockState.FINISHED:
            return self.present.block if self.present else None
        others = [each.block for each in self.times if each.block.id != self.clock.block]
        been = [(block.began, place, block) for place, block in enumerate(others) if block.began]
        return max(been)[2] if been else None

    @property
    def next(self) -> Planned | None:
        """The first of the blocks still to come."""
        return self.rest[0] if self.rest else None

    def mark(self, block: Id) -> Mark:
        """Where a block stands."""
        if self.clock.state is ClockState.FINISHED:
            return Mark.DONE if self._began(block) else Mark.LEFT_OUT
        if self.going and block == self.clock.block:
            return Mark.NOW
        rest = [each.block.id for each in self.rest]
        if block not in rest:
            return Mark.DONE if self._began(block) else Mark.LEFT_OUT
        return Mark.NEXT if self.going and block == rest[0] else Mark.LATER

    def _began(self, id: Id) -> bool:
        return any(each.block.id == id and each.block.began for each in self.times)

    def plan(self) -> dict[Id, tuple[int, int]]:
        """When blocks were to begin and to end by the plan; nothing of what came after it."""
        promised = {
            each.block.id: (each.block.promised, each.block.promised + each.block.minutes)
            for each in self.times
            if each.block.promised is not None
        }
        # Without: it has not begun yet, or it began with a version that took no note of it.
        return promised or {each.block.id: (each.start, each.end) for each in self.times}

    def left(self, now: datetime) -> float:
        """Seconds left of the present block; negative once it is over."""
        return left(self.clock, length(self.present.block), now) if self.present else 0.0

    def minutes_at(self, moment: datetime) -> float:
        """`moment` as local minutes after midnight of the day on which the session began."""
        began = [each.block.began for each in self.times if each.block.began]
        first = min(began).astimezone(moment.tzinfo).date() if began else moment.date()
        return _minutes(moment, first)

    def expected(self, now: datetime) -> list[tuple[Planned, float]]:
        """When each of the blocks still to come will begin, if all take as long as planned now."""
        if not self.going:
            return [(each, float(each.start)) for each in self.rest]
        ats = (at for _, at in begins(self._to_come(), self._free_at(now)))
        return list(zip(self.rest, ats, strict=True))

    def planned_end(self) -> int:
        """When the day was to end when it was started; before that, when the plan ends."""
        if self.clock.end and self.clock.state is not ClockState.IDLE:
            return self.clock.end
        return self.times[-1].end if self.times else 0

    def expected_end(self, now: datetime) -> float:
        """When the day will end, or did."""
        if self.going:
            return end_of(self._to_come(), self._free_at(now))
        ended = [each.block.ended for each in self.times if each.block.ended]
        if self.clock.state is ClockState.FINISHED and ended:
            return self.minutes_at(max(ended).astimezone(now.tzinfo))
        return float(self.planned_end())

    def late(self, now: datetime) -> int:
        """Whole minutes by which the day will end late; negative if early."""
        return math.trunc(self.expected_end(now) - self.planned_end())

    def replanned(self, now: datetime, way: Way) -> Replan:
        """How the rest of the day can end as planned."""
        return replanned(self._to_come(), self._free_at(now), self.planned_end(), way)

    def _to_come(self) -> list[Block]:
        return [each.block for each in self.rest]

    def _free_at(self, now: datetime) -> float:
        return self.minutes_at(now) + max(0.0, self.left(now)) / 60


def day_of(workshop: Workshop) -> Day:
    """The day of `workshop` as it stands."""
    clock = workshop.find(Clock, clock_id(workshop.id))
    if clock is None:
        clock = Clock(id=clock_id(workshop.id), session=workshop.id)
    return Day(tuple(planned(workshop.of(Block), workshop.session.start)), clock)


def block_now(workshop: Workshop) -> Id:
    """The block that is on now; "" while the day does not run."""
    day = day_of(workshop)
    return day.present.block.id if day.going and day.present else ""


def block_at(workshop: Workshop, moment: datetime | None) -> Id:
    """The block that was on at `moment`; "" for none, and for one that nobody knows of."""
    if moment is None:
        return ""
    for block in workshop.of(Block):
        if block.began and block.began <= moment and (not block.ended or moment < block.ended):
            return block.id
    return ""


def _minutes(moment: datetime, first: date) -> float:
    within = moment.hour * 60 + moment.minute + moment.second / 60
    return (moment.date() - first).days * 24 * 60 + within
