"""Plain language: what is a hint, and what is not."""

import pytest

from gweithdy.domain.text import Language
from gweithdy.language.detection import guess
from gweithdy.language.jargon import entries
from gweithdy.language.plain import HintKind, abbreviations_explained, hints

CY, EN = Language.CY, Language.EN


def found(words: str, language: Language, kind: HintKind) -> list[str]:
    return [hint.words for hint in hints(words, language) if hint.kind is kind]


def sentence(n: int) -> str:
    return "Pobl " + "a " * (n - 2) + "phlant"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (f"{sentence(25)}.", []),
        (f"{sentence(26)}.", [26]),
        (f"{sentence(20)}. {sentence(20)}.", []),
        (f"{sentence(20)}! Ŵyn a {sentence(25)}", [27]),
        (f"{sentence(20)}\n{sentence(20)}", []),
        (f"{sentence(13)}, e.e. rhai {sentence(13)}", [29]),
        ("Mae'r ŵyl-heddiw " * 13, [26]),
    ],
)
def test_a_sentence_of_more_than_25_words_is_long(words: str, numbers: list[int]) -> None:
    assert [hint.n for hint in hints(words, CY) if hint.kind is HintKind.LONG] == numbers


@pytest.mark.parametrize(
    ("words", "entry", "plainer"),
    [
        ("Byddwn yn gydgynhyrchu", "cydgynhyrchu", "cynllunio a gwneud gyda'n gilydd"),
        ("Heb gapasiti", "capasiti", "amser a phobl"),
        ("yng nghapasiti'r tîm", "capasiti", "amser a phobl"),
        ("Ei Methodolegau a'i threfn", "methodolegau", "dull"),
        ("Arfer orau? Arferion gorau!", "arferion gorau", "beth sy'n gweithio'n dda"),
        ("cyd-gynhyrchu", "cyd gynhyrchu", "cynllunio a gwneud gyda'n gilydd"),
    ],
)
def test_welsh_jargon_is_found_through_mutations(words: str, entry: str, plainer: str) -> None:
    assert (entry, plainer) in [(hint.words, hint.instead) for hint in hints(words, CY)]
    assert not hints(words, EN)


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("We are leveraging it", "leverage"),
        ("It utilises this", "utilise"),
        ("Going forward, we meet", "going forward"),
        ("Low-hanging fruit", "low hanging fruit"),
        ("the co-production of it", "co production"),
    ],
)
def test_english_jargon_is_found_with_its_endings(words: str, entry: str) -> None:
    assert found(words, EN, HintKind.JARGON) == [entry]


def test_plain_words_are_left_alone() -> None:
    for language, words in (
        (EN, "We listen first, then share what we learned. Bands play. Order your tea in June."),
        (CY, "Rydym yn gwrando gyntaf. Yna rydym yn rhannu'r hyn a ddysgwyd ym mis Mai."),
    ):
        assert hints(words, language) == ()


@pytest.mark.parametrize(
    ("words", "unexplained"),
    [
        ("Ask the DWP and the DWP again", ["DWP"]),
        ("The Department for Work and Pensions (DWP) and the DWP", []),
        ("DWP (Department for Work and Pensions)", []),
        ("The NHS and S4C in the UK", []),
        ("Part II of it", []),
        ("A CAPITAL IDEA, A Day at B", ["CAPITAL", "IDEA"]),
        ("ALL IN CAPITALS", []),
        ("Ŵyl yr ŴŶ", ["ŴŶ"]),
        ("McDonald iPad e-bost", []),
    ],
)
def test_an_abbreviation_is_explained_somewhere(words: str, unexplained: list[str]) -> None:
    expected = [each for each in unexplained if len(each) <= 6]
    assert found(words, EN, HintKind.ABBREVIATION) == expected


def test_what_another_text_explains_is_explained() -> None:
    known = abbreviations_explained("Yr Adran Gwaith a Phensiynau (AGPh), a'r DWP")
    assert known == frozenset()
    known = abbreviations_explained("Bwrdd Iechyd Prifysgol (BIP)")
    assert hints("Gofyn i'r BIP", CY, known) == ()
    assert hints("Gofyn i'r BIP", CY) != ()


@pytest.mark.parametrize("language", list(Language))
def test_the_lists_are_of_their_language_and_say_something_plainer(language: Language) -> None:
    known = entries(language)
    assert len(known) >= 60
    for words, plainer in known.items():
        assert plainer
        assert plainer.casefold() not in known, words
        assert guess(plainer) in (language, None), words
