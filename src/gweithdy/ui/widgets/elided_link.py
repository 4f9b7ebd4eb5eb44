"""One line of words that gives way and leads somewhere: what is cut is said by its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gweithdy.ui.widgets.elided import shorten

MARGINS = 16
"""Pixels beside the words of a link."""


class ElidedLink(QPushButton):
    """Takes the room it is given. `say` instead of `setText`; `whole` is what was said.

    While nothing is said it is not there, but for its room.
    """

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setProperty("role", "link")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Show `words`, or as much of them as there is room for."""
        self.whole = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        shorten(self, self.whole, self.contentsRect().width() - MARGINS)
