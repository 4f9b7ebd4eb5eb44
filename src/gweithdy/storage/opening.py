"""Opening: what is looked at, made and mended before a library is used."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.engine import APPLICATION, pragma, reading_engine, writing_engine
from gweithdy.storage.header import read_header, refuse_newer
from gweithdy.storage.health import damage, unreadable
from gweithdy.storage.parts import has_log, move_aside, sync_folder
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.tables import alembic_version, metadata

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


class Start(NamedTuple):
    """How a library begins: made just now, or left by an end that nobody has looked at yet."""

    is_new: bool = False
    unclean: bool = False


def for_writing(path: Path, *, look_later: bool = False) -> Start:
    """Look at a library that we hold the lock of, and make it if there is none.

    One that was not closed is looked through, or, to `look_later`, only read so far as the window
    reads it.
    """
    if not path.exists():
        move_aside(path, "left")
        create(path)
        return Start(is_new=True)
    schema = read_header(path).schema
    unclean = has_log(path)
    if unclean:
        schema = recover(path, unreadable if look_later else damage)
    if schema < SCHEMA:
        from gweithdy.storage.migrate import migrate

        # It looks through the whole file itself.
        migrate(path)
        return Start()
    return Start(unclean=unclean and look_later)


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


def recover(path: Path, look: Callable[[sa.Connection], list[str]]) -> int:
    """Look at a library that was not closed, because the program or the computer stopped.

    Returns the version of its tables: a migration may be in the write-ahead log only.
    """
    # Opened for writing, SQLite would throw the log away on closing, also that of a damaged file.
    engine = reading_engine(path, "mode=ro")
    try:
        with engine.connect() as connection:
            schema = int(pragma(connection, "user_version"))
            refuse_newer(schema, path)
            found = look(connection) if schema == SCHEMA else damage(connection)
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
