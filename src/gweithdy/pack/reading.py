"""The words of a page for somebody who does not see it: lines in reading order."""

from dataclasses import dataclass

from gweithdy.pack.document import Runs


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, an item, or a whole row of a table; each run knows its language.

    `level` is that of a heading, and 0 of everything else.
    """

    runs: Runs
    level: int = 0


Page = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Readable:
    """A PDF, and for each of its pages the words that stand on it."""

    pdf: bytes
    pages: tuple[Page, ...]
