"""Plain values: how each kind of value is written as JSON, in the log and in bundles."""

import dataclasses
from datetime import UTC, date, datetime, time
from typing import Any

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value


def to_plain(one: Field, value: Value) -> Any:
    """`value` as JSON can hold it."""
    match one.kind:
        case Kind.DATE | Kind.MOMENT:
            return value.isoformat() if value else None
        case Kind.TIME:
            return value.strftime("%H:%M") if value else None
        case Kind.CHOICE:
            return str(value)
        case Kind.CHOICES | Kind.IDS:
            return [str(each) for each in value]
        case Kind.FILE:
            return dataclasses.asdict(value) if value else None
        case _:
            return value


def from_plain(one: Field, plain: Any) -> Value:
    """The value that `to_plain` wrote; ValueError or TypeError if it cannot be one."""
    if plain is None:
        return one.default if not one.optional else None
    match one.kind:
        case Kind.DATE:
            return date.fromisoformat(plain)
        case Kind.TIME:
            return time.fromisoformat(plain)
        case Kind.MOMENT:
            return datetime.fromisoformat(plain).astimezone(UTC)
        case Kind.CHOICE:
            assert one.choices
            return one.choices(plain)
        case Kind.CHOICES:
            assert one.choices
            return tuple(one.choices(each) for each in plain)
        case Kind.IDS:
            return tuple(plain)
        case Kind.FILE:
            return Attached(**plain)
        case Kind.NUMBER:
            return float(plain)
        case _:
            return plain
