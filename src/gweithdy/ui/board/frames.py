"""What lies under the cards: the lanes and the frames of the themes; and all cards from afar."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.ids import Id
from gweithdy.ui.board.face import Face
from gweithdy.ui.board.layout import LaneLayout
from gweithdy.ui.board.rects import as_qt, in_lane

FAR = 0.4
"""The zoom below which words are too small to read: all cards are then drawn at once."""

NAME_PAD = 4
"""Pixels of the screen left and right of the name of a theme seen from afar."""

GAP = 8
"""Pixels between the name of a theme and what stands beside it."""

LEAST = 9
"""Pixels of the screen of the letters of such a name."""


class LaneItem(QGraphicsItem):
    """The ground of a lane."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._rect = QRectF()
        self.setZValue(-2)

    def show_lane(self, width: float, height: float, left: float) -> None:
        """Take what is to be drawn."""
        rect = QRectF(0, 0, width, height)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.setPos(left, 0)

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._face.colors["lane"])
        painter.drawRoundedRect(self._rect, 8, 8)


class FarCards(QGraphicsItem):
    """All cards at once, for a board seen from so far away that none can be read.

    `chosen` are the ids that the scene keeps as chosen.
    """

    def __init__(self, face: Face, chosen: Collection[Id]) -> None:
        super().__init__()
        self._face = face
        self._chosen = chosen
        self._rect = QRectF()
        self._lanes: Sequence[tuple[float, LaneLayout]] = ()
        # Only then does the painting know which part of a large board is asked for.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_lanes(self, lanes: Sequence[tuple[float, LaneLayout]], rect: QRectF) -> None:
        """Take what is to be drawn."""
        self.prepareGeometryChange()
        self._rect, self._lanes = rect, lanes
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        seen = option.exposedRect
        for left, lane in self._lanes:
            cards = [card.id for card in lane.touching(in_lane(seen, left))]
            self._paint_lane(painter, left, lane, cards)
        for left, lane in self._lanes:
            self._paint_names(painter, left, lane, seen)

    def _paint_names(self, painter: QPainter, left: float, lane: LaneLayout, seen: QRectF) -> None:
        """The names of the themes, as large as there is room over their cards: one finds a way."""
        words, zoom = self._face.words, painter.worldTransform().m11()
        for group in lane.contents.groups:
            if not group.theme:
                continue
            frame = as_qt(lane.themes[group.theme.id].moved(left))
            if not frame.intersects(seen):
                continue
            first = lane.cards[group.shown[0].id].y if group.shown else frame.bottom()
            title, _ = group.theme.title.best(words.language)
            painter.save()
            painter.translate(frame.topLeft())
            painter.scale(1 / zoom, 1 / zoom)
            room = QRectF(0, 0, frame.width() * zoom, (first - frame.top()) * zoom)
            self._paint_name(painter, title or words.tr("Untitled"), room)
            painter.restore()

    def _paint_name(self, painter: QPainter, title: str, room: QRectF) -> None:
        font, colors = QFont(self._face.small), self._face.colors
        font.setPixelSize(max(LEAST, min(font.pixelSize(), int(room.height() * 0.8))))
        metrics = QFontMetricsF(font)
        end = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(title, end, room.width() - 2 * NAME_PAD)
        width = metrics.horizontalAdvance(shown) + 2 * NAME_PAD
        painter.fillRect(QRectF(1, 1, width, metrics.capHeight() + 2), colors["paper"])
        painter.setFont(font)
        painter.setPen(colors["ink"])
        painter.drawText(QPointF(NAME_PAD, 2 + metrics.capHeight()), shown)

    def _paint_lane(
        self, painter: QPainter, left: float, lane: LaneLayout, cards: Sequence[Id]
    ) -> None:
        colors = self._face.colors
        for edge, ground, is_chosen in (
            ("border", "raised", False),
            ("accent", "accent_soft", True),
        ):
            wanted = [id for id in cards if (id in self._chosen) is is_chosen]
            painter.setPen(QPen(colors[edge], 0))
            painter.setBrush(colors[ground])
            painter.drawRects([as_qt(lane.cards[id].moved(left)) for id in wanted])
