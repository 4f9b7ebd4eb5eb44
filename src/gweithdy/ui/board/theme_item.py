"""The frame of a theme: its colour with a symbol, its name, what is in it, and a peek if closed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.arrange import Group
from gweithdy.domain.board import ThemeRole
from gweithdy.ui.board.face import Face
from gweithdy.ui.board.frames import FAR, GAP
from gweithdy.ui.board.notes import BETWEEN, ticked
from gweithdy.ui.widgets.theme_roles import draw_role

PEEK = 2
"""Cards of a closed theme of which the beginning can be read."""

BAND = 5
"""Pixels of the band in the colour of the theme."""


class ThemeItem(QGraphicsItem):
    """The frame of a theme; the board tells it how it is marked.

    `sign` is where, inside it, the sign for closing and opening is.
    """

    def __init__(self, group: Group, face: Face) -> None:
        super().__init__()
        assert group.theme
        self.id = group.theme.id
        self._marked = False
        self.setZValue(-1)
        self.rect = QRectF()
        self._face = face

    def show_group(self, group: Group, votes: int, rect: QRectF, head: float) -> None:
        """Take what is to be drawn."""
        assert group.theme
        self.prepareGeometryChange()
        self.theme, self.rect, self._closed = group.theme, rect, group.closed
        self._head = head
        # What stands inside another one lies upon its frame.
        self.setZValue(-0.5 if group.inside else -1)
        words = self._face.words
        self._title = group.theme.title.best(words.language)[0] or words.tr("Untitled")
        notes = [words.ntr("{n} card", "{n} cards", len(group.cards))]
        if votes:
            notes.append(ticked(votes, words))
        if group.guests:
            many = len(group.guests)
            notes.append("↗ " + words.ntr("{n} from elsewhere", "{n} from elsewhere", many))
        self._notes = BETWEEN.join(notes)
        figures = (str(len(group.cards)), f"✓ {votes}" if votes else "")
        self._figures = BETWEEN.join(filter(None, (*figures, f"↗ {len(group.guests)}")))
        if not group.guests:
            self._figures = BETWEEN.join(filter(None, figures))
        said = [card.text.best(words.language)[0] for card in group.cards[:12]]
        self._peek = [" ".join(each.split()) for each in said[:PEEK]] if self._closed else []
        self.setToolTip("\n".join([self._title, self._notes, *(said if self._closed else [])]))
        side = self._face.small_height
        left = rect.width() - side - self._face.pad / 2
        self.sign = QRectF(left, (head - side) / 2, side, side)
        self.update()

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def mark(self, *, marked: bool) -> None:
        """Show whether it is chosen, or the keyboard is here."""
        if self._marked != marked:
            self._marked = marked
            self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        face = self._face
        self._paint_frame(painter)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < FAR:
            return
        strong, small = QFontMetricsF(face.strong), QFontMetricsF(face.small)
        left, first = face.side, (self._head + strong.capHeight()) / 2
        if self.theme.role is not ThemeRole.NONE:
            side = round(strong.capHeight())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour())
            draw_role(painter, self.theme.role, QRectF(left, first - side, side, side))
            left += side + GAP
        self._paint_sign(painter)
        room, end = self.sign.left() - left - GAP, Qt.TextElideMode.ElideRight
        notes = self._notes
        if strong.horizontalAdvance(self._title) + small.horizontalAdvance(notes) + GAP > room:
            # The name counts for more; the tooltip says what the figures are of.
            notes = self._figures
        room -= small.horizontalAdvance(notes) + GAP
        painter.setFont(face.strong)
        painter.setPen(face.colors["ink"])
        painter.drawText(QPointF(left, first), strong.elidedText(self._title, end, room))
        painter.setFont(face.small)
        painter.setPen(face.colors["quiet"])
        painter.drawText(QPointF(left + room + GAP, first), notes)
        painter.setPen(face.colors["ink"])
        line = self._head - small.descent()
        for words in self._peek:
            line += small.height()
            shown = small.elidedText(f"“{words}”", end, self.rect.width() - 2 * face.side)
            painter.drawText(QPointF(face.side, line), shown)

    def _colour(self) -> QColor:
        return self._face.roles[self.theme.role]

    def _paint_frame(self, painter: QPainter) -> None:
        face, marked = self._face, self._marked
        painter.setPen(QPen(face.colors["accent" if marked else "line"], 2 if marked else 1))
        painter.setBrush(face.colors["paper"])
        painter.drawRoundedRect(self.rect, 8, 8)
        if self.theme.role is not ThemeRole.NONE:
            around = QPainterPath()
            around.addRoundedRect(self.rect, 8, 8)
            band = QPainterPath()
            band.addRect(QRectF(0, 0, BAND, self.rect.height()))
            painter.fillPath(around.intersected(band), self._colour())

    def _paint_sign(self, painter: QPainter) -> None:
        """An angle: to the right if the theme is closed, down if it is open."""
        box = self.sign.adjusted(4, 4, -4, -4)
        x, y, w, h = box.x(), box.y(), box.width(), box.height()
        ways = ((0.3, 0.1), (0.7, 0.5), (0.3, 0.9)), ((0.1, 0.3), (0.5, 0.7), (0.9, 0.3))
        painter.setPen(QPen(self._face.colors["quiet"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        angle = ways[0] if self._closed else ways[1]
        painter.drawPolyline(QPolygonF([QPointF(x + a * w, y + b * h) for a, b in angle]))
