"""Bars in the cells of a table: lengths for the eye, beside the numbers that say the same."""

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle

from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Wording
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.words import Words, of_words

WIDE = 0.3
"""Of the page: a column of bars with their numbers."""
HIGH = 0.9
"""Of the size of letters."""
BESIDE = 6.0
NUMBER = "0000"
"""As long as most numbers are: so much room is left at the end of the longest bar."""


class BarLine(Words):
    """A number at the end of its bar, which is `share` of the longest one."""

    share = 0.0
    colour: Color

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self._room = available
        return super().wrap(available, height)

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        look = self.style
        room = self._room - width(NUMBER, REGULAR, look.fontSize) - BESIDE
        long, high = self.share * max(room, 0.0), HIGH * look.fontSize
        # The letters stand on this line; capitals and figures are two thirds of their size.
        base = self.height - look.fontSize
        canvas.setFillColor(self.colour)
        canvas.rect(0, base + (look.fontSize * 0.66 - high) / 2, long, high, stroke=0, fill=1)
        canvas.translate(long + BESIDE, 0)
        super().draw()


def bar_line(wording: Wording, look: ParagraphStyle, share: float, colour: Color) -> BarLine:
    """A number with its bar."""
    made = of_words(BarLine, wording, look)
    made.share, made.colour = share, colour
    return made
