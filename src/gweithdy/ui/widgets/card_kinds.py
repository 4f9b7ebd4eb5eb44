"""The kinds of card on screen: a symbol, a colour role and a word each."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QIcon, QPainter, QPolygonF

from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.language.words import Words
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.symbol_icon import symbol_icon

_ROLES = {
    CardKind.NONE: "quiet",
    CardKind.CULTURAL: "cultural",
    CardKind.STRUCTURAL: "structural",
    CardKind.BEHAVIOURAL: "behavioural",
}
ROLES = ByChoice(_ROLES, "quiet")

_TRIANGLE = ((0, 2), (2, 2), (1, 0))
_DIAMOND = ((1, 0), (2, 1), (1, 2), (0, 1))
_CORNERS = ByChoice({CardKind.BEHAVIOURAL: _TRIANGLE}, _DIAMOND)
"""From the upper left, in halves of the sides of a square."""


def draw_kind(painter: QPainter, kind: CardKind, box: QRectF) -> None:
    """The symbol of a kind: circle, square or triangle; a diamond for one that is not known."""
    if kind is CardKind.CULTURAL:
        painter.drawEllipse(box)
    elif kind is CardKind.STRUCTURAL:
        painter.drawRect(box)
    elif kind is not CardKind.NONE:
        half, left, top = box.width() / 2, box.left(), box.top()
        corners = [QPointF(left + x * half, top + y * half) for x, y in _CORNERS[kind]]
        painter.drawPolygon(QPolygonF(corners))


def kinds_in_words(kinds: Iterable[CardKind], words: Words) -> str:
    """ "Cultural, Structural"; "No kind" for none."""
    named = [words.tr(CARD_KIND_LABELS[kind]) for kind in kinds]
    return ", ".join(named) or words.tr(CARD_KIND_LABELS[CardKind.NONE])


def kind_icon(theme: Theme, kind: CardKind) -> QIcon:
    """The symbol of a kind for lists and buttons."""
    return symbol_icon(theme, ROLES[kind], lambda painter, box: draw_kind(painter, kind, box))
