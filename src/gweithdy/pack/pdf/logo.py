"""The logo of the house on a cover."""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from gweithdy.domain.boxes import Point
from gweithdy.pack.document import Logo
from gweithdy.pack.logos import fitted
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.said import Said
from gweithdy.pack.runs import words_of

ROOM = (200.0, 68.0)
"""Points across and up."""
SMALL, RISES = (170.0, 42.0), 14.0
"""The same beside a line of words, and how far it rises above that."""


class Sign:
    """A logo with the element that it is, drawn where the cover has room for it."""

    def __init__(self, logo: Logo, part: Element) -> None:
        self._logo = logo
        self._element = part.add("Figure", logo.language, alt=words_of(logo.alt))

    def draw(self, canvas: PackCanvas, top: float) -> None:
        """Draw it from the left edge, its upper side at `top`."""
        wide, high = fitted(self._logo.png, *ROOM)
        self._draw(canvas, (0, top - high), (wide, high))

    def draw_small(self, canvas: PackCanvas, right: float) -> None:
        """Draw it up to the edge at `right`, beside the line that begins at 0."""
        wide, high = fitted(self._logo.png, *SMALL)
        self._draw(canvas, (right - wide, RISES - high), (wide, high))

    def _draw(self, canvas: PackCanvas, place: Point, size: Point) -> None:
        wide, high = size
        canvas.say(Said(self._logo.alt))
        canvas.saveState()
        canvas.translate(*place)
        with canvas.figure(self._element, wide, high):
            canvas.drawImage(ImageReader(BytesIO(self._logo.png)), 0, 0, wide, high)
        canvas.restoreState()
