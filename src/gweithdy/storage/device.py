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

from gweithdy.domain.ids import new_id
from gweithdy.storage.parts import mark_file
from gweithdy.storage.position import greatest, position
from gweithdy.storage.tables import device
from gweithdy.whole_file import write_whole


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
    _write(library, {"incarnation": incarnation, "place": _place(library), "seq": 0})
    return number


def remember(library: Path, seq: int) -> None:
    """Note on closing how far the device has come."""
    _change(library, seq=seq)


def looked_at(library: Path) -> datetime | None:
    """When somebody last looked through the file; None if that was never or elsewhere."""
    with suppress(ValueError):
        return datetime.fromisoformat(str(_read(library).get("looked")))
    return None


def remember_look(library: Path, now: datetime) -> None:
    """Note that somebody has looked through the file and found it whole."""
    _change(library, looked=now.isoformat())


def _place(library: Path) -> list[str]:
    return [platform.node(), str(library.absolute())]


def _read(library: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        mark = json.loads(mark_file(library).read_text("utf-8"))
        if isinstance(mark, dict):
            return mark
    return {}


def _change(library: Path, **values: object) -> None:
    mark = _read(library)
    if "incarnation" in mark:
        _write(library, mark | values)


def _write(library: Path, mark: dict[str, Any]) -> None:
    # Where it cannot be written, the next opening is a new device, which is always safe.
    with suppress(OSError):
        write_whole(mark_file(library), json.dumps(mark).encode())
