"""The map of stakeholders, drawn as vectors."""

from reportlab.platypus import Flowable

from gweithdy.domain.boxes import Box, Point
from gweithdy.domain.placing import place_labels
from gweithdy.domain.spreading import spread
from gweithdy.pack.figures import Figure, MapPoint
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element, Wording
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.lines import lines_of
from gweithdy.pack.pdf.said import Said
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.styles import INK, LINE, QUIET, TIE
from gweithdy.pack.pdf.words import paragraph
from gweithdy.pack.runs import words_of


class MapFigure(Flowable):  # type: ignore[misc]
    """The grid of power and interest: numbered points, their names beside them, ties as lines.

    Its caption stands under it, on the same page: `element` is the drawing alone.
    """

    least, most, each = 0.6, 0.96, 0.014
    """Of its width: how high it is, and how much more for each point."""

    def __init__(self, figure: Figure, element: Element, caption: Wording, sheet: Sheet) -> None:
        super().__init__()
        self.figure = figure
        self.element, self.sheet = element, sheet
        self._caption = paragraph(caption, sheet.style("caption"))
        self._map = figure.drawing
        self.size, self.leading = sheet.size(10.5), sheet.leading(12, 10.5)
        self.radius, self.margin = sheet.leading(8.5, 10.5), sheet.leading(24, 12)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        self._below = self._caption.wrap(available, height)[1] + 14
        self._drawn = self.measure(available)
        self.height = self._drawn + self._below
        return self.width, self.height

    def measure(self, available: float) -> float:
        """The height of the drawing."""
        shape = min(self.least + self.each * len(self._map.points), self.most)
        # Large letters need room: as much as a page has beside a heading and a caption.
        tall = available * (1.12 if self.sheet.is_narrow else shape)
        # A caption as long as half a page still stands under its drawing.
        tall = min(tall, self.sheet.height - self._below - self.margin - 1)
        self._grid = Box(self.margin, self.margin, available - self.margin, tall)
        return self._grid.height + self.margin

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.say(Said(self.figure.alt))
        canvas.saveState()
        canvas.translate(0, self._below)
        with canvas.figure(self.element, self.width, self._drawn):
            self.draw_figure(canvas)
        canvas.restoreState()
        self._caption.drawOn(canvas, 0, 8)

    def draw_figure(self, canvas: PackCanvas) -> None:
        """Draw with the lower left corner of the drawing at 0, 0."""
        self._draw_grid(canvas)
        corners = self._draw_corners(canvas)
        # The words of the corners have a strip of their own at the top and the bottom.
        inset, strip = self.radius + 4, self.radius + self.sheet.leading(20, 11)
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
        size = self.sheet.size(12)
        _axis(canvas, self._map.across.text, (grid.x, 6), grid.width, size)
        canvas.saveState()
        canvas.translate(size, grid.y)
        canvas.rotate(90)
        _axis(canvas, self._map.up.text, (0, 0), grid.height, size)
        canvas.restoreState()

    def _draw_corners(self, canvas: PackCanvas) -> list[Box]:
        grid, size = self._grid, self.sheet.size(11)
        canvas.setFillColor(QUIET)
        taken: list[Box] = []
        for n, run in enumerate(self._map.corners):
            wide = width(run.text, SEMIBOLD, size)
            x = grid.x + 8 if n % 2 == 0 else grid.x + grid.width - 8 - wide
            y = grid.y + grid.height - size - 5 if n < 2 else grid.y + 8
            canvas.words(x, y, run.text, SEMIBOLD, size)
            taken.append(Box(x - 2, y - 3, wide + 4, size + 4))
        return taken

    def _draw_labels(
        self, canvas: PackCanvas, points: list[tuple[float, float]], taken: list[Box]
    ) -> None:
        room = self.sheet.leading(104, 10.5)
        texts = [lines_of(words_of(p.label), room, self.size, 2) for p in self._map.points]
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
        for behind in [box for box in boxes if box is not None]:
            # Words stay readable where a tie runs behind them.
            canvas.rect(behind.x - 1, behind.y, behind.width + 2, behind.height, stroke=0, fill=1)
        for of, lines, box, point in zip(self._map.points, texts, boxes, points, strict=True):
            if box is not None:
                self._draw_label(canvas, lines, box, point)
                canvas.stand(of.thing, of.label, box)

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
        canvas.setFillColor(self.sheet.accent)
        canvas.circle(x, y, self.radius, stroke=0, fill=1)
        canvas.setFillColor("white")
        said = str(point.number)
        left, base = x - width(said, SEMIBOLD, self.size) / 2, y - self.size * 0.34
        canvas.words(left, base, said, SEMIBOLD, self.size)
        wide = 2 * self.radius
        canvas.stand(point.thing, point.label, Box(x - self.radius, y - self.radius, wide, wide))


def _axis(canvas: PackCanvas, title: str, start: Point, length: float, size: float) -> None:
    x, y = start
    canvas.setFillColor(INK)
    end = canvas.words(x, y, title, SEMIBOLD, size) + 8
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.8)
    tip, middle = x + length, y + size / 3
    canvas.line(end, middle, tip, middle)
    canvas.line(tip - 5, middle + 3, tip, middle)
    canvas.line(tip - 5, middle - 3, tip, middle)
