"""A drawing as plain shapes, laid out once for every kind of file."""

from collections.abc import Callable
from dataclasses import dataclass

from gweithdy.domain.boxes import Box, Point
from gweithdy.pack.figures import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """From one point to another."""

    start: Point
    end: Point
    colour: str
    width: float
    dashed: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners; "" for `fill` or `line` means none."""

    box: Box
    radius: float
    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    middle: Point
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words from `start` on; those that are `turned` run upwards."""

    text: str
    start: Point
    width: float
    size: float
    colour: str
    strong: bool
    turned: bool


Shape = Line | Panel | Disc | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet, those in front last. Points of 1/72 inch from the lower left corner.

    Colours are "#RRGGBB".
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as a PNG, or a photo as a JPEG, and how large it is meant to be, in points."""

    png: bytes
    width: float
    height: float


Draw = Callable[[Figure], Drawing]
Paint = Callable[[Figure], Picture]
