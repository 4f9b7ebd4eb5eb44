"""Position: how far the log has come, so that its one writer can count on from there."""

from dataclasses import dataclass

import sqlalchemy as sa

from gweithdy.storage.tables import change, edit, thing, word


@dataclass(slots=True)
class Position:
    """The last number of each table of the log, the device's own count, and the greatest clock."""

    edit: int = 0
    change: int = 0
    thing: int = 0
    word: int = 0
    seq: int = 0
    hlc: int = 0


def position(connection: sa.Connection, device: int) -> Position:
    """Where the log stands, and the device with this number in it."""
    seq = sa.select(sa.func.max(edit.c.seq)).where(edit.c.device == device)
    return Position(
        edit=greatest(connection, edit.c.number),
        change=greatest(connection, change.c.number),
        thing=greatest(connection, thing.c.number),
        word=greatest(connection, word.c.number),
        seq=connection.scalar(seq) or 0,
        hlc=greatest(connection, edit.c.hlc),
    )


def last_edit(connection: sa.Connection) -> int:
    """The number of the last edit that this reader sees; 0 if there is none."""
    return greatest(connection, edit.c.number)


def greatest(connection: sa.Connection, column: sa.Column[int]) -> int:
    """The greatest number in a column; 0 if there is none."""
    return connection.scalar(sa.select(sa.func.max(column))) or 0
