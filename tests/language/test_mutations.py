"""Every mutated form leads back to its radical."""

import pytest

from gweithdy.language.mutations import fold, radicals, words_in


@pytest.mark.parametrize(
    ("form", "radical"),
    [
        ("rwystrau", "rhwystrau"),
        ("phartneriaethau", "partneriaethau"),
        ("Nghaerdydd", "caerdydd"),
        ("Gaerdydd", "caerdydd"),
        ("Chaerdydd", "caerdydd"),
        ("ngwaith", "gwaith"),
        ("waith", "gwaith"),
        ("mhlant", "plant"),
        ("blant", "plant"),
        ("nhref", "tref"),
        ("dref", "tref"),
        ("fwrdd", "bwrdd"),
        ("mwrdd", "bwrdd"),
        ("fam", "mam"),
        ("ddinas", "dinas"),
        ("ninas", "dinas"),
        ("lan", "llan"),
        ("lo", "glo"),
        ("radd", "gradd"),
        ("ardd", "gardd"),
        ("hysgol", "ysgol"),
        ("naid", "gnaid"),
        ("chyllid", "cyllid"),
        ("Ŵyl", "gwyl"),
    ],
)
def test_a_mutated_form_leads_to_its_radical(form: str, radical: str) -> None:
    assert radical in radicals(form)


@pytest.mark.parametrize(
    ("word", "also"),
    [
        ("nghaerdydd", ["caerdydd"]),
        ("mhen", ["pen"]),
        ("chath", ["cath"]),
        ("ddwr", ["dwr"]),
        ("nant", ["dant", "gnant"]),
        ("llaw", []),
        ("rhaw", []),
        ("ffordd", []),
        ("ysgol", ["gysgol"]),
        ("hysgol", ["ysgol"]),
        ("o", []),
    ],
)
def test_a_word_leads_to_nothing_else(word: str, also: list[str]) -> None:
    """Or search would find much that has nothing to do with what was asked."""
    assert list(radicals(word)) == [word, *also]


@pytest.mark.parametrize("word", ["llyfr", "rhan", "ffair", "a", "", "ng", "2026"])
def test_what_cannot_be_mutated_stays_alone_or_harmless(word: str) -> None:
    assert radicals(word)[0] == word


def test_folding_takes_capitals_and_accents_away() -> None:
    assert fold("TŶ GŴYL Môn") == "ty gwyl mon"
    assert fold("ty\u0302") == fold("t\u0177")


def test_what_leans_on_a_word_is_cut_off() -> None:
    assert words_in("a'r gwaith o’ch tŷ, i'w wneud!") == ["a", "gwaith", "o", "ty", "i", "wneud"]
    assert words_in("don't") == ["don", "t"]
