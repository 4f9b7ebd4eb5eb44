"""What lies under the cards: the lanes and the frames of the themes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.board import Theme
from gweithdy.ui.board.card_item import TEXT_FROM, Face
from gweithdy.ui.board.layout import LaneLayout


class LaneItem(QGraphicsItem):
    """The ground of a lane. Seen from far away it draws its cards too, all in one go."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._rect = QRectF()
        self._lane: LaneLayout | None = None
        self._cards: list[QRectF] = []
        self._far = False
        self.setZValue(-2)

    def show_lane(self, lane: LaneLayout, left: float, height: float) -> None:
        """Take what is to be drawn."""
        rect = QRectF(0, 0, lane.width, height)
        if lane is self._lane and rect == self._rect and left == self.x():
            return
        self.prepareGeometryChange()
        self._rect, self._lane, self._cards = rect, lane, []
        self.setPos(left, 0)
        self.update()

    def show_far(self, *, far: bool) -> None:
        """Draw the cards here, or leave them to their own items."""
        self._far = far
        self.update()

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
        if self._far:
            painter.setPen(QPen(self._face.colors["border"], 0))
            painter.setBrush(self._face.colors["raised"])
            painter.drawRects(self._far_cards())

    def _far_cards(self) -> list[QRectF]:
        if not self._cards and self._lane:
            rects = self._lane.cards.values()
            self._cards = [QRectF(r.x, r.y, r.width, r.height) for r in rects]
        return self._cards


class ThemeItem(QGraphicsItem):
    """The frame of a theme; its head is what can be clicked and dragged."""

    def __init__(self, theme: Theme, face: Face) -> None:
        super().__init__()
        self.id = theme.id
        self.current = False
        self.setZValue(-1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.rect = QRectF()
        self._face = face

    def show_theme(self, theme: Theme, cards: int, votes: int, rect: QRectF, head: float) -> None:
        """Take what is to be drawn."""
        self.prepareGeometryChange()
        self.theme = theme
        self.rect = rect
        self._head = head
        words = self._face.words
        title, _ = theme.title.best(words.language)
        self._title = title or words.tr("Untitled")
        notes = [words.ntr("{n} card", "{n} cards", cards)]
        if votes:
            notes.append("✓ " + words.ntr("{n} vote", "{n} votes", votes))
        self._notes = "  ·  ".join(notes)
        self.setToolTip(self._title)
        self.update()

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self.rect.width(), self._head))
        return path

    def spoken(self) -> str:
        """The theme as a screen reader says it."""
        return f"{self._face.words.tr('Theme')}: {self._title}, {self._notes}"

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        face = self._face
        marked = self.isSelected() or self.current
        painter.setPen(QPen(face.colors["accent" if marked else "line"], 2 if marked else 1))
        painter.setBrush(face.colors["paper"])
        painter.drawRoundedRect(self.rect, 8, 8)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TEXT_FROM:
            return
        strong, small = QFontMetricsF(face.strong), QFontMetricsF(face.small)
        room = self.rect.width() - 2 * face.pad
        first = face.pad * 0.75 + strong.ascent()
        painter.setFont(face.strong)
        painter.setPen(face.colors["ink"])
        title = strong.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(face.pad, first), title)
        painter.setFont(face.small)
        painter.setPen(face.colors["quiet"])
        painter.drawText(QPointF(face.pad, first + small.height() + 2), self._notes)
