"""One line of words that gives way: what is cut is said in full by its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gweithdy.ui.widgets.tips import tip


class Elided(QLabel):
    """Takes the room it is given. `say` instead of `setText`; `whole` is what was said."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self.whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show `words`, or as much of them as there is room for."""
        self.whole = words
        self.setAccessibleName(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.whole, end, self.contentsRect().width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(tip(self.whole) if shown != self.whole else "")
