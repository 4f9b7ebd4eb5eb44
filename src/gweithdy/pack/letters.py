"""Letters on paper: whether words leave any ink at all, and those that cannot be printed."""

from dataclasses import dataclass

from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Language, Text
from gweithdy.pack.document import Thing

INVISIBLE = dict.fromkeys(
    (
        *(*range(0x20), *range(0x7F, 0xA0)),
        *(0x00AD, 0x061C, 0x180E, 0xFEFF, *range(0x200B, 0x2010)),
        *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
        *(*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE01F0)),
    )
)
"""Control characters, and helpers of emoji, of bidirectional text and of line breaking."""


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
