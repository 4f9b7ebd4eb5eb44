"""What may stand in a field: whatever comes from a file or a phone is looked at first."""

import math
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from gweithdy.domain.actions import ActionState
from gweithdy.domain.entity import fields
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.fits import LARGEST, fitting
from gweithdy.domain.ids import is_id
from gweithdy.domain.nouns import NOUNS

ID = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"

KNOWN = [one for noun in NOUNS.values() for one in fields(noun).values()]

OTHERS: dict[Kind, list[Any]] = {
    Kind.WORDS: [1, b"words", ("words",), "\ud800", "\udfff", "a\0b", True],
    Kind.LINK: [1, "\ud800"],
    Kind.ID: [1, "\0", ("id",)],
    Kind.IDS: ["id", [], (1,), 7, ("\ud800",)],
    Kind.INTEGER: [1.5, "1", True, LARGEST + 1, -LARGEST - 1],
    Kind.NUMBER: [math.nan, math.inf, "1", True],
    Kind.FLAG: [0, 1, "yes"],
    Kind.DATE: ["2026-11-21", datetime(2026, 11, 21, tzinfo=UTC), 20261121],
    Kind.TIME: ["09:30", 930, datetime(2026, 11, 21, tzinfo=UTC)],
    Kind.MOMENT: [datetime(2026, 11, 21), date(2026, 11, 21), "now"],  # noqa: DTZ001 - the naive one
    Kind.CHOICE: ["bogus", 1, ()],
    Kind.CHOICES: ["bogus", ("bogus",), 1, []],
    Kind.FILE: ["digest", 1],
}


@pytest.mark.parametrize("one", KNOWN, ids=lambda one: one.path)
def test_values_of_another_kind_do_not_fit_and_the_default_does(one: Any) -> None:
    assert fitting(one)(one.default)
    assert fitting(one)(None) is one.optional
    assert [value for value in OTHERS[one.kind] if fitting(one)(value)] == []


@pytest.mark.parametrize(
    ("noun", "path", "value"),
    [
        ("card", "text.cy.words", "Tŷ bach ŵ 🏠"),
        ("card", "text.original", "cy"),
        ("card", "order", 3),
        ("block", "began", datetime(2026, 11, 21, 9, tzinfo=UTC)),
        ("block", "locked", time(9, 30)),
        ("action", "state", ActionState.COMPLETED),
        ("action", "due", date(2026, 11, 21)),
    ],
)
def test_values_of_the_kind_fit(noun: str, path: str, value: Any) -> None:
    assert fitting(fields(NOUNS[noun])[path])(value)


@pytest.mark.parametrize(("path", "value"), [("text.original", "fr"), ("text.en.state", "bogus")])
def test_parts_of_a_text_are_what_the_program_knows(path: str, value: str) -> None:
    assert not fitting(fields(NOUNS["card"])[path])(value)


@pytest.mark.parametrize(
    "one", [one for one in KNOWN if one.most is not None], ids=lambda o: o.path
)
def test_numbers_keep_to_their_bounds(one: Any) -> None:
    assert fitting(one)(one.least)
    assert fitting(one)(one.most)
    assert not fitting(one)(one.least - 1)
    assert not fitting(one)(one.most + 1)


@pytest.mark.parametrize("kind", [k for k in OTHERS if k not in (Kind.CHOICE, Kind.CHOICES)])
def test_values_of_another_kind_do_not_fit_where_no_noun_has_the_kind_yet(kind: Kind) -> None:
    assert [value for value in OTHERS[kind] if fitting(Field("toy", kind, None))(value)] == []


@pytest.mark.parametrize("other", [None, 7, "", "7", b"id", ("id",), ID.upper(), f"{{{ID}}}"])
def test_only_the_canonical_form_of_an_id_is_one(other: Any) -> None:
    assert is_id(ID)
    assert not is_id(other)
