"""The cover of a part: one page, and more where its words need more."""

from collections.abc import Iterator

from reportlab import platypus
from reportlab.platypus import Flowable, Spacer

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Cover, Fact
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element, Wording, heading
from gweithdy.pack.pdf.fonts import REGULAR
from gweithdy.pack.pdf.logo import Sign
from gweithdy.pack.pdf.said import Row, Said
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.symbols import draw_kind
from gweithdy.pack.pdf.table import scope
from gweithdy.pack.pdf.words import Words, paragraph

BAND = 22.0
NAMES = 104.0
TALLEST_TITLE = 230.0
ABOVE = 96.0
BENEATH = 40.0
BELOW = 8.0
"""From the top of the page to the symbols of the kinds."""


def cover_page(cover: Cover, title: str, part: Element, sheet: Sheet) -> Iterator[Flowable]:
    """Title, facts, and the way to the other language; `title` is what bookmarks call the part."""
    yield _Start(cover.anchor, title, Sign(cover.logo, part) if cover.logo else None)
    yield paragraph(part.say("P", (cover.kind,)), sheet.style("kind"))
    yield Spacer(0, 10)
    yield _fitting(part.say(heading(1), cover.title, cover.thing), sheet)
    yield Spacer(0, 12)
    if cover.other_title:
        yield paragraph(part.say("P", cover.other_title, cover.thing), sheet.style("othertitle"))
        yield Spacer(0, 12)
    yield _Stroke(sheet)
    if cover.facts:
        yield _facts(cover.facts, part.add("Table"), sheet)
    if cover.also:
        yield _AtFoot(paragraph(part.say("P", cover.also), sheet.style("body")))


def headline(cover: Cover, title: str, part: Element, sheet: Sheet) -> Iterator[Flowable]:
    """The same at the head of a page that goes on."""
    sign = Sign(cover.logo, part) if cover.logo else None
    yield _Start(cover.anchor, title, sign, 0)
    yield paragraph(part.say("P", (cover.kind,)), sheet.style("kind"))
    yield Spacer(0, 4)
    yield _fitting(part.say(heading(1), cover.title, cover.thing), sheet)
    if cover.other_title:
        yield paragraph(part.say("P", cover.other_title, cover.thing), sheet.style("othertitle"))
    yield Spacer(0, 6)
    if cover.also:
        yield paragraph(part.say("P", cover.also), sheet.style("body"))


def _fitting(title: Wording, sheet: Sheet) -> Words:
    """The title as large as it may be; the smallest one may take several pages."""
    sizes = [paragraph(title, sheet.style(f"title{size}"), 1) for size in (36, 28, 20)]
    low = (each for each in sizes if each.wrap(sheet.width, sheet.height)[1] <= TALLEST_TITLE)
    return next(low, sizes[-1])


def _facts(facts: tuple[Fact, ...], table: Element, sheet: Sheet) -> Flowable:
    rows = [_fact(fact, table.add("TR", thing=fact.thing), sheet) for fact in facts]
    look = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    names = sheet.leading(NAMES, 13)
    widths = (names, sheet.width - names)
    return platypus.Table(rows, colWidths=widths, splitInRow=1, hAlign="LEFT", style=look)


def _fact(fact: Fact, row: Element, sheet: Sheet) -> tuple[Words, Words]:
    name = row.say("TH", (fact.label,), attributes=scope("Row"))
    label = paragraph(name, sheet.style("factname"))
    words = paragraph(row.say("TD", fact.value), sheet.style("fact"))
    label.said = None
    words.said = Said(fact.value, row=Row(), head=(fact.label,), thing=fact.thing)
    return label, words


class _Start(Flowable):  # type: ignore[misc]
    """Where links to the part lead, and above its first words the logo or free space."""

    def __init__(self, anchor: str, title: str, sign: Sign | None, above: float = ABOVE) -> None:
        super().__init__()
        self._anchor, self._title, self._sign, self._above = anchor, title, sign, above

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        # A frame drops the space that stands at its top, but not a flowable that is that high.
        self.width, self.height = available, self._above
        return available, self._above

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.place(self._anchor, self.height)
        canvas.addOutlineEntry(self._title, self._anchor, 0, closed=False)
        if self._sign and self._above:
            self._sign.draw(canvas, self._above)
        elif self._sign:
            # Beside the first line, where it takes no room from what is to be read.
            self._sign.draw_small(canvas, self.width)
            return
        for n, kind in enumerate((CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL)):
            draw_kind(canvas, kind, self.width - 48 + 18 * n, self._above - BELOW, 12)


class _Stroke(Flowable):  # type: ignore[misc]
    """The short line between the title and the facts."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._colour = sheet.surface

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return available, 34.0

    def draw(self) -> None:
        self.canv.setStrokeColor(self._colour)
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


def draw_band(canvas: PackCanvas, sheet: Sheet) -> None:
    """The stripe at the side of each page of a cover."""
    canvas.saveState()
    canvas.setFillColor(sheet.band)
    canvas.rect(0, 0, BAND, sheet.paper[1], stroke=0, fill=1)
    canvas.restoreState()
