"""Trace: what has stood in one field of a thing, with when it was written and by whom."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import fields
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain
from gweithdy.storage.tables import VALUE, change, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed


@dataclass(frozen=True, slots=True)
class Stood:
    """A `value` of a field, since when (UTC), and the name of who wrote it; "" for nobody."""

    value: Value
    at: datetime
    author: str


_author, _field, _noun = (word.alias() for _ in range(3))
_trace = (
    sa.select(change.c.field, VALUE, edit.c.at, _author.c.text)
    .join_from(change, edit, edit.c.number == change.c.edit)
    .join(thing, thing.c.number == change.c.thing)
    .join(_noun, _noun.c.number == thing.c.noun)
    .join(_author, _author.c.number == edit.c.author)
    .outerjoin(_field, _field.c.number == change.c.field)
    .where(
        thing.c.id == sa.bindparam("id"),
        _noun.c.text == sa.bindparam("noun"),
        sa.or_(change.c.field.is_(None), _field.c.text == sa.bindparam("field")),
    )
    .order_by(edit.c.hlc.desc(), change.c.number.desc())
)


def trace(connection: sa.Connection, noun: str, id: Id, field: str) -> list[Stood]:
    """What stood in `field`, the newest first, the one of now too. Damaged values are left out."""
    asked = {"noun": noun, "id": id, "field": field}
    return list(_read(connection.execute(_trace, asked).all(), noun, field))


def _read(rows: Any, noun: str, field: str) -> Iterator[Stood]:
    one = fields(NOUNS[noun])[field]
    for at_field, value, at, author in rows:
        with suppress(*UNREADABLE):
            plain = parsed(value)
            if at_field is None:
                # The thing came into being, with what was not as usual.
                plain = plain.get(field) if plain else None
            yield Stood(one.default if plain is None else from_plain(one, plain), at, author)
