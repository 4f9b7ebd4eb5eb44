"""Log: an Edit becomes rows of the change log and of the tables, in one transaction."""

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Value, fields, to_plain
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.workshop import NOUNS, grouped
from gweithdy.storage.rows import columns_of, new_row
from gweithdy.storage.tables import TABLES, change, change_parent

Place = tuple[Id, str]
"""One field of one row."""

AT_ONCE = 400
"""Ids in one query: SQLite takes 999 values, older PostgreSQL drivers have limits too."""

REMEMBERED = 20_000

_append = sa.insert(change).inline()
_adopt = sa.insert(change_parent)
_heads = (
    sa.select(change.c.row, change.c.field, change.c.id)
    .where(
        change.c.row.in_(sa.bindparam("rows", expanding=True)),
        change.c.field.in_(sa.bindparam("fields", expanding=True)),
        ~sa.exists().where(change_parent.c.parent == change.c.id),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """Where a device stands in its own sequence, and the greatest clock value seen."""

    seq: int = 0
    hlc: int = 0


def position(connection: sa.Connection, device: Id) -> Position:
    """Where `device` stands in the log."""
    seq = connection.scalar(sa.select(sa.func.max(change.c.seq)).where(change.c.device == device))
    last = connection.scalar(sa.select(sa.func.max(change.c.hlc)))
    return Position(seq or 0, last or 0)


class Log:
    """Appends the edits of one device. Only the writer's thread uses it."""

    def __init__(self, device: Id, author: str, start: Position) -> None:
        self.device = device
        self.author = author
        self.position = start
        self._known_heads: dict[Place, list[Id]] = {}

    def forget(self, back_to: Position) -> None:
        """The transaction was rolled back: nothing since `back_to` has happened."""
        self.position = back_to
        self._known_heads.clear()

    def append(self, connection: sa.Connection, edit: Edit, kind: str = "set") -> None:
        """Write `edit` to the tables and to the log."""
        rows = grouped(edit.changes)
        known: set[Id] = set()
        for name in NOUNS:
            of_noun = {id: values for (entity, id), values in rows.items() if entity == name}
            if of_noun:
                known |= _write_rows(connection, name, of_noun)
        changed = {id: values for (_, id), values in rows.items() if id in known}
        heads = self._heads(connection, changed)
        self._write_log(connection, edit, kind, rows, heads)

    def _write_log(
        self,
        connection: sa.Connection,
        edit: Edit,
        kind: str,
        rows: dict[tuple[str, Id], dict[str, Value]],
        heads: dict[Place, list[Id]],
    ) -> None:
        now = datetime.now(UTC)
        seq, hlc = self.position.seq, self.position.hlc
        hlc = max(time.time_ns() // 1000, hlc + 1)
        same = {
            "device": self.device, "author": self.author, "at": now, "kind": kind,
            "session": edit.session or None, "edit": new_id(),
        }  # fmt: skip
        entries: list[dict[str, Any]] = []
        parents: list[dict[str, Id]] = []
        for (entity, id), values in rows.items():
            known = fields(NOUNS[entity])
            for path, value in values.items():
                seq, hlc = seq + 1, hlc + 1
                entry = {
                    "id": ordered_id(hlc), "seq": seq, "hlc": hlc, "entity": entity, "row": id,
                    "field": path, "value": to_plain(known[path], value), **same,
                }  # fmt: skip
                entries.append(entry)
                place = (id, path)
                parents += [{"child": entry["id"], "parent": h} for h in heads.get(place, ())]
                self._known_heads[place] = [entry["id"]]
        connection.execute(_append, entries)
        if parents:
            connection.execute(_adopt, parents)
        self.position = Position(seq, hlc)

    def _heads(
        self, connection: sa.Connection, rows: dict[Id, dict[str, Value]]
    ) -> dict[Place, list[Id]]:
        """The current heads of the fields about to change."""
        if len(self._known_heads) > REMEMBERED:
            self._known_heads.clear()
        places = [(id, path) for id, values in rows.items() for path in values]
        heads = {p: self._known_heads[p] for p in places if p in self._known_heads}
        unknown = [place for place in places if place not in heads]
        if unknown:
            paths = sorted({path for _, path in unknown})
            for some in batches(sorted({id for id, _ in unknown})):
                found = connection.execute(_heads, {"rows": some, "fields": paths})
                for row, path, id in found:
                    if (row, path) not in self._known_heads:
                        heads.setdefault((row, path), []).append(id)
        return heads


def batches(ids: Sequence[Id]) -> Iterable[Sequence[Id]]:
    """`ids` in pieces that fit into one query."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def ordered_id(hlc: int) -> Id:
    """A UUID (version 7) that begins with the clock: indexes grow at their end and stay fast."""
    milliseconds, microseconds = divmod(hlc, 1000)
    number = milliseconds << 80 | 7 << 76 | microseconds << 64 | 2 << 62
    number |= int.from_bytes(os.urandom(8), "big") >> 2
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _write_rows(connection: sa.Connection, name: str, rows: dict[Id, dict[str, Value]]) -> set[Id]:
    """Let the table `name` have these values; the ids that it had before."""
    known: set[Id] = set()
    for some in batches(list(rows)):
        known |= set(connection.scalars(_known_ids(name), {"ids": some}))
    fresh = [new_row(name, id, values) for id, values in rows.items() if id not in known]
    if fresh:
        connection.execute(_insert(name), fresh)
    updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for id in known:
        columns = columns_of(name, rows[id])
        updates.setdefault(tuple(sorted(columns)), []).append({"row_id": id, **columns})
    for names, values in updates.items():
        connection.execute(_update(name, names), values)
    return known


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
