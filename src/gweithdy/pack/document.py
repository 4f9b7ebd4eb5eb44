"""The document tree: what a pack says, in which language, without a word on how it is drawn.

Every writer is made from this tree alone. Nothing in it is layout: no widths, no line breaks but
those that a person typed, no page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from gweithdy.domain.board import CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language

T = TypeVar("T")


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
    """What a piece of the document came from, named as in a Change."""

    noun: str
    id: Id


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language.

    `link`, where given, is where they lead: "#" and an anchor of the document, or an address that
    begins with "https:", "http:" or "mailto:".
    """

    text: str
    language: Language
    tone: Tone = Tone.PLAIN
    link: str = ""
    voice: Voice = Voice.OURS


Runs = tuple[Run, ...]


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
    """An item of a list. `symbol` stands before it in place of the bullet; its words say it too."""

    blocks: Blocks
    symbol: CardKind = CardKind.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Block):
    """A list whose order means nothing."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and whether numbers stand in it."""

    heading: Runs
    numbers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Block):
    """A row: what stands in each of its cells."""

    cells: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table of data. Columns have heads, and the cell in the column `names` is its row's head."""

    caption: Runs
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    names: int = 0


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
class Cover(Block):
    """The first page of a part. `facts` are pairs of a label and what it says.

    `also` leads to the part in the other language, where there is one.
    """

    kind: Run
    title: Runs
    other_title: Runs
    facts: tuple[tuple[Run, Runs], ...]
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
    """The list of the part's headings, under its own title."""

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
    """The pack in one language, complete in itself."""

    language: Language
    title: str
    foot: Foot
    cover: Cover
    contents: ContentsList
    sections: tuple[SectionBlock, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack. `language` is that of its first part.

    `author` is the house that gives it out, `made` the day on which it does.
    """

    title: Runs
    subject: str
    author: Runs
    made: date
    language: Language
    parts: tuple[Part, ...]


def blocks_in(piece: object) -> Iterator[Block]:
    """Every block inside a document, part or block, itself too, in reading order."""
    return (each for each in _inside(piece) if isinstance(each, Block))


def runs_in(piece: object) -> Iterator[Run]:
    """Every run of words inside a document, part or block, in reading order."""
    return (each for each in _inside(piece) if isinstance(each, Run))


def words_of(runs: Runs) -> str:
    """The plain words of `runs`."""
    return "".join(run.text for run in runs)


def runs_of_things(piece: object, thing: Thing | None = None) -> Iterator[tuple[Run, Thing | None]]:
    """As `runs_in`, each run with the thing to which it belongs."""
    if isinstance(piece, Run):
        yield piece, thing
    elif isinstance(piece, tuple):
        for each in piece:
            yield from runs_of_things(each, thing)
    elif is_dataclass(piece) and not isinstance(piece, type):
        thing = getattr(piece, "thing", None) or thing
        for name in _names(type(piece)):
            yield from runs_of_things(getattr(piece, name), thing)


def with_runs(
    piece: T, change: Callable[[Run, Thing | None], Run], thing: Thing | None = None
) -> T:
    """`piece` with what `change` makes of each run and the thing to which it belongs."""
    new: object = piece
    if isinstance(piece, Run):
        new = change(piece, thing)
    elif isinstance(piece, tuple):
        new = tuple(with_runs(each, change, thing) for each in piece)
    elif is_dataclass(piece) and not isinstance(piece, type):
        thing = getattr(piece, "thing", None) or thing
        inside = {name: getattr(piece, name) for name in _names(type(piece))}
        made = {name: with_runs(value, change, thing) for name, value in inside.items()}
        changed = {name: value for name, value in made.items() if value != inside[name]}
        new = replace(piece, **changed) if changed else piece
    return new  # type: ignore[return-value]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _inside(piece: object) -> Iterator[object]:
    if isinstance(piece, tuple):
        for each in piece:
            yield from _inside(each)
    elif is_dataclass(piece) and not isinstance(piece, type):
        yield piece
        for name in _names(type(piece)):
            yield from _inside(getattr(piece, name))
