"""Plain values: how each kind of value is written as JSON, in the log and in bundles."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value


def to_plain(one: Field, value: Value) -> Any:
    """`value` as JSON can hold it."""
    convert = as_plain(one)
    return convert(value) if convert else value


def as_plain(one: Field) -> Callable[[Value], Any] | None:
    """What makes JSON of the values of a field; None where they can stay as they are."""
    match one.kind:
        case Kind.DATE | Kind.MOMENT:
            return lambda value: value.isoformat() if value else None
        case Kind.TIME:
            return lambda value: value.strftime("%H:%M") if value else None
        case Kind.CHOICE:
            return str
        case Kind.CHOICES | Kind.IDS:
            return lambda value: [str(each) for each in value]
        case Kind.FILE:
            return lambda value: dataclasses.asdict(value) if value else None
        case _:
            return None


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
