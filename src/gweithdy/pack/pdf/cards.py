"""Cards as quiet boxes across the page, one under another."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from gweithdy.domain.boxes import Box
from gweithdy.pack.document import CardBox
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.styles import CARD, LINE
from gweithdy.pack.pdf.symbols import draw_kinds, further_in, width_of
from gweithdy.pack.pdf.words import SYMBOL, Words, item_line, paragraph

GAP = 6.0
PADDING = 8.0
BETWEEN = 16.0
BESIDE = 0.45
"""Of the box: facts up to this wide stand beside the words."""


class CardRow(Flowable):  # type: ignore[misc]
    """A card on one page; its facts stand at the right of its words, or under them."""

    def __init__(self, card: CardBox, element: Element, sheet: Sheet) -> None:
        super().__init__()
        self.card, self._sheet = card, sheet
        self._gap, self._padding = sheet.space(GAP), sheet.space(PADDING)
        self._symbol = sheet.size(12) * SYMBOL
        body = element.add("LBody")
        self._words = paragraph(body.say("P", card.runs), sheet.style("card"))
        facts = body.say("P", card.facts) if card.facts else None
        self._facts = paragraph(facts, sheet.style("facts")) if facts else None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self._indent = width_of(self.card.kinds, self._symbol) + 6 if self.card.kinds else 0.0
        inner = available - 2 * self._padding - self._indent
        self._beside = _line_of(self._facts)
        if not 0 < self._beside <= BESIDE * inner:
            self._beside = 0.0
        room = inner - self._beside - BETWEEN if self._beside else inner
        tall = self._words.wrap(room, height)[1]
        if self._facts:
            # A little more than its words, so that they stay on their line.
            below = self._facts.wrap(self._beside + 1 if self._beside else inner, height)[1]
            tall = max(tall, below) if self._beside else tall + below
        self.width, self.height = available, tall + 2 * self._padding + self._gap
        return self.width, self.height

    def flowing(self) -> list[Flowable]:
        """The same as lines that go on over pages."""
        lines = [paragraph(self._words.wording, self._sheet.style("longcard"))]
        if self._facts:
            kinds = self.card.kinds
            look = self._sheet.style("longfacts", further_in(len(kinds), self._symbol))
            lines.append(item_line(self._facts.wording, look, kinds))
        return lines

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        canvas.saveState()
        canvas.setFillColor(CARD)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        box = Box(0, self._gap, self.width, self.height - self._gap)
        canvas.roundRect(*box, 4, stroke=1, fill=1)
        canvas.restoreState()
        canvas.stand(self.card.thing, self.card.runs, box)
        left, top = self._padding + self._indent, self.height - self._padding
        first = top - self._words.style.fontSize
        draw_kinds(canvas, self.card.kinds, self._padding, first, self._symbol)
        self._words.drawOn(canvas, left, top - self._words.height)
        if self._facts:
            x = self.width - self._padding - self._beside if self._beside else left
            y = top - self._facts.height if self._beside else self._gap + self._padding
            self._facts.drawOn(canvas, x, y)


def _line_of(facts: Words | None) -> float:
    """How wide the facts are on one line, 0 where there are none."""
    return width(facts.wording.words, REGULAR, facts.style.fontSize) if facts else 0.0


def card_rows(cards: Sequence[CardBox], under: Element, sheet: Sheet) -> list[Flowable]:
    """Cards one under another; one that is taller than half a page flows over pages."""
    whole = under.add("L")
    rows: list[Flowable] = []
    for card in cards:
        row = CardRow(card, whole.add("LI", card.language, card.thing), sheet)
        is_low = row.wrap(sheet.width, sheet.height)[1] < sheet.height / 2
        rows += [row] if is_low else row.flowing()
    return rows
