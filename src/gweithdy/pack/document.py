"""The document tree: what a pack says, in which language, without a word on how it is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language


class Tone(StrEnum):
    """How a run of words stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language."""

    text: str
    language: Language
    tone: Tone = Tone.PLAIN


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a part, in the language of the words that we give it."""

    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A heading; `level` counts from 1 inside a part. `anchor` is unique in the document."""

    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph."""

    runs: Runs
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Block):
    """A list. `kinds`, where given, are the symbols that stand before the items."""

    items: tuple[Runs, ...]
    kinds: tuple[CardKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with a header row; the first column names the row.

    `widths` weigh the columns against one another, `share` is how much of the page's width the
    table takes; `numbers` are the columns set to the right.
    """

    caption: Runs
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: Runs
    value: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, the longest first, each with its label and value."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A stakeholder on the map: its number in the table, and where it stands (0 to 100)."""

    number: int
    label: Runs
    power: int
    interest: int


@dataclass(frozen=True, slots=True)
class PowerInterestMap:
    """Stakeholders by interest (across) and power (up), with the ties between them.

    `corners`: the words for high power and low interest, both high, both low, and low power and
    high interest. `ties` are pairs of places in `points`.
    """

    points: tuple[MapPoint, ...]
    ties: tuple[tuple[int, int], ...]
    across: Run
    up: Run
    corners: tuple[Run, Run, Run, Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A drawing described by its data; `alt` says the same in words."""

    drawing: BarChart | PowerInterestMap
    alt: str
    caption: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock(Block):
    """Words as they were said; `said_by` is empty where the speaker is not named."""

    runs: Runs
    said_by: Runs = ()
    translation: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBox(Block):
    """One card of a board. `facts` are its kind in words, where it came from, and its votes."""

    runs: Runs
    kind: CardKind
    facts: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Block):
    """A line that leads to `anchor` elsewhere in the document."""

    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Block):
    """The first page of a part."""

    kind: Run
    title: Runs
    other_title: Runs
    facts: tuple[tuple[Run, Runs], ...]
    anchor: str
    also: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsList(Block):
    """Where the list of the part's headings stands, under its own title."""

    title: Run
    entries: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """The words at the foot of each page; `page` is a text with `{number}` and `{count}`."""

    title: Run
    version: Run
    page: str


@dataclass(frozen=True, slots=True)
class Part:
    """The pack in one language, complete in itself."""

    language: Language
    title: str
    foot: Foot
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack. `language` is that of its first part."""

    title: str
    subject: str
    language: Language
    parts: tuple[Part, ...]


def runs_in(piece: object) -> Iterator[Run]:
    """Every run of words inside a document, part or block, in reading order."""
    if isinstance(piece, Run):
        yield piece
    elif isinstance(piece, tuple):
        for each in piece:
            yield from runs_in(each)
    elif is_dataclass(piece):
        for field in fields(piece):
            yield from runs_in(getattr(piece, field.name))


def words_of(runs: Runs) -> str:
    """The plain words of `runs`."""
    return "".join(run.text for run in runs)
