"""Quotes in the pack: whose name stands beside them, and what is said about their language."""

import pytest
from tests.pack.builders import Day, of, pack

from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Quote
from gweithdy.domain.text import said
from gweithdy.pack.document import QuoteBlock
from gweithdy.pack.runs import words_of

WELSH = said("Y tŷ yn gyntaf.", "cy")


def said_by(day: Day, part: int = 0, **options: bool) -> str:
    """What stands beside the one quote of a day."""
    (block,) = of(pack(day, **options), QuoteBlock, part)
    return words_of(block.said_by)


@pytest.mark.parametrize("part", [0, 1])
def test_a_speaker_who_did_not_agree_is_not_named_even_if_on_no_list(part: int) -> None:
    day = Day()
    day.add(Quote, text=WELSH, speaker="Nyrs y ward", named=False)
    assert "Nyrs" not in said_by(day, part)


def test_a_speaker_who_agreed_is_named_unless_names_are_off() -> None:
    day = Day()
    day.add(Quote, text=WELSH, speaker="Nyrs y ward", named=True)
    assert said_by(day) == "Nyrs y ward"
    assert said_by(day, names=False) == ""


def test_consent_to_a_quote_does_not_name_somebody_else_in_it() -> None:
    day = Day()
    day.add(Participant, name="Dafydd Cudd")
    day.add(Quote, text=WELSH, speaker="Nyrs Dafydd Cudd", named=True)
    assert "Cudd" not in said_by(day)
    assert said_by(day).startswith("Nyrs ")


def test_the_language_it_was_said_in_stands_beside_a_name_and_without_one() -> None:
    for name, start in (("Mair", "Mair · "), ("", "")):
        for language, told in (("cy", "Said in Welsh"), ("en", "Dywedwyd yn Saesneg")):
            day = Day()
            day.add(Quote, text=said("Ie.", language), speaker=name, named=bool(name))
            own, other = (0, 1) if language == "cy" else (1, 0)
            assert said_by(day, own) == name
            assert said_by(day, other) == f"{start}{told}"


def test_a_quote_of_no_words_is_left_out() -> None:
    day = Day()
    day.add(Quote, speaker="Mair", named=True)
    assert of(pack(day), QuoteBlock) == []
