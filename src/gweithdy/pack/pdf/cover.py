"""The cover of a part, drawn as one whole page."""

from reportlab.platypus import Flowable

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Cover
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.styles import ACCENT, LINE, PAGE_HEIGHT, PAGE_WIDTH, SIDE
from gweithdy.pack.pdf.symbols import draw_kind
from gweithdy.pack.pdf.words import paragraph

BAND = 22.0
NAMES = 104.0
TALLEST_TITLE = 230.0


class CoverPage(Flowable):  # type: ignore[misc]
    """Title, facts, and the way to the other language."""

    def __init__(self, cover: Cover, title: str) -> None:
        super().__init__()
        self._cover = cover
        self._title = title
        self._kind = paragraph((cover.kind,), "kind")
        self._other = paragraph(cover.other_title, "othertitle") if cover.other_title else None
        self._titles = [paragraph(cover.title, f"title{size}") for size in (36, 28, 20)]
        self._facts = [
            (paragraph((name,), "factname"), paragraph(value, "fact"))
            for name, value in cover.facts
        ]
        self._also = paragraph(cover.also, "body") if cover.also else None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width, self.height = available, height
        return available, height

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.place(self._cover.anchor, self.height)
        canvas.addOutlineEntry(self._title, self._cover.anchor, 0, closed=False)
        self._draw_band(canvas)
        y = self.height - 96
        y = _put(canvas, self._kind, y, self.width) - 10
        y = _put(canvas, self._fitting_title(), y, self.width) - 12
        if self._other:
            y = _put(canvas, self._other, y, self.width) - 12
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.6)
        canvas.line(0, y - 8, 64, y - 8)
        y -= 34
        for name, value in self._facts:
            name.wrap(NAMES, y)
            tall = value.wrap(self.width - NAMES, y)[1]
            name.drawOn(canvas, 0, y - name.height)
            value.drawOn(canvas, NAMES, y - tall)
            y -= max(tall, name.height) + 6
        if self._also:
            _put(canvas, self._also, 40, self.width)

    def _fitting_title(self) -> Flowable:
        for title in self._titles:
            if title.wrap(self.width, self.height)[1] <= TALLEST_TITLE:
                return title
        return self._titles[-1]

    def _draw_band(self, canvas: PackCanvas) -> None:
        x, y = canvas.absolutePosition(0, 0)
        canvas.saveState()
        canvas.translate(-x, -y)
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, BAND, PAGE_HEIGHT, stroke=0, fill=1)
        canvas.setStrokeColor(LINE)
        place = PAGE_WIDTH - SIDE - 3 * 16
        for kind in (CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL):
            draw_kind(canvas, kind, place, PAGE_HEIGHT - 76, 12)
            place += 18
        canvas.restoreState()


def _put(canvas: PackCanvas, words: Flowable, top: float, room: float) -> float:
    tall = float(words.wrap(room, top)[1])
    words.drawOn(canvas, 0, top - tall)
    return top - tall
