"""The document tree: what a pack says, in which language, without a word on how it is drawn.

Every writer is made from this tree alone. Nothing in it is layout: no widths, no line breaks but
those that a person typed, no page.
"""

from dataclasses import dataclass, field
from datetime import date

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language
from gweithdy.pack.layouts import Layout
from gweithdy.pack.runs import Run, Runs, Thing, Tone

DEEPEST = 6
"""The lowest level of headings: neither PDF nor HTML nor Word knows a lower one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a part, in the language of the words that we give it.

    `thing` is what it came from; our own wording comes from none.
    """

    language: Language
    thing: Thing | None = None


Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionBlock(Block):
    """A heading with what stands under it; its level is how deep the section lies in the part.

    `anchor` is unique in the document.
    """

    heading: Runs
    anchor: str
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph. A quiet one says something about what follows it or stands above it."""

    runs: Runs
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Block):
    """An item of a list. Symbols of `kinds` stand for its bullet; its words say them too."""

    blocks: Blocks
    kinds: tuple[CardKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Block):
    """A list whose order means nothing. `short`: of items that can stand side by side."""

    items: tuple[Item, ...]
    short: bool = False

    @property
    def most_kinds(self) -> int:
        """How many symbols stand before an item, where the most do."""
        return max((len(item.kinds) for item in self.items), default=0)


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and whether numbers stand in it.

    `bars`: numbers, one in each cell, that are to be seen as lengths too. `thing`: where somebody
    named the column, what that belongs to.
    """

    heading: Runs
    numbers: bool = False
    bars: bool = False
    thing: Thing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Block):
    """A row: what stands in each of its cells."""

    cells: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table of data. Columns have heads, and the cell in the column `names` is its row's head.

    In a `pair` the last two columns say the same, each in its language.
    """

    caption: Runs
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    names: int = 0
    pair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock(Block):
    """Words as they were said; `said_by` is empty where the speaker is not named."""

    runs: Runs
    said_by: Runs = ()
    translation: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions(Block):
    """The same told ever more briefly, for a page on which it may not have room.

    Writers get the one that has (`laid_out`). All parts have the same number of them.
    """

    told: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksTold(Block):
    """What the mark of texts in the other language means, told for none of them, one, two …

    Where there are `Versions` it is not known before how many have room. Writers get the one that
    is right (`laid_out`).
    """

    told: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBox(Block):
    """A card that stands out. `facts` are its kinds in words, where it came from, its votes."""

    runs: Runs
    kinds: tuple[CardKind, ...]
    facts: Runs


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a cover, what it says, and what it came from."""

    label: Run
    value: Runs
    thing: Thing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Block):
    """The sign of the house that gives out the document, as a PNG on white.

    `alt` says what it shows, in the language of the logo.
    """

    png: bytes
    alt: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Block):
    """The first page of a part.

    `also` leads to the part in the other language, where there is one.
    """

    logo: Logo | None = None
    kind: Run
    title: Runs
    other_title: Runs
    facts: tuple[Fact, ...]
    anchor: str
    also: Runs = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the list of contents, and those under it."""

    heading: Runs
    anchor: str
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsList(Block):
    """The list of the part's headings, under its own title; none is printed without entries."""

    title: Run
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """The words at the foot of each page; `page` is a text with `{number}` and `{count}`."""

    title: Run
    version: Run
    page: str


@dataclass(frozen=True, slots=True)
class Part:
    """The pack in one language, complete in itself.

    `summary` is read before the list of contents; None where the order asked for has none there.
    """

    language: Language
    title: str
    foot: Foot
    cover: Cover
    # In the order of reading; by keyword, so that nothing else moves.
    summary: SectionBlock | None = field(default=None, kw_only=True)
    contents: ContentsList
    sections: tuple[SectionBlock, ...]

    @property
    def every_section(self) -> tuple[SectionBlock, ...]:
        """All sections in the order of reading, the summary too."""
        return (self.summary, *self.sections) if self.summary else self.sections


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack. `language` is that of its first part.

    `author` is the house that gives it out, `made` the day on which it does, and `colour` that of
    the house, as "#RRGGBB"; "" if it has none. `together` comes after the parts, which leave it
    out: what stands side by side in both languages.
    """

    title: Runs
    subject: str
    author: Runs
    made: date
    language: Language
    parts: tuple[Part, ...]
    layout: Layout = Layout.PARTS
    colour: str = ""
    together: SectionBlock | None = None
