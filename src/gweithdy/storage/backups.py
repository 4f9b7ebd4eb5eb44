"""Backups: whole copies beside the library, and the way back."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock as ThreadLock

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Asked
from gweithdy.storage.device import mark_file
from gweithdy.storage.engine import connect, uri
from gweithdy.storage.faults import told
from gweithdy.storage.header import read_header
from gweithdy.storage.lock import Lock
from gweithdy.storage.parts import move_aside, sync_folder
from gweithdy.storage.stopping import stoppable
from gweithdy.storage.thinning import Backup, kept, newest_first

STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)-(?P<reason>[a-z0-9-]+?)(-\d+)?\.gwdy")

_one_at_a_time = ThreadLock()
"""Who begins a copy sweeps away those that were not finished: there must be no other on its way."""


def folder_of(library: Path) -> Path:
    """Where the backups of a library are."""
    return library.parent / "backups"


def backups_of(library: Path) -> list[Backup]:
    """The backups of a library, newest first. The library need not be open, nor whole."""
    found: list[Backup] = []
    for path in folder_of(library).glob(f"{library.stem}-*.gwdy"):
        match = _name_parts(library, path)
        # Another thread may be thinning them.
        with suppress(FileNotFoundError):
            if match:
                at = datetime.strptime(match["stamp"], STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, at, match["reason"], path.stat().st_size))
    return newest_first(found)


def back_up(
    library: Path, reason: str, now: datetime | None = None, stopped: Asked | None = None
) -> Path:
    """Copy the library, open or not, and thin the older copies."""
    with told():
        copy = copied(library, reason, now or datetime.now(UTC), stopped)
    known = backups_of(library)
    for backup in set(known) - kept(known):
        # One that another program holds goes the next time.
        with suppress(PermissionError):
            backup.path.unlink(missing_ok=True)
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
            reason=error.strerror or "",
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
        # Unlike the backup API this leaves a file that opens from read-only media too.
        source.execute("VACUUM INTO ?", (str(new),))
    with closing(connect(str(new))) as copy, stoppable(copy, stopped):
        _refuse_damaged(copy, new)
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def _sweep(library: Path) -> None:
    """Remove the copies that were cut off when the program or the computer stopped."""
    for path in folder_of(library).glob(f"{library.stem}-*.new*"):
        if _name_parts(library, path.with_suffix(".gwdy")):
            path.unlink(missing_ok=True)


def restore(library: Path, backup: Path) -> Path:
    """Put a copy of `backup` in the place of a closed library; where the old one was moved.

    The old file goes away together with its write-ahead log, which would otherwise be replayed
    into the restored one, and with its device mark, so that the restored one is a new device.
    """
    library = library.absolute()
    read_header(backup)
    lock = Lock(library)
    lock.take()
    try:
        new = library.with_name(library.name + ".restored")
        with told():
            new.unlink(missing_ok=True)
            _write(backup, new)
        mark_file(library).unlink(missing_ok=True)
        old = move_aside(library, "before-restore")
        new.replace(library)
        sync_folder(library.parent)
        return old
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
