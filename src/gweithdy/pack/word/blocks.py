"""The blocks of a part as paragraphs and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import (
    Block,
    CardBox,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Runs,
    SectionBlock,
    Table,
    Tone,
    words_of,
)
from gweithdy.pack.figures import Figure
from gweithdy.pack.letters import one_line
from gweithdy.pack.shapes import Paint
from gweithdy.pack.word.numbering import LIST, list_of
from gweithdy.pack.word.styles import CARD, MARK
from gweithdy.pack.word.table import table
from gweithdy.pack.word.words import Ink, line_break
from gweithdy.pack.word.xml import paragraph, w

DEEPEST = 6
"""How many levels of headings have a style."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: under a heading with these words at `level`."""

    ink: Ink
    paint: Paint
    level: int = 0
    heading: Runs = ()


def blocks(inside: Iterable[Block], place: Place) -> Iterator[BaseOxmlElement]:
    """Blocks one after another."""
    for block in inside:
        yield from _block(block, place)


def _block(block: Block, place: Place) -> Iterator[BaseOxmlElement]:
    ink = place.ink
    match block:
        case SectionBlock():
            within = replace(place, level=place.level + 1, heading=block.heading)
            words = ink.place(block.anchor, *ink.said(block.heading))
            yield paragraph(f"Heading{min(within.level, DEEPEST)}", *words)
            yield from blocks(block.blocks, within)
        case Paragraph():
            style = "QuietLine" if block.tone is Tone.QUIET else "Normal"
            yield paragraph(style, *ink.said(block.runs))
        case ListBlock():
            yield from _list(block, place, "ListBullet")
        case Table():
            yield from table(block, ink, place.heading)
        case QuoteBlock():
            yield from _quote(block, ink)
        case CardBox():
            yield _card(block, ink)
        case Figure():
            yield from _figure(block, place)
        case _:
            raise TypeError(block)


def _list(block: ListBlock, place: Place, style: str) -> Iterator[BaseOxmlElement]:
    for item in block.items:
        for n, inside in enumerate(item.blocks):
            match inside:
                case ListBlock():
                    yield from _list(inside, place, "ListBullet2")
                case Paragraph() if n == 0:
                    words = place.ink.said(inside.runs)
                    yield _marked(paragraph(style, *words), item.symbol)
                case Paragraph():
                    yield paragraph("ListContinue", *place.ink.said(inside.runs))
                case _:
                    yield from _block(inside, place)


def _marked(made: BaseOxmlElement, kind: CardKind, left: int = 0) -> BaseOxmlElement:
    """A paragraph of a list with the symbol of `kind` in place of its bullet."""
    if list_of(kind) != LIST:
        moved = w("ind", left=left + MARK, hanging=MARK)
        made[0].extend((w("numPr", w("ilvl", val=0), w("numId", val=list_of(kind))), moved))
    return made


def _card(block: CardBox, ink: Ink) -> BaseOxmlElement:
    words = list(ink.said(block.runs))
    if block.facts:
        facts = tuple(replace(run, tone=Tone.QUIET) for run in block.facts)
        words += [line_break(block.language), *ink.said(facts)]
    return _marked(paragraph("Card", *words), block.kind, CARD)


def _quote(block: QuoteBlock, ink: Ink) -> Iterator[BaseOxmlElement]:
    yield paragraph("Quote", *ink.said(block.runs))
    for runs in (block.translation, block.said_by):
        if runs:
            yield paragraph("QuoteSource", *ink.said(runs))
    # Bars of quotes that follow one another would be one.
    yield paragraph("Space")


def _figure(block: Figure, place: Place) -> Iterator[BaseOxmlElement]:
    picture = place.paint(block)
    part = place.ink.docx.part
    size = Pt(picture.width), Pt(picture.height)
    drawn = part.new_pic_inline(BytesIO(picture.png), *size)
    drawn.docPr.set("descr", one_line(words_of(block.alt)))
    looks = w("rPr", w("lang", val=block.language.tag))
    yield paragraph("Figure", w("r", looks, w("drawing", drawn)))
    yield paragraph("FigureCaption", *place.ink.said(block.caption))
