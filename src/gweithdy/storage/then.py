"""Then: a session as it was after an earlier edit, and the edits that counted its packs."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from gweithdy.domain.change import Place
from gweithdy.domain.entity import Entity, fields, made_from
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain
from gweithdy.storage.prepared import among
from gweithdy.storage.replay import CHANGES, FOLLOWED, child, replayed
from gweithdy.storage.tables import VALUE, change, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed


@dataclass(frozen=True, slots=True)
class Packed:
    """A version of a pack: the `edit` that counted it, and when that was (UTC)."""

    edit: int
    at: datetime


_packs = (
    sa.select(VALUE, edit.c.number, edit.c.at)
    .join_from(change, edit, edit.c.number == change.c.edit)
    .join(thing, thing.c.number == change.c.thing)
    .join(word, word.c.number == change.c.field)
    .where(thing.c.id == sa.bindparam("session"), word.c.text == "packs")
    .order_by(edit.c.number)
)
_theirs = among(thing.c.id, "ids")
_upto: sa.BindParameter[int] = sa.bindparam("upto")
_changes = CHANGES.where(_theirs, change.c.edit <= _upto)
_followed = FOLLOWED.join(thing, thing.c.number == child.c.thing).where(
    _theirs, child.c.edit <= _upto
)


def packed(connection: sa.Connection, session: Id) -> dict[int, Packed]:
    """The versions of the pack of a session that were counted here, by their number."""
    found: dict[int, Packed] = {}
    for value, number, at in connection.execute(_packs, {"session": session}):
        with suppress(*UNREADABLE):
            version = int(parsed(value))
            if version < max(found, default=0):
                # An export came to nothing, and was taken back.
                found = {each: found[each] for each in found if each <= version}
            else:
                found[version] = Packed(number, at)
    return found


def entities_then(
    connection: sa.Connection, ids: Sequence[Id], upto: int, unread: list[Place]
) -> Iterator[Entity]:
    """Those of the things with these `ids` that there were after the edit `upto`, as they were.

    Damaged changes are put on the list `unread`.
    """
    asked = {"ids": list(ids), "upto": upto}
    rows = replayed(connection, _changes, _followed, asked, unread)
    for (noun, id), row in rows.items():
        known = fields(NOUNS[noun])
        values = {path: from_plain(one, row[path]) for path, one in known.items()}
        yield made_from(NOUNS[noun], id, values)
