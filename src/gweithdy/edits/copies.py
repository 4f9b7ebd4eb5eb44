"""Copies: a session and what belongs to it under new ids."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from gweithdy.domain.entity import Entity, declared, noun_name, with_values
from gweithdy.domain.field import Kind, Value
from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.workshop import Workshop

E = TypeVar("E", bound=Entity)


def copied(workshop: Workshop, id: Id, nouns: Iterable[type[Entity]]) -> Workshop:
    """The living things of `nouns` as the session `id`; all ids follow from the new one."""
    wanted = tuple(nouns)
    rows = [each for noun in wanted for each in workshop.of(noun)]
    ids = {row.id: _new_id(row, id) for row in rows}
    session = replace(workshop.session, id=id, deleted=False)
    return Workshop(session, [_moved(row, ids, id) for row in rows])


def afresh(entity: E) -> E:
    """`entity` without what belongs to its day only: those fields take their default."""
    begun = {one.name: one.default for one in declared(type(entity)) if not one.copied}
    return with_values(entity, begun)


def _new_id(row: Entity, session: Id) -> Id:
    return derived_id(session, noun_name(row) if row.noun.single else row.id)


def _moved(row: Entity, ids: dict[Id, Id], session: Id) -> Entity:
    """`row` in its new session, pointing at the copies of what it pointed at."""
    values: dict[str, Value] = {"session": session}
    for field in declared(type(row)):
        value = getattr(row, field.name)
        if field.kind is Kind.ID and field.name != "session":
            values[field.name] = ids.get(value, "")
        elif field.kind is Kind.IDS:
            values[field.name] = tuple(ids[each] for each in value if each in ids)
    return replace(with_values(row, values), id=ids[row.id])
