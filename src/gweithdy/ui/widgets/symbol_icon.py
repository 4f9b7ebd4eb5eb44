"""Symbols as icons, for lists and buttons."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from gweithdy.ui.theme import Theme


def symbol_icon(theme: Theme, role: str, draw: Callable[[QPainter, QRectF], None]) -> QIcon:
    """What `draw` draws in the box that it is given, filled with the colour of a role."""
    side = theme.px(14) * 2
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    draw(painter, QRectF(2, 2, side - 4, side - 4))
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
