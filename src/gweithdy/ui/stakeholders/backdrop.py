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


def corner_boxes(frame: QRectF, context: Context) -> list[QRectF]:
    """Where the names of the corners stand."""
    metrics = QFontMetricsF(context.theme.font(13))
    inside, boxes = frame.adjusted(6, 4, -6, -4), []
    for corner, (right, low) in _CORNERS.items():
        width = metrics.horizontalAdvance(context.words.tr(CORNER_LABELS[corner])) + 2
        x = inside.right() - width if right else inside.left()
        y = inside.bottom() - metrics.height() if low else inside.top()
        boxes.append(QRectF(x, y, width, metrics.height()))
    return boxes


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
    below = QRectF(frame.left(), frame.bottom() + theme.px(6), frame.width(), theme.px(20))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr(N_("Interest →")))
    painter.save()
    painter.translate(frame.left() - theme.px(8), frame.center().y())
    painter.rotate(-90)
    beside = QRectF(-frame.height() / 2, -theme.px(20), frame.height(), theme.px(20))
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, tr(N_("Power →")))
    painter.restore()
