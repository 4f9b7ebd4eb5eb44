"""Health: what SQLite finds wrong with a file."""

import sqlalchemy as sa


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
