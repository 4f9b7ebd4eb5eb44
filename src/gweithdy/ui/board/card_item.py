"""A card as it is drawn: one item, its text prepared once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.board import Card
from gweithdy.ui.board.face import Face, last_line, prepared
from gweithdy.ui.board.notes import MISSING, notes_line, notes_of
from gweithdy.ui.widgets.card_kinds import draw_kind

CORNERS_FROM = 0.7
"""The zoom below which round corners cannot be seen; they cost ten times a plain rectangle."""


class CardItem(QGraphicsItem):
    """Draws one card that is in sight; the board tells it where it lies and how it is marked."""

    def __init__(self, card: Card, votes: int, face: Face) -> None:
        super().__init__()
        self.id = card.id
        self.chosen = False
        self.current = False
        self.alone = True
        self.show_card(card, votes, face)

    def show_card(self, card: Card, votes: int, face: Face) -> None:
        """Take what is to be drawn."""
        self.prepareGeometryChange()
        self.card, self.votes, self.face = card, votes, face
        words, language = card.text.best(face.words.language)
        line = notes_line(card, notes_of(card, votes, language, face.words))
        self._text = prepared(words, face.font, face.inner)
        self.setToolTip(face.words.tr(MISSING) if card.text.missing else "")
        self._line = prepared(line, face.small, face.inner) if line else None
        self._beside = 0.0
        notes = self._line.size().height() if self._line else 0.0
        if line:
            long = QFontMetricsF(face.small).horizontalAdvance(line)
            room = face.room_beside(long)
            if room > 0 and last_line(words, face.font, face.inner) <= room:
                self._beside, notes = long, 0.0
        self.height = face.height(self._text.size().height(), notes)
        self.rect = QRectF(0, 0, face.width, self.height)
        self.update()

    def mark(self, *, chosen: bool, current: bool, alone: bool) -> None:
        """Show whether it is chosen, and whether the keyboard is here; `alone`: no other is."""
        if (self.chosen, self.current, self.alone) != (chosen, current, alone):
            self.chosen, self.current, self.alone = chosen, current, alone
            self.update()

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        colors = self.face.colors
        edge = "accent" if self.chosen else "line"
        painter.setPen(QPen(colors[edge], 2 if self.chosen or self.current else 1))
        painter.setBrush(colors["accent_soft" if self.chosen else "raised"])
        if option.levelOfDetailFromTransform(painter.worldTransform()) < CORNERS_FROM:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawRect(self.rect)
        else:
            painter.drawRoundedRect(self.rect, 6, 6)
        if self.current and not (self.chosen and self.alone):
            painter.setPen(QPen(colors["accent"], 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect.adjusted(4, 4, -4, -4), 4, 4)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        face, pad, side = self.face, self.face.pad, self.face.side
        painter.setPen(face.colors["ink"])
        painter.setFont(face.font)
        painter.drawStaticText(QPointF(side, pad), self._text)
        if self._line is None:
            return
        x, y = side, self.rect.height() - pad - self._line.size().height()
        if self._beside:
            # On one line with the words, at the right where it is found.
            x = self.rect.width() - side - self._beside
            foot = self.rect.height() - pad - QFontMetricsF(face.font).descent()
            y = foot - QFontMetricsF(face.small).ascent()
        painter.setFont(face.small)
        painter.setPen(face.colors["quiet"])
        painter.drawStaticText(QPointF(x, y), self._line)
        sign = round(face.small_height * 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(self.card.kinds))
        step = face.sign
        for place, kind in enumerate(self.card.kinds):
            painter.setBrush(face.kinds[kind])
            draw_kind(painter, kind, QRectF(x + place * step, y + sign * 0.32, sign, sign))
