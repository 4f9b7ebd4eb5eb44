"""The ties on the grid: light lines; those of the selected stakeholder with their kind in words."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import TIE_LABELS, Tie, TieKind
from gweithdy.ui.context import Context

_ALONG = (0.55, 0.62, 0.48, 0.7, 0.4, 0.78, 0.32, 0.86, 0.24)
"""Where the word of a tie may stand, best first, from the selected end: there lines are close."""


def draw_lines(
    painter: QPainter, lines: Mapping[Tie, QLineF], current: Id, context: Context
) -> None:
    """All ties; those of `current` stronger, with an arrow where they have a direction."""
    theme = context.theme
    for tie, line in sorted(lines.items(), key=lambda each: is_of(each[0], current)):
        mine = is_of(tie, current)
        painter.setPen(QPen(theme.color("accent" if mine else "line"), 2 if mine else 1))
        painter.drawLine(line)
        if mine and tie.kind is not TieKind.WORKS_WITH:
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(_arrow(line, theme.px(13), theme.px(7)))


def draw_words(
    painter: QPainter,
    lines: Mapping[Tie, QLineF],
    current: Id,
    context: Context,
    taken: Sequence[QRectF],
) -> None:
    """The kinds of the ties of `current`, each on its line where it covers least."""
    theme = context.theme
    painter.setFont(theme.font(13))
    metrics = QFontMetricsF(painter.font())
    busy = list(taken)
    for tie, line in lines.items():
        if not is_of(tie, current):
            continue
        words = context.words.tr(TIE_LABELS[tie.kind])
        size = QRectF(0, 0, metrics.horizontalAdvance(words) + 8, metrics.height())
        away = line if tie.start == current else QLineF(line.p2(), line.p1())
        box = _word_box(away, size, busy)
        busy += [box] * 2
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def is_of(tie: Tie, who: Id) -> bool:
    """Whether `who` is at either end of `tie`."""
    return who in (tie.start, tie.end)


def _word_box(line: QLineF, size: QRectF, busy: Sequence[QRectF]) -> QRectF:
    boxes = [size.translated(line.pointAt(along) - size.center()) for along in _ALONG]
    return min(boxes, key=lambda box: sum(_shared(box, other) for other in busy))


def _shared(box: QRectF, other: QRectF) -> float:
    both = box.intersected(other)
    return both.width() * both.height()


def _arrow(line: QLineF, before: float, size: float) -> QPolygonF:
    """The head of an arrow, `before` the end of `line`."""
    length = max(1.0, line.length())
    way = QPointF(line.dx() / length, line.dy() / length)
    tip = line.p2() - way * before
    wing = QPointF(-way.y(), way.x()) * (size * math.tan(math.radians(28)))
    foot = tip - way * size
    return QPolygonF([tip, foot + wing, foot - wing])
