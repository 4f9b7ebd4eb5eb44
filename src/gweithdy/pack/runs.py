"""Runs: words of the document tree, each in one language, and the things that they came from."""

from dataclasses import dataclass
from enum import StrEnum

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language


class Tone(StrEnum):
    """How words stand out."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


class Voice(StrEnum):
    """Whose words these are: our own wording, a person's, or a person's that name somebody."""

    OURS = "ours"
    SAID = "said"
    NAMING = "naming"


@dataclass(frozen=True, slots=True)
class Thing:
    """What a piece of the document came from, named as in a Change.

    `field` is the text of it, where the piece says one of several.
    """

    noun: str
    id: Id
    field: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language.

    `link`, where given, is where they lead: "#" and an anchor of the document, "./" and a file
    beside it, or an address that begins with "https:", "http:" or "mailto:".
    """

    text: str
    language: Language
    tone: Tone = Tone.PLAIN
    link: str = ""
    voice: Voice = Voice.OURS


Runs = tuple[Run, ...]


def words_of(runs: Runs) -> str:
    """The plain words of `runs`."""
    return "".join(run.text for run in runs)
