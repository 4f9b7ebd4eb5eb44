"""Device: who is writing. A copied or restored library becomes a new one.

Two libraries that both went on from the same copy would otherwise give the same numbers to
different changes, and merging them would mix the two up.
"""

import json
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.ids import Id, new_id
from gweithdy.storage.log import position
from gweithdy.storage.tables import device
from gweithdy.whole_file import write_whole


def mark_file(library: Path) -> Path:
    """The file outside the database that says which incarnation of it this is."""
    return library.with_name(library.name + ".device.json")


def recognise(connection: sa.Connection, library: Path) -> Id:
    """The device that writes this library: the one of last time, or a new one."""
    mark = _read(library)
    if mark.get("place") == _place(library):
        query = sa.select(device.c.id).where(device.c.incarnation == mark.get("incarnation"))
        known: Id | None = connection.scalar(query)
        # Fewer changes than when it was closed: an older copy was put in its place.
        if known and position(connection, known).seq >= int(mark.get("seq", 0)):
            return known
    incarnation, id = new_id(), new_id()
    connection.execute(
        sa.insert(device), {"id": id, "incarnation": incarnation, "since": datetime.now(UTC)}
    )
    _write(library, incarnation, 0)
    return id


def remember(library: Path, seq: int) -> None:
    """Note on closing how far the device has come."""
    mark = _read(library)
    if "incarnation" in mark:
        _write(library, mark["incarnation"], seq)


def _place(library: Path) -> list[str]:
    return [platform.node(), str(library.absolute())]


def _read(library: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        mark = json.loads(mark_file(library).read_text("utf-8"))
        if isinstance(mark, dict):
            return mark
    return {}


def _write(library: Path, incarnation: Id, seq: int) -> None:
    mark = {"incarnation": incarnation, "place": _place(library), "seq": seq}
    # Where it cannot be written, the next opening is a new device, which is always safe.
    with suppress(OSError):
        write_whole(mark_file(library), json.dumps(mark).encode())
