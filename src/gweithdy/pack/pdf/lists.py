"""Lists of the PDF: in each item the first line has the bullet or symbol, the rest lie under it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Item, ListBlock, Paragraph
from gweithdy.pack.pdf.words import kind_item, paragraph


def list_lines(block: ListBlock, look: str = "item") -> Iterator[Flowable]:
    """The lines of a list, and of the lists inside its items further in."""
    for item in block.items:
        for place, inside in enumerate(item.blocks):
            match inside:
                case ListBlock():
                    yield from list_lines(inside, "subitem")
                case Paragraph() if place == 0:
                    yield _first(item, inside, look)
                case Paragraph():
                    yield paragraph(inside.runs, look)
                case _:
                    raise TypeError(inside)


def _first(item: Item, inside: Paragraph, look: str) -> Flowable:
    if item.symbol is CardKind.NONE:
        return paragraph(inside.runs, look, "•")
    return kind_item(inside.runs, item.symbol, look)
