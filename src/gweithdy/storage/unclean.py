"""Unclean: what becomes of a library that was not closed, until somebody has looked through it."""

from pathlib import Path

import sqlalchemy as sa

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.engine import CHECKPOINT, READING, connect, uri

NO_CHECKPOINT = "wal_autocheckpoint=0"


class KeptParts:
    """While it is there, the file stays as the unclean end left it, and its log is kept.

    The writer must not checkpoint by itself, and nobody who closes the file does: this connection
    is closed after all others, and being one that only reads it leaves the log where it is. So the
    next opening finds it again, and looks again.
    """

    def __init__(self, path: Path) -> None:
        self._connection = connect(uri(path, "mode=ro"), READING, uri=True)
        # Only who has read holds the file.
        self._connection.execute("PRAGMA user_version").fetchone()

    def free(self) -> None:
        """From now on the log may be put into the file."""
        self._connection.close()


def let_checkpoint(writing: sa.Connection) -> None:
    """Let the writer put the log into the file as usual."""
    writing.exec_driver_sql(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")


def refuse_damaged(found: list[str], path: Path) -> None:
    """Raise Problem if something was `found` in a library that is open after an unclean end."""
    if found:
        raise Problem(
            N_(
                "The library is damaged: {path} ({reason}). All its parts are kept. "
                "Restore the newest backup on the Settings page."
            ),
            path=path,
            reason=found[0],
        )
