"""Library: the one durable store of all series and sessions of a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Asked, Progress, Stopped
from gweithdy.domain.workshop import OWNED, Catalogue, Workshop, noun_name
from gweithdy.storage import device, opening
from gweithdy.storage.backups import back_up, backups_of, restore
from gweithdy.storage.check import Finding, check
from gweithdy.storage.engine import reading_engine, writing_engine
from gweithdy.storage.faults import told
from gweithdy.storage.location import is_on_network, warnings_about
from gweithdy.storage.lock import Lock
from gweithdy.storage.log import Log, position
from gweithdy.storage.rows import all_of, entities, in_session
from gweithdy.storage.search import Hit, SearchIndex
from gweithdy.storage.stopping import stoppable
from gweithdy.storage.tables import TABLES, change
from gweithdy.storage.thinning import Backup
from gweithdy.storage.writer import Writer

__all__ = ["Backup", "Finding", "Hit", "Library", "restore"]


class Library:
    """An open library. Any thread may call it; only its own writer thread writes.

    `warnings` are catalogue texts about where it lies.
    """

    def __init__(self, path: Path, *, is_new: bool, mode: str, lock: Lock | None) -> None:
        self.path = path
        self.is_new = is_new
        self.warnings: list[str] = []
        self._lock = lock
        self._written = self._copied = 0
        self._log: Log | None = None
        self._writer: Writer | None = None
        self._writing: sa.Engine | None = None
        self._reading = reading_engine(path, mode)
        self._index = SearchIndex(path.with_name(path.name + ".search") if lock else None)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, author: str = "") -> "Library":
        """Open the library at `path`; make it if there is none. Problem says why it cannot be."""
        path = path.absolute()
        with told():
            if read_only:
                return cls(path, is_new=False, mode=opening.for_reading(path), lock=None)
            opening.make_folder(path)
            lock = Lock(path)
            lock.take()
            try:
                is_new = opening.for_writing(path)
                library = cls(path, is_new=is_new, mode="", lock=lock)
                library._start(author)
            except BaseException:
                lock.free()
                raise
            return library

    def _start(self, author: str) -> None:
        self.warnings = warnings_about(self.path)
        journal = "TRUNCATE" if is_on_network(self.path) else "WAL"
        self._writing = writing_engine(self.path, journal)
        connection = self._writing.connect()
        try:
            with connection.begin():
                me = device.recognise(connection, self.path)
                start = position(connection, me)
                self._written += _ahead_of_backups(connection, self.backups())
        except BaseException:
            connection.close()
            self._writing.dispose()
            raise
        self._log = Log(me, author, start)
        self._writer = Writer(connection, self._log)

    def sign(self, author: str) -> None:
        """Write `author` with every change from now on."""
        if self._log:
            self._log.author = author

    def catalogue(self) -> Catalogue:
        """All series and sessions."""
        with self._read() as connection:
            return Catalogue(
                [each for noun in ("series", "session") for each in _all(connection, noun)]
            )

    def workshop(self, session: Id) -> Workshop:
        """One session with everything in it; Problem if there is no such session."""
        with self._read() as connection:
            query = all_of("session").where(sa.column("id") == session)
            found = entities("session", connection.execute(query))
            if not found:
                raise Problem(N_("This session is not in the library: {session}."), session=session)
            owned: list[Entity] = []
            for noun in map(noun_name, OWNED):
                rows = connection.execute(in_session(noun), {"session": session})
                owned += entities(noun, rows.all())
        assert isinstance(found[0], Session)
        return Workshop(found[0], owned)

    def write(self, edit: Edit) -> None:
        """Return when `edit` is on disk. After a Problem nothing of it is."""
        if not edit:
            return
        with told():
            self._open_writer().write(edit)
        self._written += 1

    def search(self, words: str, limit: int = 100, stopped: Asked | None = None) -> list[Hit]:
        """Where `words` occur in any session, mutated or not; the best hits first."""
        deleted = sa.select(TABLES["session"].c.id).where(TABLES["session"].c.deleted)
        with self._read(stopped) as connection:
            hidden = set(connection.scalars(deleted))
            return self._index.find(connection, words, limit, hidden)

    def back_up(self, reason: str, stopped: Asked | None = None) -> Path | None:
        """Copy the library into the folder of its backups; None if it is only being read."""
        if self._writer is None:
            return None
        # Taken before the copy: what is written meanwhile counts as not yet copied.
        written = self._written
        copy = back_up(self.path, reason, stopped=stopped)
        self._copied = written
        # Stopped here, the next search goes on with it; the copy is there.
        with suppress(Stopped), self._read(stopped) as connection:
            self._index.catch_up(connection)
        return copy

    def backups(self) -> list[Backup]:
        """The backups there are, newest first."""
        return backups_of(self.path)

    @property
    def changed_since_backup(self) -> bool:
        """Whether something was written that no backup holds."""
        return self._written != self._copied

    def check(
        self, progress: Progress | None = None, stopped: Asked | None = None
    ) -> list[Finding]:
        """Everything that is wrong with the library; empty if it is whole."""
        with self._read(stopped) as connection:
            return check(connection, progress)

    def close(self) -> None:
        """Finish writing and put the library away."""
        if self._writer and self._writing and self._log:
            self._writer.close()
            # On a full disk this fails; the write-ahead log then keeps everything.
            self._reading.dispose()
            with suppress(sqlite3.Error), closing(self._writing.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writing.dispose()
            device.remember(self.path, self._log.position.seq)
        self._reading.dispose()
        self._index.close()
        if self._lock:
            self._lock.free()

    def _open_writer(self) -> Writer:
        if self._writer is None:
            raise Problem(N_("The library is open for reading only. Nothing was changed."))
        return self._writer

    @contextmanager
    def _read(self, stopped: Asked | None = None) -> Iterator[sa.Connection]:
        with told(), self._reading.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            with stoppable(raw, stopped):
                yield connection


def _all(connection: sa.Connection, noun: str) -> list[Entity]:
    return entities(noun, connection.execute(all_of(noun)).all())


def _ahead_of_backups(connection: sa.Connection, backups: list[Backup]) -> bool:
    """Whether something was written after the newest backup was made."""
    newest = sa.select(change.c.at).order_by(change.c.number.desc()).limit(1)
    last = connection.scalar(newest)
    return last is not None and not (backups and backups[0].at > last)
