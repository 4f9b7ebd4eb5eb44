"""The titles of the lanes, which stay in sight above the board while it scrolls."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QToolTip, QWidget

from gweithdy.domain.ids import Id
from gweithdy.ui.board.layout import LaneLayout
from gweithdy.ui.board.scene import BoardScene

GAP = 12
"""Pixels between the title of a lane and the number of its cards."""


class LaneStrip(QWidget):
    """`chosen` carries the lane whose title was clicked."""

    chosen = Signal(str)

    def __init__(self, view: QGraphicsView, scene: BoardScene) -> None:
        super().__init__(view)
        self._view = view
        self._board = scene

    def wanted_height(self) -> int:
        """The height that the titles need."""
        return round(QFontMetricsF(self._board.face.strong).height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = self._board.face
        small = QFontMetricsF(face.small)
        painter.fillRect(self.rect(), face.colors["paper"])
        for lane, box in self._boxes():
            words = face.words
            title = lane.contents.lane.title.best(words.language)[0] or words.tr("Untitled")
            strong = QFontMetricsF(face.strong)
            if lane.contents.lane.id == self._board.current:
                # One place alone shows that the keyboard is there.
                is_here = self._view.hasFocus()
                painter.setPen(QPen(face.colors["accent" if is_here else "quiet"], 1 + is_here))
                painter.drawRoundedRect(box.adjusted(-6, 3, 6, -3), 6, 6)
            painter.setFont(face.strong)
            painter.setPen(face.colors["ink"])
            count = words.ntr("{n} card", "{n} cards", lane.contents.count)
            room = box.width() - small.horizontalAdvance(count) - GAP
            shown = strong.elidedText(title, Qt.TextElideMode.ElideRight, room)
            foot = round((box.height() + strong.capHeight()) / 2)
            painter.drawText(box.topLeft() + QPointF(0, foot), shown)
            painter.setFont(face.small)
            painter.setPen(face.colors["quiet"])
            count = small.elidedText(count, Qt.TextElideMode.ElideRight, box.width())
            after = box.width() - small.horizontalAdvance(count)
            painter.drawText(box.topLeft() + QPointF(after, foot), count)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        lane = self._lane_at(event.position().toPoint())
        if lane:
            self.chosen.emit(lane)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for lane, box in self._boxes():
                if box.contains(event.pos()):
                    title, _ = lane.contents.lane.title.best(self._board.face.words.language)
                    QToolTip.showText(event.globalPos(), title, self)
            return True
        return super().event(event)

    def _lane_at(self, at: QPoint) -> Id:
        return next((lane.contents.lane.id for lane, box in self._boxes() if box.contains(at)), "")

    def _boxes(self) -> list[tuple[LaneLayout, QRectF]]:
        pad = self._board.sizes.pad
        found = []
        for left, lane in self._board.lanes:
            start = self._view.mapFromScene(left, 0).x() + pad
            end = self._view.mapFromScene(left + lane.width, 0).x() - pad
            if end > 0 and start < self.width():
                # A title stays readable while its lane is half scrolled away.
                start = max(start, pad if end > 2 * pad else start)
                found.append((lane, QRectF(start, 0, end - start, self.height())))
        return found
