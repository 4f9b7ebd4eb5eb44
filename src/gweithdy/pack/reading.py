"""A page for those who do not see it or point at it: its words in order, and their places."""

from dataclasses import dataclass

from gweithdy.domain.boxes import Box
from gweithdy.domain.text import Language
from gweithdy.pack.runs import Runs, Thing


@dataclass(frozen=True, slots=True)
class Source:
    """What words of a page came from, and the language of those words."""

    thing: Thing
    language: Language


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, an item, or a whole row of a table; each run knows its language.

    `level` is that of a heading, and 0 of everything else. Our own wording has no `source`.
    """

    runs: Runs
    level: int = 0
    source: Source | None = None


Page = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a page something stands: points of paper from its lower left corner."""

    source: Source
    box: Box


@dataclass(frozen=True, slots=True)
class Readable:
    """A PDF, and for each of its pages the words that stand on it, and where they come from.

    Of spots that share a place the last one lies on top.
    """

    pdf: bytes
    pages: tuple[Page, ...]
    spots: tuple[tuple[Spot, ...], ...] = ()
