"""The order of the alphabet: Welsh counts ch, dd, ff, ng, ll, ph, rh and th as letters."""

import re
import unicodedata

from gweithdy.domain.text import Language

ALPHABET = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
_LETTERS = ALPHABET.split()
_RANK = {letter: 100 + rank for rank, letter in enumerate(_LETTERS)}
_CUT = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)) + "|.", re.DOTALL)

_APART = re.compile(r"(?<=ban)(?=gor)|(?<=llan)(?=g)|(?<=llon)(?=gyf)|(?<=dan)(?=gos)")
"""Where an n and a g stand side by side without being the letter ng: Bangor, Llangollen."""

_BREAK = "\0"

SortKey = tuple[tuple[int, ...], str, str]


def sort_key(words: str, language: str) -> SortKey:
    """What to sort `words` by: the letters first, then their accents, then capitals."""
    parts = unicodedata.normalize("NFD", words)
    plain = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    is_welsh = language == Language.CY
    letters = _CUT.findall(_APART.sub(_BREAK, plain)) if is_welsh else list(plain)
    ranks = tuple(_rank(letter) for letter in letters if letter != _BREAK)
    return (ranks, parts.casefold(), words.swapcase())


def _rank(letter: str) -> int:
    if letter in _RANK:
        return _RANK[letter]
    # Spaces and digits come before the letters, letters of other alphabets after them.
    return ord(letter) if ord(letter) < 97 else 1000 + ord(letter)
