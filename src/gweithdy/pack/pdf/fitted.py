"""A summary for the wall fitted to its page: large letters first, then fewer things."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from gweithdy.pack.document import Block, Blocks, Document, MarksTold, Part, Versions
from gweithdy.pack.marks import marked
from gweithdy.pack.pdf.blocks import flowing, height_of, on_the_wall
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.sheet import WALL, Sheet
from gweithdy.pack.walking import blocks_in, with_blocks

FEW = 3
"""Things of a list that stay as long as something else can be told more briefly."""


def fitted(document: Document) -> tuple[Document, Sheet]:
    """The document with one of all versions, and the sheet on which each part is a page.

    Where even the briefest does not fit (a title of pages), it goes on over pages.
    """
    choice = [0] * max(len(_versions(part)) for part in document.parts)
    smallest = WALL[-1]
    while not _fits(document, choice, smallest):
        place = _next(document, choice, smallest)
        if place is None:
            return _chosen(document, choice), smallest
        choice[place] += 1
    choice = _filled(document, choice, smallest)
    return _chosen(document, choice), _largest(document, choice)


def _largest(document: Document, choice: Sequence[int]) -> Sheet:
    """The sheet with the largest letters on which all of it fits, as it does with the smallest."""
    return next((sheet for sheet in WALL[:-1] if _fits(document, choice, sheet)), WALL[-1])


def _filled(document: Document, choice: list[int], sheet: Sheet) -> list[int]:
    """`choice` with whatever still has room, first for that of which the fewest things stand there.

    What was told more briefly left more room than it had to.
    """
    places = {place for place, at in enumerate(choice) if at}
    while places:
        place = min(places, key=lambda each: (_left(document, choice)[each], each))
        more = [each - (n == place) for n, each in enumerate(choice)]
        if _fits(document, more, sheet):
            choice = more
        if choice is not more or not choice[place]:
            places.remove(place)
    return choice


def _left(document: Document, choice: Sequence[int]) -> list[int]:
    """How many briefer versions each has: of a list as many as things stand there."""
    versions = _versions(document.parts[0])
    return [len(one.told) - 1 - at for one, at in zip(versions, choice, strict=True)]


def _versions(part: Part) -> list[Versions]:
    return [block for block in blocks_in(part.every_section) if isinstance(block, Versions)]


def _chosen(document: Document, choice: Sequence[int]) -> Document:
    return replace(document, parts=tuple(_part(part, choice) for part in document.parts))


def _part(part: Part, choice: Sequence[int]) -> Part:
    places = count()

    def one(block: Block) -> Blocks:
        return block.told[choice[next(places)]] if isinstance(block, Versions) else (block,)

    chosen = with_blocks(part, one)
    # Of the texts that lack this language, some may have been left out with what has no room.
    hidden = len(set(marked(part, part.language)) - set(marked(chosen, part.language)))

    def explained(block: Block) -> Blocks:
        if isinstance(block, MarksTold):
            return block.told[max(0, len(block.told) - 1 - hidden)]
        return (block,)

    return with_blocks(chosen, explained)


def _fits(document: Document, choice: Sequence[int], sheet: Sheet) -> bool:
    parts = _chosen(document, choice).parts
    made = (on_the_wall(part, Element("Part", part.language), sheet) for part in parts)
    return all(height_of(each, sheet) <= sheet.height for each in made)


def _next(document: Document, choice: Sequence[int], sheet: Sheet) -> int | None:
    """Which is to be told more briefly: the highest, of lists of many things if there are any."""
    left = _left(document, choice)
    long = [place for place, many in enumerate(left) if many > FEW]
    can = long or [place for place, many in enumerate(left) if many]
    heights = {place: _tallest(document, place, choice[place], sheet) for place in can}
    return max(heights, key=heights.__getitem__, default=None)


def _tallest(document: Document, place: int, version: int, sheet: Sheet) -> float:
    """How high a version is in the language that needs more room."""
    heights = []
    for part in document.parts:
        blocks = _versions(part)[place].told[version]
        made = flowing(blocks, Element("Part", part.language), sheet)
        heights.append(height_of(made, sheet))
    return max(heights)
