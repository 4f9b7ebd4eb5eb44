"""Fields whose value a wheel never changes: a page is scrolled over them.

A wheel over votes, power or a list would change what was said while somebody looks for a line
further down, and nobody would notice. Nor does the keyboard follow the wheel: who types in a line
and scrolls beside it goes on typing in the line.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSpinBox, QWidget

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
    """A list. Under a caption that is tied to it, or `call` it by a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unseen: QLabel | None = None
        self.setFocusPolicy(CLICK_OR_TAB)

    def call(self, name: str) -> None:
        """Name it, where no caption is to be seen.

        On Linux a list says its value as its name: only a label beside it tells what it is.
        """
        self.setAccessibleName(name)
        if self._unseen is None:
            self._unseen = QLabel(self.parentWidget())
            self._unseen.hide()
            self._unseen.setTextFormat(Qt.TextFormat.PlainText)
            self._unseen.setBuddy(self)
            self.destroyed.connect(self._unseen.deleteLater)
        self._unseen.setText(name)

    def changeEvent(self, event: QEvent) -> None:
        # Only what stands beside it in the same widget counts as its label.
        if event.type() == QEvent.Type.ParentChange and self._unseen is not None:
            self._unseen.setParent(self.parentWidget())
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
