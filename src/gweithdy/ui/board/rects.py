"""Rectangles of the layout and of Qt, made of each other."""

from PySide6.QtCore import QRectF

from gweithdy.ui.board.layout import Rect


def as_qt(rect: Rect) -> QRectF:
    """A rectangle of the layout as Qt wants it."""
    return QRectF(*rect)


def in_lane(area: QRectF, left: float) -> Rect:
    """An `area` of the scene as it lies in a lane that begins at `left`."""
    return Rect(area.x() - left, area.y(), area.width(), area.height())
