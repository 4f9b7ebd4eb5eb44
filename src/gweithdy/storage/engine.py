"""Engine: how the database is opened, so that what is committed stays."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    import sqlalchemy as sa

# A glance at a library connects too, and loads no SQLAlchemy: only an engine does.

APPLICATION = int.from_bytes(b"GWDY", "big")

CHECKPOINT = 500
"""Pages of the write-ahead log after which it is put into the file itself."""

WRITING = (
    "synchronous=FULL",
    # On macOS what was synced may otherwise still be in the disk's own memory.
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    f"wal_autocheckpoint={CHECKPOINT}",
    "journal_size_limit=4194304",
)
READING = (
    "query_only=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    # Two connections that checkpoint at once can damage the file in SQLite before 3.51.3.
    "wal_autocheckpoint=0",
)


def writing_engine(path: Path, journal: str = "WAL", *more: str) -> "sa.Engine":
    """The engine of the one connection that writes; `more` are PRAGMAs after the usual ones."""
    pragmas = (f"journal_mode={journal}", *WRITING, *more)
    return _engine(lambda: connect(str(path), pragmas), "BEGIN IMMEDIATE")


def reading_engine(path: Path, mode: str = "") -> "sa.Engine":
    """The engine of connections that read; `mode` is "mode=ro" or "immutable=1" of SQLite."""
    target = uri(path, mode) if mode else str(path)
    return _engine(lambda: connect(target, READING, uri=bool(mode)), "BEGIN")


def connect(target: str, pragmas: tuple[str, ...] = (), *, uri: bool = False) -> sqlite3.Connection:
    """A connection that begins transactions only when told to.

    Python's own transactions commit behind our back before DDL and savepoints.
    """
    connection = sqlite3.connect(
        target, timeout=5, isolation_level=None, check_same_thread=False, uri=uri
    )
    connection.text_factory = _words
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


class Broken(str):
    """What can be read of words that are damaged: no UTF-8."""

    __slots__ = ()


def _words(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        # The driver would give up everything that was asked for, for the sake of one word.
        return Broken(raw.decode(errors="replace"))


def uri(path: Path, mode: str) -> str:
    """The SQLite URI of a file; a Windows share keeps all its slashes."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name)}?{mode}"


def _engine(make: Callable[[], sqlite3.Connection], begin: str) -> "sa.Engine":
    import sqlalchemy as sa
    from sqlalchemy.pool import QueuePool

    engine = sa.create_engine("sqlite://", creator=make, poolclass=QueuePool)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: "sa.Connection") -> None:
        connection.exec_driver_sql(begin)

    return engine


def pragma(connection: "sa.Connection", name: str) -> Any:
    """The value of a PRAGMA."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
