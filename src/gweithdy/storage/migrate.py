"""Migrate: bring an older library up to date, with a copy made before. Loaded only when needed."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.backups import copied
from gweithdy.storage.engine import writing_engine
from gweithdy.storage.faults import mendable
from gweithdy.storage.health import damage
from gweithdy.storage.schema import SCHEMA

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(
    path: Path, scripts: Path = SCRIPTS, schema: int = SCHEMA, journal: str = "WAL"
) -> Path:
    """Copy the library, then bring it to `schema` in one transaction; where the copy is."""
    copy = copied(path, "before-update", datetime.now(UTC))
    engine = writing_engine(path, journal)
    try:
        with engine.connect() as connection:
            # Tables are remade under their references; this cannot be said inside a transaction.
            _outside(connection, "PRAGMA foreign_keys=OFF")
            with connection.begin():
                upgrade(connection, scripts)
                found = damage(connection)
                if found:
                    raise _failed(path, copy, found[0])
                connection.exec_driver_sql(f"PRAGMA user_version={schema}")
            # The version must be in the file itself, where it is read without SQLite.
            _outside(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    except sa.exc.SQLAlchemyError as error:
        raise mendable(error) or _failed(path, copy, str(error)) from error
    finally:
        engine.dispose()
    return copy


def upgrade(connection: sa.Connection, scripts: Path = SCRIPTS, revision: str = "head") -> None:
    """Run the migrations that are lacking, inside the transaction of `connection`."""
    config = Config()
    # Alembic reads this as a template in which a percent sign begins a name.
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _outside(connection: sa.Connection, statement: str) -> None:
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(statement)


def _failed(path: Path, copy: Path, reason: str) -> Problem:
    return Problem(
        N_(
            "The library could not be brought up to date: {path} ({reason}). It was left as it "
            "was, and a copy is here: {copy}"
        ),
        path=path,
        reason=reason,
        copy=copy,
    )
