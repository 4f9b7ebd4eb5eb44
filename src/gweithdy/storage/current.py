"""Current: the tables of current values, written beside the log."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import fields
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import grouped
from gweithdy.storage.numbers import batches
from gweithdy.storage.rows import columns_of, new_row
from gweithdy.storage.tables import TABLES

Row = tuple[str, Id]
"""A noun's name and an id."""

UNKNOWN = N_(
    "This change does not fit what is in the library ({what}), so it was not saved. "
    "Everything saved before is safe."
)


def known_rows(edit: Edit) -> dict[Row, dict[str, Value]]:
    """The values of an edit by row; Problem for a noun or a field that there is not."""
    rows = grouped(edit.changes)
    for (name, _), values in rows.items():
        if name not in NOUNS:
            raise Problem(UNKNOWN, what=name)
        for path in values:
            if path not in fields(NOUNS[name]):
                raise Problem(UNKNOWN, what=f"{name}.{path}")
    return rows


def write_rows(connection: sa.Connection, rows: dict[Row, dict[str, Value]]) -> set[Id]:
    """Let the tables have these values; the ids of the things that come into being."""
    fresh: set[Id] = set()
    for name in NOUNS:
        of_noun = {id: values for (noun, id), values in rows.items() if noun == name}
        if of_noun:
            fresh |= _write(connection, name, of_noun)
    return fresh


def _write(connection: sa.Connection, name: str, rows: dict[Id, dict[str, Value]]) -> set[Id]:
    known: set[Id] = set()
    for some in batches(rows):
        known |= set(connection.scalars(_known_ids(name), {"ids": some}))
    fresh = rows.keys() - known
    for id in fresh:
        # Only what is said to be there comes into being: a slip of the id would make a thing.
        if "deleted" not in rows[id]:
            raise Problem(UNKNOWN, what=f"{name} {id}")
    if fresh:
        new = [new_row(name, id, values) for id, values in rows.items() if id in fresh]
        connection.execute(_insert(name), new)
    updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for id in known:
        columns = columns_of(name, rows[id])
        updates.setdefault(tuple(sorted(columns)), []).append({"row_id": id, **columns})
    for names, values in updates.items():
        connection.execute(_update(name, names), values)
    return set(fresh)


@cache
def _known_ids(name: str) -> sa.Select[tuple[Id]]:
    table = TABLES[name]
    return sa.select(table.c.id).where(table.c.id.in_(sa.bindparam("ids", expanding=True)))


@cache
def _insert(name: str) -> sa.Insert:
    return sa.insert(TABLES[name])


@cache
def _update(name: str, columns: tuple[str, ...]) -> sa.Update:
    table = TABLES[name]
    values: dict[str, Any] = {column: sa.bindparam(column) for column in columns}
    return sa.update(table).where(table.c.id == sa.bindparam("row_id")).values(values)
