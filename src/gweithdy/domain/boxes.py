"""Boxes on a sheet, and which of many are near one of them."""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle from its lower left corner. A tuple, as one picture takes thousands."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any space."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: "Box") -> bool:
        """Whether this lies wholly inside `other`."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )

    def nearest(self, point: Point) -> Point:
        """The point of this box closest to `point`."""
        x, y = point
        return (
            min(max(x, self.x), self.x + self.width),
            min(max(y, self.y), self.y + self.height),
        )


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes`, of which there is one at least."""
    corners = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes]
    lefts, lows, rights, tops = zip(*corners, strict=True)
    left, low = min(lefts), min(lows)
    return Box(left, low, max(rights) - left, max(tops) - low)


SIDE = 40.0
"""Of the squares by which boxes are found: about as high as two lines of a label."""


class Cells:
    """Boxes by the squares of the sheet that they lie on. Equal boxes are one."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        # A dict and not a set: sums over near boxes always run in the same order.
        self._cells: dict[tuple[int, int], dict[Box, None]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """One more box."""
        for cell in _squares(box):
            self._cells.setdefault(cell, {})[box] = None

    def near(self, box: Box) -> Iterable[Box]:
        """Every box that touches `box`, and some others close by; each once."""
        cells = self._cells
        return {other: None for cell in _squares(box) for other in cells.get(cell, ())}

    def meets(self, box: Box) -> bool:
        """Whether any of the boxes shares space with `box`."""
        # Not by `Box.meets`, which would be most of the time of a picture.
        left, low, right, top = box.x, box.y, box.x + box.width, box.y + box.height
        for cell in _squares(box):
            for x, y, width, height in self._cells.get(cell, ()):
                if left < x + width and x < right and low < y + height and y < top:
                    return True
        return False


def _squares(box: Box) -> Iterable[tuple[int, int]]:
    x, y, width, height = box
    columns = range(int(x // SIDE), int((x + width) // SIDE) + 1)
    return product(columns, range(int(y // SIDE), int((y + height) // SIDE) + 1))
