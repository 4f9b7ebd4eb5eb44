"""Words on paper: the name of a point, the kind of a tie."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsSimpleTextItem


class Tag(QGraphicsPathItem):
    """Words in the middle of a sheet of paper; hidden until there are any.

    Qt draws the parts: a `paint` of ours would cost more than all the rest of a picture.
    """

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._text = QGraphicsSimpleTextItem(self)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.hide()

    def say(self, words: str, box: QRectF) -> None:
        """Show `words` on paper as large as `box`, in coordinates of the parent."""
        paper = QPainterPath()
        paper.addRoundedRect(box, 4, 4)
        self.setPath(paper)
        self._text.setText(words)
        self._centre()
        self.show()

    def show_look(self, font: QFont, ink: QColor, paper: QColor) -> None:
        """The look of the words and of what they stand on."""
        self._text.setFont(font)
        self._text.setBrush(ink)
        self.setBrush(paper)
        self._centre()

    def _centre(self) -> None:
        self._text.setPos(self.path().boundingRect().center() - self._text.boundingRect().center())
