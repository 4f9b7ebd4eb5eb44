"""Parts: the files that make one database, moved together and made durable."""

import os
from pathlib import Path

PARTS = ("", "-wal", "-shm", "-journal")
"""What belongs to one database file. A part left beside another file would be replayed into it."""


def part(path: Path, ending: str) -> Path:
    """The file of this name with `ending`."""
    return path.with_name(path.name + ending)


def parts_of(path: Path) -> list[Path]:
    """Which of the parts of a database are there."""
    return [each for ending in PARTS if (each := part(path, ending)).exists()]


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the library."""
    return _holds_something(part(path, "-wal"))


def has_journal(path: Path) -> bool:
    """Whether a rollback journal with something in it lies beside the library.

    If nobody is writing it is hot: what was cut off has to be taken back before anything is read.
    """
    return _holds_something(part(path, "-journal"))


def _holds_something(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


def move(path: Path, target: Path) -> None:
    """Move a database file together with its parts. What was moved already is where it belongs."""
    for ending in PARTS:
        if part(path, ending).exists():
            part(path, ending).rename(part(target, ending))


def throw_away(path: Path) -> None:
    """Remove a database file together with its parts."""
    for each in parts_of(path):
        each.unlink(missing_ok=True)


def mark_file(library: Path) -> Path:
    """The file outside the database that says which incarnation of it this is."""
    return part(library, ".device.json")


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
