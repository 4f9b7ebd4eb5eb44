"""Glance: what stands in a library, read without opening it, so that it is in sight at once.

It needs SQLite alone, and takes a hundredth of the time of all that writing needs.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from gweithdy.domain.change import Committed, Edit, Place
from gweithdy.domain.entity import Entity, fields, noun_name
from gweithdy.domain.history import Earlier
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import OWNED, SHELVED
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

    def workshop(self, session: Id, _nouns: Sequence[type[Entity]] = OWNED) -> Workshop:
        """The session that was looked at; Problem for any other."""
        if self._workshop is None or self._workshop.id != session:
            raise Problem(N_("This session is not in the library: {session}."), session=session)
        return self._workshop

    def past(self, _session: Id, _upto: int) -> list[Earlier]:
        """Only the open library tells what was done."""
        return []

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
    # The driver cannot read all that SQLite says of what is damaged.
    except (Problem, OSError, sqlite3.Error, UnicodeDecodeError):
        return None


def _seen(connection: sqlite3.Connection, session: Id) -> Glance | None:
    [position] = connection.execute("SELECT coalesce(max(number), 0) FROM edit").fetchone()
    unread: list[Place] = []
    shelf = [each for noun in SHELVED for each in _entities(connection, noun, unread)]
    catalogue = Catalogue(shelf, position)
    found = catalogue.find(Session, session)
    nouns = OWNED if found else ()
    inside = [each for noun in nouns for each in _entities(connection, noun, unread, session)]
    if unread:
        return None
    return Glance(catalogue, Workshop(found, inside, position) if found else None)


def _entities(
    connection: sqlite3.Connection, of: type[Entity], unread: list[Place], session: Id = ""
) -> list[Entity]:
    noun = noun_name(of)
    columns = ", ".join(f'"{one.column}"' for one in fields(of).values())
    which, asked = (" WHERE session = ?", (session,)) if session else ("", ())
    query = f'SELECT "id", {columns} FROM "{noun}"{which}'  # noqa: S608 - our own names
    return entities(noun, connection.execute(query, asked), unread)
