"""One stakeholder on the grid: its shape and its name."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.ui.stakeholders.shapes import shape_of
from gweithdy.ui.theme import Theme

RADIUS = 8
LONGEST_NAME = 26
"""Characters of a name on the grid; the whole name is in the tooltip and in the table."""


class PointItem(QGraphicsItem):
    """Drawn at its place; `label` is where its name stands, None if there is no room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name = ""
        self.label: QRectF | None = None
        self.who: Stakeholder | None = None
        self.is_current = False
        self.setZValue(2)

    @property
    def radius(self) -> float:
        return float(self._theme.px(RADIUS))

    def font(self) -> QFont:
        """The typeface of the name."""
        weight = QFont.Weight.DemiBold if self.is_current else QFont.Weight.Normal
        return self._theme.font(13, weight)

    def show_stakeholder(self, who: Stakeholder, name: str, about: str) -> None:
        """Show these values; safe to call again."""
        self.prepareGeometryChange()
        self.who = who
        self.name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        self.setToolTip(about)
        self.update()

    def name_size(self) -> tuple[float, float]:
        """Width and height of the name."""
        metrics = QFontMetricsF(self._theme.font(13, QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(self.name) + 4, metrics.height()

    def show_label(self, box: QRectF | None) -> None:
        """Put the name into `box`, in coordinates of this item."""
        self.prepareGeometryChange()
        self.label = box
        self.update()

    def boundingRect(self) -> QRectF:
        reach = self.radius * 1.15 + 5
        box = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        return box.united(self.label) if self.label else box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.who is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_current:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(), self.radius + 4, self.radius + 4)
        painter.setPen(QPen(self._theme.color("raised"), 1))
        painter.setBrush(self._theme.color("accent"))
        painter.drawPath(shape_of(self.who.group, self.radius))
        if self.label:
            painter.setFont(self.font())
            painter.setPen(self._theme.color("ink"))
            painter.drawText(self.label, Qt.AlignmentFlag.AlignCenter, self.name)
