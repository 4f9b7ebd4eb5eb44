"""The map of stakeholders, drawn as vectors."""

from gweithdy.domain.boxes import Box
from gweithdy.domain.placing import place_labels
from gweithdy.domain.spreading import spread
from gweithdy.pack.document import words_of
from gweithdy.pack.figures import Figure, MapPoint, PowerInterestMap
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.figure import FigureBox
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.lines import lines_of
from gweithdy.pack.pdf.styles import ACCENT, INK, LINE, QUIET, TIE


class MapFigure(FigureBox):
    """The grid of power and interest: numbered points, their names beside them, ties as lines."""

    radius = 8.0
    size = 10.0
    leading = 11.5
    margin = 24.0
    shape = 0.96

    def __init__(self, figure: Figure, drawing: PowerInterestMap) -> None:
        super().__init__(figure)
        self._map = drawing

    def measure(self, available: float) -> float:
        self._grid = Box(self.margin, self.margin, available - self.margin, available * self.shape)
        return self._grid.height + self.margin

    def draw_figure(self, canvas: PackCanvas) -> None:
        self._draw_grid(canvas)
        corners = self._draw_corners(canvas)
        # The words of the corners have a strip of their own at the top and the bottom.
        inset, strip = self.radius + 4, self.radius + 20
        grid = self._grid
        inner = Box(grid.x + inset, grid.y + strip, grid.width - 2 * inset, grid.height - 2 * strip)
        exact = [
            (inner.x + p.interest / 100 * inner.width, inner.y + p.power / 100 * inner.height)
            for p in self._map.points
        ]
        points = spread(exact, 2 * self.radius + 3, inner)
        canvas.setStrokeColor(TIE)
        canvas.setLineWidth(0.8)
        for a, b in self._map.ties:
            canvas.line(*points[a], *points[b])
        self._draw_labels(canvas, points, corners)
        for point, (x, y) in zip(self._map.points, points, strict=True):
            self._draw_point(canvas, point, x, y)

    def _draw_grid(self, canvas: PackCanvas) -> None:
        grid = self._grid
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.8)
        canvas.roundRect(grid.x, grid.y, grid.width, grid.height, 4, stroke=1, fill=0)
        canvas.setDash([2, 3])
        canvas.line(grid.x + grid.width / 2, grid.y, grid.x + grid.width / 2, grid.y + grid.height)
        canvas.line(grid.x, grid.y + grid.height / 2, grid.x + grid.width, grid.y + grid.height / 2)
        canvas.setDash()
        _axis(canvas, self._map.across.text, grid.x, 6, grid.width)
        canvas.saveState()
        canvas.translate(12, grid.y)
        canvas.rotate(90)
        _axis(canvas, self._map.up.text, 0, 0, grid.height)
        canvas.restoreState()

    def _draw_corners(self, canvas: PackCanvas) -> list[Box]:
        grid, size = self._grid, 11.0
        canvas.setFillColor(QUIET)
        taken: list[Box] = []
        for n, run in enumerate(self._map.corners):
            wide = width(run.text, SEMIBOLD, size)
            x = grid.x + 8 if n % 2 == 0 else grid.x + grid.width - 8 - wide
            y = grid.y + grid.height - 16 if n < 2 else grid.y + 8
            canvas.words(x, y, run.text, SEMIBOLD, size)
            taken.append(Box(x - 2, y - 3, wide + 4, size + 4))
        return taken

    def _draw_labels(
        self, canvas: PackCanvas, points: list[tuple[float, float]], taken: list[Box]
    ) -> None:
        texts = [lines_of(words_of(p.label), 104, self.size, 2) for p in self._map.points]
        sizes = [
            (
                max(width(line, REGULAR, self.size) for line in lines),
                len(lines) * self.leading,
            )
            for lines in texts
        ]
        grid = self._grid
        inside = Box(grid.x + 3, grid.y + 3, grid.width - 6, grid.height - 6)
        boxes = place_labels(points, sizes, self.radius, inside, taken)
        canvas.setFillColor("white")
        for room in [box for box in boxes if box is not None]:
            # Words stay readable where a tie runs behind them.
            canvas.rect(room.x - 1, room.y, room.width + 2, room.height, stroke=0, fill=1)
        for lines, box, point in zip(texts, boxes, points, strict=True):
            if box is not None:
                self._draw_label(canvas, lines, box, point)

    def _draw_label(
        self, canvas: PackCanvas, lines: list[str], box: Box, point: tuple[float, float]
    ) -> None:
        near = box.nearest(point)
        away = ((near[0] - point[0]) ** 2 + (near[1] - point[1]) ** 2) ** 0.5
        if away > self.radius + 8:
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(0.5)
            canvas.line(*point, *near)
        canvas.setFillColor(INK)
        for n, line in enumerate(lines):
            y = box.y + box.height - self.size * 0.86 - n * self.leading
            wide = width(line, REGULAR, self.size)
            # Words left of their point end at it.
            x = box.x + (box.width - wide if box.x + box.width <= point[0] else 0)
            canvas.words(x, y, line, REGULAR, self.size)

    def _draw_point(self, canvas: PackCanvas, point: MapPoint, x: float, y: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.circle(x, y, self.radius, stroke=0, fill=1)
        canvas.setFillColor("white")
        said = str(point.number)
        canvas.words(x - width(said, SEMIBOLD, 9) / 2, y - 3, said, SEMIBOLD, 9)


def _axis(canvas: PackCanvas, title: str, x: float, y: float, length: float) -> None:
    canvas.setFillColor(INK)
    end = canvas.words(x, y, title, SEMIBOLD, 12) + 8
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.8)
    tip, middle = x + length, y + 4
    canvas.line(end, middle, tip, middle)
    canvas.line(tip - 5, middle + 3, tip, middle)
    canvas.line(tip - 5, middle - 3, tip, middle)
