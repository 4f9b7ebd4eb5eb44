"""Bring in: the edit that makes a session in the library what it is in a file."""

from collections.abc import Iterator

from gweithdy.domain.board import Board
from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import Entity, declared, noun_name
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_may_be_seen, is_tighter
from gweithdy.domain.problem import N_
from gweithdy.domain.sequence import in_sequence, living
from gweithdy.domain.session import Series
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits.changes import created, removed, updated


def bring_in(
    workshop: Workshop, series: Series | None, known: Catalogue, existing: Workshop | None
) -> Edit:
    """Everything of `workshop` with its `series`; what `existing` has besides is deleted.

    The Edit is empty if nothing differs. With `existing` it is to be done, and undone, while that
    session is open: only then are the values before it at hand.
    """
    if existing is not None:
        workshop = _as_tight(workshop, existing)
    workshop = as_may_be_seen(workshop)
    changes: list[Change] = []
    if series:
        before = known.named("series", series.id)
        changes += _set(series, before, set())
    if existing is None:
        changes += [change for each in workshop.everything() for change in created(each)]
    else:
        changes += _differences(workshop, existing, series)
    title = workshop.session.title
    return Edit(N_("Import"), tuple(changes), workshop.id, about=title, origin=Origin.IMPORT)


def _as_tight(workshop: Workshop, existing: Workshop) -> Workshop:
    """The session of the file with boards that keep no more than they do here."""
    tighter = [
        Change(noun_name(here), here.id, "naming", here.naming)
        for here in existing.of(Board)
        if (found := workshop.find(Board, here.id)) and is_tighter(here.naming, found.naming)
    ]
    if not tighter:
        return workshop
    kept = workshop.copy()
    kept.take(Edit("", tuple(tighter), workshop.id))
    return kept


def _differences(workshop: Workshop, existing: Workshop, series: Series | None) -> Iterator[Change]:
    there = {id for _, id in living(existing)} | ({series.id} if series else set())
    before = {each.id: each for each in existing.everything()}
    moved = _moved(workshop, existing)
    for each in workshop.everything():
        skipped = set() if type(each) in moved or each.id not in there else {"order"}
        yield from _set(each, before.get(each.id), skipped, there)
    here = {each.id for each in workshop.everything()}
    for each in before.values():
        if each.id in here or each.deleted:
            continue
        if isinstance(each, Clock):
            # A file leaves out a clock that stands still; the session goes on having one.
            yield from _set(Clock(id=each.id, session=each.session), each, set())
        else:
            yield from removed(each)


def _set(
    new: Entity, before: Entity | None, skipped: set[str], there: set[Id] | None = None
) -> tuple[Change, ...]:
    """What differs; references to nothing are the same whether or not a file names them."""
    if before is None:
        return created(new)
    values = {
        field.name: getattr(new, field.name)
        for field in declared(type(new))
        if field.name not in skipped
    }
    for field in declared(type(new)):
        if there is None or field.name not in values:
            continue
        held, named = getattr(before, field.name), values[field.name]
        # A file leaves out what is no longer there.
        if field.kind is Kind.ID:
            same = not named and held not in there
        else:
            same = field.kind is Kind.IDS and named == tuple(id for id in held if id in there)
        if same:
            del values[field.name]
    return updated(before, **values)


def _moved(workshop: Workshop, existing: Workshop) -> set[type[Entity]]:
    """The nouns whose things stand in another sequence: elsewhere the orders may stay."""
    here, there = in_sequence(workshop), in_sequence(existing)
    return {noun for noun in here if [e.id for e in here[noun]] != [e.id for e in there[noun]]}
