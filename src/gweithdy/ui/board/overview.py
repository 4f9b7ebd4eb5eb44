"""The map of the board: all of it in a corner, where one is on it, and a way to go elsewhere."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from gweithdy.ui.board.view import BoardView
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import WAYS, is_key, pressed
from gweithdy.ui.widgets.tips import tip_with_keys

EDGE = 8
"""Pixels between the map and the corner, and between its frame and the board in it."""

LEAST = 2.0
"""Pixels of a card, across and down, that can still be seen."""


class Overview(QWidget):
    """Wide boards and high ones fill it alike: down it may be drawn smaller than across.

    `left` when the keyboard is to go back to the board.
    """

    left = Signal()

    def __init__(self, view: BoardView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.board.laid_out.connect(self._forget)
        view.board.choice_changed.connect(self._forget)
        view.sight_changed.connect(self.update)
        view.installEventFilter(self)
        self.hide()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        self.setAccessibleName(words.tr("Map of the board"))
        tip_with_keys(self, words, words.tr("Map of the board"), "cards.map")

    def sizeHint(self) -> QSize:
        px = self._context.theme.px
        return QSize(min(px(220), self._view.width() // 3), min(px(160), self._view.height() // 3))

    def show_map(self) -> None:
        """Show it in the lower right corner."""
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._view.board.face.colors
        if self._picture is None:
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self._on_map(self._view.sight()).intersected(QRectF(self.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors["accent"], 2))
        painter.drawRect(here.adjusted(1, 1, -1, -1))
        edge = "accent" if self.hasFocus() else "border"
        painter.setPen(QPen(colors[edge], 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "cards")
        bars = (self._view.horizontalScrollBar(), self._view.verticalScrollBar())
        if id == "cards.walk":
            for bar, way in zip(bars, WAYS[place], strict=True):
                bar.setValue(bar.value() + way * bar.pageStep() // 2)
        elif id == "cards.page":
            bars[1].setValue(bars[1].value() + (-1, 1)[place] * bars[1].pageStep())
        elif id == "cards.ends":
            bars[1].setValue((bars[1].minimum(), bars[1].maximum())[place])
        elif id == "cards.details":
            self._view.make_first_current()
            self.left.emit()
        elif is_key(event, "window.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _place(self) -> None:
        area, size = self._view.viewport().geometry(), self.sizeHint()
        area.adjust(0, 0, -EDGE, -EDGE)
        area.setTopLeft(area.bottomRight() - QPoint(size.width(), size.height()))
        self.setGeometry(area)
        self._forget()

    def _go(self, at: QPointF) -> None:
        """Show the board round the place `at` on the map."""
        board, room = self._view.board.sceneRect(), self._room()
        across, down = (
            (at.x() - room.x()) / room.width() * board.width(),
            (at.y() - room.y()) / room.height() * board.height(),
        )
        self._view.centerOn(across, down)

    def _room(self) -> QRectF:
        """Where on the map the board is drawn."""
        board, room = self._view.board.sceneRect(), QRectF(self.rect())
        room.adjust(EDGE, EDGE, -EDGE, -EDGE)
        # A board with little on it is not pulled out of shape.
        height = board.height() * room.width() / max(1.0, board.width())
        room.setHeight(max(1.0, min(room.height(), height)))
        return room

    def _on_map(self, box: QRectF) -> QRectF:
        board, room = self._view.board.sceneRect(), self._room()
        across = room.width() / max(1.0, board.width())
        down = room.height() / max(1.0, board.height())
        return QRectF(
            room.x() + box.x() * across,
            room.y() + box.y() * down,
            box.width() * across,
            box.height() * down,
        )

    def _drawn(self) -> QPixmap:
        """Everything but where one is: that alone changes as the board is scrolled."""
        scene, ratio = self._view.board, self.devicePixelRatioF()
        colors = scene.face.colors
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(colors["paper"])
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        for left, lane in scene.lanes:
            painter.setBrush(colors["lane"])
            painter.drawRect(self._on_map(QRectF(left, 0, lane.width, lane.height)))
            for chosen, color in ((False, "border"), (True, "accent")):
                painter.setBrush(colors[color])
                painter.drawRects(
                    [
                        _seen(self._on_map(QRectF(left + rect.x, rect.y, rect.width, rect.height)))
                        for id, rect in lane.cards.items()
                        if (id in scene.chosen) is chosen
                    ]
                )
        painter.end()
        return picture


def _seen(box: QRectF) -> QRectF:
    """`box` with a gap below it, and not too small to be seen."""
    return QRectF(box.x(), box.y(), max(LEAST, box.width()), max(LEAST / 2, box.height() * 0.75))
