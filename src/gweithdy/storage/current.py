"""Current: the tables of current values, written beside the log."""

from collections.abc import Callable
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Owner, fields
from gweithdy.domain.field import Value
from gweithdy.domain.fits import fitting
from gweithdy.domain.ids import Id, is_id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import grouped
from gweithdy.storage.prepared import Prepared, among
from gweithdy.storage.rows import columns_of, new_row
from gweithdy.storage.tables import TABLES

Row = tuple[str, Id]
"""A noun's name and an id."""

SESSION = Owner.SESSION.value

UNKNOWN = N_(
    "This change does not fit what is in the library ({what}), so it was not saved. "
    "Everything saved before is safe."
)


def known_rows(edit: Edit) -> dict[Row, dict[str, Value]]:
    """The values of an edit by row.

    Problem for a noun or a field that there is not, and for a value that cannot stand there.
    """
    rows = grouped(edit.changes)
    for (name, id), values in rows.items():
        if name not in NOUNS or not is_id(id):
            raise Problem(UNKNOWN, what=f"{name} {id}")
        known = _fitting(name)
        for path, value in values.items():
            if path not in known or not known[path](value):
                raise Problem(UNKNOWN, what=f"{name}.{path}")
    return rows


@cache
def _fitting(name: str) -> dict[str, Callable[[Value], bool]]:
    return {path: fitting(one) for path, one in fields(NOUNS[name]).items()}


def write_rows(
    connection: sa.Connection, rows: dict[Row, dict[str, Value]], session: Id
) -> set[Id]:
    """Let the tables have these values; the ids of the things that come into being.

    Problem for a row of another session than the one that the edit belongs to.
    """
    fresh: set[Id] = set()
    for name in NOUNS:
        of_noun = {id: values for (noun, id), values in rows.items() if noun == name}
        if of_noun:
            fresh |= _write(connection, name, of_noun, session)
    return fresh


def _write(
    connection: sa.Connection, name: str, rows: dict[Id, dict[str, Value]], session: Id
) -> set[Id]:
    owner = NOUNS[name].belongs_to.value
    known: dict[Id, Id] = {
        id: home or "" for id, home in _known(name).all(connection, {"ids": list(rows)})
    }
    fresh = rows.keys() - known.keys()
    for id, values in rows.items():
        # Only what is said to be there comes into being: a slip of the id would make a thing, and
        # undo a ghost of what has gone for good.
        # And nothing ever moves to another owner.
        home = values.get(owner, "") if id in fresh else known[id]
        is_made = values.keys() > {"deleted"}
        is_lost = not is_made if id in fresh else values.get(owner, home) != home
        is_foreign = owner == SESSION and (not home or session not in ("", home))
        if is_lost or is_foreign:
            raise Problem(UNKNOWN, what=f"{name} {id}")
    if fresh:
        new = [new_row(name, id, values) for id, values in rows.items() if id in fresh]
        _insert(name).run(connection, new)
    updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for id in known:
        columns = columns_of(name, rows[id])
        updates.setdefault(tuple(sorted(columns)), []).append({"row_id": id, **columns})
    for names, several in updates.items():
        _update(name, names).run(connection, several)
    return set(fresh)


@cache
def _known(name: str) -> Prepared:
    """The query for those of `:ids` that there are, each with its owner."""
    table, owner = TABLES[name], NOUNS[name].belongs_to.value
    # The series and the session are their own.
    home = table.c.get(owner, table.c.id)
    return Prepared(sa.select(table.c.id, home).where(among(table.c.id, "ids")))


@cache
def _insert(name: str) -> Prepared:
    return Prepared(sa.insert(TABLES[name]))


@cache
def _update(name: str, columns: tuple[str, ...]) -> Prepared:
    table = TABLES[name]
    values: dict[str, Any] = {column: sa.bindparam(column) for column in columns}
    return Prepared(sa.update(table).where(table.c.id == sa.bindparam("row_id")).values(values))
