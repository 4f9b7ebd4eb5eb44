"""Cards that seem to say the same: suggested across mutations, never what somebody called other."""

from dataclasses import replace

import pytest

from gweithdy.domain.board import Card
from gweithdy.domain.text import said
from gweithdy.language.similar import alike


def cards(*lines: tuple[str, str]) -> list[Card]:
    return [
        Card(id=str(number), session="s", text=said(*line)) for number, line in enumerate(lines)
    ]


def test_mutations_and_endings_do_not_hide_it() -> None:
    found = alike(
        cards(
            ("Mae'r gyllideb yn cael ei thorri bob blwyddyn", "cy"),
            ("Torri cyllidebau bob blwyddyn", "cy"),
            ("Buses are always late", "en"),
        )
    )
    assert [(each.one, each.other) for each in found] == [("0", "1")]


def test_what_somebody_called_different_is_not_suggested_again() -> None:
    one, other = cards(("The bus is always late", "en"), ("Buses are always late", "en"))
    assert len(alike([one, other])) == 1
    for pair in (
        [replace(one, unlike=(other.id,)), other],
        [one, replace(other, unlike=(one.id,))],
    ):
        assert alike(pair) == []


def test_the_same_words_are_as_alike_as_can_be_whatever_their_order_and_endings() -> None:
    lines = (("Buses are always late", "en"), ("Late buses, always", "en"), ("Dim", "cy"))
    (found,) = alike(cards(*lines, ("Nobody answers the telephone", "en")))
    assert found.score == pytest.approx(1)


def test_a_slip_of_the_pen_is_seen() -> None:
    slip = cards(("Parking permits are dear", "en"), ("Parkng permits are dear", "en"))
    (found,) = alike([*slip, *cards(("Nobody answers", "en"))])
    assert found.score > 0.7


def test_words_are_compared_as_the_dictionary_has_them_and_others_without_their_endings() -> None:
    for one, other in (
        ("They carried the letters", "Carry a letter"),
        ("Blorbing takes time", "Time for blorbs"),
    ):
        (found,) = alike(cards((one, "en"), (other, "en"), ("Nobody answers", "en")))
        assert len(found.words) == 2
