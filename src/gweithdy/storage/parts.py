"""Parts: the files that make one database, moved together and made durable."""

import os
from datetime import UTC, datetime
from pathlib import Path

PARTS = ("", "-wal", "-shm", "-journal")
"""What belongs to one database file. A part left beside another file would be replayed into it."""


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the library."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def move_aside(path: Path, why: str, *, throw_away: bool = False) -> Path:
    """Move a database file away together with its parts; the new name of the file."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    new = path.with_name(f"{path.name}.{why}-{stamp}")
    for part in PARTS:
        old = path.with_name(path.name + part)
        if not old.exists():
            continue
        if throw_away:
            old.unlink()
        else:
            old.rename(new.with_name(new.name + part))
    return new


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
