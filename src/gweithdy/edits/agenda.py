"""The verbs of the agenda: add, change, duplicate, move and delete blocks."""

from collections.abc import Mapping
from dataclasses import replace

from gweithdy.domain.agenda import LONGEST_BLOCK, Block
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, clock_id
from gweithdy.domain.day import GOING
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import on_one_line
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated
from gweithdy.edits.checks import living
from gweithdy.edits.order import moved, placed
from gweithdy.edits.usual_day import USUAL_DAY


def add(workshop: Workshop, after: Id = "", **values: Value) -> Edit:
    """A new block after the block `after`, or at the end; its id is that of the first change."""
    block = Block(id=new_id(), session=workshop.id, **_checked(values))
    return _inserted(workshop, block, after, N_("Add a block"))


def duplicate(workshop: Workshop, block: Id) -> Edit:
    """The same block once more, right after it."""
    copy = replace(living(workshop, Block, block), id=new_id(), locked=None, began=None, ended=None)
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
    """Other values for some fields of a block."""
    now = living(workshop, Block, block)
    changes = updated(now, **_checked(values))
    return Edit(N_("Change a block"), changes, workshop.id, about=now.title)


def remove(workshop: Workshop, block: Id) -> Edit:
    """Take a block out of the plan."""
    gone = living(workshop, Block, block)
    clock = workshop.find(Clock, clock_id(workshop.id))
    if clock and clock.state in GOING and clock.block == block:
        raise Problem(N_("This block is on now. Go on to another one first, then delete it."))
    return Edit(N_("Delete a block"), removed(gone), workshop.id, about=gone.title)


def move(workshop: Workshop, block: Id, index: int) -> Edit:
    """Put a block at `index` among the others."""
    found = living(workshop, Block, block)
    changes = moved(workshop.of(Block), block, index)
    return Edit(N_("Move a block"), changes, workshop.id, about=found.title)


def fit(workshop: Workshop, lengths: Mapping[Id, int]) -> Edit:
    """The lengths with which the day ends as planned, as one step."""
    changes = tuple(
        one
        for block, minutes in lengths.items()
        for one in updated(living(workshop, Block, block), **_checked({"minutes": minutes}))
    )
    return Edit(N_("Fit to the planned end"), changes, workshop.id)


def _checked(values: dict[str, Value]) -> dict[str, Value]:
    if not 1 <= values.get("minutes", 1) <= LONGEST_BLOCK:
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
