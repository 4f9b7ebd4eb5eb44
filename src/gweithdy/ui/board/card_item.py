"""A card as it is drawn: one item, its text prepared once."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gweithdy.domain.board import CARD_KIND_LABELS, Card, CardKind
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.words import Words
from gweithdy.ui.sources import source_name
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.card_kinds import ROLES, draw_kind

TEXT_FROM = 0.4
"""The zoom below which words are too small to read and are not drawn."""


@dataclass(frozen=True)
class Face:
    """What all cards share: fonts, colours and sizes, made once for a theme and a scale."""

    words: Words
    width: float
    pad: float
    font: QFont
    strong: QFont
    small: QFont
    small_height: float
    colors: dict[str, QColor]
    kinds: dict[CardKind, QColor]

    @classmethod
    def of(cls, theme: Theme, words: Words, width: float) -> "Face":
        """The face of now."""
        roles = ("paper", "raised", "line", "border", "ink", "quiet", "accent", "accent_soft")
        colors = {role: theme.color(role) for role in roles}
        colors["lane"] = theme.color("line")
        colors["lane"].setAlpha(110)
        kinds = {kind: theme.color(role) for kind, role in ROLES.items()}
        pad = float(theme.px(12))
        small = theme.font(13)
        height = theme.px(18)
        strong = theme.font(weight=QFont.Weight.DemiBold)
        return cls(words, width, pad, theme.font(), strong, small, height, colors, kinds)


class CardItem(QGraphicsItem):
    """Draws one card; the board tells it where it lies."""

    def __init__(self, card: Card, votes: int, face: Face) -> None:
        super().__init__()
        self.id = card.id
        self.current = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.show_card(card, votes, face)

    def show_card(self, card: Card, votes: int, face: Face) -> None:
        """Take what is to be drawn."""
        self.prepareGeometryChange()
        self.card, self.votes, self.face = card, votes, face
        words, language = card.text.best(face.words.language)
        width = face.width - 2 * face.pad
        self._notes = self._notes_of(card, votes, language)
        self._text = _prepared(words, face.font, width)
        room = "\u2003 " if card.kind is not CardKind.NONE else ""
        self._line = _prepared(room + "  ·  ".join(self._notes), face.small, width)
        height = self._text.size().height() + 2 * face.pad
        if self._notes:
            height += self._line.size().height() + 4
        self.height = float(round(height))
        self.rect = QRectF(0, 0, face.width, self.height)
        self.update()

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def spoken(self) -> str:
        """The card as a screen reader says it."""
        return ", ".join([self.card.text.best(self.face.words.language)[0], *self._notes])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        colors = self.face.colors
        selected = self.isSelected()
        edge = "accent" if selected else "line"
        painter.setPen(QPen(colors[edge], 2 if selected or self.current else 1))
        painter.setBrush(colors["accent_soft" if selected else "raised"])
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < TEXT_FROM:
            painter.drawRect(self.rect)
            return
        painter.drawRoundedRect(self.rect, 6, 6)
        if self.current and (not selected or len(self.scene().selectedItems()) > 1):
            pen = QPen(colors["accent"], 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect.adjusted(4, 4, -4, -4), 4, 4)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        face, pad = self.face, self.face.pad
        painter.setPen(face.colors["ink"])
        painter.setFont(face.font)
        painter.drawStaticText(QPointF(pad, pad), self._text)
        if not self._notes:
            return
        y = self.rect.height() - pad - self._line.size().height()
        painter.setFont(face.small)
        painter.setPen(face.colors["quiet"])
        painter.drawStaticText(QPointF(pad, y), self._line)
        if self.card.kind is not CardKind.NONE:
            side = round(face.small_height * 0.6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(face.kinds[self.card.kind])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_kind(painter, self.card.kind, QRectF(pad, y + side * 0.32, side, side))

    def _notes_of(self, card: Card, votes: int, language: Language) -> list[str]:
        words = self.face.words
        notes = []
        if card.kind is not CardKind.NONE:
            notes.append(words.tr(CARD_KIND_LABELS[card.kind]))
        if votes:
            notes.append("✓ " + words.ntr("{n} vote", "{n} votes", votes))
        if card.source:
            notes.append(source_name(words, card.source))
        if language != words.language:
            notes.append(LANGUAGE_NAMES[language])
        if card.text.missing:
            notes.append(words.tr("Translation needed"))
        return notes


def _prepared(words: str, font: QFont, width: float) -> QStaticText:
    text = QStaticText(words.replace("\n", "\u2028"))
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    text.setTextWidth(width)
    text.prepare(font=font)
    return text
