"""Stopping: a long statement of the database ends soon after it was asked to."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from gweithdy.domain.stop import Asked, Stopped, stop_if

STEPS = 10_000
"""Steps of SQLite between two looks: often enough to stop at once, too seldom to cost anything."""


@contextmanager
def stoppable(connection: sqlite3.Connection, asked: Asked | None) -> Iterator[None]:
    """Whatever `connection` does inside ends with `Stopped` once `asked` says so."""
    if asked is None:
        yield
        return
    connection.set_progress_handler(asked, STEPS)
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if getattr(cause, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise Stopped from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
    # Somebody inside may have taken the interruption for an answer, as for a damaged file.
    stop_if(asked)
