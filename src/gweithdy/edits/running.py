"""The verbs of a running day. All but lengths are facts: recorded, and not undoable.

The plan is kept as it is: what the day makes of it stands beside it.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from gweithdy.domain.agenda import Block, Planned, length
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id, spent
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Status
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.agenda import change
from gweithdy.edits.carrying import refuse_waiting
from gweithdy.edits.changes import made, updated
from gweithdy.edits.checks import living


def start(workshop: Workshop, now: datetime) -> Edit:
    """Start the day with its first block; the plan of now is the one that people were promised."""
    day = day_of(workshop)
    if day.clock.state is not ClockState.IDLE:
        raise Problem(N_("The day has already been started."))
    if not day.times:
        raise Problem(N_("There are no blocks in the plan yet. Add one first."))
    first = day.times[0].block
    changes = (
        *_told(
            workshop,
            block=first.id,
            state=ClockState.RUNNING,
            since=now,
            spent=0.0,
            end=day.planned_end(),
        ),
        *_promised(day.times[0], began=now),
        *(one for each in day.times[1:] for one in _promised(each)),
        *updated(workshop.session, status=Status.RUNNING),
    )
    return _fact(N_("Start the day"), workshop, changes, first)


def pause(workshop: Workshop, now: datetime) -> Edit:
    """Stop the clock of the present block."""
    day = _in_state(workshop, ClockState.RUNNING)
    used = spent(day.clock, now)
    changes = _told(workshop, state=ClockState.PAUSED, since=None, spent=used)
    return _fact(N_("Pause the clock"), workshop, changes, _present(day))


def resume(workshop: Workshop, now: datetime) -> Edit:
    """Let the clock of the present block go on."""
    day = _in_state(workshop, ClockState.PAUSED)
    changes = _told(workshop, state=ClockState.RUNNING, since=now)
    return _fact(N_("Continue"), workshop, changes, _present(day))


def next_block(workshop: Workshop, now: datetime) -> Edit:
    """End the present block and begin the next one; after the last one the day is finished."""
    day = _in_state(workshop, ClockState.RUNNING, ClockState.PAUSED)
    if day.next is None:
        return finish(workshop, now)
    return _gone_on(workshop, day, day.next.block, now, N_("Next block"))


def jump(workshop: Workshop, block: Id, now: datetime) -> Edit:
    """End the present block and begin that one, which has not been on yet."""
    day = _in_state(workshop, ClockState.RUNNING, ClockState.PAUSED)
    then = living(workshop, Block, block)
    if then.began is not None:
        raise Problem(N_("This block has been on already. It stays in the day as it was."))
    return _gone_on(workshop, day, then, now, N_("Go to a block"))


def previous_block(workshop: Workshop, now: datetime) -> Edit:
    """Take a step back that was a mistake: the block before never ended, this one never began.

    The time that went by meanwhile is time of the block before. When the day is finished, this
    takes the finishing back.
    """
    day = _in_state(workshop, ClockState.RUNNING, ClockState.PAUSED, ClockState.FINISHED)
    finished = day.clock.state is ClockState.FINISHED
    back, present = day.before(), _present(day)
    if back is None:
        raise Problem(N_("This is the first block."))
    used = spent(day.clock, now) if finished else _used(back, now)
    if finished and back.ended:
        used += max(0.0, (now - back.ended).total_seconds())
    changes = (
        *updated(back, began=back.began or now, ended=None),
        *(updated(present, began=None, ended=None) if present and not finished else ()),
        *_told(workshop, block=back.id, state=ClockState.RUNNING, since=now, spent=used),
        *updated(workshop.session, status=Status.RUNNING),
    )
    return _fact(N_("Back to the block before"), workshop, changes, back)


def finish(workshop: Workshop, now: datetime) -> Edit:
    """End the present block and the day; Problem while something waits in the parking lot."""
    refuse_waiting(workshop)
    day = _in_state(workshop, ClockState.RUNNING, ClockState.PAUSED)
    present = _present(day)
    used = spent(day.clock, now)
    changes = (
        *(updated(present, ended=now) if present else ()),
        *_told(workshop, state=ClockState.FINISHED, since=None, spent=used),
        *updated(workshop.session, status=Status.HELD),
    )
    return _fact(N_("Finish the day"), workshop, changes, None)


def clock_was_set(workshop: Workshop, now: datetime, forward: timedelta) -> Edit:
    """The computer's clock was set `forward` (back, if negative) and says `now` since.

    What is on has lasted as long as before, and began that long ago.
    """
    day = _in_state(workshop, ClockState.RUNNING)
    present = _present(day)
    began = present.began + forward if present and present.began else None
    changes = (
        *_told(workshop, since=now, spent=spent(day.clock, now - forward)),
        *(updated(present, began=began) if present and began else ()),
    )
    return _fact(N_("The computer's clock was set"), workshop, changes, present)


def clear(workshop: Workshop) -> Edit:
    """Forget a day that was only tried out; the plan is as it was. This one can be undone."""
    blocks = (one for row in workshop.of(Block) for one in updated(row, **_UNTOUCHED))
    changes = (
        *_told(workshop, block="", state=ClockState.IDLE, since=None, spent=0.0, end=0),
        *blocks,
        *updated(workshop.session, status=Status.PLANNED),
    )
    return replace(_fact(N_("Clear the times"), workshop, changes, None), fact=False)


def extend(workshop: Workshop, minutes: int) -> Edit:
    """Give the present block some more minutes; a plan, so it can be undone."""
    day = _in_state(workshop, ClockState.RUNNING, ClockState.PAUSED)
    present = _present(day)
    if present is None:
        raise Problem(N_("No block is on now."))
    return change(workshop, present.id, minutes=length(present) + minutes)


_UNTOUCHED: dict[str, Value] = {
    "promised": None, "replanned": None, "left_out": False, "began": None, "ended": None,
}  # fmt: skip
"""What a day makes of a block, before it is run."""


def _promised(each: Planned, began: datetime | None = None) -> tuple[Change, ...]:
    return updated(each.block, **{**_UNTOUCHED, "promised": each.start, "began": began})


def _gone_on(workshop: Workshop, day: Day, then: Block, now: datetime, label: str) -> Edit:
    present = _present(day)
    changes = (
        *(updated(present, ended=now) if present else ()),
        *updated(then, began=now, ended=None, left_out=False),
        *_told(workshop, block=then.id, state=ClockState.RUNNING, since=now, spent=0.0),
    )
    return _fact(label, workshop, changes, then)


def _in_state(workshop: Workshop, *states: ClockState) -> Day:
    day = day_of(workshop)
    if day.clock.state not in states:
        raise Problem(N_("The clock is no longer in that state. Look again, then go on."))
    return day


def _present(day: Day) -> Block | None:
    return day.present.block if day.present else None


def _used(block: Block, now: datetime) -> float:
    return max(0.0, (now - block.began).total_seconds()) if block.began else 0.0


def _told(workshop: Workshop, **values: Value) -> tuple[Change, ...]:
    clock = workshop.find(Clock, clock_id(workshop.id))
    if clock is None:
        return made(workshop, Clock(id=clock_id(workshop.id), session=workshop.id, **values))
    return updated(clock, **values)


def _fact(label: str, workshop: Workshop, changes: tuple[Change, ...], block: Block | None) -> Edit:
    about = block.title if block else ""
    return Edit(label, changes, workshop.id, about=about, fact=True)
