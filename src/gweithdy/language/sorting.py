"""Sorting: lists in the order of the Welsh or the English alphabet."""

import re
import unicodedata
from functools import lru_cache

from gweithdy.domain.text import Language

WELSH = (
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m",
    "n", "o", "p", "ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z",
)  # fmt: skip
"""The alphabet, with the foreign letters where people look for them."""

ENGLISH = tuple("abcdefghijklmnopqrstuvwxyz")

RANKS = {
    Language.CY: {letter: rank for rank, letter in enumerate(WELSH)},
    Language.EN: {letter: rank for rank, letter in enumerate(ENGLISH)},
}

TWO_LETTERS = re.compile(
    r"[bfm]angor|mhangor|ll?ongyfarch|[dn]angos|pengwin|[bm]ryngl|hunang|[hn]?wngari|cangarw"
    r"|\b(?:ll?ang|[tdn]ongwyn|[bf]laeng|[gl]?lang(?:rwyn|ors))|\bmango|\bbingo|\btango|\bcongo"
)
"""Words in which "ng" is the letter n and then the letter g: "Bangor", "llongyfarch"."""

APART = "\0"
TOKEN = re.compile(r"\d+|ch|dd|ff|ng|ll|ph|rh|th|.", re.DOTALL)
PLAIN_TOKEN = re.compile(r"\d+|.", re.DOTALL)

Element = tuple[int, int]
Key = tuple[tuple[Element, ...], tuple[str, ...], str]

SPACE, NUMBER, LETTER, OTHER = range(4)


@lru_cache(maxsize=20_000)
def sort_key(text: str, language: str) -> Key:
    """The key that sorts `text`: letters first, then accents, then small before capital.

    Numbers count as numbers, so that table 2 comes before table 10.
    """
    letters, marks = _stripped(text)
    if language == Language.CY:
        # A mark between the two letters keeps them apart.
        parted = TWO_LETTERS.sub(lambda word: word[0].replace("ng", f"n{APART}g"), letters)
        tokens = [letter for letter in TOKEN.findall(parted) if letter != APART]
    else:
        tokens = PLAIN_TOKEN.findall(letters)
    ranks = RANKS[Language(language)]
    return tuple(_element(token, ranks) for token in tokens), marks, text.swapcase()


def _element(token: str, ranks: dict[str, int]) -> Element:
    if token in ranks:
        return LETTER, ranks[token]
    if token.isdecimal():
        return NUMBER, int(token)
    return (OTHER if token.isalpha() else SPACE), ord(token)


def _stripped(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` in small letters without accents, and the accents that stood on each letter."""
    letters: list[str] = []
    marks: list[str] = []
    for char in unicodedata.normalize("NFD", text.casefold()):
        if unicodedata.category(char) == "Mn" and letters:
            marks[-1] += char
        else:
            letters.append(char)
            marks.append("")
    return "".join(letters), tuple(marks)
