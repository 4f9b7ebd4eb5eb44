"""Check: whether the file is whole, and whether the tables say what the log says."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Place
from gweithdy.domain.entity import fields, value_of
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain, to_plain
from gweithdy.domain.problem import N_
from gweithdy.domain.stop import Progress
from gweithdy.storage.current import Row
from gweithdy.storage.health import damage
from gweithdy.storage.position import greatest
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import TABLES, change, change_parent, device, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed

AT_ONCE = 1000
"""Things that are compared together: memory stays small, and progress is told often."""

Span = Mapping[str, int]
"""The numbers of the `first` and the `last` of some things."""

Plain = dict[str, Any]
"""The values of one row by path, as the log writes them."""


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
    words = {one.number: one.text for one in connection.execute(sa.select(word))}
    followed = {(parent, words[path]) for parent, path in connection.execute(_FOLLOWED, span)}
    rows: dict[Row, Plain] = {}
    for number, noun, id, path, plain, session in connection.execute(_CHANGES, span):
        # Not by the order alone: what is anonymous has the same clock for an hour.
        try:
            value = parsed(plain)
            values = {"session": session, **value} if path is None else {words[path]: value}
        except UNREADABLE:
            unread.append(Place(words[noun], id, words.get(path, "")))
            continue
        rows.setdefault((words[noun], id), {}).update(
            {name: each for name, each in values.items() if (number, name) not in followed}
        )
    return {
        (noun, id): {path: row.get(path, value) for path, value in _defaults(noun).items()}
        for (noun, id), row in rows.items()
        if noun in NOUNS
    }


def _within(number: sa.Column[int]) -> sa.ColumnElement[bool]:
    return number.between(sa.bindparam("first"), sa.bindparam("last"))


_session = thing.alias()
_child = change.alias()
_CHANGES = (
    sa.select(
        change.c.number,
        thing.c.noun,
        thing.c.id,
        change.c.field,
        sa.type_coerce(change.c.value, sa.types.NullType()),
        _session.c.id,
    )
    .join(thing, thing.c.number == change.c.thing)
    .join(edit, edit.c.number == change.c.edit)
    .join(device, device.c.number == edit.c.device)
    .join(_session, _session.c.number == edit.c.session, isouter=True)
    # Not what was erased; a value that is nothing is the JSON null.
    .where(_within(change.c.thing), change.c.value.is_not(None))
    .order_by(edit.c.hlc, device.c.id, change.c.number)
)
_FOLLOWED = (
    sa.select(change_parent.c.parent, _child.c.field)
    .join(_child, _child.c.number == change_parent.c.child)
    .where(_within(_child.c.thing))
)
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


@cache
def _defaults(noun: str) -> Plain:
    return {path: to_plain(one, one.default) for path, one in fields(NOUNS[noun]).items()}


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
