"""The quiet line under the box: keys, codes that can follow, and what could be better."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gweithdy.ui.widgets.tips import tip

BETWEEN = "  ·  "


class Under(QLabel):
    """One line of short pieces: those that fit are shown whole, the tooltip says all of them.

    Where not all fit there may be `terse` ones, which say less of each.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: tuple[str, ...] = ()
        self._terse: tuple[str, ...] = ()
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, pieces: Sequence[str], terse: Sequence[str] = ()) -> None:
        """Show `pieces`, the most needed first; or the `terse` ones."""
        if tuple(pieces) != self.pieces:
            self.pieces, self._terse = tuple(pieces), tuple(terse)
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _cut(self) -> None:
        width, shown = self.contentsRect().width(), list(self.pieces)
        if self._terse and self._width(shown) > width:
            shown = list(self._terse)
        while len(shown) > 1 and self._width(shown) > width:
            shown.pop()
        words = BETWEEN.join(shown)
        whole = BETWEEN.join(self.pieces)
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(words, end, width))
        self.setToolTip(tip(whole) if self.text() != whole else "")
        # Told to a reader only with the box: it changes with each key.
        self.setAccessibleName(whole)

    def _width(self, pieces: Sequence[str]) -> int:
        return self.fontMetrics().horizontalAdvance(BETWEEN.join(pieces))
