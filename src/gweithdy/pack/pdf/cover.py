"""The cover of a part: one page, and more where its words need more."""

from collections.abc import Iterator

from reportlab import platypus
from reportlab.platypus import Flowable, Spacer

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Cover, Run, Runs
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR
from gweithdy.pack.pdf.said import Row, Said
from gweithdy.pack.pdf.styles import ACCENT, PAGE_HEIGHT, TEXT_WIDTH
from gweithdy.pack.pdf.symbols import draw_kind
from gweithdy.pack.pdf.words import Words, paragraph

BAND = 22.0
NAMES = 104.0
TALLEST_TITLE = 230.0
ABOVE = 96.0
BENEATH = 40.0
SYMBOLS = ABOVE - 8
"""How high above the first words the symbols of the kinds stand."""


def cover_page(cover: Cover, title: str) -> Iterator[Flowable]:
    """Title, facts, and the way to the other language; `title` is what bookmarks call the part."""
    yield _Start(cover.anchor, title)
    yield paragraph((cover.kind,), "kind")
    yield Spacer(0, 10)
    yield _fitting(cover.title)
    yield Spacer(0, 12)
    if cover.other_title:
        yield paragraph(cover.other_title, "othertitle")
        yield Spacer(0, 12)
    yield _Stroke()
    if cover.facts:
        yield _facts(cover.facts)
    if cover.also:
        yield _AtFoot(paragraph(cover.also, "body"))


def _fitting(title: Runs) -> Words:
    """The title as large as it may be; the smallest one may take several pages."""
    sizes = [paragraph(title, f"title{size}") for size in (36, 28, 20)]
    low = (each for each in sizes if each.wrap(TEXT_WIDTH, PAGE_HEIGHT)[1] <= TALLEST_TITLE)
    return next(low, sizes[-1])


def _facts(facts: tuple[tuple[Run, Runs], ...]) -> Flowable:
    rows = [_fact(name, value) for name, value in facts]
    look = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    widths = (NAMES, TEXT_WIDTH - NAMES)
    return platypus.Table(rows, colWidths=widths, splitInRow=1, hAlign="LEFT", style=look)


def _fact(name: Run, value: Runs) -> tuple[Words, Words]:
    label, words = paragraph((name,), "factname"), paragraph(value, "fact")
    label.said, words.said = None, Said(value, row=Row(), head=(name,))
    return label, words


class _Start(Flowable):  # type: ignore[misc]
    """Where links to the part lead, and the free space above its first words."""

    def __init__(self, anchor: str, title: str) -> None:
        super().__init__()
        self._anchor, self._title = anchor, title

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        # A frame drops the space that stands at its top, but not a flowable that is that high.
        self.height = ABOVE
        return available, ABOVE

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.place(self._anchor, self.height)
        canvas.addOutlineEntry(self._title, self._anchor, 0, closed=False)
        for n, kind in enumerate((CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL)):
            draw_kind(canvas, kind, TEXT_WIDTH - 48 + 18 * n, SYMBOLS, 12)


class _Stroke(Flowable):  # type: ignore[misc]
    """The short line between the title and the facts."""

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return available, 34.0

    def draw(self) -> None:
        self.canv.setStrokeColor(ACCENT)
        self.canv.setLineWidth(1.6)
        self.canv.line(0, 26, 64, 26)


class _AtFoot(Flowable):  # type: ignore[misc]
    """Words at the foot of the page on which there is room for them."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        tall = self._words.wrap(available, height)[1] + BENEATH
        return available, max(height, tall)

    def draw(self) -> None:
        self._words.drawOn(self.canv, 0, BENEATH - self._words.height)


def draw_band(canvas: PackCanvas) -> None:
    """The stripe at the side of each page of a cover."""
    canvas.saveState()
    canvas.setFillColor(ACCENT)
    canvas.rect(0, 0, BAND, PAGE_HEIGHT, stroke=0, fill=1)
    canvas.restoreState()
