"""Scalars: values of the declared types from the raw text of a file, and back."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time
from decimal import Decimal

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value
from gweithdy.domain.problem import N_, Phrase, Problem
from gweithdy.domain.text import LONGEST_TEXT, tidy
from gweithdy.exchange.keys import limits
from gweithdy.exchange.nodes import Listed, Mapped, Node, Scalar, known_keys

DATE = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{1,2}:\d\d")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(:\d\d(\.\d{1,6})?)?)([Zz]|[+-]\d\d:\d\d)")
# In figures 0 to 9: "\\d" takes those of every script.
INTEGER = re.compile("[+-]?[0-9]{1,10}")
NUMBER = re.compile(r"[+-]?[0-9]{1,16}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?")

DIGEST = re.compile("[0-9a-f]{64}")
SIZE = re.compile("[0-9]{1,12}")
FILE_KEYS = ("digest", "name", "size", "media")

FILE_EXPECTED = N_("“digest:”, “name:”, “size:” and “media:” of a file below it")
WORDS_EXPECTED = N_("words, with “cy:” and “en:” below only where there are two languages")
EXPECTED = {
    Kind.FLAG: N_("“true” or “false”"),
    Kind.DATE: N_("a date such as 2026-11-21"),
    Kind.TIME: N_("a time such as 09:30"),
    Kind.MOMENT: N_("a moment such as 2026-11-21T09:30:00Z"),
    Kind.NUMBER: N_("a number such as 12.5"),
    Kind.WORDS: WORDS_EXPECTED,
    Kind.ID: N_("the id of something in this file"),
}


def wrong(line: int, key: str, expected: str) -> Problem:
    """The problem of a value that has another form than `expected`, a catalogue text."""
    return Problem(
        N_("Line {line}: “{key}” should be: {expected}. Nothing was imported."),
        line=line,
        key=key,
        expected=Phrase(expected),
    )


def words(node: Node, key: str) -> str:
    """Words as people wrote them, tidied."""
    if not isinstance(node, Scalar):
        raise wrong(node.line, key, WORDS_EXPECTED)
    text = tidy(node.text)
    if len(text) > LONGEST_TEXT:
        raise Problem(
            N_("Line {line}: “{key}” is longer than {most} characters. Nothing was imported."),
            line=node.line,
            key=key,
            most=LONGEST_TEXT,
        )
    return text


def value(field: Field, node: Node, newer: Collection[str] = ()) -> Value:
    """The value of `field` that `node` holds; nothing at all means the default.

    `newer` are choices that this version does not know, and takes as they are.
    """
    if field.kind is Kind.CHOICES:
        return _choices(field, node, newer)
    if field.kind in (Kind.WORDS, Kind.LINK):
        return words(node, field.name)
    if field.kind is Kind.FILE:
        return _file(field, node)
    if not isinstance(node, Scalar):
        if field.choices:
            raise _no_choice(field, node)
        raise wrong(node.line, field.name, EXPECTED.get(field.kind, WORDS_EXPECTED))
    if not node.text:
        return field.default
    if field.kind is Kind.CHOICE:
        return _choice(field, node, newer)
    if field.kind in (Kind.INTEGER, Kind.NUMBER):
        return _number(field, node)
    try:
        return PARSERS[field.kind](node.text)
    except (ValueError, OverflowError) as error:
        raise wrong(node.line, field.name, EXPECTED[field.kind]) from error


def _file(field: Field, node: Node) -> Attached | None:
    if isinstance(node, Scalar) and not node.text:
        return None
    if not isinstance(node, Mapped):
        raise wrong(node.line, field.name, FILE_EXPECTED)
    known_keys(node, FILE_KEYS)
    told = {key: words(each, key) for key, each in node.items.items()}
    is_whole = all(told.get(key) for key in FILE_KEYS)
    if not is_whole or not DIGEST.fullmatch(told["digest"]) or not SIZE.fullmatch(told["size"]):
        raise wrong(node.line, field.name, FILE_EXPECTED)
    return Attached(told["digest"], told["name"], int(told["size"]), told["media"])


def _choices(field: Field, node: Node, newer: Collection[str]) -> Value:
    if isinstance(node, Scalar) and not node.text:
        return ()
    if not isinstance(node, Listed):
        raise _no_choice(field, node)
    return tuple(dict.fromkeys(_choice(field, item, newer) for item in node.items))


def _choice(field: Field, node: Node, newer: Collection[str]) -> Value:
    assert field.choices
    word = tidy(node.text) if isinstance(node, Scalar) else ""
    if word not in (*field.choices, *newer):
        raise _no_choice(field, node)
    return field.choices(word)


def _no_choice(field: Field, node: Node) -> Problem:
    assert field.choices
    message = (
        N_("Line {line}: “{key}” must be a list of these words: {words}. Nothing was imported.")
        if field.kind is Kind.CHOICES
        else N_("Line {line}: “{key}” must be one of these words: {words}. Nothing was imported.")
    )
    return Problem(message, line=node.line, key=field.name, words=", ".join(field.choices))


def _number(field: Field, node: Scalar) -> Value:
    whole = field.kind is Kind.INTEGER
    low, high = limits(field)
    if (INTEGER if whole else NUMBER).fullmatch(node.text):
        number = int(node.text) if whole else float(node.text)
        if low <= number <= high:
            return number
    message = (
        N_(
            "Line {line}: “{key}” must be a whole number from {low} to {high}. "
            "Nothing was imported."
        )
        if whole
        else N_("Line {line}: “{key}” must be a number from {low} to {high}. Nothing was imported.")
    )
    raise Problem(message, line=node.line, key=field.name, low=low, high=high)


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[_matching(text.lower(), re.compile("true|false"))]


def _date(text: str) -> date:
    return date.fromisoformat(_matching(text, DATE))


def _time(text: str) -> time:
    return time.fromisoformat(_matching(text, TIME).zfill(5))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(_matching(text, MOMENT).upper()).astimezone(UTC)


def _matching(text: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(text) or not text.isascii():
        raise ValueError(text)
    return text


PARSERS: dict[Kind, Callable[[str], Value]] = {
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
}


def raw(field: Field, value: Value) -> str:
    """The text that `value` reads back from."""
    match field.kind:
        case Kind.TIME:
            return str(value.strftime("%H:%M"))
        case Kind.DATE:
            return str(value.isoformat())
        case Kind.MOMENT:
            return str(value.astimezone(UTC).isoformat().replace("+00:00", "Z"))
        case Kind.FLAG:
            return "true" if value else "false"
        case Kind.NUMBER:
            # Never 1e-06: to YAML 1.1 that is a word.
            return f"{Decimal(repr(float(value))):f}"
        case _:
            return str(value)
