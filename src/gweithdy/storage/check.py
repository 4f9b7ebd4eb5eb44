"""Check: whether the file is whole, and whether the tables say what the log says."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.attached import Attached
from gweithdy.domain.change import Place
from gweithdy.domain.entity import fields, value_of
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain, to_plain
from gweithdy.domain.problem import N_
from gweithdy.domain.stop import Progress
from gweithdy.storage.current import Row
from gweithdy.storage.files import lacking
from gweithdy.storage.health import damage
from gweithdy.storage.position import greatest
from gweithdy.storage.replay import CHANGES, FOLLOWED, Plain, child, replayed
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import TABLES, change, edit, thing, word
from gweithdy.storage.values import UNREADABLE

AT_ONCE = 1000
"""Things that are compared together: memory stays small, and progress is told often."""

Span = Mapping[str, int]
"""The numbers of the `first` and the `last` of some things."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library. `message` is a catalogue text, `values` fill its places."""

    message: str
    values: dict[str, object] = field(default_factory=dict)


def check(connection: sa.Connection, progress: Progress | None = None) -> list[Finding]:
    """Everything wrong with the library; empty if it is whole."""
    last = greatest(connection, thing.c.number)
    # Looking through the file takes a small part of the time of comparing all that is in it.
    ahead = 1 + last // 8
    tell = progress or (lambda _step, _steps: None)
    tell(0, ahead + last)
    found = [
        Finding(N_("The file is damaged: {reason}"), {"reason": reason})
        for reason in damage(connection)
    ]
    if not found:
        tell(ahead, ahead + last)
        for span in spans(last):
            unread: list[Place] = []
            logged, stored = rebuilt(connection, span, unread), tables(connection, span, unread)
            found += map(_unreadable, unread)
            found += _compared(stored, logged)
            tell(ahead + span["last"], ahead + last)
        found += _without_history(connection)
        found += _without_time(connection)
        found += map(_lacking, lacking(connection))
    tell(ahead + last, ahead + last)
    return found


def spans(last: int) -> Iterator[Span]:
    """All things up to the one with the number `last`, some at a time."""
    for first in range(1, last + 1, AT_ONCE):
        yield {"first": first, "last": min(first + AT_ONCE - 1, last)}


def rebuilt(connection: sa.Connection, span: Span, unread: list[Place]) -> dict[Row, Plain]:
    """The rows of some things as the log alone makes them; damaged changes are put on `unread`.

    Of several heads of one field the one with the greatest clock and device counts.
    """
    return replayed(connection, _CHANGES, _FOLLOWED, span, unread)


def _within(number: sa.Column[int]) -> sa.ColumnElement[bool]:
    return number.between(sa.bindparam("first"), sa.bindparam("last"))


_CHANGES = CHANGES.where(_within(change.c.thing))
_FOLLOWED = FOLLOWED.where(_within(child.c.thing))
_NOUNS = (
    sa.select(word.c.text)
    .distinct()
    .join(thing, thing.c.noun == word.c.number)
    .where(_within(thing.c.number))
)


def tables(connection: sa.Connection, span: Span, unread: list[Place]) -> dict[Row, Plain]:
    """The rows of some things as they are; damaged values are put on the list `unread`."""
    rows: dict[Row, Plain] = {}
    for noun in connection.scalars(_NOUNS, span).all():
        if noun in NOUNS:
            known = fields(NOUNS[noun])
            for each in entities(noun, connection.execute(_stored(noun), span), unread):
                plain = {path: to_plain(one, value_of(each, path)) for path, one in known.items()}
                rows[noun, each.id] = plain
    return rows


@cache
def _stored(noun: str) -> sa.Select[Any]:
    return all_of(noun).join(thing, thing.c.id == TABLES[noun].c.id).where(_within(thing.c.number))


def _compared(stored: dict[Row, Plain], logged: dict[Row, Plain]) -> Iterator[Finding]:
    for noun, id in sorted(stored.keys() | logged.keys()):
        one, other = stored.get((noun, id)), logged.get((noun, id))
        if one is None or other is None:
            yield _unlike(noun, id, one or {})
        elif one != other:
            paths = [path for path in one if not _same(noun, path, one[path], other[path])]
            if paths:
                yield _unlike(noun, id, paths)


def _same(noun: str, path: str, stored: Any, logged: Any) -> bool:
    """Whether both mean the same value: the log may have written it as in another time zone."""
    one = fields(NOUNS[noun])[path]
    with suppress(*UNREADABLE):
        return bool(stored == logged or stored == to_plain(one, from_plain(one, logged)))
    return False


def _without_history(connection: sa.Connection) -> Iterator[Finding]:
    for noun, table in TABLES.items():
        logged = sa.select(thing.c.number).where(thing.c.id == table.c.id)
        for id in connection.scalars(sa.select(table.c.id).where(~logged.exists())):
            yield _unlike(noun, id, fields(NOUNS[noun]))


def _without_time(connection: sa.Connection) -> Iterator[Finding]:
    at = sa.type_coerce(edit.c.at, sa.types.NullType())
    for number in connection.scalars(
        sa.select(edit.c.number).where(sa.func.datetime(at).is_(None))
    ):
        yield Finding(N_("The time of a change cannot be read: {number}"), {"number": number})


def _lacking(attached: Attached) -> Finding:
    return Finding(N_("An attached file is not there, or damaged: {name}"), {"name": attached.name})


def _unreadable(place: Place) -> Finding:
    return Finding(
        N_("A value cannot be read: {noun} {id} ({field})"),
        {"noun": place.entity, "id": place.id, "field": place.field},
    )


def _unlike(noun: str, id: Id, paths: Iterable[str]) -> Finding:
    return Finding(
        N_("A row does not match its history: {noun} {id} ({fields})"),
        {"noun": noun, "id": id, "fields": ", ".join(paths)},
    )
