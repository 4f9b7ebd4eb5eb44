"""Journal: what a write left that was cut off while the library kept a rollback journal."""

from contextlib import closing
from pathlib import Path

from gweithdy.storage.engine import connect, uri
from gweithdy.storage.parts import has_journal


def roll_back(path: Path) -> bool:
    """Take back a write that was cut off; whether there was one. Nobody else may have it open.

    Whoever only reads may not do that, and is refused: so it comes before every other look.
    """
    if not has_journal(path):
        return False
    with closing(connect(uri(path, "mode=rw"), uri=True)) as connection:
        # Reading is enough: SQLite plays the journal back first.
        connection.execute("PRAGMA user_version").fetchone()
    return True
