"""The colours of themes on screen: a symbol, a colour role and a word each."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QIcon, QPainter, QPolygonF

from gweithdy.domain.board import ThemeRole
from gweithdy.domain.choice import ByChoice
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.symbol_icon import symbol_icon

ROLES = ByChoice(
    {role: "quiet" if role is ThemeRole.NONE else f"theme_{role}" for role in ThemeRole}, "quiet"
)
"""The role in the theme files of each colour."""

_CORNERS = {
    ThemeRole.VIOLET: ((0, 2), (2, 2), (1, 0)),
    ThemeRole.ROSE: ((1, 0), (2, 1), (1, 2), (0, 1)),
    ThemeRole.AMBER: ((0, 0), (2, 0), (1, 2)),
    ThemeRole.GREEN: ((0, 0.6), (0.6, 0), (1.4, 0), (2, 0.6), (1.6, 2), (0.4, 2)),
}
"""From the upper left, in halves of the sides of a square."""


def draw_role(painter: QPainter, role: ThemeRole, box: QRectF) -> None:
    """The symbol of a colour; nothing for none."""
    if role is ThemeRole.TEAL:
        painter.drawEllipse(box)
    elif role is ThemeRole.BLUE:
        painter.drawRect(box)
    elif role in _CORNERS:
        half, left, top = box.width() / 2, box.left(), box.top()
        corners = [QPointF(left + x * half, top + y * half) for x, y in _CORNERS[role]]
        painter.drawPolygon(QPolygonF(corners))


def role_icon(theme: Theme, role: ThemeRole) -> QIcon:
    """The symbol of a colour for lists."""
    return symbol_icon(theme, ROLES[role], lambda painter, box: draw_role(painter, role, box))
