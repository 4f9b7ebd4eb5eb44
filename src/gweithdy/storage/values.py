"""Values: what a field holds as its column takes it, and back."""

from collections.abc import Callable
from typing import Any

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value
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


def unstored(one: Field) -> Callable[[Any], Value] | None:
    """What turns a column's value back; None where it can stay as it is."""
    choices: Any = one.choices
    match one.kind:
        case Kind.ID:
            return lambda value: value or ""
        case Kind.IDS:
            return tuple
        case Kind.CHOICE:
            return {str(choice): choice for choice in choices}.__getitem__
        case Kind.CHOICES:
            return lambda value: tuple(choices(choice) for choice in value)
        case Kind.NUMBER:
            return float
        case Kind.FILE:
            return lambda value: Attached(**value) if value else None
        case _:
            return None
