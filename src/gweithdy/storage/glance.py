"""Glance: what stands in a library, read without opening it, so that it is in sight at once.

It needs SQLite alone, and takes a hundredth of the time of all that writing needs.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from gweithdy.domain.change import Committed, Edit
from gweithdy.domain.entity import Entity, fields, noun_name
from gweithdy.domain.field import Kind
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS, OWNED, SHELVED
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.storage.engine import connect, uri
from gweithdy.storage.header import read_header
from gweithdy.storage.location import real
from gweithdy.storage.parts import has_journal
from gweithdy.storage.restoring import is_cut_off
from gweithdy.storage.rows import entities
from gweithdy.storage.schema import SCHEMA

LOOKING = ("query_only=ON", "busy_timeout=0", "trusted_schema=OFF", "cell_size_check=ON")
"""It never waits for another program: whoever opens the library does."""

READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: bool,
    Kind.DATE: date.fromisoformat,
    Kind.TIME: time.fromisoformat,
    Kind.MOMENT: lambda at: datetime.fromisoformat(at).replace(tzinfo=UTC),
    Kind.IDS: json.loads,
    Kind.CHOICES: json.loads,
    Kind.FILE: json.loads,
}
"""What SQLite does not know of itself; the types in `storage.columns` wrote it."""


class Glance:
    """A library as it was a moment ago, with one of its sessions at most.

    To a desk it is a library like any other, until the desk goes on with the open one.
    """

    def __init__(self, catalogue: Catalogue | None = None, workshop: Workshop | None = None):
        self._catalogue = catalogue or Catalogue()
        self._workshop = workshop

    def catalogue(self) -> Catalogue:
        """As `Library.catalogue`."""
        return self._catalogue

    def workshop(self, session: Id) -> Workshop:
        """The session that was looked at; Problem for any other."""
        if self._workshop is None or self._workshop.id != session:
            raise Problem(N_("This session is not in the library: {session}."), session=session)
        return self._workshop

    def write(self, _edit: Edit) -> int:
        """Nothing is written to what is only looked at."""
        raise Problem(N_("The library is open for reading only. Nothing was changed."))

    def follow(self, _follower: Callable[[Committed], None]) -> Callable[[], None]:
        """There is nothing to tell."""
        return lambda: None


def glance(path: Path, session: Id = "") -> Glance | None:
    """What is in the library at `path`, and in `session`; None if only opening it can tell.

    That is so if there is none, or an older or a newer one, if it is damaged or held by another
    program, if a restore or a write of it was cut off, and if its folder cannot be written to.
    """
    try:
        path = real(path)
        if read_header(path).schema != SCHEMA or is_cut_off(path) or has_journal(path):
            return None
        with closing(connect(uri(path, "mode=ro"), LOOKING, uri=True)) as connection:
            # One transaction: everything is of one moment.
            connection.execute("BEGIN")
            return _seen(connection, session)
    # Damaged words, moments and choices are no errors of the database's own.
    except (Problem, OSError, sqlite3.Error, ValueError, KeyError):
        return None


def _seen(connection: sqlite3.Connection, session: Id) -> Glance:
    [position] = connection.execute("SELECT coalesce(max(number), 0) FROM edit").fetchone()
    shelf = (_entities(connection, noun_name(noun)) for noun in SHELVED)
    catalogue = Catalogue([each for some in shelf for each in some], position)
    found = catalogue.find(Session, session)
    if found is None:
        return Glance(catalogue)
    inside = (_entities(connection, noun_name(noun), session) for noun in OWNED)
    return Glance(catalogue, Workshop(found, [each for some in inside for each in some], position))


def _entities(connection: sqlite3.Connection, noun: str, session: Id = "") -> list[Entity]:
    known = list(fields(NOUNS[noun]).values())
    columns = ", ".join(f'"{one.column}"' for one in known)
    which, asked = (" WHERE session = ?", (session,)) if session else ("", ())
    query = f'SELECT "id", {columns} FROM "{noun}"{which}'  # noqa: S608 - our own names
    reads = [(place, READ[one.kind]) for place, one in enumerate(known, 1) if one.kind in READ]

    def rows() -> Iterator[list[Any]]:
        for row in map(list, connection.execute(query, asked)):
            for place, read in reads:
                if row[place] is not None:
                    row[place] = read(row[place])
            yield row

    return entities(noun, rows())
