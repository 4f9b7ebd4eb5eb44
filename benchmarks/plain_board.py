"""The reference of the board: rectangles with text items in a plain QGraphicsScene."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QGraphicsTextItem, QGraphicsView
from whole_program import painted

COLUMNS = 3


class PlainBoard:
    """Does what the program does to its board, with nothing behind it."""

    def __init__(self, cards: int) -> None:
        self.count = cards
        self.view = QGraphicsView()
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.resize(1366, 768)
        self.texts: list[QGraphicsTextItem] = []

    def load(self) -> None:
        """Show a scene with all cards."""
        self.texts = []
        self.view.setScene(QGraphicsScene(self.view))
        for number in range(self.count):
            self._put(number)
        self.view.show()
        painted(self.view.viewport())

    def add(self) -> None:
        self._put(len(self.texts))
        painted(self.view.viewport())

    def change(self) -> None:
        self.texts[7].setPlainText(f"It was put another way {len(self.texts)}")
        painted(self.view.viewport())

    def move(self) -> None:
        one, other = self.texts[7].parentItem(), self.texts[10].parentItem()
        assert one is not None
        assert other is not None
        here, there = one.pos(), other.pos()
        one.setPos(there)
        other.setPos(here)
        painted(self.view.viewport())

    def language(self) -> None:
        """Give every card another text."""
        for number, text in enumerate(self.texts):
            text.setPlainText(f"{_words(number)}!")
        painted(self.view.viewport())

    def zoom_to(self, zoom: float) -> None:
        by = zoom / self.view.transform().m11()
        self.view.scale(by, by)
        painted(self.view.viewport())

    def _put(self, number: int) -> None:
        item = QGraphicsRectItem(QRectF(0, 0, 300, 90))
        text = QGraphicsTextItem(_words(number), item)
        text.setTextWidth(276)
        item.setPos(number % COLUMNS * 364, number // COLUMNS * 98)
        self.view.scene().addItem(item)
        self.texts.append(text)


def _words(number: int) -> str:
    return f"Trust between people and teams needs time and a place to talk openly {number}"
