"""Cards as quiet boxes, two beside one another."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import CardBox, words_of
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.styles import CARD, LINE, TEXT_HEIGHT, TEXT_WIDTH
from gweithdy.pack.pdf.symbols import draw_kind
from gweithdy.pack.pdf.words import kind_item, paragraph

GAP = 10.0
PADDING = 10.0
SYMBOL = 9.0
ACROSS = 2


class CardRow(Flowable):  # type: ignore[misc]
    """Up to two cards of the same height beside one another; a row stays on one page."""

    def __init__(self, cards: Sequence[CardBox], across: int = ACROSS) -> None:
        super().__init__()
        self.cards = cards
        self.across = across
        self._inside = [
            (paragraph(card.runs, "card"), paragraph(card.facts, "facts") if card.facts else None)
            for card in cards
        ]

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self._box = (available - GAP * (self.across - 1)) / self.across
        self.width, self.height = available, GAP
        for card, (words, facts) in zip(self.cards, self._inside, strict=True):
            tall = words.wrap(self._box - 2 * PADDING, height)[1] + 2 * PADDING
            if facts:
                tall += 4 + facts.wrap(self._box - 2 * PADDING - _indent(card), height)[1]
            self.height = max(self.height, tall + GAP)
        return self.width, self.height

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        for place, (card, inside) in enumerate(zip(self.cards, self._inside, strict=True)):
            self._draw_card(canvas, card, inside, place * (self._box + GAP))

    def _draw_card(
        self, canvas: PackCanvas, card: CardBox, inside: tuple[Any, Any], x: float
    ) -> None:
        canvas.saveState()
        canvas.setFillColor(CARD)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.roundRect(x, GAP, self._box, self.height - GAP, 4, stroke=1, fill=1)
        canvas.restoreState()
        words, facts = inside
        words.drawOn(canvas, x + PADDING, self.height - PADDING - words.height)
        if facts:
            low = GAP + PADDING
            first = low + facts.height - facts.style.fontSize
            facts.drawOn(canvas, x + PADDING + _indent(card), low)
            draw_kind(canvas, card.kind, x + PADDING, first, SYMBOL)


def _indent(card: CardBox) -> float:
    return 0.0 if card.kind is CardKind.NONE else SYMBOL + 6


def card_rows(cards: Sequence[CardBox]) -> list[Flowable]:
    """Rows of cards; a card too tall for half a page goes across, one too tall for a page flows."""
    rows: list[Flowable] = []
    waiting: list[CardBox] = []

    def flush() -> None:
        if waiting:
            rows.append(CardRow(tuple(waiting)))
            waiting.clear()

    for card in cards:
        if _is_long(card):
            flush()
            rows += _long(card)
            continue
        waiting.append(card)
        if len(waiting) == ACROSS:
            flush()
    flush()
    return rows


LONG = 150
"""Characters from which a card goes across the page."""
MANY_LINES = 8
"""Line breaks from which it does."""


def _is_long(card: CardBox) -> bool:
    words, facts = card.runs[0].text, words_of(card.facts)
    return max(len(words), len(facts)) > LONG or len(words.splitlines()) > MANY_LINES


def _long(card: CardBox) -> list[Flowable]:
    row = CardRow((card,), across=1)
    if row.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] < TEXT_HEIGHT / 2:
        return [row]
    facts = [kind_item(card.facts, card.kind, "longfacts")] if card.facts else []
    return [paragraph(card.runs, "longcard"), *facts]
