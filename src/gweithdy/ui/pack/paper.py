"""The picture of a page; what stands on it can be pointed at, and a click goes to its source."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel

from gweithdy.language.words import Words
from gweithdy.pack.colours import colours
from gweithdy.pack.reading import Spot
from gweithdy.ui.pack.source import leads_to
from gweithdy.ui.widgets.tips import tip

AROUND = 2.0
"""Points of paper between what stands there and its outline."""


class Paper(QLabel):
    """A page as large as its picture; `asked` carries the `Source` of what was clicked."""

    asked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._spots: Sequence[Spot] = ()
        self._scale = self._high = 1.0
        self._under: Spot | None = None
        self._pressed: Spot | None = None
        self.setMouseTracking(True)
        # Of this alone: a tooltip would take it over too.
        self.setStyleSheet("Paper { border: 1px solid palette(mid); background: white; }")

    def show_page(self, picture: QPixmap, spots: Sequence[Spot], scale: float, high: float) -> None:
        """Show a page that is `high` points of paper, each of them `scale` pixels of the screen."""
        self._spots, self._scale, self._high = spots, scale, high
        self._point_at(None)
        self._pressed = None
        self.setPixmap(picture)
        self.setFixedSize(picture.deviceIndependentSize().toSize() + QSize(2, 2))

    def place(self, spot: Spot) -> QRectF:
        """The outline of what stands there, in pixels of this widget."""
        x, y, width, height = spot.box
        top = self._high - y - height
        place = QRectF(x, top, width, height).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        left, low = self.contentsRect().topLeft().toTuple()
        scale = self._scale
        return QRectF(
            left + place.x() * scale, low + place.y() * scale,
            place.width() * scale, place.height() * scale,
        )  # fmt: skip

    def spot_at(self, point: QPointF) -> Spot | None:
        """What stands there on top."""
        return next(
            (each for each in reversed(self._spots) if self.place(each).contains(point)), None
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.spot_at(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.spot_at(event.position()) if is_left else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self.spot_at(event.position()) is pressed:
            self.asked.emit(pressed.source)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._under is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Pages are white in a dark window too.
        painter.setPen(QPen(QColor(colours()["accent"]), 1.5))
        painter.drawRoundedRect(self.place(self._under), 3, 3)

    def _point_at(self, spot: Spot | None) -> None:
        if spot is self._under:
            return
        self._under = spot
        self.setToolTip(tip(leads_to(self._words, spot.source)) if spot else "")
        if spot:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()
