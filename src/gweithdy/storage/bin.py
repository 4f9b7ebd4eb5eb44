"""Bin: sessions that were deleted, since when, and how they go for good."""

from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import noun_name
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED
from gweithdy.storage.files import forget, of_sessions
from gweithdy.storage.tables import TABLES, change, change_parent, edit, thing, word
from gweithdy.storage.values import UNREADABLE

KEPT = timedelta(days=30)
"""How long a deleted session stays in the bin, at least."""

_session = TABLES["session"]
# As it is: the column's own type gives up the whole query for one damaged moment.
_at: sa.ColumnElement[Any] = sa.type_coerce(edit.c.at, sa.types.NullType())
_deleted = (
    sa.select(thing.c.id, _at)
    .join(change, change.c.thing == thing.c.number)
    .join(edit, edit.c.number == change.c.edit)
    .join(word, word.c.number == change.c.field)
    .join(_session, _session.c.id == thing.c.id)
    .where(_session.c.deleted, word.c.text == "deleted")
    .order_by(edit.c.number)
)
_last = sa.select(_at).order_by(edit.c.number.desc()).limit(1)


def binned(connection: sa.Connection) -> dict[Id, datetime | None]:
    """The deleted sessions, and when each was last deleted; None if that cannot be read."""
    return {id: _moment(at) for id, at in connection.execute(_deleted)}


def overdue(connection: sa.Connection, now: datetime) -> list[Id]:
    """The sessions that have been in the bin for longer than they are `KEPT`.

    A clock that runs ahead must not empty it: what was last written here also has to be so late.
    """
    last = _moment(connection.scalar(_last))
    until = min(now, last) - KEPT if last else None
    return [id for id, at in binned(connection).items() if at and until and at < until]


def _moment(stored: Any) -> datetime | None:
    with suppress(*UNREADABLE):
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    return None


def erase(connection: sa.Connection, sessions: Collection[Id]) -> list[Id]:
    """Take deleted `sessions` out of the tables and out of the log, with everything in them.

    Which of them have gone: one that was restored in the meantime stays.

    Nothing brings them back but a backup. Edits keep their numbers, so nothing is counted twice.
    """
    gone = sa.select(_session.c.id).where(_session.c.id.in_(sessions), _session.c.deleted)
    ids = list(connection.scalars(gone))
    owned = [TABLES[noun_name(noun)] for noun in OWNED]
    inside = sa.union_all(*(sa.select(t.c.id).where(t.c.session.in_(ids)) for t in owned))
    whole = [*ids, *connection.scalars(inside)]
    files = of_sessions(connection, ids)
    for at in range(0, len(whole), 500):
        _erase_things(connection, whole[at : at + 500])
    for table in reversed(owned):
        connection.execute(sa.delete(table).where(table.c.session.in_(ids)))
    connection.execute(sa.delete(_session).where(_session.c.id.in_(ids)))
    # A photo is personal: it goes with its session, unless a copy of that still shows it.
    forget(connection, files)
    return ids


def _erase_things(connection: sa.Connection, ids: list[Id]) -> None:
    things = connection.scalars(sa.select(thing.c.number).where(thing.c.id.in_(ids))).all()
    changes = sa.select(change.c.number).where(change.c.thing.in_(things))
    for column in (change_parent.c.child, change_parent.c.parent):
        connection.execute(sa.delete(change_parent).where(column.in_(changes)))
    connection.execute(sa.delete(change).where(change.c.thing.in_(things)))
    connection.execute(sa.update(edit).where(edit.c.session.in_(things)).values(session=None))
    connection.execute(sa.delete(thing).where(thing.c.number.in_(things)))
