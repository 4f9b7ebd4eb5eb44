"""Mutations: the words that a Welsh word may be a changed form of, so that search finds them."""

import re
import unicodedata
from functools import lru_cache

VOWELS = tuple("aeiouwy")

RADICALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ngh", ("c",)), ("mh", ("p",)), ("nh", ("t",)), ("ng", ("g",)),
    ("ch", ("c",)), ("ph", ("p",)), ("th", ("t",)), ("dd", ("d",)),
    ("ll", ()), ("rh", ()), ("ff", ()),
    ("b", ("p",)), ("d", ("t",)), ("g", ("c",)), ("f", ("b", "m")), ("m", ("b",)), ("n", ("d",)),
    ("l", ("ll", "gl")), ("r", ("rh", "gr")),
)  # fmt: skip
"""How a mutated word begins, and how its radical may; the first that fits counts."""

WORD = re.compile(r"[^\W_]+")
CLITIC = re.compile(r"(?<=\w)['’ʼ](?:r|n|i|u|w|m|th|ch)\b", re.IGNORECASE)
"""What leans on the word before: "a'r", "i'w", "o'ch"."""


def fold(text: str) -> str:
    """`text` without capitals and accents: "Tŷ" and "ty" are the same."""
    if text.isascii():
        return text.casefold()
    marked = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in marked if unicodedata.category(c) != "Mn")


def words_in(text: str) -> list[str]:
    """The folded words of `text`, without what leans on them."""
    return WORD.findall(fold(CLITIC.sub(" ", text)))


@lru_cache(maxsize=50_000)
def radicals(word: str) -> tuple[str, ...]:
    """`word` folded, and every word it may be a mutation of: "gaerdydd" gives "caerdydd" too."""
    word = fold(word)
    found = [word]
    if len(word) < 2:
        return tuple(found)
    for start, instead in RADICALS:
        if word.startswith(start):
            found += [radical + word[len(start) :] for radical in instead]
            break
    else:
        if word.startswith(VOWELS):
            found.append("g" + word)
        elif word[0] == "h" and word[1] in VOWELS:
            found.append(word[1:])
    if word[0] == "n" and word[1] in VOWELS:
        found.append("g" + word)
    return tuple(found)
