"""Which SQLite stores the library."""

import sqlite3


def sqlite_version() -> str:
    """The version of the SQLite library that Python was built with."""
    return sqlite3.sqlite_version
