"""Story: all that a thing has been, from the log: who changed it, when, and what it was then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Origin
from gweithdy.domain.entity import Entity, fields, made_from
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain
from gweithdy.storage.tables import VALUE, change, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed


@dataclass(frozen=True, slots=True)
class Chapter:
    """An edit of a thing: `label` is what was done (a catalogue text), `now` the thing after it.

    `at` is in UTC; `author` is "" where nobody gave a name.
    """

    at: datetime
    author: str
    origin: Origin
    label: str
    now: Entity


_author, _origin, _label, _field = (word.alias() for _ in range(4))
_owner = thing.alias()
_changes = (
    sa.select(
        edit.c.number,
        edit.c.at,
        _author.c.text.label("author"),
        _origin.c.text.label("origin"),
        _label.c.text.label("label"),
        _field.c.text.label("field"),
        VALUE,
        _owner.c.id.label("session"),
    )
    .join_from(change, edit, edit.c.number == change.c.edit)
    .join(thing, thing.c.number == change.c.thing)
    .join(_author, _author.c.number == edit.c.author)
    .join(_origin, _origin.c.number == edit.c.origin)
    .join(_label, _label.c.number == edit.c.label)
    .outerjoin(_field, _field.c.number == change.c.field)
    .outerjoin(_owner, _owner.c.number == edit.c.session)
    # Not what was erased; a value that is nothing is the JSON null.
    .where(thing.c.id == sa.bindparam("id"), change.c.value.is_not(None))
    .order_by(edit.c.hlc, edit.c.number, change.c.number)
)


def story(connection: sa.Connection, noun: str, id: Id) -> list[Chapter]:
    """What the thing of this noun has been, the oldest first; what is damaged is passed over."""
    known = fields(NOUNS[noun])
    values: dict[str, Value] = {}
    chapters: list[Chapter] = []
    rows = connection.execute(_changes, {"id": id}).all()
    for _, group in groupby(rows, attrgetter("number")):
        several = list(group)
        for row in several:
            values |= {path: value for path, value in _given(row) if path in known}
        if values.get("session"):
            first = several[0]
            now = made_from(NOUNS[noun], id, _read(noun, values))
            chapters.append(Chapter(first.at, first.author, Origin(first.origin), first.label, now))
    return chapters


def _given(row: Any) -> Iterator[tuple[str, Any]]:
    """The plain values that a row of the log gives, by path."""
    try:
        value = parsed(row.value)
        if row.field is None:
            yield from {"session": row.session, **value}.items()
        else:
            yield row.field, value
    except UNREADABLE:
        return


def _read(noun: str, plain: dict[str, Any]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for path, one in fields(NOUNS[noun]).items():
        try:
            found[path] = from_plain(one, plain.get(path))
        except UNREADABLE:
            found[path] = one.default
    return found
