"""A shape for each group of stakeholders, so that colour alone says nothing."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from gweithdy.domain.choice import ByChoice
from gweithdy.domain.stakeholders import Group

_SYMBOLS = {
    Group.INSIDE: "●",
    Group.OUTSIDE: "■",
    Group.VOLUNTARY: "▲",
    Group.CITIZENS: "◆",
    Group.BUSINESS: "⬢",
    Group.OTHER: "✚",
}
SYMBOLS = ByChoice(_SYMBOLS, "✚")
"""The same shapes as characters, for words."""

_CORNERS = {
    Group.VOLUNTARY: (3, -90.0),
    Group.CITIZENS: (4, -90.0),
    Group.BUSINESS: (6, 0.0),
}


def shape_of(group: Group, radius: float) -> QPainterPath:
    """The outline of the shape of a group round the origin."""
    path = QPainterPath()
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    match group:
        case Group.INSIDE:
            path.addEllipse(box)
        case Group.OUTSIDE:
            path.addRect(box.adjusted(1, 1, -1, -1))
        case Group.VOLUNTARY | Group.CITIZENS | Group.BUSINESS:
            corners, turn = _CORNERS[group]
            angles = [math.radians(turn + 360 * n / corners) for n in range(corners)]
            reach = radius * 1.15
            points = [QPointF(reach * math.cos(a), reach * math.sin(a)) for a in angles]
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
        case _:
            arm = radius / 2.4
            across, upright = QPainterPath(), QPainterPath()
            across.addRect(QRectF(-radius, -arm, 2 * radius, 2 * arm))
            upright.addRect(QRectF(-arm, -radius, 2 * arm, 2 * radius))
            path = across.united(upright)
    return path
