"""Check: whether the file is whole, and whether the tables say what the log says."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import fields, from_plain, made_from, to_plain, value_of
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.stop import Progress
from gweithdy.domain.workshop import NOUNS
from gweithdy.storage.health import damage
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import change, change_parent

Plain = dict[str, Any]
"""The values of one row by path, as the log writes them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library. `message` is a catalogue text, `values` fill its places."""

    message: str
    values: dict[str, object] = field(default_factory=dict)


def check(connection: sa.Connection, progress: Progress | None = None) -> list[Finding]:
    """Everything wrong with the library; empty if it is whole."""
    found = [
        Finding(N_("The file is damaged: {reason}"), {"reason": reason})
        for reason in damage(connection)
    ]
    if found:
        return found
    logged = rebuilt(connection)
    for step, noun in enumerate(NOUNS):
        if progress:
            progress(step, len(NOUNS))
        found += _compared(noun, tables(connection, noun), logged.get(noun, {}))
    if progress:
        progress(len(NOUNS), len(NOUNS))
    return found


def rebuilt(connection: sa.Connection) -> dict[str, dict[Id, Plain]]:
    """The rows of every table as the log alone makes them.

    Of several heads of one field the one with the greatest clock and device counts.
    """
    parents = set(connection.scalars(sa.select(change_parent.c.parent)))
    query = sa.select(change).where(change.c.value.is_not(None))
    rows: dict[str, dict[Id, Plain]] = defaultdict(lambda: defaultdict(dict))
    for one in connection.execute(query.order_by(change.c.hlc, change.c.device)):
        if one.id not in parents:
            rows[one.entity][one.row][one.field] = one.value
    return {noun: {id: _whole(noun, id, v) for id, v in of.items()} for noun, of in rows.items()}


def tables(connection: sa.Connection, noun: str) -> dict[Id, Plain]:
    """The rows of one table as they are."""
    known = fields(NOUNS[noun])
    found = entities(noun, connection.execute(all_of(noun)))
    return {e.id: {p: to_plain(f, value_of(e, p)) for p, f in known.items()} for e in found}


def _whole(noun: str, id: Id, plain: Plain) -> Plain:
    known = fields(NOUNS[noun])
    values = {path: from_plain(known[path], value) for path, value in plain.items()}
    entity = made_from(NOUNS[noun], id, values)
    return {path: to_plain(one, value_of(entity, path)) for path, one in known.items()}


def _compared(noun: str, stored: dict[Id, Plain], logged: dict[Id, Plain]) -> Iterator[Finding]:
    for id in sorted(stored.keys() | logged.keys()):
        one, other = stored.get(id), logged.get(id)
        if one is None or other is None or one != other:
            paths = [p for p in one or {} if other is None or (one or {})[p] != other[p]]
            yield Finding(
                N_("A row does not match its history: {noun} {id} ({fields})"),
                {"noun": noun, "id": id, "fields": ", ".join(paths)},
            )
