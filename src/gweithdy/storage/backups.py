"""Backups: whole copies beside the library, fewer the older they are, and the way back."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.device import mark_file
from gweithdy.storage.engine import connect, uri
from gweithdy.storage.faults import told
from gweithdy.storage.header import read_header
from gweithdy.storage.lock import Lock
from gweithdy.storage.parts import move_aside, sync_folder

STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)-(?P<reason>[a-z0-9-]+?)(-\d+)?\.gwdy")

ROUTINE = ("timed", "close")
"""Reasons of the backups that come by themselves."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the library; `at` in UTC, `reason` a word such as "timed" or "import"."""

    path: Path
    at: datetime
    reason: str


def folder_of(library: Path) -> Path:
    """Where the backups of a library are."""
    return library.parent / "backups"


def backups_of(library: Path) -> list[Backup]:
    """The backups of a library, newest first. The library need not be open, nor whole."""
    found: list[Backup] = []
    for path in sorted(folder_of(library).glob(f"{library.stem}-*.gwdy"), reverse=True):
        match = NAME.fullmatch(path.name.removeprefix(f"{library.stem}-"))
        if match:
            at = datetime.strptime(match["stamp"], STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at, match["reason"]))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def back_up(library: Path, reason: str, now: datetime | None = None) -> Path:
    """Copy the library, open or not, and thin the older copies."""
    with told():
        copy = copied(library, reason, now or datetime.now(UTC))
    known = backups_of(library)
    for backup in set(known) - kept(known):
        backup.path.unlink(missing_ok=True)
    return copy


def copied(library: Path, reason: str, now: datetime) -> Path:
    """A checked copy of the library in the folder of its backups."""
    folder = folder_of(library)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder for backups cannot be made: {path} ({reason}). The library is safe."),
            path=folder,
            reason=error.strerror or "",
        ) from error
    target = _free_name(folder, f"{library.stem}-{now.strftime(STAMP)}-{_word(reason)}")
    new = target.with_suffix(".new")
    new.unlink(missing_ok=True)
    try:
        with closing(connect(uri(library, "mode=ro"), uri=True)) as source:
            _refuse_damaged(source, library)
            # Unlike the backup API this leaves a file that opens from read-only media too.
            source.execute("VACUUM INTO ?", (str(new),))
        with closing(connect(str(new))) as copy:
            _refuse_damaged(copy, new)
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(target)
        sync_folder(folder)
    finally:
        new.unlink(missing_ok=True)
    return target


def kept(backups: Iterable[Backup]) -> set[Backup]:
    """What thinning leaves: 12 of ten minutes, 14 of days, 8 of weeks, 12 of months.

    The last 12 made for a reason, before an import or an update, stay too.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.at, backup.path.name), reverse=True)
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (12, lambda at: at.timestamp() // 600),
        (14, lambda at: at.date()),
        (8, lambda at: at.isocalendar()[:2]),
        (12, lambda at: (at.year, at.month)),
    )
    stay = set([backup for backup in newest_first if backup.reason not in ROUTINE][:12])
    for count, span in spans:
        newest: dict[object, Backup] = {}
        for backup in newest_first:
            newest.setdefault(span(backup.at), backup)
        stay.update(list(newest.values())[:count])
    return stay


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
        with told(), closing(connect(uri(backup, "mode=ro"), uri=True)) as source:
            _refuse_damaged(source, backup)
            new.unlink(missing_ok=True)
            source.execute("VACUUM INTO ?", (str(new),))
        with new.open("rb+") as file:
            os.fsync(file.fileno())
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


def _word(reason: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-") or "asked"


def _free_name(folder: Path, start: str) -> Path:
    name, count = folder / f"{start}.gwdy", 1
    while name.exists():
        count += 1
        name = folder / f"{start}-{count}.gwdy"
    return name
