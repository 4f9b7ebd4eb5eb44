"""Health: what SQLite finds wrong with a file."""

import sqlalchemy as sa

from gweithdy.domain.entity import noun_name
from gweithdy.domain.nouns import SHELVED
from gweithdy.storage.position import position
from gweithdy.storage.rows import all_of


def unreadable(connection: sa.Connection) -> list[str]:
    """What SQLite cannot read of the ends of the log and of what the window shows first."""
    try:
        position(connection, 0)
        for noun in map(noun_name, SHELVED):
            connection.execute(all_of(noun)).all()
    except sa.exc.DatabaseError as error:
        return [str(error.orig)]
    return []


def quick_damage(connection: sa.Connection) -> list[str]:
    """What SQLite finds wrong with the pages of a file, without comparing its indexes."""
    try:
        checked = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    except sa.exc.DatabaseError as error:
        return [str(error.orig)]
    return [] if list(checked) == ["ok"] else [str(line) for line in checked]


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
