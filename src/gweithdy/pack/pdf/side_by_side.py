"""What is short in two columns: down the first, then down the second."""

from collections.abc import Sequence
from itertools import accumulate

from reportlab.platypus import CondPageBreak, Flowable

from gweithdy.pack.pdf.sheet import Sheet

GAP = 24.0
TALLEST = 1 / 3
"""Of the page: what is not cut, the columns and anything in them. With something taller: none."""
LAST = 6
"""Groups that begin or end a page together: three lines of each column."""

Group = Sequence[Flowable]
"""Lines that stay together."""


def column(sheet: Sheet) -> float:
    """How wide each of the two is."""
    return (sheet.width - GAP) / 2


class SideBySide(Flowable):  # type: ignore[misc]
    """Groups of lines in two columns of the same height; on its way over pages, in two on each."""

    def __init__(self, groups: Sequence[Group], sheet: Sheet) -> None:
        super().__init__()
        self._groups, self._sheet = groups, sheet
        self._tallest = sheet.height * TALLEST

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        tall = [_tall(group, self._sheet) for group in self._groups]
        below = [0.0, *accumulate(tall)]
        # As low as can be; of two that are as low, the one with more in the first column.
        lows = [max(top, below[-1] - top) for top in below]
        self.height = min(lows)
        self._first = max(n for n, low in enumerate(lows) if low == self.height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= self._tallest:
            return []
        tall = [_tall(group, self._sheet) for group in self._groups]
        first = _fitting(tall, height)
        many = first + _fitting(tall[first:], height)
        if min(many, len(tall) - LAST) >= LAST:
            many = min(many, len(tall) - LAST)
        elif height < self._sheet.height - 1:
            # They begin the next page.
            return []
        first_half, rest = self._groups[:many], self._groups[many:]
        return [SideBySide(first_half, self._sheet), SideBySide(rest, self._sheet)]

    def least(self) -> float:
        """How much must fit on the page on which it begins."""
        _, tall = self.wrap(self._sheet.width, self._sheet.height)
        return float(min(tall, self._tallest))

    def draw(self) -> None:
        columns = self._groups[: self._first], self._groups[self._first :]
        wide = column(self._sheet)
        for n, groups in enumerate(columns):
            top = self.height
            for line in (line for group in groups for line in group):
                _, tall = line.wrap(wide, self._sheet.height)
                top -= line.getSpaceBefore() + tall
                line.drawOn(self.canv, n * (wide + GAP), top)
                top -= line.getSpaceAfter()


def _fitting(tall: Sequence[float], height: float) -> int:
    """How many of the first of them fit under one another."""
    return sum(top <= height for top in accumulate(tall))


def _tall(group: Group, sheet: Sheet) -> float:
    wide = sheet.width if sheet.is_narrow else column(sheet)
    return float(
        sum(
            line.wrap(wide, sheet.height)[1] + line.getSpaceBefore() + line.getSpaceAfter()
            for line in group
        )
    )


def side_by_side(groups: Sequence[Group], sheet: Sheet) -> list[Flowable]:
    """The groups in two columns, or where that would break them much, under one another."""
    tall = [_tall(group, sheet) for group in groups]
    if not sheet.is_narrow and len(groups) > 1 and max(tall) <= sheet.height * TALLEST:
        return [SideBySide(groups, sheet)]
    many = LAST // 2
    first, last = groups[:-many], groups[-many:]
    kept = CondPageBreak(min(sum(tall[-many:]), sheet.height * TALLEST))
    return [*_lines(first), kept, *_lines(last)]


def _lines(groups: Sequence[Group]) -> list[Flowable]:
    return [line for group in groups for line in group]
