"""Fields whose value a wheel never changes: a page is scrolled over them.

A wheel over votes, power or a list would change what was said while somebody looks for a line
further down, and nobody would notice. Nor does the keyboard follow the wheel: who types in a line
and scrolls beside it goes on typing in the line.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox, QWidget

CLICK_OR_TAB = Qt.FocusPolicy.StrongFocus
"""For what Qt by itself would give the keyboard to when it is scrolled: fields, lists, tables."""


class StillSpinBox(QSpinBox):
    """A number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(CLICK_OR_TAB)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillSlider(QSlider):
    """A value between two ends."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillComboBox(QComboBox):
    """A list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(CLICK_OR_TAB)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
