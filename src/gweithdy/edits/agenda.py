"""The verbs of the Plan page: blocks of the agenda."""

from gweithdy.domain.agenda import Block, BlockKind, shortened
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.ordering import STEP, at_end, between
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import created, removed, updated

LONGEST_BLOCK = 1440
"""Minutes of a day."""

USUAL_DAY = (
    (BlockKind.WELCOME, 15, both("Croeso a phwrpas y dydd", "Welcome and purpose of the day")),
    (BlockKind.TALK, 30, both("Cyflwyniad byr", "A short talk")),
    (
        BlockKind.DISCUSSION,
        40,
        both("Sut olwg fyddai ar wasanaeth da?", "What would good look like?"),
    ),
    (BlockKind.BREAK, 15, both("Egwyl", "Break")),
    (BlockKind.CAPTURE, 50, both("Beth sydd yn y ffordd?", "What is in the way?")),
    (BlockKind.LUNCH, 45, both("Cinio", "Lunch")),
    (BlockKind.STAKEHOLDERS, 40, both("Pwy sydd â rhan?", "Who has a stake?")),
    (BlockKind.VOTE, 15, both("Pleidleisio", "Vote")),
    (BlockKind.ACTIONS, 25, both("Camau gweithredu", "Actions")),
    (BlockKind.REFLECTION, 15, both("Myfyrio a chloi", "Reflect and close")),
)
"""A day that works for most groups, to start from."""


def add_block(workshop: Workshop, title: Text, after: Id = "", **values: Value) -> Edit:
    """A new block after the block `after`, or at the end."""
    blocks = workshop.of(Block)
    places = [block.id for block in blocks]
    index = places.index(after) + 1 if after in places else len(blocks)
    order, moved = _room(blocks, index)
    block = Block(id=new_id(), session=workshop.id, title=title, order=order, **values)
    return _edit(N_("Add a block"), workshop, (*moved, *created(block)), title)


def usual_day(workshop: Workshop) -> Edit:
    """The blocks of a usual day, after those that are there."""
    order = at_end(workshop.of(Block))
    changes: list[Change] = []
    for place, (kind, minutes, title) in enumerate(USUAL_DAY):
        block = Block(
            id=new_id(),
            session=workshop.id,
            title=title,
            kind=kind,
            minutes=minutes,
            order=order + place * STEP,
        )
        changes += created(block)
    return Edit(N_("Add the usual day"), tuple(changes), workshop.id)


def change_block(workshop: Workshop, id: Id, **values: Value) -> Edit:
    """Other values for a block."""
    minutes = values.get("minutes", 1)
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise Problem(
            N_("A block lasts from 1 to {most} minutes. Nothing was changed."), most=LONGEST_BLOCK
        )
    block = workshop.get(Block, id)
    title = values.get("title", block.title)
    return _edit(N_("Change a block"), workshop, updated(block, **values), title)


def duplicate_block(workshop: Workshop, id: Id) -> Edit:
    """The same block again right after it, without its fixed time and what happened in it."""
    block = workshop.get(Block, id)
    return add_block(
        workshop,
        block.title,
        id,
        kind=block.kind,
        minutes=block.minutes,
        notes=block.notes,
        online=block.online,
        lead=block.lead,
    )


def remove_block(workshop: Workshop, id: Id) -> Edit:
    """Take a block out of the agenda."""
    block = workshop.get(Block, id)
    return _edit(N_("Remove a block"), workshop, removed(block), block.title)


def move_block(workshop: Workshop, id: Id, index: int) -> Edit:
    """Put a block before the one that now stands at `index` among the others."""
    block = workshop.get(Block, id)
    before = [each.id for each in workshop.of(Block)]
    others = [each for each in workshop.of(Block) if each.id != id]
    index = max(0, min(index, len(others)))
    if before.index(id) == index:
        return Edit(N_("Move a block"), (), workshop.id)
    order, moved = _room(others, index)
    changes = (*moved, *updated(block, order=order))
    return _edit(N_("Move a block"), workshop, changes, block.title)


def fit_to_end(workshop: Workshop, late: int) -> Edit:
    """Shorten what is still to come by `late` minutes in all, so that the day ends as planned."""
    changes: list[Change] = []
    for block, minutes in shortened(workshop.of(Block), late):
        changes += updated(block, minutes=minutes)
    if not changes:
        raise Problem(
            N_("Nothing that is still to come can be shortened. Move the end or drop a block.")
        )
    return Edit(N_("Fit to the planned end"), tuple(changes), workshop.id)


def _room(blocks: list[Block], index: int) -> tuple[float, tuple[Change, ...]]:
    """An order before `blocks[index]`, and the changes that make room for it."""
    order = between(blocks, index)
    if order is not None:
        return order, ()
    moved: list[Change] = []
    for place, block in enumerate(blocks):
        moved += updated(block, order=(place + (place >= index)) * STEP)
    return index * STEP, tuple(moved)


def _edit(label: str, workshop: Workshop, changes: tuple[Change, ...], title: Text) -> Edit:
    return Edit(label, changes, workshop.id, about=title.cy or title.en)
