"""The words that are printed where a text is in one language, or has nothing that can be seen."""

import pytest

from gweithdy.domain.text import Language, Text, Written
from gweithdy.pack.letters import Boxed, best
from gweithdy.pack.runs import Thing

CY, EN = Language.CY, Language.EN


@pytest.mark.parametrize(
    ("cy", "en", "wanted", "told"),
    [
        ("Dŵr", "Water", CY, ("Dŵr", CY)),
        ("Dŵr", "Water", EN, ("Water", EN)),
        ("Dŵr", "", EN, ("Dŵr", CY)),
        ("", "Water", CY, ("Water", EN)),
        ("Dŵr", "\u200b", EN, ("Dŵr", CY)),
        ("", "", EN, ("", EN)),
        ("\u200b", "\u200b", CY, ("", CY)),
    ],
)
def test_words_that_can_be_seen_are_printed(
    cy: str, en: str, wanted: Language, told: tuple[str, Language]
) -> None:
    assert best(Text(Written(cy), Written(en), "cy"), wanted) == told


def test_a_boxed_letter_says_in_what_kind_of_text_it_is() -> None:
    assert Boxed("🙂", "Da 🙂", Thing("card", "c")).where == "Card"
    assert Boxed("🙂", "Da 🙂").where == ""
