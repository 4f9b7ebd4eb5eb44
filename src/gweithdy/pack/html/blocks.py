"""The blocks of a part as elements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from xml.etree.ElementTree import Element

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
from gweithdy.pack.html.elements import Inside, element, lang, said
from gweithdy.pack.html.figures import figure
from gweithdy.pack.html.photo import photo
from gweithdy.pack.html.symbols import symbols
from gweithdy.pack.html.table import table
from gweithdy.pack.runs import Tone
from gweithdy.pack.shapes import Draw


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: under a heading of `level` with this id, in words of `language`."""

    language: Language
    heading: str
    level: int
    draw: Draw
    numbers: "count[int]"

    def inside(self, block: Block) -> "Place":
        """The place of what stands inside `block`."""
        if isinstance(block, SectionBlock):
            return replace(
                self, language=block.language, heading=block.anchor, level=self.level + 1
            )
        return replace(self, language=block.language)


def blocks(inside: Iterable[Block], place: Place) -> Iterator[Element]:
    """Blocks one after another; cards that follow one another are one list."""
    for is_card, group in groupby(inside, lambda block: isinstance(block, CardBox)):
        if is_card:
            cards = [_card(block, place) for block in group if isinstance(block, CardBox)]
            yield element("ul", *cards, class_="cards", role="list")
        else:
            yield from (_block(block, place) for block in group)


def _block(block: Block, place: Place) -> Element:
    language, within = lang(block.language, place.language), place.inside(block)
    match block:
        case SectionBlock():
            return element("section", *_section(block, within), lang=language)
        case Paragraph():
            quiet = "quiet" if block.tone is Tone.QUIET else ""
            return element("p", *said(block.runs, block.language), class_=quiet, lang=language)
        case ListBlock():
            items = [_item(item, within) for item in block.items]
            looks = " ".join(_looks(block))
            return element("ul", *items, lang=language, class_=looks)
        case Table():
            return table(block, language, within.heading, lambda cell: blocks(cell, within))
        case QuoteBlock():
            return element("figure", *_quote(block), class_="quote", lang=language)
        case Figure():
            number = f"{within.heading}-figure-{next(within.numbers)}"
            return figure(block, language, number, place.draw)
        case Photograph():
            return photo(block, language)
        case _:
            raise TypeError(block)


def _section(block: SectionBlock, within: Place) -> Iterator[Element]:
    name = f"h{min(within.level, DEEPEST)}"
    yield element(name, *said(block.heading, block.language), id=block.anchor)
    yield from blocks(block.blocks, within)


def _looks(block: ListBlock) -> Iterator[str]:
    if block.short:
        yield "short-items"
    if block.most_kinds > 1:
        yield "several-kinds"


def _item(item: Item, place: Place) -> Element:
    return element(
        "li",
        *symbols(item.kinds),
        *blocks(item.blocks, place.inside(item)),
        class_="kind" if item.kinds else "",
        lang=lang(item.language, place.language),
    )


def _quote(block: QuoteBlock) -> Iterator[Element]:
    around = block.language
    yield element("blockquote", element("p", *said(block.runs, around)))
    if block.translation:
        yield element("p", *said(block.translation, around))
    if block.said_by:
        yield element("figcaption", *said(block.said_by, around))


def _card(block: CardBox, place: Place) -> Element:
    inside: list[Inside] = [element("p", *said(block.runs, block.language))]
    if block.facts:
        facts = said(block.facts, block.language)
        inside.append(element("p", *symbols(block.kinds), *facts, class_="facts"))
    return element("li", *inside, lang=lang(block.language, place.language))
