"""The spelling dictionaries: whether a word is one of a language, and which words are like it."""

from functools import cache
from importlib import import_module
from typing import Protocol, cast

from gweithdy.domain.text import Language
from gweithdy.resources import asset

FILES = {Language.CY: "cy_GB", Language.EN: "en_GB"}

_MORE = {
    Language.CY: """
        gellir gellid holiaduron fechan fer bwysicach cydgynhyrchu chydgynhyrchu gydgynhyrchu
        dangosfwrdd ddangosfwrdd wifi ebost ebostio gweithdai hwyluswyr gweithdy
    """,
    Language.EN: "wifi gps gp email emails online offline covid co-production signpost signposted",
}
"""Words of the day that the dictionaries have not got."""


class Dictionary(Protocol):
    """The words of one language."""

    def spell(self, word: str) -> bool:
        """Whether it has `word`."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that are like `word`, the likeliest first. Slow: tenths of a second."""

    def stem(self, word: str) -> tuple[str, ...]:
        """What `word` may be a form of, mutated or with an ending; () if it is not known."""


@cache
def dictionary(language: Language) -> Dictionary | None:
    """That of a language, loaded when first asked for; None where it or Hunspell is missing."""
    folder = str(asset("dictionaries"))
    try:
        # Not for every processor: there the program does without.
        hunspell = import_module("hunspell")
        # UTF-8: on Windows Hunspell finds no home folder that is named Gŵyr otherwise.
        found = hunspell.Hunspell(
            FILES[language], hunspell_data_dir=folder, system_encoding="UTF-8"
        )
    except (ImportError, OSError):
        return None
    for word in _MORE[language].split():
        found.add(word)
    return cast("Dictionary", found)


def has(language: Language, word: str) -> bool | None:
    """Whether a word is one of a language; None if nobody can tell."""
    known = dictionary(language)
    return known.spell(word) if known else None
