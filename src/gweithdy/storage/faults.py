"""Faults: what the database or the disk reports, as a Problem where a person can mend it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.storage.unusable import Unusable

MENDABLE = {
    sqlite3.SQLITE_FULL: N_(
        "The disk is full, so this was not saved. Everything saved before is safe. "
        "Free some space on the disk, then do it again."
    ),
    sqlite3.SQLITE_READONLY: N_(
        "The library may not be written to, so this was not saved. Everything saved before is "
        "safe. Allow writing to its folder, then do it again."
    ),
    sqlite3.SQLITE_IOERR: N_(
        "The disk reported an error, so this was not saved. What was saved before is still there. "
        "Check that the disk is connected, then do it again."
    ),
    sqlite3.SQLITE_CANTOPEN: N_(
        "The library's file cannot be opened. Nothing was changed. Check that the disk is "
        "connected and that you may write to the folder."
    ),
    sqlite3.SQLITE_BUSY: N_(
        "Another program is holding the library, so this was not saved. Everything saved before "
        "is safe. Close the other program, then do it again."
    ),
    sqlite3.SQLITE_CORRUPT: N_(
        "The library's file is damaged. Nothing was changed. Close gweithdy and restore a backup; "
        "the damaged file is kept."
    ),
    sqlite3.SQLITE_NOTADB: N_("This file is not a gweithdy library. It was left as it is."),
}

OF_THE_SYSTEM = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
}
"""What the operating system says of a disk, and how SQLite says the same."""

NO_ROOM = {sqlite3.SQLITE_IOERR_SHMSIZE}
"""What SQLite calls an error of the disk where only the room for it is lacking."""

LOST = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What only a backup helps against."""

UNNUMBERED = ("Could not decode to UTF-8", "no such table", "no such column")
"""How damaged words are reported by Python's driver, and damaged names by SQLite."""


def mendable(error: BaseException | None) -> Problem | None:
    """The Problem that `error` is for a person; None if it is a fault of ours."""
    if isinstance(error, DBAPIError):
        error = error.orig
    if isinstance(error, UnicodeDecodeError):
        return Unusable(MENDABLE[sqlite3.SQLITE_CORRUPT])
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", 0)
    # The low byte is the kind of error; the rest only says where it arose.
    kind = sqlite3.SQLITE_FULL if code in NO_ROOM else code & 0xFF
    if kind not in MENDABLE and str(error).startswith(UNNUMBERED):
        kind = sqlite3.SQLITE_CORRUPT
    if kind not in MENDABLE:
        return None
    return Unusable(MENDABLE[kind]) if kind in LOST else Problem(MENDABLE[kind])


def of_the_disk(error: OSError) -> Problem | None:
    """The Problem that a full disk or one that cannot be written to is; None for all else."""
    kind = OF_THE_SYSTEM.get(error.errno or 0)
    return Problem(MENDABLE[kind]) if kind else None


@contextmanager
def told() -> Iterator[None]:
    """Turn what a person can mend into a Problem; let everything else through."""
    try:
        yield
    # Where the tables' own names are damaged, the driver cannot even read what SQLite says of it.
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        problem = mendable(error)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        raise of_the_disk(error) or Problem(
            N_("A file of the library cannot be used: {path} ({reason}). What was saved is safe."),
            path=error.filename or "",
            reason=why(error),
        ) from error
