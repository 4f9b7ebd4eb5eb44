"""Faults: what the database or the disk reports, as a Problem where a person can mend it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from gweithdy.domain.problem import N_, Problem

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

NO_TABLE = ("no such table", "no such column")
"""How SQLite reports names of its own that are damaged; it gives them no number."""


def mendable(error: BaseException | None) -> Problem | None:
    """The Problem that `error` is for a person; None if it is a fault of ours."""
    if isinstance(error, DBAPIError):
        error = error.orig
    if isinstance(error, UnicodeDecodeError):
        return Problem(MENDABLE[sqlite3.SQLITE_CORRUPT])
    if not isinstance(error, sqlite3.Error):
        return None
    # The low byte is the kind of error; the rest only says where it arose.
    message = MENDABLE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if message is None and str(error).startswith(NO_TABLE):
        message = MENDABLE[sqlite3.SQLITE_CORRUPT]
    return Problem(message) if message else None


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
        raise Problem(
            N_("A file of the library cannot be used: {path} ({reason}). What was saved is safe."),
            path=error.filename or "",
            reason=error.strerror or "",
        ) from error
