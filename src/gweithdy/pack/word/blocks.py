"""The blocks of a part as paragraphs and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from gweithdy.domain.board import CardKind
from gweithdy.domain.text import Language
from gweithdy.pack.document import (
    DEEPEST,
    Block,
    CardBox,
    Item,
    ListBlock,
    Paragraph,
    QuoteBlock,
    SectionBlock,
    Table,
)
from gweithdy.pack.figures import Figure, Photograph
from gweithdy.pack.letters import one_line
from gweithdy.pack.paper import Paper
from gweithdy.pack.runs import Runs, Tone, words_of
from gweithdy.pack.shapes import Paint, Picture
from gweithdy.pack.word.numbering import list_of
from gweithdy.pack.word.styles import CARD, MARK, MORE
from gweithdy.pack.word.table import table
from gweithdy.pack.word.words import Ink, line_break
from gweithdy.pack.word.xml import paragraph, w

TALLEST = 0.62
"""Of the page: how high a photo may be."""
BETWEEN = 160
"""Under an item of several lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: on what paper, under a heading with these words at `level`."""

    ink: Ink
    paint: Paint
    paper: Paper
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
            yield from table(block, ink, place.heading, place.paper)
        case QuoteBlock():
            yield from _quote(block, ink)
        case CardBox():
            yield _card(block, place)
        case Figure():
            yield from _figure(block, place)
        case Photograph():
            yield from _photo(block, place)
        case _:
            raise TypeError(block)


def _list(block: ListBlock, place: Place, style: str) -> Iterator[BaseOxmlElement]:
    for item in block.items:
        made = list(_item(item, place, style, block.most_kinds))
        if len(made) > 1 and all(isinstance(each, Paragraph) for each in item.blocks):
            for line in made[:-1]:
                line[0].insert(1, w("keepNext"))
            made[-1][0].append(w("spacing", after=BETWEEN))
        yield from made


def _item(item: Item, place: Place, style: str, most: int) -> Iterator[BaseOxmlElement]:
    for n, inside in enumerate(item.blocks):
        match inside:
            case ListBlock():
                yield from _list(inside, place, "ListBullet2")
            case Paragraph() if n == 0:
                words = place.ink.said(inside.runs)
                yield _marked(paragraph(style, *words), item.kinds, place.paper, most=most)
            case Paragraph():
                yield paragraph("ListContinue", *place.ink.said(inside.runs))
            case _:
                yield from _block(inside, place)


def _marked(
    made: BaseOxmlElement,
    kinds: tuple[CardKind, ...],
    paper: Paper,
    left: int = 0,
    most: int = 1,
) -> BaseOxmlElement:
    """A paragraph of a list with the symbols of `kinds` in place of its bullet.

    Its words begin where those of one with `most` symbols do.
    """
    if kinds or most > 1:
        mark, more = round(MARK * paper.scale), round(MORE * paper.scale)
        hanging = mark + more * max(0, len(kinds) - 1)
        moved = w("ind", left=left + mark + more * (max(most, len(kinds), 1) - 1), hanging=hanging)
        made[0].extend((w("numPr", w("ilvl", val=0), w("numId", val=list_of(kinds))), moved))
    return made


def _card(block: CardBox, place: Place) -> BaseOxmlElement:
    ink = place.ink
    words = list(ink.said(block.runs))
    if block.facts:
        facts = tuple(replace(run, tone=Tone.QUIET) for run in block.facts)
        words += [line_break(block.language), *ink.said(facts)]
    return _marked(
        paragraph("Card", *words), block.kinds, place.paper, round(CARD * place.paper.scale)
    )


def _quote(block: QuoteBlock, ink: Ink) -> Iterator[BaseOxmlElement]:
    yield paragraph("Quote", *ink.said(block.runs))
    for runs in (block.translation, block.said_by):
        if runs:
            yield paragraph("QuoteSource", *ink.said(runs))
    # Bars of quotes that follow one another would be one.
    yield paragraph("Space")


def _figure(block: Figure, place: Place) -> Iterator[BaseOxmlElement]:
    drawn = pictured(place.paint(block), block.alt, block.language, place.ink)
    yield paragraph("Figure", drawn)
    yield paragraph("FigureCaption", *place.ink.said(block.caption))


def _photo(block: Photograph, place: Place) -> Iterator[BaseOxmlElement]:
    scale = min(place.paper.text / block.wide, place.paper.height * TALLEST / block.high)
    picture = Picture(block.jpeg, block.wide * scale, block.high * scale)
    yield paragraph("Figure", pictured(picture, block.alt, block.spoken, place.ink))
    yield paragraph("FigureCaption", *place.ink.said(block.caption))


def pictured(picture: Picture, alt: Runs, language: Language, ink: Ink) -> BaseOxmlElement:
    """A picture in a line of words; `alt` says in `language` what it shows."""
    size = Pt(picture.width), Pt(picture.height)
    drawn = ink.docx.part.new_pic_inline(BytesIO(picture.png), *size)
    drawn.docPr.set("descr", one_line(words_of(alt)))
    looks = w("rPr", w("lang", val=language.tag))
    return w("r", looks, w("drawing", drawn))
