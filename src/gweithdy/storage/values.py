"""Values: what a field holds as its column takes it, and back."""

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from types import NoneType
from typing import Any

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value
from gweithdy.domain.fits import fitting
from gweithdy.domain.plain import as_plain


def stored(one: Field) -> Callable[[Value], Any] | None:
    """What makes a value what its column takes; None where it can stay as it is."""
    match one.kind:
        case Kind.ID:
            return lambda value: value or None
        case Kind.DATE | Kind.TIME | Kind.MOMENT:
            # The column has a type of its own for these; all others it takes as JSON does.
            return None
        case _:
            return as_plain(one)


def types_of(one: Field) -> frozenset[type]:
    """The types that SQLite has for what stands in the column of a field, if it is not damaged."""
    match one.kind:
        case Kind.INTEGER | Kind.FLAG:
            usual: set[type] = {int}
        case Kind.NUMBER:
            usual = {float, int}
        case _:
            usual = {str}
    return frozenset(usual | {NoneType} if one.optional or one.kind is Kind.ID else usual)


def unstored(one: Field) -> Callable[[Any], Value] | None:
    """What turns a column's value back; None where it can stay as it is.

    It raises one of `UNREADABLE` for what cannot be a value of the field.
    """
    convert = _unstored(one)
    if convert is None or not one.optional:
        return convert
    return lambda value: None if value is None else convert(value)


def _unstored(one: Field) -> Callable[[Any], Value] | None:
    choices: Any = one.choices
    match one.kind:
        case Kind.CHOICE:
            known = {str(choice): choice for choice in choices}
            return lambda value: known.get(value) or choices(value)
        case Kind.CHOICES:
            return lambda value: tuple(map(choices, _listed(value)))
        case Kind.NUMBER:
            return lambda value: float(_within(one, value))
        case Kind.INTEGER:
            return lambda value: _within(one, value)
        case _:
            return _UNSTORED.get(one.kind)


def parsed(logged: Any) -> Any:
    """The plain value that a change of the log holds; one of `UNREADABLE` if it is damaged."""
    # SQLite keeps a number as a number, also in a column of JSON.
    if isinstance(logged, int | float):
        return logged
    if type(logged) is not str:
        raise TypeError(logged)
    return json.loads(logged)


def _listed(value: str) -> list[Any]:
    found = json.loads(value)
    if not isinstance(found, list):
        raise TypeError(value)
    return found


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _within(one: Field, value: float) -> float:
    if not fitting(one)(value):
        raise ValueError(value)
    return value


def _file(value: str) -> Attached | None:
    told = json.loads(value)
    if told is None:
        return None
    if {name: type(each) for name, each in told.items()} != _FILE:
        raise TypeError(value)
    return Attached(**told)


_UNSTORED: dict[Kind, Callable[[Any], Value]] = {
    Kind.ID: lambda value: value or "",
    Kind.IDS: lambda value: tuple(map(_word, _listed(value))),
    Kind.FLAG: {0: False, 1: True}.__getitem__,
    Kind.DATE: date.fromisoformat,
    Kind.TIME: time.fromisoformat,
    Kind.MOMENT: lambda at: datetime.fromisoformat(at).replace(tzinfo=UTC),
    Kind.FILE: _file,
}
_FILE = {part.name: part.type for part in dataclasses.fields(Attached)}

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, OverflowError)
"""What reading a damaged value can raise."""
