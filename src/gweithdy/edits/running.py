"""The verbs of the Run page: what happened to the clock. All but `extend` are facts."""

from datetime import datetime

from gweithdy.domain.agenda import Block
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id, spent
from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Status
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.agenda import LONGEST_BLOCK
from gweithdy.edits.changes import created, updated


def clock_of(workshop: Workshop) -> Clock:
    """The clock of a session, as yet untold if it never ran."""
    id = clock_id(workshop.id)
    return workshop.find(Clock, id) or Clock(id=id, session=workshop.id)


def start(workshop: Workshop, now: datetime) -> Edit:
    """Begin the day with the first block that has not ended, or go on after a pause."""
    clock = clock_of(workshop)
    if clock.state is ClockState.PAUSED:
        return resume(workshop, now)
    blocks = workshop.of(Block)
    first = next((block for block in blocks if block.ended is None), None)
    if first is None:
        raise Problem(N_("There is no block to run. Add one to the plan first."))
    changes = (
        *updated(first, began=now),
        *_told(workshop, block=first.id, state=ClockState.RUNNING, since=now, spent=0.0),
        *updated(workshop.session, status=Status.RUNNING),
    )
    return _fact(N_("Start"), workshop, changes)


def pause(workshop: Workshop, now: datetime) -> Edit:
    """Stop the clock for a while."""
    used = spent(clock_of(workshop), now)
    return _fact(
        N_("Pause"), workshop, _told(workshop, state=ClockState.PAUSED, since=None, spent=used)
    )


def resume(workshop: Workshop, now: datetime) -> Edit:
    """Let the clock go on."""
    return _fact(N_("Continue"), workshop, _told(workshop, state=ClockState.RUNNING, since=now))


def next_block(workshop: Workshop, now: datetime) -> Edit:
    """End the present block and begin the next; after the last one the day is over."""
    blocks = workshop.of(Block)
    place = _place(blocks, clock_of(workshop).block)
    if place + 1 >= len(blocks):
        return finish(workshop, now)
    return _go_to(workshop, now, blocks[place], blocks[place + 1], N_("Next block"))


def previous_block(workshop: Workshop, now: datetime) -> Edit:
    """Go back to the block before: the last step on was a mistake."""
    blocks = workshop.of(Block)
    clock = clock_of(workshop)
    if clock.state is ClockState.FINISHED and blocks:
        last = blocks[-1]
        changes = (
            *updated(last, ended=None),
            *_told(workshop, block=last.id, state=ClockState.RUNNING, since=last.began or now),
            *updated(workshop.session, status=Status.RUNNING),
        )
        return _fact(N_("Previous block"), workshop, changes)
    place = _place(blocks, clock.block)
    if place <= 0:
        raise Problem(N_("This is the first block."))
    now_block, before = blocks[place], blocks[place - 1]
    began = before.began or now
    changes = (
        *updated(now_block, began=None, ended=None),
        *updated(before, began=began, ended=None),
        # It goes on counting from when it really began.
        *_told(workshop, block=before.id, state=ClockState.RUNNING, since=began, spent=0.0),
    )
    return _fact(N_("Previous block"), workshop, changes)


def finish(workshop: Workshop, now: datetime) -> Edit:
    """The day is over."""
    blocks = workshop.of(Block)
    place = _place(blocks, clock_of(workshop).block)
    ended = updated(blocks[place], ended=now) if place >= 0 else ()
    changes = (
        *ended,
        *_told(workshop, block="", state=ClockState.FINISHED, since=None, spent=0.0),
        *updated(workshop.session, status=Status.HELD),
    )
    return _fact(N_("Finish the day"), workshop, changes)


def extend(workshop: Workshop, minutes: int) -> Edit:
    """Plan `minutes` more for the present block; this can be undone."""
    block = workshop.find(Block, clock_of(workshop).block)
    if block is None:
        raise Problem(N_("No block is running."))
    longer = max(1, min(block.minutes + minutes, LONGEST_BLOCK))
    return Edit(N_("More time"), updated(block, minutes=longer), workshop.id, about=f"{minutes:+d}")


def _go_to(workshop: Workshop, now: datetime, before: Block, block: Block, label: str) -> Edit:
    changes = (
        *updated(before, ended=now),
        *updated(block, began=now, ended=None),
        *_told(workshop, block=block.id, state=ClockState.RUNNING, since=now, spent=0.0),
    )
    return _fact(label, workshop, changes)


def _told(workshop: Workshop, **values: Value) -> tuple[Change, ...]:
    clock = clock_of(workshop)
    if workshop.find(Clock, clock.id) is None:
        return (*created(clock), *updated(clock, **values))
    return updated(clock, **values)


def _place(blocks: list[Block], id: Id) -> int:
    return next((place for place, block in enumerate(blocks) if block.id == id), -1)


def _fact(label: str, workshop: Workshop, changes: tuple[Change, ...]) -> Edit:
    return Edit(label, changes, workshop.id, fact=True)
