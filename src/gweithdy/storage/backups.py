"""Backups: whole copies beside the library, and the way back."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock as ThreadLock

import sqlalchemy as sa

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.domain.stop import Asked
from gweithdy.storage.aside import set_aside
from gweithdy.storage.engine import connect, uri
from gweithdy.storage.faults import told
from gweithdy.storage.header import read_header
from gweithdy.storage.journal import roll_back
from gweithdy.storage.location import real
from gweithdy.storage.lock import Lock
from gweithdy.storage.parts import part, sync_folder, throw_away
from gweithdy.storage.restoring import copy_for, finish, is_cut_off, put_in_place
from gweithdy.storage.stopping import stoppable
from gweithdy.storage.thinning import Backup, kept, newest_first
from gweithdy.whole_file import to_disk

STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)-(?P<reason>[a-z0-9-]+?)(-\d+)?\.gwdy")

_one_at_a_time = ThreadLock()
"""Who begins a copy sweeps away those that were not finished: there must be no other on its way."""


def folder_of(library: Path) -> Path:
    """Where the backups of a library are."""
    return library.parent / "backups"


def backups_of(library: Path) -> list[Backup]:
    """The backups of a library, newest first, and what was set aside for one of them.

    The library need not be open, nor whole, nor there.
    """
    library = real(library)
    return newest_first((*_copies(library), *set_aside(library)), datetime.now(UTC))


def _copies(library: Path) -> Iterator[Backup]:
    for path in _files(library):
        match = _name_parts(library, path)
        # Another thread may be thinning them.
        with suppress(FileNotFoundError, ValueError):
            if match:
                at = datetime.strptime(match["stamp"], STAMP).replace(tzinfo=UTC)
                yield Backup(path, at, match["reason"], path.stat().st_size)


def back_up(
    library: Path, reason: str, now: datetime | None = None, stopped: Asked | None = None
) -> Path:
    """Copy the library, open or not, and thin the older copies."""
    now = now or datetime.now(UTC)
    with told():
        copy = copied(library, reason, now, stopped)
    known = backups_of(library)
    for backup in set(known) - kept(known, now):
        # One that another program holds goes the next time.
        with suppress(PermissionError):
            throw_away(backup.path)
    return copy


def copied(library: Path, reason: str, now: datetime, stopped: Asked | None = None) -> Path:
    """A checked copy of the library in the folder of its backups; `Stopped` leaves nothing."""
    folder = folder_of(library)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder for backups cannot be made: {path} ({reason}). The library is safe."),
            path=folder,
            reason=why(error),
        ) from error
    with _one_at_a_time:
        _sweep(library)
        target = _free_name(folder, f"{library.stem}-{now.strftime(STAMP)}-{_word(reason)}")
        new = target.with_suffix(".new")
        try:
            _write(library, new, stopped)
            new.replace(target)
            sync_folder(folder)
        finally:
            new.unlink(missing_ok=True)
    return target


def _write(library: Path, new: Path, stopped: Asked | None = None) -> None:
    with closing(connect(uri(library, "mode=ro"), uri=True)) as source, stoppable(source, stopped):
        _refuse_damaged(source, library)
        _copy_checked(source, new, stopped)


def _copy_checked(source: sqlite3.Connection, new: Path, stopped: Asked | None) -> None:
    # Unlike the backup API this leaves a file that opens from read-only media too.
    source.execute("VACUUM INTO ?", (str(new),))
    with closing(connect(str(new))) as copy, stoppable(copy, stopped):
        _refuse_damaged(copy, new)
    with new.open("rb+") as file:
        to_disk(file.fileno())


def copy_out(connection: sa.Connection, path: Path) -> None:
    """Write all that an open connection reads to a file that comes into being whole."""
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    new = part(path, ".new")
    throw_away(new)
    try:
        _copy_checked(source, new, None)
        new.replace(path)
        sync_folder(path.parent)
    finally:
        throw_away(new)


def settle(library: Path) -> bool:
    """Finish or take back what was cut off, while we hold the lock of the library.

    Whether a write was taken back that SQLite had not finished.
    """
    if is_cut_off(library):
        finish(library)
    # Without a note a copy for the library is unfinished, as is an empty library on its way.
    for half in (copy_for(library), part(library, ".new")):
        throw_away(half)
    with _one_at_a_time:
        _sweep(library)
    if not library.exists():
        return False
    read_header(library)
    return roll_back(library)


def _sweep(library: Path) -> None:
    """Remove the copies that were cut off when the program or the computer stopped."""
    for path in _files(library):
        if ".new" in path.suffix and _name_parts(library, path.with_suffix(".gwdy")):
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def _files(library: Path) -> list[Path]:
    # Not `glob`: a name may have brackets in it.
    try:
        return sorted(folder_of(library).iterdir())
    except OSError:
        return []


def restore(library: Path, backup: Path) -> Path:
    """Put a copy of `backup` in the place of a closed library; where the old one was moved.

    After a Problem everything is as before. What was cut off is finished at the next opening.
    """
    library = real(library)
    with told():
        read_header(backup)
        lock = Lock(library)
        lock.take()
        try:
            if is_cut_off(library):
                finish(library)
            new = copy_for(library)
            throw_away(new)
            roll_back(backup)
            try:
                _write(backup, new)
                return put_in_place(library)
            finally:
                if not is_cut_off(library):
                    throw_away(new)
        finally:
            lock.free()


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise Problem(
            N_("This file is damaged, so no copy was made of it: {path} ({reason})."),
            path=path,
            reason=found[0],
        )


def _name_parts(library: Path, path: Path) -> re.Match[str] | None:
    return NAME.fullmatch(path.name.removeprefix(f"{library.stem}-"))


def _word(reason: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-") or "asked"


def _free_name(folder: Path, start: str) -> Path:
    name, count = folder / f"{start}.gwdy", 1
    while name.exists():
        count += 1
        name = folder / f"{start}-{count}.gwdy"
    return name
