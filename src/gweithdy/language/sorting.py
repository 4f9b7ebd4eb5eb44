"""Sorting: lists in the order of the Welsh or the English alphabet."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from gweithdy.domain.text import Language

WELSH = (
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m",
    "n", "o", "p", "ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z",
)  # fmt: skip
"""The alphabet, with the foreign letters where people look for them."""

ENGLISH = tuple("abcdefghijklmnopqrstuvwxyz")

TWO_LETTERS = re.compile(
    r"[bfm]angor|mhangor|ll?ongyfarch|[dn]angos|pengwin|[bm]ryngl|hunang|[hn]?wngari|cangarw"
    r"|\b(?:ll?ang|[tdn]ongwyn|[bf]laeng|[gl]?lang(?:rwyn|ors))|\bmango|\bbingo|\btango|\bcongo"
)
"""Words in which "ng" is the letter n and then the letter g: "Bangor", "llongyfarch"."""

APART = "\0"
TOKEN = re.compile(r"\d+|ch|dd|ff|ng|ll|ph|rh|th|.", re.DOTALL)
PLAIN_TOKEN = re.compile(r"\d+|.", re.DOTALL)

FIRST_MARK = "\u0300"
"""No accent that stands by itself comes before this one."""

SPACE, NUMBER, FIRST_LETTER, OTHER = "\x01", "\x02", "\x10", "\x7f"
"""With what the code of a token begins: marks come first, and letters of no alphabet here last."""

Key = tuple[str, str, str]


class Codes(dict[str, str]):
    """The code of each token of a language: codes in a row are in order as the tokens are.

    What is not among the letters is worked out each time: there are too many numbers to keep.
    """

    def __init__(self, alphabet: Iterable[str]) -> None:
        ranked = ((letter, chr(ord(FIRST_LETTER) + n)) for n, letter in enumerate(alphabet))
        super().__init__({" ": f"{SPACE} ", **dict(ranked)})

    def __missing__(self, token: str) -> str:
        if token.isdecimal():
            # Longer is greater. Python makes no int of thousands of figures.
            figures = "".join(str(unicodedata.decimal(each)) for each in token).lstrip("0")
            return f"{NUMBER}{chr(len(figures))}{figures}"
        return f"{OTHER if token.isalpha() else SPACE}{token}"


CODES = {Language.CY: Codes(WELSH), Language.EN: Codes(ENGLISH)}


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
    codes = CODES[Language(language)]
    return "".join([codes[token] for token in tokens]), marks, text.swapcase()


def _stripped(text: str) -> tuple[str, str]:
    """`text` in small letters without accents, and the accents that stood on each letter."""
    folded = text.casefold()
    if folded.isascii():
        return folded, ""
    letters: list[str] = []
    marks: list[str] = []
    for char in unicodedata.normalize("NFD", folded):
        if char >= FIRST_MARK and letters and unicodedata.category(char) == "Mn":
            marks[-1] += char
        else:
            letters.append(char)
            marks.append("")
    return "".join(letters), APART.join(marks).rstrip(APART)
