"""Fields whose value a wheel never changes: a page is scrolled over them.

A wheel over votes, power or a list would change what was said while somebody looks for a line
further down, and nobody would notice.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox


class StillSpinBox(QSpinBox):
    """A number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillSlider(QSlider):
    """A value between two ends."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillComboBox(QComboBox):
    """A list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
