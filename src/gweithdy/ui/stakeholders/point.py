"""One stakeholder on the grid: its shape and its name."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.ui.stakeholders.shapes import shape_of
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.tips import tip

RADIUS = 8
LONGEST_NAME = 26
"""Characters of a name on the grid; the whole name is in the tooltip and in the table."""


class PointItem(QGraphicsItem):
    """Drawn at its place; `label` is where its name stands, None if there is no room for it."""

    def __init__(self, theme: Theme, who: Stakeholder) -> None:
        super().__init__()
        self._theme = theme
        self.who = who
        self.name = ""
        self.about = ""
        self.note = ""
        self.label: QRectF | None = None
        self.is_current = False
        self.setZValue(2)

    @property
    def radius(self) -> float:
        return float(self._theme.px(RADIUS))

    def show_stakeholder(self, who: Stakeholder, name: str, about: str) -> None:
        """Show these values; `about` is the whole of it in words."""
        self.who = who
        self.name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        self.about = about
        self.setToolTip(tip(about))
        self.update()

    def name_size(self) -> tuple[float, float]:
        """Width and height of the name."""
        return self._size(self.name)

    def show_label(self, box: QRectF | None) -> None:
        """Put the name into `box`, in coordinates of this item."""
        self.prepareGeometryChange()
        self.label = box
        self.note = ""

    def show_note(self, note: str, inside: QRectF) -> None:
        """Show `note` in the place of the name, above or below, `inside` of the grid."""
        self.prepareGeometryChange()
        width, height = self._size(note)
        place = self.pos()
        left = max(inside.left(), min(inside.right() - width, place.x() - width / 2))
        above = place.y() - self.radius - 6 - height
        top = above if above >= inside.top() else place.y() + self.radius + 6
        self.label = QRectF(left, top, width, height).translated(-place)
        self.note = note

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
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(self._theme.color("raised"))
        if self.is_current:
            painter.drawEllipse(QPointF(), self.radius + 4, self.radius + 4)
        painter.setPen(QPen(self._theme.color("raised"), 1))
        painter.setBrush(self._theme.color("accent"))
        painter.drawPath(shape_of(self.who.group, self.radius))
        if self.label:
            self._paint_label(painter, self.label)

    def _paint_label(self, painter: QPainter, box: QRectF) -> None:
        # Lines of ties run below: without paper behind them the words are hard to read.
        paper = self._theme.color("raised")
        paper.setAlphaF(1.0 if self.is_current else 0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._font(QFont.Weight.DemiBold if self.is_current else None))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.note or self.name)

    def _size(self, words: str) -> tuple[float, float]:
        metrics = QFontMetricsF(self._font(QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(words) + 4, metrics.height()

    def _font(self, weight: QFont.Weight | None) -> QFont:
        return self._theme.font(13, weight or QFont.Weight.Normal)
