"""The verbs of the agenda: add, change, duplicate, move and delete blocks.

Once the day has begun its plan stands still: another length is one of the day alone, and a block of
the plan is left out, not deleted.
"""

from dataclasses import replace

from gweithdy.domain.agenda import LONGEST_BLOCK, Block
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id
from gweithdy.domain.day import GOING
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.replanning import Replan
from gweithdy.domain.text import on_one_line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import living
from gweithdy.edits.copies import afresh
from gweithdy.edits.order import moved, placed
from gweithdy.edits.usual_day import USUAL_DAY


def add(workshop: Workshop, after: Id = "", **values: Value) -> Edit:
    """A new block after the block `after`, or at the end; its id is that of the first change."""
    block = Block(id=new_id(), session=workshop.id, **_checked(values))
    return _inserted(workshop, block, after, N_("Add a block"))


def duplicate(workshop: Workshop, block: Id) -> Edit:
    """The same block once more, right after it."""
    copy = replace(afresh(living(workshop, Block, block)), id=new_id(), locked=None)
    return _inserted(workshop, copy, block, N_("Duplicate a block"))


def add_usual_day(workshop: Workshop) -> Edit:
    """A usual day of five hours, in both languages, after the blocks that are there."""
    blocks = workshop.of(Block)
    last = blocks[-1].order if blocks else 0.0
    made = (
        replace(pattern, id=new_id(), session=workshop.id, order=last + place * STEP)
        for place, pattern in enumerate(USUAL_DAY, 1)
    )
    changes = tuple(change for block in made for change in created(block))
    return Edit(N_("Take the usual day"), changes, workshop.id)


def change(workshop: Workshop, block: Id, **values: Value) -> Edit:
    """Other values for some fields of a block; its length is that of the day, once that began."""
    now = living(workshop, Block, block)
    values = _checked(values)
    if "minutes" in values and has_begun(workshop):
        minutes = values.pop("minutes")
        values["replanned"] = None if minutes == now.minutes else minutes
    changes = updated(now, **values)
    return Edit(N_("Change a block"), changes, workshop.id, about=now.title)


def remove(workshop: Workshop, block: Id) -> Edit:
    """Take a block out of the plan; out of the day, if that has begun with it."""
    gone = living(workshop, Block, block)
    clock = workshop.find(Clock, clock_id(workshop.id))
    if clock and clock.state in GOING and clock.block == block:
        raise Problem(N_("This block is on now. Go on to another one first, then delete it."))
    if has_begun(workshop) and gone.promised is not None:
        return leave_out(workshop, block)
    return Edit(N_("Delete a block"), removed(gone), workshop.id, about=gone.title)


def move(workshop: Workshop, block: Id, index: int) -> Edit:
    """Put a block at `index` among the others."""
    found = living(workshop, Block, block)
    changes = moved(workshop.of(Block), block, index)
    return Edit(N_("Move a block"), changes, workshop.id, about=found.title)


def leave_out(workshop: Workshop, block: Id, *, out: bool = True) -> Edit:
    """Have a block of a day that has begun not happen; or, with `out` False, happen after all."""
    found = living(workshop, Block, block)
    if found.began is not None:
        raise Problem(N_("This block has been on already. It stays in the day as it was."))
    label = N_("Leave out a block") if out else N_("Take a block in again")
    return Edit(label, updated(found, left_out=out), workshop.id, about=found.title)


def replan(workshop: Workshop, wanted: Replan) -> Edit:
    """Other lengths for what is still to come, and what does not happen, as one step."""
    lengths = (
        one
        for block, minutes in wanted.lengths.items()
        for one in change(workshop, block, minutes=minutes).changes
    )
    left_out = (one for block in wanted.left_out for one in leave_out(workshop, block).changes)
    return Edit(N_("Re-plan the rest of the day"), (*lengths, *left_out), workshop.id)


def has_begun(workshop: Workshop) -> bool:
    """Whether the day was started, be it finished by now."""
    clock = workshop.find(Clock, clock_id(workshop.id))
    return clock is not None and clock.state is not ClockState.IDLE


def _checked(values: dict[str, Value]) -> dict[str, Value]:
    if not all(1 <= values.get(name, 1) <= LONGEST_BLOCK for name in ("minutes", "least")):
        raise Problem(
            N_("A block lasts from 1 to {longest} minutes. Its length was left as it was."),
            longest=LONGEST_BLOCK,
        )
    if "lead" in values:
        values["lead"] = on_one_line(values["lead"])
    return values


def _inserted(workshop: Workshop, block: Block, after: Id, label: str) -> Edit:
    rows = workshop.of(Block)
    ids = [row.id for row in rows]
    (order,), room = placed(rows, ids.index(after) + 1 if after in ids else len(rows))
    changes = created(replace(block, order=order))
    return Edit(label, (*changes, *room), workshop.id, about=block.title)
