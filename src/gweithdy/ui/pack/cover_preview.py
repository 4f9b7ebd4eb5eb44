"""A small cover: how logo and colour go together, as they are entered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gweithdy.domain.colour import accent
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.colours import colours
from gweithdy.pack.house import House
from gweithdy.pack.logos import fitted
from gweithdy.ui.theme import Theme

PAPER = QSize(210, 297)
"""Pixels at 100 %: the shape of a page."""
BARS = (0.9, 0.6, 0.35)
LOGO = (100.0, 40.0)


class CoverPreview(QWidget):
    """Paints the cover of a part in `language`, without words that only the real one has."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._words = Words(language)
        self._house = House()
        self._logo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_house(self, house: House) -> None:
        """Paint the cover of `house`."""
        self._house = house
        self._logo = QPixmap()
        self._logo.loadFromData(house.logos.get(self._words.language, b""), "PNG")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(PAPER.width()), self._theme.px(PAPER.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.save()
        painter.scale(self.width() / PAPER.width(), self.height() / PAPER.height())
        self._paint(painter)
        painter.restore()
        painter.setPen(self._theme.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        roles, about = colours(), self._house.about
        hues = accent(about.colour or roles["accent"])
        painter.fillRect(QRectF(0, 0, 10, PAPER.height()), QColor(hues.band))
        if not self._logo.isNull():
            room = QRectF(28, 18, *fitted(self._house.logos[self._words.language], *LOGO))
            # In small steps: from large to small at once letters lose their strokes.
            size = (room.size() * painter.deviceTransform().m11()).toSize()
            small = self._logo.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawPixmap(room, small, QRectF())
        tr, name = self._words.tr, about.name.best(self._words.language)[0]
        _write(painter, 76, 10, tr("Outcome pack"), hues.words, strong=True)
        painter.fillRect(QRectF(28, 100, 30, 1.2), QColor(hues.surfaces))
        _write(painter, 112, 9, name, roles["ink"])
        _write(painter, 160, 14, tr("Summary"), hues.words, strong=True)
        for place, share in enumerate(BARS):
            bar = QRectF(28, 196 + 18 * place, 150 * share, 10)
            painter.fillRect(bar, QColor(hues.surfaces))


def _write(
    painter: QPainter, top: float, size: int, words: str, colour: str, *, strong: bool = False
) -> None:
    font = QFont("Source Sans 3")
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    room = QRectF(28, top, PAPER.width() - 40, 3 * size)
    painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
