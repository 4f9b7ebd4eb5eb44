"""Dragging cards or a theme: an object from the first movement to the landing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QGraphicsRectItem, QGraphicsSimpleTextItem

from gweithdy.domain.ids import Id
from gweithdy.ui.board.landing import Landing, landing
from gweithdy.ui.board.rects import as_qt
from gweithdy.ui.board.scene import BoardScene


class DragGesture:
    """Shows what is carried under the pointer, and a mark where it would land."""

    def __init__(self, scene: BoardScene, ids: list[Id], theme: Id, caption: str) -> None:
        self.ids = ids
        self.theme = theme
        self.landing: Landing | None = None
        self._scene = scene
        accent = scene.face.colors["accent"]
        self._mark = QGraphicsRectItem()
        self._mark.setBrush(QBrush(accent))
        self._mark.setPen(QPen(Qt.PenStyle.NoPen))
        self._mark.setZValue(10)
        self._ghost = self._make_ghost(caption)
        scene.addItem(self._mark)
        scene.addItem(self._ghost)

    def move(self, at: QPointF) -> None:
        """The pointer is at `at` in the scene."""
        self._ghost.setPos(at + QPointF(12, 12))
        scene = self._scene
        self.landing = landing(scene.lanes, at.x(), at.y(), set(self.ids), scene.sizes)
        if self.landing:
            self._mark.setRect(as_qt(self.landing.mark))

    def finish(self) -> None:
        """Take the pictures away; `landing` stays."""
        self._scene.removeItem(self._mark)
        self._scene.removeItem(self._ghost)

    def _make_ghost(self, caption: str) -> QGraphicsRectItem:
        face = self._scene.face
        text = QGraphicsSimpleTextItem(caption)
        text.setFont(face.font)
        text.setBrush(QBrush(face.colors["ink"]))
        text.setPos(face.pad, face.pad / 2)
        box = text.boundingRect()
        ghost = QGraphicsRectItem(QRectF(0, 0, box.width() + 2 * face.pad, box.height() + face.pad))
        ghost.setBrush(QBrush(face.colors["raised"]))
        ghost.setPen(QPen(face.colors["accent"], 1))
        ghost.setZValue(11)
        ghost.setOpacity(0.95)
        shadow = QGraphicsDropShadowEffect(blurRadius=16, offset=QPointF(0, 3))
        shadow.setColor(QColor(0, 0, 0, 70))
        ghost.setGraphicsEffect(shadow)
        text.setParentItem(ghost)
        return ghost
