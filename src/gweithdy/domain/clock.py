"""The clock of a running session: facts that are recorded, and what they say at a given moment."""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from gweithdy.domain.choice import Choice
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import number_field, ref
from gweithdy.domain.ids import Id, derived_id


class ClockState(Choice):
    """Whether the day is running."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Owned):
    """What the clock of a session was last told.

    `block` is the block being run. It has used `spent` seconds, plus, while running, the time
    since `since` (UTC). Only such facts are stored, so the clock goes on through a crash.
    `end` is when the day was to end by the plan it was started with, in minutes after midnight:
    lengths change while the day runs, and what people were promised does not.
    """

    noun: ClassVar = Noun(key="clock", page="run", single=True)

    block: Id = ref("block")
    state: ClockState = ClockState.IDLE
    since: datetime | None = None
    spent: float = number_field(0.0, least=0, most=1_000_000_000)
    end: int = number_field(0, least=0, most=100_000)


def utc_now() -> datetime:
    """The moment it is. Passed in wherever time matters, so that tests can say what it is."""
    return datetime.now(UTC)


def steady() -> float:
    """Seconds that go on evenly, whatever the computer's clock is set to, and while it sleeps."""
    if sys.platform == "win32":
        return time.monotonic()
    # On Linux the monotonic clock stands still in sleep, on macOS it does not.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def clock_id(session: Id) -> Id:
    """The id of the one clock of a session."""
    return derived_id(session, "clock")


def spent(clock: Clock, now: datetime) -> float:
    """Seconds the present block has used at `now` (UTC)."""
    if clock.state is ClockState.RUNNING and clock.since is not None:
        # A system clock that was set back must not give time back.
        return clock.spent + max(0.0, (now - clock.since).total_seconds())
    return clock.spent


def left(clock: Clock, minutes: int, now: datetime) -> float:
    """Seconds left of a block of `minutes`; negative once it is over."""
    return minutes * 60 - spent(clock, now)


def shown(seconds: float) -> str:
    """Seconds as "12:05", or "1:02:05" from an hour; the sign is left to words and colour."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    return (
        f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
        if hours
        else f"{rest // 60:02d}:{rest % 60:02d}"
    )
