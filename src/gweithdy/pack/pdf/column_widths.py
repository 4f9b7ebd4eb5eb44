"""How wide the columns of a table are: each as its words need, as far as the page allows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from gweithdy.pack.document import Blocks, Paragraph, Table
from gweithdy.pack.pdf import bars
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import blocks_in

PADDING = 12.0
NARROW = 0.62
"""Of the page: how wide a table is that needs no more. One under another, they then end alike."""
SHORT = 16
"""Characters of a line that is better kept whole."""
WIDEST_WORD = 0.4
"""Of the page: a longer word (a web address) is broken rather than the column widened."""
MEASURED = 6
"""Width grows with length closely enough: only the longest words need to be measured."""


@dataclass(frozen=True)
class _Column:
    """What a column needs: at least, to keep all its lines whole, and against the others."""

    least: float
    ideal: float
    weight: float
    numbers: bool


ENOUGH = 0.4
"""Of the page: in a narrower column, sentences of more than two lines are hard to read."""


def fits(block: Table, sheet: Sheet) -> bool:
    """Whether no word is broken on such a page and sentences have room."""
    columns = [_needs(block, n, sheet, sheet.width) for n in range(len(block.columns))]
    widths = column_widths(block, sheet)
    return sum(one.least for one in columns) <= sheet.width and all(
        one.ideal <= 2 * width or width >= ENOUGH * sheet.width
        for one, width in zip(columns, widths, strict=True)
    )


def column_widths(block: Table, sheet: Sheet, room: float | None = None) -> list[float]:
    """Widths that fill the `room` (the page), or the narrow part of a page where that is enough.

    The two languages of a pair have the same.
    """
    room = room or sheet.width
    columns = [_needs(block, n, sheet, room) for n in range(len(block.columns))]
    if block.pair:
        before = [column.least for column in columns[:-2]]
        return [*before, *[(room - sum(before)) / 2] * 2]
    ideal = sum(column.ideal for column in columns)
    if sum(column.least for column in columns) > room:
        return _capped([column.least for column in columns], room)
    if ideal > room:
        return _between(columns, room)
    narrow = sheet.width * NARROW
    return _stretched(columns, min(room, narrow) if ideal <= narrow else room)


def _needs(block: Table, place: int, sheet: Sheet, room: float) -> _Column:
    column = block.columns[place]
    if column.bars:
        wide = room * bars.WIDE
        return _Column(least=wide, ideal=wide, weight=1.0, numbers=False)
    head = words_of(column.heading)
    lines = [line for row in block.rows for line in lines_in(row.cells[place])]
    # Columns stand apart; the last has nothing beside it.
    apart = sheet.space(PADDING) + 1 if place < len(block.columns) - 1 else 1
    size = sheet.size(12)
    in_head = _widest(_kept_whole([head]), SEMIBOLD, size)
    least = max(_widest(_kept_whole(lines), REGULAR, size), in_head)
    ideal = max(_widest(lines, REGULAR, size), _widest([head], SEMIBOLD, size))
    return _Column(
        least=min(least, room * WIDEST_WORD) + apart,
        ideal=min(max(least, ideal), room * 2) + apart,
        weight=sqrt(sum(map(len, lines))),
        numbers=column.numbers,
    )


def lines_in(cell: Blocks) -> Iterator[str]:
    """The words of a cell, as lines that only the width of the column may break."""
    for block in cell:
        # Most cells are one paragraph: looking inside everything else takes its time.
        for inside in (block,) if isinstance(block, Paragraph) else blocks_in(block):
            if isinstance(inside, Paragraph):
                yield from words_of(inside.runs).split("\n")


def _kept_whole(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from [line] if len(line) <= SHORT else line.split()


def _widest(words: Iterable[str], font: str, size: float) -> float:
    longest = sorted(set(words), key=len)[-MEASURED:]
    return max((width(word, font, size) for word in longest), default=0.0)


def _capped(least: list[float], room: float) -> list[float]:
    """`least` cut to fit into `room`; only the widest give way, so that short words stay whole."""
    kept = sorted(least)
    for n, each in enumerate(kept):
        cap = (room - sum(kept[:n])) / (len(kept) - n)
        if each > cap:
            return [min(one, cap) for one in least]
    return least


def _between(columns: list[_Column], room: float) -> list[float]:
    """Widths from the least to the ideal that fill `room`, in between by weight.

    Where one column has four times the words of another and is twice as wide, the two have
    the same share in how tall the table is.
    """

    def widths(scale: float) -> list[float]:
        return [min(max(scale * one.weight, one.least), one.ideal) for one in columns]

    low, high = 0.0, room * 2
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) < room else (low, middle)
    return widths(high)


def _stretched(columns: list[_Column], whole: float) -> list[float]:
    """The ideal widths made to fill `whole`: words get what is left over, numbers keep theirs."""
    kept = sum(one.ideal for one in columns if one.numbers)
    words = sum(one.ideal for one in columns if not one.numbers)
    scale = (whole - kept) / words if words else 1.0
    return [one.ideal if one.numbers else one.ideal * scale for one in columns]
