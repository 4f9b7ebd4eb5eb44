"""Guessing the language of a card: right on sentences, silent where nobody could tell."""

import pytest
from tests.language import notes

from gweithdy.domain.text import Language
from gweithdy.language.detection import guess
from gweithdy.language.dictionaries import dictionary

RIGHT = 118 if dictionary(Language.CY) else 115
"""Of the 120 notes; without dictionaries the looks of words must do."""

WELSH = [
    "Mae gormod o waith papur",
    "Diffyg ymddiriedaeth rhwng timau",
    "Dim arian ar ôl mis Mawrth",
    "Gwrando ar bobl cyn prynu'r system",
    "Siarad â Llywodraeth Cymru yn gynt",
    "Pwy sy'n penderfynu?",
    "Tŷ",
    "Diwylliant beio",
    "Ofn gwneud camgymeriad",
    "Staff yn gadael",
    "Un drws i bopeth",
    "The dŵr",
]
ENGLISH = [
    "Too much paperwork",
    "Lack of trust between teams",
    "No money left after March",
    "Listen to people before buying the system",
    "Talk to Welsh Government earlier",
    "Who decides?",
    "Blame culture",
    "I'm tired of pilots",
    "We don't know who to ask in Llanelli",
    "Fear of making a mistake",
    "Couldn’t",
    "School",
    "Bridge",
]


@pytest.mark.parametrize("words", WELSH)
def test_welsh_is_told(words: str) -> None:
    assert guess(words) is Language.CY


@pytest.mark.parametrize("words", ENGLISH)
def test_english_is_told(words: str) -> None:
    assert guess(words) is Language.EN


@pytest.mark.parametrize(
    "words", ["", "   ", "Staff", "Data", "Cost", "123", "?!", "🙂", "a", "On", "at her"]
)
def test_what_nobody_can_tell_stays_undecided(words: str) -> None:
    assert guess(words) is None


def test_decomposed_letters_count_as_the_same() -> None:
    assert guess("tŷ") is Language.CY


def test_names_inside_a_sentence_do_not_tip_it() -> None:
    assert guess("Siaradodd Charles Wheeler") is Language.CY
    assert guess("Mae Michael Queensbury Hughes Richards yno") is Language.CY


@pytest.mark.parametrize("stop", [". ", "! ", "? ", ": ", "; ", "\n", "\n  ", " - ", " • "])
def test_a_capital_after_a_stop_is_no_name(stop: str) -> None:
    assert guess(f"Data{stop}Arian") is Language.CY
    assert guess("Data, Arian") is None


def test_what_note_takers_type_is_told() -> None:
    lines = {Language.CY: notes.WELSH, Language.EN: notes.ENGLISH}
    typed = [(of, line) for of, said in lines.items() for line in said.strip().splitlines()]
    assert len(typed) == 120
    wrong = [line for language, line in typed if guess(line) is not language]
    assert len(typed) - len(wrong) >= RIGHT, wrong
