"""Library: the one durable store of all series and sessions of a person."""

import sqlite3
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from gweithdy.domain.attached import Attached
from gweithdy.domain.change import Committed, Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Value
from gweithdy.domain.history import Earlier
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS, OWNED
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Asked, Progress, Stopped
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.storage import contents, device, opening
from gweithdy.storage.backups import back_up, backups_of, copy_out, restore
from gweithdy.storage.bin import binned, erase, overdue
from gweithdy.storage.check import Finding, check
from gweithdy.storage.engine import reading_engine, writing_engine
from gweithdy.storage.faults import told
from gweithdy.storage.files import bytes_of
from gweithdy.storage.header import read_header
from gweithdy.storage.health import damage, quick_damage
from gweithdy.storage.location import is_on_network, real, refuse_odd_name, warnings_about
from gweithdy.storage.lock import Lock
from gweithdy.storage.log import Log
from gweithdy.storage.parts import parts_of
from gweithdy.storage.past import past
from gweithdy.storage.position import position
from gweithdy.storage.search import Hit, SearchIndex
from gweithdy.storage.stopping import stoppable
from gweithdy.storage.story import Chapter, story
from gweithdy.storage.tables import TABLES, edit
from gweithdy.storage.then import Packed, packed
from gweithdy.storage.thinning import Backup
from gweithdy.storage.trace import Stood, trace
from gweithdy.storage.unclean import NO_CHECKPOINT, KeptParts, let_checkpoint, refuse_damaged
from gweithdy.storage.unusable import Missing, Unusable
from gweithdy.storage.versions import earlier, versions
from gweithdy.storage.whereabouts import Gone, Whereabouts
from gweithdy.storage.writer import Writer

__all__ = [
    "Backup", "Finding", "Gone", "Hit", "Library", "Missing", "Unusable", "backups_of", "restore",
]  # fmt: skip

Follower = Callable[[Committed], None]

A_WEEK = timedelta(days=7)
"""After which a library is looked through again."""


class Library:
    """An open library. Any thread may call it; only its own writer thread writes.

    `warnings` are catalogue texts about where it lies.
    """

    def __init__(self, path: Path, *, is_new: bool, mode: str, lock: Lock | None) -> None:
        self.path = path
        self.is_new = is_new
        self.warnings: list[str] = []
        self._lock = lock
        self._place: Whereabouts | None = None
        self._now = utc_now
        self._written = self._copied = 0
        self._followers: list[Follower] = []
        self._kept: KeptParts | None = None
        self._log: Log | None = None
        self._writer: Writer | None = None
        self._writing: sa.Engine | None = None
        self._reading = reading_engine(path, mode)
        self._index = SearchIndex(path.with_name(path.name + ".search") if lock else None)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        author: str = "",
        now: Callable[[], datetime] = utc_now,
        look_later: bool = False,
        anew: bool = False,
    ) -> "Library":
        """Open the library at `path`; make it if there is none. Problem says why it cannot be.

        It is Missing where there was one, or where its folder is not there, unless an empty one is
        wanted `anew`; and Unusable where only a backup helps. `author` signs the edits that name
        nobody; `now` is the clock that the log is written by. One that was not closed is looked
        through first, or, to `look_later`, by `look_through`.
        """
        refuse_odd_name(path)
        path = real(path)
        with told():
            if read_only:
                return cls(path, is_new=False, mode=opening.for_reading(path), lock=None)
            opening.make_folder(path, anew=anew)
            if path.exists():
                # Before anything is written beside it.
                read_header(path)
            lock = Lock(path)
            lock.take()
            try:
                # On a network drive the log goes with the first opening.
                network = is_on_network(path)
                journal = "TRUNCATE" if network else "WAL"
                start = opening.for_writing(
                    path, look_later=look_later and not network, anew=anew, journal=journal
                )
                # A reader that may write would make an empty file where the library was taken away.
                library = cls(path, is_new=start.is_new, mode="mode=ro", lock=lock)
                library._kept = KeptParts(path) if start.unclean else None
                library.warnings = warnings_about(path, on_network=network)
                library._start(author, now, journal)
            except BaseException:
                lock.free()
                raise
            return library

    def _start(self, author: str, now: Callable[[], datetime], journal: str) -> None:
        self._now = now
        self._place = place = Whereabouts(self.path)
        more = [NO_CHECKPOINT] if self._kept else []
        self._writing = writing_engine(self.path, journal, *more)
        connection = self._writing.connect()
        try:
            with connection.begin():
                me = device.recognise(connection, self.path, now())
                start = position(connection, me)
                self._written += _ahead_of_backups(connection, self.backups())
            place.know_log()
        except BaseException:
            connection.close()
            self._writing.dispose()
            if self._kept:
                self._kept.free()
            raise
        self._log = Log(me, author, start, now)
        self._writer = Writer(connection, self._log, place, self._tell)

    def follow(self, follower: Follower) -> Callable[[], None]:
        """Tell `follower` every edit once it is on disk, whoever wrote it, in the order of the log.

        It is called in the writer's thread, before the one who wrote the edit goes on: it should
        only take a note, and cannot write. What it raises is reported, and stops nobody else. What
        is returned ends it.
        """
        # A new list each time: the writer's thread may be going through the old one.
        self._followers = [*self._followers, follower]
        return lambda: self._unfollow(follower)

    def catalogue(self) -> Catalogue:
        """What belongs to the library and its series: all sessions, and what goes through them."""
        with self._read() as connection:
            return contents.catalogue(connection)

    def workshop(self, session: Id, nouns: Sequence[type[Entity]] = OWNED) -> Workshop:
        """One session with everything in it, or only these `nouns`; Problem if there is none."""
        with self._read() as connection:
            return contents.workshop(connection, session, nouns)

    def packed(self, session: Id) -> dict[int, Packed]:
        """The versions of the pack of `session` that were counted here, by their number."""
        with self._read() as connection:
            return packed(connection, session)

    def workshop_then(self, session: Id, edit: int) -> Workshop:
        """One session as it was after the edit with this number; Problem if there was none."""
        with self._read() as connection:
            return contents.workshop_then(connection, session, edit)

    def past(self, session: Id, upto: int) -> list[Earlier]:
        """What was done lately, up to an edit, in `session` and to the library, oldest first."""
        if self._log is None:
            return []
        with self._read() as connection:
            return past(connection, self._log.device, session, upto)

    def write(self, edit: Edit) -> int:
        """The number of `edit` in the log once it is on disk; 0 for an edit of nothing.

        After a Problem nothing of it is on disk.
        """
        if not edit:
            return 0
        with told():
            return self._open_writer().write(edit)

    def versions(self, noun: str, id: Id, field: str) -> list[Value]:
        """The values that stand beside each other in a field: several if people wrote at once.

        The last one is the one that is shown. `field` is a path as in Changes.
        """
        with self._read() as connection:
            return versions(connection, NOUNS[noun], id, field)

    def earlier(self, noun: str, id: Id, field: str) -> list[Value]:
        """What has stood in a field, the newest first. `field` is a path as in Changes."""
        with self._read() as connection:
            return earlier(connection, NOUNS[noun], id, field)

    def story(self, noun: str, id: Id) -> list[Chapter]:
        """All that a thing has been, the oldest first: who changed it, when, what it was then."""
        with self._read() as connection:
            return story(connection, noun, id)

    def trace(self, noun: str, id: Id, field: str) -> list[Stood]:
        """What has stood in a field, the newest first, with when and by whom it was written."""
        with self._read() as connection:
            return trace(connection, noun, id, field)

    def bytes_of(self, attached: Attached) -> bytes | None:
        """The bytes of an attached file; None if they are not here, or damaged."""
        with self._read() as connection:
            return bytes_of(connection, attached)

    def search(
        self, words: str, limit: int = 100, stopped: Asked | None = None, session: Id = ""
    ) -> list[Hit]:
        """Where `words` occur in any session, or one, mutated or not; the best hits first."""
        deleted = sa.select(TABLES["session"].c.id).where(TABLES["session"].c.deleted)
        with self._read(stopped) as connection:
            hidden = set(connection.scalars(deleted))
            return self._index.find(connection, words, limit, hidden, session)

    def things(self, wanted: Iterable[tuple[str, Id]]) -> dict[Id, Entity]:
        """The living things with these nouns and ids, by id. Nothing else is read."""
        with self._read() as connection:
            return contents.things(connection, wanted)

    def binned(self) -> dict[Id, datetime | None]:
        """The deleted sessions, which can be restored, and when; None if that cannot be read."""
        with self._read() as connection:
            return binned(connection)

    def overdue(self, now: datetime) -> list[Id]:
        """The sessions that have been in the bin for longer than they are kept there."""
        with self._read() as connection:
            return overdue(connection, now)

    def erase(self, sessions: Collection[Id]) -> list[Id]:
        """Take deleted sessions out of the library for good; which have gone.

        Problem if that cannot be written.
        """
        with told():
            gone = self._open_writer().run(lambda connection: self._erase(connection, sessions))
        self._written += 1
        # Their words stood in it too.
        self._index.clear()
        return gone

    def back_up(self, reason: str, stopped: Asked | None = None) -> Path | None:
        """Copy the library into the folder of its backups; None if it is only being read."""
        if self._writer is None:
            return None
        if self._place:
            self._place.look()
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

    def save_as(self, path: Path) -> None:
        """Copy all there is to a new file, also where the library's own was taken away.

        Problem if the system gives nothing of it any more; there is no file then.
        """
        refuse_odd_name(path)
        path = real(path)
        # A log that lies there already would be replayed into the copy.
        if path == self.path or set(parts_of(path)) - {path}:
            raise Problem(
                N_("A library that is in use has this name: {path}. Choose another name."),
                path=path,
            )
        with told():
            # Through the connection that is open: no other finds what has no name any more.
            self._open_writer().run_outside(lambda one: copy_out(one, path))

    def check(
        self, progress: Progress | None = None, stopped: Asked | None = None
    ) -> list[Finding]:
        """Everything that is wrong with the library; empty if it is whole."""
        with self._read(stopped) as connection:
            return check(connection, progress)

    @property
    def unclean(self) -> bool:
        """Whether the library was not closed, and nobody has looked through it since."""
        return self._kept is not None

    @property
    def wants_look(self) -> bool:
        """Whether it should be looked through: after an unclean end, and once a week."""
        looked = device.looked_at(self.path)
        # A clock that was ahead is no reason to wait until it is right.
        is_due = looked is None or not timedelta() <= self._now() - looked < A_WEEK
        return self.unclean or is_due

    def look_through(self, stopped: Asked | None = None) -> None:
        """Look through the file; Problem if it is damaged.

        Of a library that was not closed nothing changes in its file until that is done: what is
        written stands in its log, and closing leaves both, so that the next opening looks again.
        """
        with self._read(stopped) as connection:
            found = damage(connection) if self.unclean else quick_damage(connection)
        # Only now: a stop looks like damage inside.
        refuse_damaged(found, self.path)
        device.remember_look(self.path, self._now())
        if self._kept is None:
            return
        with told():
            self._open_writer().run(let_checkpoint)
        self._kept.free()
        self._kept = None

    def close(self) -> None:
        """Finish writing and put the library away."""
        if self._writer:
            self._writer.close()
        gone = self.is_gone
        if not gone:
            # Before the log is put into the file: a reader would hold it.
            self._reading.dispose()
        if self._writing and self._log:
            if not (self._kept or gone):
                # On a full disk this fails; the write-ahead log then keeps everything.
                with suppress(sqlite3.Error), closing(self._writing.raw_connection()) as connection:
                    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writing.dispose()
            if not gone:
                device.remember(self.path, self._log.position.seq)
        # Whoever only reads leaves the log where it is: by now it may be another's.
        self._reading.dispose()
        self._place = None
        if self._kept:
            self._kept.free()
        self._index.close()
        if self._lock:
            self._lock.free()

    def _erase(self, connection: sa.Connection, sessions: Collection[Id]) -> list[Id]:
        assert self._log
        gone = erase(connection, sessions)
        # What the writer has noted of them is no longer there; how far it has come stays.
        self._log.forget(self._log.position)
        return gone

    def _tell(self, committed: Committed) -> None:
        self._written += 1
        for follower in self._followers:
            try:
                follower(committed)
            except Exception:  # noqa: BLE001 - reported; the edit is on disk, and others hear of it
                fault = (*sys.exc_info(), threading.current_thread())
                threading.excepthook(threading.ExceptHookArgs(fault))

    def _unfollow(self, follower: Follower) -> None:
        self._followers = [each for each in self._followers if each is not follower]

    @property
    def is_gone(self) -> bool:
        """Whether its file was taken away or replaced: nothing more can be saved in it."""
        try:
            if self._place:
                self._place.look()
        except Gone:
            return True
        return False

    def _open_writer(self) -> Writer:
        if self._writer is None:
            raise Problem(N_("The library is open for reading only. Nothing was changed."))
        return self._writer

    @contextmanager
    def _read(self, stopped: Asked | None = None) -> Iterator[sa.Connection]:
        if self._place:
            self._place.look()
        with told(), self._reading.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            with stoppable(raw, stopped):
                yield connection


def _ahead_of_backups(connection: sa.Connection, backups: list[Backup]) -> bool:
    """Whether something was written after the newest backup was made."""
    newest = sa.select(edit.c.at).order_by(edit.c.number.desc()).limit(1)
    try:
        last = connection.scalar(newest)
    except (ValueError, TypeError):
        # A damaged time, which the check finds: nobody knows, so a copy is made.
        return True
    return last is not None and not (backups and backups[0].at > last)
