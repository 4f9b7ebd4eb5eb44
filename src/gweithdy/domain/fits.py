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


def fitting(one: Field) -> Callable[[Value], bool]:
    """What says whether a value may stand in a field; an import asks it thousands of times."""
    of_kind = _choosing(one) if one.kind in (Kind.CHOICE, Kind.CHOICES) else _OF_KIND[one.kind]
    if not (one.optional or one.allowed or one.least is not None or one.most is not None):
        return of_kind
    return lambda value: (
        one.optional if value is None else of_kind(value) and _is_within(one, value)
    )


def _choosing(one: Field) -> Callable[[Value], bool]:
    choices = one.choices
    if choices is None:
        return lambda _: False
    if one.kind is Kind.CHOICE:
        return lambda value: isinstance(value, choices)
    return lambda value: (
        isinstance(value, tuple) and all(isinstance(each, choices) for each in value)
    )


def _is_within(one: Field, value: Value) -> bool:
    return (
        (not one.allowed or value in one.allowed)
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
