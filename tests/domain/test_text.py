"""Bilingual text: the source language, the state of the translation, and tidying."""

import pytest

from gweithdy.domain.text import Language, Text, Translation, both, said, tidy


def test_words_said_in_welsh_lack_english() -> None:
    text = said("Rhannu data", "cy")
    assert text.source == "cy"
    assert text.missing is Language.EN
    assert text.translation is Translation.MISSING
    assert text.best("en") == ("Rhannu data", Language.CY)


def test_a_translation_is_a_draft_and_goes_stale_when_the_source_changes() -> None:
    text = said("Rhannu data", "cy").having("en", "Share data")
    assert text.source == "cy"
    assert text.translation is Translation.DRAFT
    changed = text.having("cy", "Rhannu data'n well")
    assert changed.translation is Translation.STALE
    assert changed.having("en", "Share data better").translation is Translation.DRAFT


def test_taking_the_source_away_makes_the_other_language_the_source() -> None:
    text = said("Rhannu data", "cy").having("en", "Share data").having("cy", "")
    assert text == Text(en="Share data", source="en")


def test_emptied_text_is_nothing() -> None:
    assert said("Dŵr", "cy").having("cy", "  ") == Text()
    assert not Text(source="cy")
    assert Text().translation is None


def test_shipped_text_is_reviewed() -> None:
    assert both("Bwrdd", "Board").translation is Translation.REVIEWED


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("w\u0302yl", "ŵyl"),
        ("a\x00b\ud800c", "abc"),
        (" un\r\ndau\rtri ", "un\ndau\ntri"),
        ("a\tb", "a b"),
    ],
)
def test_tidying(words: str, kept: str) -> None:
    assert tidy(words) == kept
