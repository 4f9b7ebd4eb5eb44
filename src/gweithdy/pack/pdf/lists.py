"""Lists of the PDF: in each item the first line has the bullet or symbol, the rest lie under it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from gweithdy.pack.document import Item, ListBlock, Paragraph
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.symbols import further_in
from gweithdy.pack.pdf.words import SYMBOL, item_line, paragraph
from gweithdy.pack.runs import Run

BULLET = "•"
USUAL = "item"
"""The style of the lines of an item."""


def list_lines(
    block: ListBlock, under: Element, sheet: Sheet, look: str = USUAL
) -> Iterator[Flowable]:
    """The lines of a list, and of the lists inside its items further in."""
    return chain.from_iterable(list_items(block, under, sheet, look))


def list_items(
    block: ListBlock, under: Element, sheet: Sheet, look: str = USUAL
) -> Iterator[Iterator[Flowable]]:
    """The same, the lines of each item by themselves."""
    whole = under.add("L", block.language)
    if not all(item.kinds for item in block.items):
        whole.attributes["List"] = {"ListNumbering": "Disc"}
    further = further_in(block.most_kinds, SYMBOL * sheet.style(look).fontSize)
    for item in block.items:
        looks = [sheet.style(name, further) for name in _looks(item, look)]
        yield _item(item, whole.add("LI", item.language, item.thing), sheet, looks)


def _item(
    item: Item, under: Element, sheet: Sheet, looks: Sequence[ParagraphStyle]
) -> Iterator[Flowable]:
    bullet = None
    if not item.kinds:
        bullet = under.say("Lbl", (Run(BULLET, item.language),))
    body = under.add("LBody")
    for look, inside in zip(looks, item.blocks, strict=True):
        match inside:
            case ListBlock():
                yield from list_lines(inside, body, sheet, "subitem")
            case Paragraph() if inside is item.blocks[0]:
                line = item_line(body.say("P", inside.runs), look, item.kinds)
                line.bullet = bullet
                yield line
            case Paragraph():
                yield paragraph(body.say("P", inside.runs), look)
            case _:
                raise TypeError(inside)


def _looks(item: Item, look: str) -> list[str]:
    """The style of each block: lines that are one item stand closer together than items do."""
    lines = len(item.blocks)
    if lines > 1 and look == USUAL and all(isinstance(each, Paragraph) for each in item.blocks):
        return [*["itemline"] * (lines - 1), "itemend"]
    return [look] * lines
