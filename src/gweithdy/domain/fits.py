"""Fits: whether a value may stand in a field. What phones and files send is looked at first."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value

LARGEST = 2**63 - 1
"""The largest whole number that a database keeps."""

NOT_KEPT = re.compile("[\0\ud800-\udfff]")
"""A lone surrogate cannot be kept, and PostgreSQL refuses NUL."""


def fits(one: Field, value: Value) -> bool:
    """Whether `value` is of the kind, and within the bounds, that the field declares."""
    if value is None:
        return one.optional
    if one.kind in (Kind.CHOICE, Kind.CHOICES):
        several = value if isinstance(value, tuple) else (value,)
        return isinstance(value, tuple) is (one.kind is Kind.CHOICES) and all(
            one.choices is not None and isinstance(each, one.choices) for each in several
        )
    return (
        _OF_KIND[one.kind](value)
        and (not one.allowed or value in one.allowed)
        and (one.least is None or value >= one.least)
        and (one.most is None or value <= one.most)
    )


def _is_words(value: Value) -> bool:
    return isinstance(value, str) and not NOT_KEPT.search(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and math.isfinite(value)


_OF_KIND: Mapping[Kind, Callable[[Value], bool]] = {
    Kind.WORDS: _is_words,
    Kind.LINK: _is_words,
    Kind.ID: _is_words,
    Kind.IDS: lambda value: isinstance(value, tuple) and all(_is_words(each) for each in value),
    Kind.INTEGER: lambda value: type(value) is int and -LARGEST <= value <= LARGEST,
    Kind.NUMBER: _is_number,
    Kind.FLAG: lambda value: isinstance(value, bool),
    Kind.DATE: lambda value: isinstance(value, date) and not isinstance(value, datetime),
    Kind.TIME: lambda value: isinstance(value, time),
    Kind.MOMENT: lambda value: isinstance(value, datetime) and value.tzinfo is not None,
    Kind.FILE: lambda value: isinstance(value, Attached),
}
