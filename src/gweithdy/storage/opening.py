"""Opening: what is looked at, made and mended before a library is used."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.storage.aside import aside
from gweithdy.storage.backups import backups_of, settle
from gweithdy.storage.engine import APPLICATION, pragma, reading_engine, writing_engine
from gweithdy.storage.header import read_header, refuse_newer
from gweithdy.storage.health import damage, unreadable
from gweithdy.storage.location import default_library
from gweithdy.storage.lock import Lock
from gweithdy.storage.parts import (
    has_journal,
    has_log,
    mark_file,
    move,
    part,
    parts_of,
    sync_folder,
    throw_away,
)  # fmt: skip
from gweithdy.storage.restoring import is_cut_off
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.tables import alembic_version, metadata
from gweithdy.storage.thinning import LEFT
from gweithdy.storage.unusable import Missing, NoLibrary, Unusable

REVISION = f"{SCHEMA:04d}"


def make_folder(path: Path, *, anew: bool) -> None:
    """Make the folder for a library: the usual one, or any other if a person wants it `anew`."""
    if not (anew or path.parent.exists() or path.parent == default_library().parent):
        raise Missing(
            N_(
                "The folder of the library is not there: {path}. If it is on a drive or a stick, "
                "connect that and try again. For a new library, make the folder first."
            ),
            path=path.parent,
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The folder of the library cannot be made: {path} ({reason})."),
            path=path.parent,
            reason=why(error),
        ) from error


def for_reading(path: Path) -> str:
    """Look at a library that will only be read; the SQLite mode to read it with."""
    _settle_for_reading(path)
    if not path.exists():
        refuse_where_one_was(path)
        raise NoLibrary(N_("There is no library here: {path}"), path=path)
    schema = read_header(path).schema
    writable = os.access(path.parent, os.W_OK)
    if not writable and (has_log(path) or has_journal(path)):
        raise Problem(
            N_(
                "The library was not closed and its folder cannot be written to: {path}. "
                "Copy the whole folder to a place where you may write."
            ),
            path=path.parent,
        )
    if has_log(path):
        # It may be the log only that knows of an update.
        schema = recover(path, lambda _: [])
    if schema < SCHEMA:
        raise Problem(
            N_(
                "This library was made by an older gweithdy: {path}. "
                "Open it once in the window; that brings it up to date and keeps a copy."
            ),
            path=path,
        )
    return "mode=ro" if writable else "immutable=1"


def _settle_for_reading(path: Path) -> None:
    """What was cut off is finished or taken back first, unless somebody is just writing."""
    if not (is_cut_off(path) or has_journal(path)):
        return
    lock = Lock(path)
    try:
        lock.take()
    except Problem:
        # Where one can only read, or another program writes, what can be read is read.
        if is_cut_off(path):
            raise
        return
    try:
        settle(path)
    finally:
        lock.free()


class Start(NamedTuple):
    """How a library begins: made just now, or left by an end that nobody has looked at yet."""

    is_new: bool = False
    unclean: bool = False


def for_writing(
    path: Path, *, look_later: bool = False, anew: bool = False, journal: str = "WAL"
) -> Start:
    """Look at a library that we hold the lock of, and make it if there is none.

    Where there was one, an empty one is made only if it is wanted `anew`. One that was not closed
    is looked through, or, to `look_later`, only read so far as the window reads it.
    """
    rolled_back = settle(path)
    if not path.exists():
        if not anew:
            refuse_where_one_was(path)
        move(path, aside(path, LEFT))
        create(path)
        return Start(is_new=True)
    schema = read_header(path).schema
    unclean = has_log(path)
    look_later = look_later and not rolled_back
    if unclean or rolled_back:
        schema = recover(path, unreadable if look_later else damage)
    if schema < SCHEMA:
        from gweithdy.storage.migrate import migrate

        # It looks through the whole file itself.
        migrate(path, journal=journal)
        return Start()
    return Start(unclean=unclean and look_later)


def refuse_where_one_was(path: Path) -> None:
    """Raise Missing if something beside an empty place tells that a library was there."""
    if parts_of(path) or mark_file(path).exists() or backups_of(path):
        raise Missing(
            N_(
                "The library is no longer where it was: {path}. Nothing was changed, and no empty "
                "one was made in its place. Put the file back, or go back to a backup."
            ),
            path=path,
        )


def create(path: Path) -> None:
    """Make an empty library in one step: either it is there whole, or not at all."""
    new = part(path, ".new")
    throw_away(new)
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
        raise Unusable(
            N_(
                "The library is damaged: {path} ({reason}). Nothing was changed and all its parts "
                "are kept. Restore the newest backup from the folder {backups}."
            ),
            path=path,
            reason=found[0],
            backups=path.parent / "backups",
        )
    return schema
