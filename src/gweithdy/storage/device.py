"""Device: who is writing. A copied or restored library becomes a new one.

Two libraries that both went on from the same copy would otherwise give the same numbers to
different changes, and merging them would mix the two up.
"""

import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.ids import Id, new_id
from gweithdy.storage.position import greatest, position
from gweithdy.storage.tables import device
from gweithdy.whole_file import write_whole


def mark_file(library: Path) -> Path:
    """The file outside the database that says which incarnation of it this is."""
    return library.with_name(library.name + ".device.json")


def recognise(connection: sa.Connection, library: Path, now: datetime) -> int:
    """The number of the device that writes this library: the one of last time, or a new one."""
    mark = _read(library)
    if mark.get("place") == _place(library):
        query = sa.select(device.c.number).where(device.c.incarnation == mark.get("incarnation"))
        known: int | None = connection.scalar(query)
        # Fewer edits than when it was closed: an older copy was put in its place.
        if known and position(connection, known).seq >= int(mark.get("seq", 0)):
            return known
    number = 1 + greatest(connection, device.c.number)
    incarnation = new_id()
    made = {"number": number, "id": new_id(), "incarnation": incarnation, "since": now}
    connection.execute(sa.insert(device), made)
    _write(library, incarnation, 0)
    return number


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
