"""Opening: what is looked at, made and mended before a library is used."""

import os
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.engine import APPLICATION, pragma, reading_engine, writing_engine
from gweithdy.storage.header import read_header, refuse_newer
from gweithdy.storage.tables import SCHEMA, alembic_version, metadata

PARTS = ("", "-wal", "-shm", "-journal")
"""What belongs to one database file. A part left beside another file would be replayed into it."""

REVISION = f"{SCHEMA:04d}"


def make_folder(path: Path) -> None:
    """Make the folder for a library."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder of the library cannot be made: {path} ({reason})."),
            path=path.parent,
            reason=error.strerror or "",
        ) from error


def for_reading(path: Path) -> str:
    """Look at a library that will only be read; the SQLite mode to read it with."""
    if not path.exists():
        raise Problem(N_("There is no library here: {path}"), path=path)
    if read_header(path).schema < SCHEMA:
        raise Problem(
            N_(
                "This library was made by an older gweithdy: {path}. "
                "Open it once in the window; that brings it up to date and keeps a copy."
            ),
            path=path,
        )
    if os.access(path.parent, os.W_OK):
        return "mode=ro"
    if has_log(path):
        raise Problem(
            N_(
                "The library was not closed and its folder cannot be written to: {path}. "
                "Copy the whole folder to a place where you may write."
            ),
            path=path.parent,
        )
    return "immutable=1"


def for_writing(path: Path) -> bool:
    """Look at a library that we hold the lock of, make it if there is none; whether it is new."""
    if not path.exists():
        move_aside(path, "left")
        create(path)
        return True
    schema = read_header(path).schema
    if has_log(path):
        schema = recover(path)
    if schema < SCHEMA:
        from gweithdy.storage.migrate import migrate

        migrate(path)
    return False


def create(path: Path) -> None:
    """Make an empty library in one step: either it is there whole, or not at all."""
    new = path.with_name(path.name + ".new")
    move_aside(new, "", throw_away=True)
    engine = writing_engine(new, "DELETE")
    with engine.begin() as connection:
        metadata.create_all(connection, checkfirst=False)
        connection.execute(sa.insert(alembic_version), {"version_num": REVISION})
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    engine.dispose()
    new.replace(path)
    sync_folder(path.parent)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the library."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def recover(path: Path) -> int:
    """Look closely at a library that was not closed, because the program or the computer stopped.

    Returns the version of its tables: a migration may be in the write-ahead log only.
    """
    # Opened for writing, SQLite would throw the log away on closing, also that of a damaged file.
    engine = reading_engine(path, "mode=ro")
    try:
        with engine.connect() as connection:
            schema = int(pragma(connection, "user_version"))
            refuse_newer(schema, path)
            found = damage(connection)
    finally:
        engine.dispose()
    if found:
        raise Problem(
            N_(
                "The library is damaged: {path} ({reason}). Nothing was changed and all its parts "
                "are kept. Restore the newest backup from the folder {backups}."
            ),
            path=path,
            reason=found[0],
            backups=path.parent / "backups",
        )
    return schema


def damage(connection: sa.Connection) -> list[str]:
    """What SQLite finds wrong with a file; empty if nothing."""
    try:
        checked = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        if list(checked) != ["ok"]:
            return [str(line) for line in checked]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    except sa.exc.DatabaseError as error:
        return [str(error.orig)]
    return [f"{table} {row} -> {target}" for table, row, target, _ in broken]


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
