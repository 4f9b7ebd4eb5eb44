"""Buttons in a row; in more rows where one is too narrow for them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8
"""Pixels between two buttons."""


class WrappingRow(QWidget):
    """`left` from the left edge; `right` at the right edge of the last row."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._left, self._right = left, right
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for each in (*left, *right):
            each.setParent(self)

    def sizeHint(self) -> QSize:
        sizes = [wanted(each) for each in self._shown()]
        whole = sum(size.width() + GAP for size in sizes) - GAP
        return QSize(max(0, whole), self.heightForWidth(max(0, whole)))

    def minimumSizeHint(self) -> QSize:
        widest = max((wanted(each).width() for each in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # One of them has other words, or came or went.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [each for each in (*self._left, *self._right) if not each.isHidden()]

    def _shown_in(self, width: int) -> list[QWidget]:
        """What is to be seen in a row of `width` pixels: all, in more rows."""
        return self._shown()

    def _arrange(self) -> None:
        for made, place in self._places(self.width()):
            made.setGeometry(place)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each that is shown stands in a row of `width` pixels."""
        rows: list[list[tuple[QWidget, QRect]]] = [[]]
        x = top = 0
        for made in self._shown_in(width):
            size = wanted(made)
            if rows[-1] and x + size.width() > width:
                top = max(place.bottom() + 1 for _, place in rows[-1]) + GAP
                x, rows = 0, [*rows, []]
            rows[-1].append((made, QRect(x, top, size.width(), size.height())))
            x += size.width() + GAP
        last = [(made, place) for made, place in rows[-1] if made in self._right]
        if last:
            spare = width - (last[-1][1].right() + 1)
            for _, place in last:
                place.translate(max(0, spare), 0)
        return [each for row in rows for each in _in_line(row)]


def _in_line(row: list[tuple[QWidget, QRect]]) -> list[tuple[QWidget, QRect]]:
    """Words beside buttons are in the middle of them."""
    bottom = max((place.bottom() for _, place in row), default=0)
    return [(made, place.translated(0, (bottom - place.bottom()) // 2)) for made, place in row]


def wanted(made: QWidget) -> QSize:
    """What a widget needs: what it would like, within what was fixed for it."""
    return made.sizeHint().expandedTo(made.minimumSize()).boundedTo(made.maximumSize())
