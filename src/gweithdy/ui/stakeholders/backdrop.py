"""What lies behind the points: the frame, the names of the corners and the axes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import CORNER_LABELS, Corner
from gweithdy.ui.context import Context

_CORNERS = {
    Corner.SATISFY: (False, False),
    Corner.MANAGE: (True, False),
    Corner.WATCH: (False, True),
    Corner.INFORM: (True, True),
}
"""Whether each corner is on the right, and whether it is at the bottom."""


INTEREST = N_("Interest →")

BEYOND = 13
"""Pixels at 100 % from the frame to the names of its corners: a point on its edge needs them."""


APART = 10
"""Pixels at 100 % between two names on one line."""


def corner_boxes(frame: QRectF, context: Context) -> list[QRectF]:
    """Where the names of the corners stand: above and below the frame, where no point can be."""
    metrics, px = QFontMetricsF(context.theme.font(13)), context.theme.px
    boxes = []
    for corner, (right, low) in _CORNERS.items():
        width = metrics.horizontalAdvance(context.words.tr(CORNER_LABELS[corner])) + 2
        x = frame.right() - width if right else frame.left()
        y = frame.bottom() + px(BEYOND) if low else frame.top() - px(BEYOND) - metrics.height()
        boxes.append(QRectF(x, y, width, metrics.height()))
    return boxes


def axis_boxes(frame: QRectF, context: Context) -> tuple[QRectF, QRectF]:
    """Where the names of the axes stand: below the frame; and beside it, turned to the left."""
    px = context.theme.px
    metrics = QFontMetricsF(context.theme.font(13))
    height, width = metrics.height(), _across(context)
    top = frame.bottom() + px(BEYOND)
    if not has_one_line(frame.width(), context):
        top += height + px(2)
    below = QRectF(frame.center().x() - width / 2, top, width, height)
    beside = QRectF(frame.left() - px(13) - height, frame.top(), height, frame.height())
    return below, beside


def has_one_line(width: float, context: Context) -> bool:
    """Whether the name of the axis fits between those of the corners below `width` pixels."""
    metrics, words = QFontMetricsF(context.theme.font(13)), context.words
    corners = max(
        metrics.horizontalAdvance(words.tr(CORNER_LABELS[corner]))
        for corner, (_, low) in _CORNERS.items()
        if low
    )
    return 2 * (corners + context.theme.px(APART)) + _across(context) <= width


def _across(context: Context) -> float:
    """The width of the name of the axis that goes to the right, in pixels."""
    metrics = QFontMetricsF(context.theme.font(13))
    return metrics.horizontalAdvance(context.words.tr(INTEREST)) + 2


def draw_frame(painter: QPainter, frame: QRectF, context: Context) -> None:
    """The frame, cut into four, with the names of the corners."""
    theme, tr = context.theme, context.words.tr
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)
    middle = frame.center()
    painter.drawLine(QPointF(middle.x(), frame.top()), QPointF(middle.x(), frame.bottom()))
    painter.drawLine(QPointF(frame.left(), middle.y()), QPointF(frame.right(), middle.y()))
    painter.setFont(theme.font(13))
    painter.setPen(theme.color("quiet"))
    for corner, box in zip(_CORNERS, corner_boxes(frame, context), strict=True):
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(CORNER_LABELS[corner]))


def draw_axes(painter: QPainter, frame: QRectF, context: Context) -> None:
    """The names of the axes, with arrows to where there is more of it."""
    theme, tr = context.theme, context.words.tr
    painter.setFont(theme.font(13))
    painter.setPen(theme.color("ink"))
    below, beside = axis_boxes(frame, context)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr(INTEREST))
    painter.save()
    painter.translate(beside.center())
    painter.rotate(-90)
    turned = QRectF(0, 0, beside.height(), beside.width())
    turned.moveCenter(QPointF(0, 0))
    painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, tr(N_("Power →")))
    painter.restore()
