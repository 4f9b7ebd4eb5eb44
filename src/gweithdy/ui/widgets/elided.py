"""One line of words that gives way: what is cut is said in full by its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

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
        shorten(self, self.whole, self.contentsRect().width())


def shorten(widget: QLabel | QPushButton, words: str, width: int) -> None:
    """Show as much of `words` as fits into `width` pixels; the tooltip says the rest."""
    shown = widget.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
    # An ampersand in words is no key of a button.
    text = shown.replace("&", "&&") if isinstance(widget, QPushButton) else shown
    if text != widget.text():
        widget.setText(text)
    widget.setToolTip(tip(words) if shown != words else "")
