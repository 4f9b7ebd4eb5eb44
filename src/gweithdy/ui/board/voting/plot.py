"""The plot of a rating: two criteria, a numbered point for each theme or card."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gweithdy.domain.boxes import Box
from gweithdy.domain.rounds import BEST
from gweithdy.domain.spreading import spread
from gweithdy.ui.context import Context

RADIUS, EDGE = 11, 30
"""Of a point, and from the frame to the edge of the plot, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Point:
    """The number of a row, and its means: of the first criterion up, of the second across."""

    number: int
    up: float
    across: float


class Plot(QWidget):
    """All that it shows stands in the table beside it too; a reader is led there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._points: list[Point] = []
        self._up = self._across = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        context.theme.changed.connect(self.update)

    def show_points(self, points: Sequence[Point], up: str, across: str) -> None:
        """Show these; `up` and `across` name the criteria."""
        self._points, self._up, self._across = list(points), up, across
        self.setAccessibleName(
            self._context.words.tr(
                "Plot of the means, by their numbers in the table: {up} upwards, {across} to the "
                "right.",
                up=up,
                across=across,
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        side = self._context.theme.px(360)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = self._context.theme.px(120)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._context.theme, self._context.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, top = px(EDGE), px(10)
        frame = QRectF(edge, top, self.width() - edge - top, self.height() - edge - top)
        painter.fillRect(frame, theme.color("raised"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(frame)
        middle = frame.center()
        painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle.x(), frame.top()), QPointF(middle.x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), middle.y()), QPointF(frame.right(), middle.y()))
        self._draw_axes(painter, frame)
        painter.setFont(theme.font(13))
        for point, at in zip(self._points, self._places(frame), strict=True):
            box = QRectF(at.x() - px(RADIUS), at.y() - px(RADIUS), px(2 * RADIUS), px(2 * RADIUS))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(box)
            painter.setPen(theme.color("on_accent"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(point.number))
        painter.end()

    def _draw_axes(self, painter: QPainter, frame: QRectF) -> None:
        theme = self._context.theme
        font = theme.font(13)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        metrics = QFontMetricsF(font)
        elide = Qt.TextElideMode.ElideRight
        below = QRectF(frame.left(), frame.bottom() + 4, frame.width(), metrics.height())
        across = metrics.elidedText(f"{self._across} →", elide, frame.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, across)
        painter.save()
        painter.translate(frame.left() - 6 - metrics.height(), frame.bottom())
        painter.rotate(-90)
        up = metrics.elidedText(f"{self._up} →", elide, frame.height())
        beside = QRectF(0, 0, frame.height(), metrics.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, up)
        painter.restore()

    def _places(self, frame: QRectF) -> list[QPointF]:
        """Where the points stand: those that would lie on one another a little apart."""
        radius = self._context.theme.px(RADIUS)
        inner = frame.adjusted(radius + 2, radius + 2, -radius - 2, -radius - 2)
        span = BEST - 1
        exact = [
            (
                inner.left() + (each.across - 1) / span * inner.width(),
                inner.bottom() - (each.up - 1) / span * inner.height(),
            )
            for each in self._points
        ]
        box = Box(inner.left(), inner.top(), max(1.0, inner.width()), max(1.0, inner.height()))
        return [QPointF(*each) for each in spread(exact, 2 * radius + 2, box)]
