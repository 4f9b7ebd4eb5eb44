"""One tie on the grid: a light line; stronger, and with an arrow, at the selected stakeholder."""

import math

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsPolygonItem

from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import Tie, TieKind
from gweithdy.ui.theme import Theme


class TieItem(QGraphicsLineItem):
    """Drawn from point to point, behind both."""

    def __init__(self, theme: Theme, tie: Tie) -> None:
        super().__init__()
        self._theme = theme
        self.tie = tie
        self._head = QGraphicsPolygonItem(self)
        self._who: Id = ""

    def is_of(self, who: Id) -> bool:
        """Whether `who` is at either end."""
        return who in (self.tie.start, self.tie.end)

    def away_from(self, who: Id) -> QLineF:
        """The line as it starts at `who`."""
        line = self.line()
        return line if self.tie.start == who else QLineF(line.p2(), line.p1())

    def stretch(self, start: QPointF, end: QPointF) -> None:
        """Draw it between these places."""
        line = QLineF(start, end)
        self.setLine(line)
        self._head.setPolygon(_arrow(line, self._theme.px(13), self._theme.px(7)))

    def show_current(self, who: Id) -> None:
        """Draw it strongly if `who`, the selected stakeholder, is at one end."""
        self._who = who
        mine, color = self.is_of(who), self._theme.color
        pen = QPen(color("accent" if mine else "border"), 2 if mine else 1)
        self.setPen(pen)
        self.setZValue(1 if mine else 0)
        self._head.setPen(pen)
        self._head.setBrush(color("accent"))
        self._head.setVisible(mine and self.tie.kind is not TieKind.WORKS_WITH)

    def show_look(self) -> None:
        """Colours and sizes of the theme of now."""
        self._head.setPolygon(_arrow(self.line(), self._theme.px(13), self._theme.px(7)))
        self.show_current(self._who)


def _arrow(line: QLineF, before: float, size: float) -> QPolygonF:
    """The head of an arrow, `before` the end of `line`."""
    length = max(1.0, line.length())
    way = QPointF(line.dx() / length, line.dy() / length)
    tip = line.p2() - way * before
    wing = QPointF(-way.y(), way.x()) * (size * math.tan(math.radians(28)))
    foot = tip - way * size
    return QPolygonF([tip, foot + wing, foot - wing])
