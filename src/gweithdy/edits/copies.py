"""Copies: a session and what belongs to it under new ids."""

from collections.abc import Iterable
from dataclasses import replace

from gweithdy.domain.clock import Clock, clock_id
from gweithdy.domain.entity import Entity, Kind, declared, with_values
from gweithdy.domain.ids import Id, derived_id
from gweithdy.domain.workshop import Workshop


def copied(workshop: Workshop, id: Id, nouns: Iterable[type[Entity]]) -> Workshop:
    """The living things of `nouns` as the session `id`; all ids follow from the new one."""
    wanted = tuple(nouns)
    rows = [each for noun in wanted for each in workshop.of(noun)]
    ids = {row.id: _new_id(row, id) for row in rows}
    session = replace(workshop.session, id=id, deleted=False)
    return Workshop(session, [_moved(row, ids, id) for row in rows])


def _new_id(row: Entity, session: Id) -> Id:
    return clock_id(session) if isinstance(row, Clock) else derived_id(session, row.id)


def _moved(row: Entity, ids: dict[Id, Id], session: Id) -> Entity:
    """`row` in its new session, pointing at the copies of what it pointed at."""
    references = {
        field.name: ids.get(getattr(row, field.name), "")
        for field in declared(type(row))
        if field.kind is Kind.ID and field.name != "session"
    }
    return replace(with_values(row, {**references, "session": session}), id=ids[row.id])
