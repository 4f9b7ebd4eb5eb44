"""Plain language: long sentences, jargon and abbreviations nobody explains. Hints, never rules."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache, lru_cache

from gweithdy.domain.text import Language
from gweithdy.language.jargon import entries
from gweithdy.language.mutations import fold, radicals, words_in

LONGEST = 25
"""Words of a sentence that are easy to read, in Welsh as in English."""

_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[^\Wa-z_])|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CAPITALS = "A-ZÂÊÎÔÛŴŶÁÉÍÓÚÀÈÌÒÙÄËÏÖÜ"
_SHORT = rf"[{_CAPITALS}][{_CAPITALS}\d]{{0,4}}[{_CAPITALS}]"
_ABBREVIATION = re.compile(rf"(?<!\w){_SHORT}(?!\w)")
_EXPLAINED = re.compile(rf"\w[\"”’]?\s+\(({_SHORT})\)|(?<!\w)({_SHORT})\s+\(")
_NUMBERS = re.compile(r"[IVX]+")
_KNOWN = frozenset(("UK", "DU", "NHS", "GIG", "BBC", "S4C", "TV", "PDF", "OK", "USA"))
"""What everybody knows."""


class HintKind(StrEnum):
    """What could be plainer."""

    LONG = auto()
    JARGON = auto()
    ABBREVIATION = auto()


@dataclass(frozen=True, slots=True)
class Hint:
    """`words` of the text, or the entry of the list; `instead` plainer ones.

    `n` is how many words a sentence has that is too long.
    """

    kind: HintKind
    words: str
    instead: str = ""
    n: int = 0


def hints(
    words: str, language: Language, explained: frozenset[str] = frozenset()
) -> tuple[Hint, ...]:
    """What could be plainer in `words`; `explained` are the abbreviations explained elsewhere."""
    unexplained = (
        each
        for each in abbreviations(words)
        if each not in explained and each not in abbreviations_explained(words)
    )
    return (
        *_long(words),
        *_jargon(words, language),
        *(Hint(HintKind.ABBREVIATION, each) for each in unexplained),
    )


@lru_cache(maxsize=5_000)
def abbreviations_explained(words: str) -> frozenset[str]:
    """Those in brackets after their words, and those with their words in brackets after them."""
    return frozenset(each for found in _EXPLAINED.findall(words) for each in found if each)


def _long(words: str) -> tuple[Hint, ...]:
    sentences = (each.strip() for each in _END.split(words))
    counted = ((each, len(_WORD.findall(each))) for each in sentences)
    return tuple(Hint(HintKind.LONG, each, n=n) for each, n in counted if n > LONGEST)


def abbreviations(words: str) -> dict[str, None]:
    """Those in `words` that not everybody knows, in their order."""
    if words == words.upper():
        # A heading all in capitals.
        return {}
    found = _ABBREVIATION.findall(words)
    return dict.fromkeys(e for e in found if e not in _KNOWN and not _NUMBERS.fullmatch(e))


@lru_cache(maxsize=5_000)
def _jargon(words: str, language: Language) -> tuple[Hint, ...]:
    known = _known(language)
    said = words_in(words)
    found: dict[str, Hint] = {}
    for place, word in enumerate(said):
        for start in _bases(word, language):
            for entry, sought, plainer in known.get(start, ()):
                here = said[place : place + len(sought)]
                if len(here) == len(sought) and all(
                    each in _bases(w, language) for each, w in zip(sought, here, strict=True)
                ):
                    found.setdefault(entry, Hint(HintKind.JARGON, entry, plainer))
    return tuple(found.values())


@cache
def _known(language: Language) -> dict[str, list[tuple[str, list[str], str]]]:
    known: dict[str, list[tuple[str, list[str], str]]] = {}
    for entry, plainer in entries(language).items():
        sought = words_in(entry)
        known.setdefault(sought[0], []).append((entry, sought, plainer))
    return known


@lru_cache(maxsize=20_000)
def _bases(word: str, language: Language) -> tuple[str, ...]:
    """`word` and what it may be a form of: mutated in Welsh, with an ending in English."""
    if language is Language.CY:
        return radicals(word)
    word = fold(word)
    cut = [word[: -len(end)] for end in ("s", "d", "ed", "ing") if word.endswith(end)]
    return (word, *cut, *(f"{each}e" for each in cut if word.endswith("ing")))
