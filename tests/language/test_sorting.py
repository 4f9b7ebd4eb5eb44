"""The Welsh order of 62 words, and what the key does with numbers, accents and capitals."""

import pytest

from gweithdy.language.sorting import sort_key

# "Bangor" and "Llangollen" stand where n and g are two letters.
WORDS = """
angau ange anghofio angori ar âr bang bangaw Bangor car cath cwch cyfarfod chi chwarae dafad dwy
dyn ddim ddoe êl fan fory ffa ffair ffwrdd gardd gwaith gweithdy nghaerdydd ngwaith hen heno lamp
lol lwc llan Llanberis Llangollen llongyfarch llyfr nefoedd pen phlant ras rwan rhaid rheol rhwystr
tad ti ty tŷ tywydd theatr thema wyl Ŵyl wyr ŵyr ŷd ynys
"""
WELSH_ORDER = WORDS.split()


def shuffled(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: word[::-1])


def test_welsh_words_come_in_the_order_of_the_welsh_alphabet() -> None:
    assert len(WELSH_ORDER) == 62
    assert sorted(shuffled(WELSH_ORDER), key=lambda w: sort_key(w, "cy")) == WELSH_ORDER


def test_english_has_no_double_letters() -> None:
    words = ["cath", "chi", "cwch", "ddim", "dwy", "Llanberis", "lol"]
    assert sorted(shuffled(words), key=lambda w: sort_key(w, "en")) == words


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("bangaw", "Bangor"),
        ("llan", "llongyfarch"),
        ("dangos", "dant"),
        ("cyngor", "cymorth"),
        ("Bwrdd 2", "Bwrdd 10"),
        ("10 munud", "agenda"),
        ("ty", "tŷ"),
        ("gŵyl", "gwyliau"),
        ("cymraeg", "Cymraeg"),
        ("", "a"),
        ("Llanelli fach", "Llanellian"),
    ],
)
def test_pairs(first: str, then: str) -> None:
    assert sort_key(first, "cy") < sort_key(then, "cy")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert sort_key("t\u0177", "cy")[:2] == sort_key("ty\u0302", "cy")[:2]


def test_a_number_of_any_length_has_its_place() -> None:
    # Python makes no int of more than 4,300 figures: a card of them would break its board.
    small, great, greater = ("9" * 10, "1" + "0" * 4999, "2" + "0" * 4999)
    for language in ("cy", "en"):
        found = sorted([greater, "a", great, small], key=lambda text: sort_key(text, language))
        assert found == [small, great, greater, "a"]


def test_figures_of_every_script_count_as_numbers() -> None:
    assert sort_key("bwrdd ٣", "cy") < sort_key("bwrdd 10", "cy")
    assert sort_key("bwrdd 007", "cy")[0] == sort_key("bwrdd 7", "cy")[0]
