"""The drawings of the PDF as plain shapes, for other kinds of file."""

from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import toColor

from gweithdy.domain.boxes import Box, Point
from gweithdy.pack.figures import Figure
from gweithdy.pack.pdf.blocks import drawn
from gweithdy.pack.pdf.build import one_at_a_time
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.fonts import SEMIBOLD, width
from gweithdy.pack.pdf.sheet import USUAL, Sheet
from gweithdy.pack.shapes import Disc, Drawing, Label, Line, Panel, Shape


def shapes(figure: Figure, sheet: Sheet = USUAL) -> Drawing:
    """The drawing of `figure`, as wide as the words of a page, with letters of its size."""
    pen: Any = _Pen()
    # The preview may be drawn in another thread.
    with one_at_a_time:
        # Nobody reads the structure here: it belongs to the file that tells the shapes.
        box = drawn(figure, Element("Div", figure.language), sheet)
        box.wrap(sheet.width, sheet.height)
        box.draw_figure(pen)
        return Drawing(sheet.width, box.measure(sheet.width), tuple(pen.shapes))


@dataclass(frozen=True, slots=True)
class _State:
    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    dashed: bool = False
    origin: Point = (0.0, 0.0)
    turned: bool = False

    def at(self, x: float, y: float) -> Point:
        left, low = self.origin
        return (left - y, low + x) if self.turned else (left + x, low + y)


class _Pen:
    """Keeps what is drawn with it. Its methods are those of a canvas that figures use."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self._now = _State()
        self._kept: list[_State] = []

    def saveState(self) -> None:  # noqa: N802 - ReportLab's names
        self._kept.append(self._now)

    def restoreState(self) -> None:  # noqa: N802
        self._now = self._kept.pop()

    def translate(self, x: float, y: float) -> None:
        self._now = replace(self._now, origin=self._now.at(x, y))

    def rotate(self, degrees: float) -> None:
        if degrees != 90 or self._now.turned:
            raise ValueError(degrees)
        self._now = replace(self._now, turned=True)

    def setFillColor(self, colour: object) -> None:  # noqa: N802
        self._now = replace(self._now, fill=_hex(colour))

    def setStrokeColor(self, colour: object) -> None:  # noqa: N802
        self._now = replace(self._now, stroke=_hex(colour))

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        self._now = replace(self._now, width=width)

    def setDash(self, lengths: list[float] | None = None) -> None:  # noqa: N802
        self._now = replace(self._now, dashed=bool(lengths))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        now = self._now
        line = Line(now.at(x1, y1), now.at(x2, y2), now.stroke, now.width, now.dashed)
        self.shapes.append(line)

    def rect(
        self, x: float, y: float, width: float, height: float, *, stroke: int = 1, fill: int = 0
    ) -> None:
        self.roundRect(x, y, width, height, 0, stroke=stroke, fill=fill)

    def roundRect(  # noqa: N802
        self, x: float, y: float, width: float, height: float, radius: float,
        *, stroke: int = 1, fill: int = 0,
    ) -> None:  # fmt: skip
        box = Box(*self._now.at(x, y), width, height)
        filled, lined = self._now.fill if fill else "", self._now.stroke if stroke else ""
        self.shapes.append(Panel(box, radius, filled, lined))

    def circle(self, x: float, y: float, radius: float, **_how: int) -> None:
        self.shapes.append(Disc(self._now.at(x, y), radius, self._now.fill))

    def stand(self, *_what: object) -> None:
        """Nobody points at a drawing in another kind of file."""

    def words(self, x: float, y: float, text: str, font: str, size: float) -> float:
        """As a canvas of the pack: one line of words; returns where it ends."""
        wide = width(text, font, size)
        now, strong = self._now, font == SEMIBOLD
        self.shapes.append(Label(text, now.at(x, y), wide, size, now.fill, strong, now.turned))
        return x + wide


def _hex(colour: object) -> str:
    return f"#{toColor(colour).hexval()[2:].upper()}"
