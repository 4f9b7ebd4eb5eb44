"""Room for large text: what does not fit on a small screen can be scrolled to."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Scrolling(QScrollArea):
    """Gives `inside` all the room there is, and scrollbars when that is too little."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The widgets inside take the keyboard; Tab brings the one it reaches into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's
        moved = super().focusNextPrevChild(forwards)
        focused: QWidget | None = self.focusWidget()
        if moved and focused is not None and self.isAncestorOf(focused):
            # Of a box Qt itself shows the line of the caret, and cuts the ring round it.
            show_all_of(focused, self)
        return moved


class ScrolledDown(Scrolling):
    """Scrolled only up and down: it needs the width of what is inside, and the bar's."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 80)


class ScrollingColumn(Scrolling):
    """As wide as `inside` is, and scrolled only up and down."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        scrolls = self._inside.minimumSizeHint().height() > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        return QSize(self._inside.minimumWidth() + bar, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 80)


def bring_into_sight(made: QWidget) -> None:
    """Scroll everything that `made` lies in until all of it is in sight."""
    around: QWidget | None = made.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            show_all_of(made, around)
        around = around.parentWidget()


def show_all_of(made: QWidget, area: QScrollArea) -> None:
    """Scroll `area` until all of `made` is in sight; not if it is higher than that."""
    inside = area.widget()
    if inside is None:
        return
    place = QRect(made.mapTo(inside, QPoint(0, 0)), made.size())
    if place.height() <= area.viewport().height():
        middle = place.center()
        area.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + 1)
