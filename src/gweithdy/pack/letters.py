"""Letters on paper: whether words leave any ink at all, and those that cannot be printed."""

import re
from dataclasses import dataclass

from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Language, Text
from gweithdy.pack.runs import Thing

INVISIBLE = dict.fromkeys(
    (
        *(*range(0x20), *range(0x7F, 0xA0)),
        *(0x00AD, 0x061C, 0x180E, 0xFEFF, *range(0x200B, 0x2010)),
        *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
        *(*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE01F0)),
    )
)
"""Control characters, and helpers of emoji, of bidirectional text and of line breaking."""


LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LAST_TWO = (plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = (*range(0xFDD0, 0xFDF0), *_LAST_TWO)
_IN_NO_FILE = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_NO_CHARACTERS))
_WRITTEN = {**_IN_NO_FILE, ord("\t"): " "}


def lines_typed(words: str) -> list[str]:
    """`words` by the line breaks that a person typed, without what HTML and Word cannot hold."""
    return [line.translate(_WRITTEN) for line in LINE_END.split(words)]


def one_line(words: str) -> str:
    """`words` on one line, for what has no room for more: titles, names, alternatives."""
    return " ".join(" ".join(lines_typed(words)).split())


def has_ink(words: str) -> bool:
    """Whether anything of `words` can be seen."""
    return bool(words.translate(INVISIBLE).strip())


def best(text: Text, language: str) -> tuple[str, Language]:
    """As `Text.best`, but words without ink count for none."""
    words, found = text.best(language)
    if has_ink(words):
        return words, found
    words = text.get(found.other)
    return (words, found.other) if has_ink(words) else ("", found)


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text with `letters` that are printed as boxes, what it belongs to, and its language."""

    letters: str
    text: str
    thing: Thing | None = None
    language: Language | None = None

    @property
    def where(self) -> str:
        """What the text is, as a catalogue text; "" where that has no name."""
        return NOUNS[self.thing.noun].noun.label if self.thing else ""
