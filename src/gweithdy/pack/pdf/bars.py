"""The bar chart of votes, drawn as vectors."""

from gweithdy.pack.document import words_of
from gweithdy.pack.figures import Bar, BarChart, Figure
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.figure import FigureBox
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.lines import lines_of
from gweithdy.pack.pdf.styles import ACCENT, INK, QUIET


class BarFigure(FigureBox):
    """Horizontal bars with their labels on the left and their values at the end."""

    label_share = 0.52
    size = 12.0
    leading = 15.0
    between = 11.0

    def __init__(self, figure: Figure, chart: BarChart) -> None:
        super().__init__(figure)
        self._bars = chart.bars

    def measure(self, available: float) -> float:
        room = available * self.label_share - 14
        self._labels = [lines_of(words_of(bar.label), room, self.size, 2) for bar in self._bars]
        return sum(len(lines) * self.leading + self.between for lines in self._labels)

    def draw_figure(self, canvas: PackCanvas) -> None:
        left = self.width * self.label_share
        longest = max(bar.value for bar in self._bars)
        room = self.width - left - width(str(longest), SEMIBOLD, self.size) - 8
        top = self._drawn
        for bar, lines in zip(self._bars, self._labels, strict=True):
            tall = len(lines) * self.leading + self.between
            self._draw_bar(canvas, bar, lines, (left, top - tall, room / longest))
            top -= tall
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.6)
        canvas.line(left, 0, left, self._drawn)

    def _draw_bar(
        self, canvas: PackCanvas, bar: Bar, lines: list[str], place: tuple[float, float, float]
    ) -> None:
        left, low, scale = place
        middle = low + (len(lines) * self.leading + self.between) / 2
        canvas.setFillColor(INK)
        first = middle + (len(lines) - 1) * self.leading / 2 - self.size * 0.32
        for n, line in enumerate(lines):
            wide = width(line, REGULAR, self.size)
            canvas.words(left - 12 - wide, first - n * self.leading, line, REGULAR, self.size)
        canvas.setFillColor(ACCENT)
        canvas.rect(left, middle - 7, bar.value * scale, 14, stroke=0, fill=1)
        canvas.setFillColor(INK)
        end = left + bar.value * scale + 6
        canvas.words(end, middle - self.size * 0.32, str(bar.value), SEMIBOLD, self.size)
