"""Contents: what is read out of a library as a whole, of one moment each."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from gweithdy.domain.change import Place
from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED, SHELVED
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.storage.position import last_edit
from gweithdy.storage.rows import all_of, among_ids, entities, in_session
from gweithdy.storage.then import entities_then

# Position and rows are of one moment: those of the one transaction of the connection.


def catalogue(connection: sa.Connection) -> Catalogue:
    """What belongs to the library and its series."""
    position = last_edit(connection)
    unread: list[Place] = []
    shelf: list[Entity] = []
    for noun in map(noun_name, SHELVED):
        shelf += entities(noun, connection.execute(all_of(noun)).all(), unread)
    return Catalogue(shelf, position, unread)


def workshop(connection: sa.Connection, session: Id, nouns: Sequence[type[Entity]]) -> Workshop:
    """One session with what it has of these `nouns`; Problem if there is none."""
    position = last_edit(connection)
    query = all_of("session").where(sa.column("id") == session)
    unread: list[Place] = []
    found = entities("session", connection.execute(query), unread)
    if not found:
        raise _none_such(session)
    owned: list[Entity] = []
    for noun in map(noun_name, nouns):
        rows = connection.execute(in_session(noun), {"session": session})
        owned += entities(noun, rows.all(), unread)
    assert isinstance(found[0], Session)
    return Workshop(found[0], owned, position, unread)


def workshop_then(connection: sa.Connection, session: Id, edit: int) -> Workshop:
    """One session as it was after the edit with this number; Problem if there was none."""
    ids = [each.id for each in workshop(connection, session, OWNED).everything()]
    unread: list[Place] = []
    found = {each.id: each for each in entities_then(connection, ids, edit, unread)}
    then = found.pop(session, None)
    if not isinstance(then, Session):
        raise _none_such(session)
    return Workshop(then, found.values(), edit, unread)


def things(connection: sa.Connection, wanted: Iterable[tuple[str, Id]]) -> dict[Id, Entity]:
    """The living things with these nouns and ids, by id."""
    ids: dict[str, list[Id]] = {}
    for noun, id in wanted:
        ids.setdefault(noun, []).append(id)
    found = [
        entity
        for noun, some in ids.items()
        for entity in entities(noun, connection.execute(among_ids(noun), {"ids": some}), [])
    ]
    return {entity.id: entity for entity in found if not entity.deleted}


def _none_such(session: Id) -> Problem:
    return Problem(N_("This session is not in the library: {session}."), session=session)
