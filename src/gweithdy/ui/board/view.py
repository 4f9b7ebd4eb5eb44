"""The board under the hand: selecting, dragging, zooming and walking over it by keys."""

from contextlib import AbstractContextManager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QStyle

from gweithdy.domain.arrange import home_of
from gweithdy.domain.ids import Id
from gweithdy.ui.access.canvas_list import ManagesFocus, make_readable
from gweithdy.ui.board.frames import FAR
from gweithdy.ui.board.gestures import DragGesture
from gweithdy.ui.board.lane_strip import LaneStrip
from gweithdy.ui.board.reading import BoardReading
from gweithdy.ui.board.scene import BoardScene
from gweithdy.ui.board.walk import jump, neighbour
from gweithdy.ui.keystrokes import WAYS, is_key, pressed
from gweithdy.ui.settings import Settings
from gweithdy.ui.unmoved import place_unmoved
from gweithdy.ui.widgets.still import CLICK_OR_TAB

SMALLEST, LARGEST = 0.1, 2.5
EDGE = 32
"""Pixels from the edge within which dragging scrolls."""

FARTHEST = 1e9
"""Pixels that no lane is high."""

KEYS = ("cards", "list")
"""The groups of keys that work on the board."""

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class BoardView(ManagesFocus):
    """What a person does becomes signals; the page turns them into edits.

    `asked` carries the id of a command that was pressed; `held` says that a hand took hold.
    """

    dropped = Signal(object)
    moved = Signal(int, int)
    asked = Signal(str)
    walked = Signal()
    held = Signal()
    zoomed = Signal()
    sight_changed = Signal()

    def __init__(self, scene: BoardScene, settings: Settings) -> None:
        super().__init__(scene)
        self._settings = settings
        self.setFocusPolicy(CLICK_OR_TAB)
        self.board = scene
        self._zooming = False
        self._banded: set[Id] = set()
        self._press: QPoint | None = None
        self._gesture: DragGesture | None = None
        self._scrolling = QTimer(self, interval=30)
        self._scrolling.timeout.connect(self._scroll_at_edge)
        self.strip = LaneStrip(self, scene)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.horizontalScrollBar().valueChanged.connect(self.strip.update)
        self.rubberBandChanged.connect(self._on_band)
        self.reading = BoardReading(self)
        self.listing = make_readable(self, self.reading)
        scene.laid_out.connect(self.reading.forget)
        scene.laid_out.connect(self.listing.renew)
        scene.choice_changed.connect(self.listing.tell_chosen)
        self.show_strip()

    @property
    def current(self) -> Id:
        """Where the keyboard is: a card, a theme or a lane."""
        return self.board.current

    def zoom(self) -> float:
        """How large the board is shown; 1 is life size."""
        return self.transform().m11()

    def zoom_to(self, zoom: float) -> None:
        """Show the board `zoom` times as large."""
        by = max(SMALLEST, min(LARGEST, zoom)) / self.zoom()
        # Qt scrolls several times on the way; what is in sight counts at the end alone.
        self._zooming = True
        self.scale(by, by)
        self._zooming = False
        self.show_sight()
        self.strip.update()
        self.zoomed.emit()

    def whole(self) -> float:
        """The zoom at which all of the board is in sight, if one could still see it then."""
        area, board = self.viewport().size(), self.board.sceneRect()
        fit = min(area.width() / max(1.0, board.width()), area.height() / max(1.0, board.height()))
        return max(SMALLEST, min(1.0, fit))

    def show_sight(self) -> None:
        """Let the scene draw what is in sight now."""
        self.board.show_sight(self.sight().adjusted(-8, -8, 8, 8), far=self.zoom() < FAR)
        self.sight_changed.emit()

    def show_strip(self) -> None:
        """Make room for the lane titles above the board."""
        height = self.strip.wanted_height()
        self.setViewportMargins(0, height, 0, 0)
        self._place_strip()

    def bring(self, box: QRectF) -> None:
        """Scroll until a card is in sight; sideways only if its lane is not there at all.

        The lane of somebody who captures would swing to and fro with each card otherwise.
        """
        sight = self.mapToScene(self.viewport().rect()).boundingRect()
        lanes = [QRectF(left, box.y(), lane.width, box.height()) for left, lane in self.board.lanes]
        lane = next((each for each in lanes if each.intersects(box)), box)
        seen = lane.intersected(QRectF(sight.x(), box.y(), sight.width(), box.height()))
        if seen.width() < 4 or self.zoom() < FAR:
            self.ensureVisible(box, 24, 24)
        else:
            # Not to its very edge, where rounding would move it by a pixel.
            self.ensureVisible(seen.adjusted(2, 0, -2, 0), 0, 24)

    def is_held(self) -> bool:
        """Whether somebody is dragging, or has just taken hold of something."""
        return self._press is not None or self._gesture is not None

    def unmoved(self) -> AbstractContextManager[None]:
        """While the board is laid out anew, what is in sight stays where it is.

        That is the current card, or if it is out of sight the one nearest to the upper left.
        """
        sight = self.sight()
        boxes = {id: self.board.place(id) for id in self.board.touching(sight)}
        seen = {id: box for id, box in boxes.items() if box and sight.contains(box.topLeft())}
        nearest = min(seen, key=lambda id: seen[id].x() + seen[id].y(), default="")
        id = self.current if self.current in seen else nearest
        return place_unmoved(self, lambda: self.board.place(id))

    def chosen_cards(self) -> list[Id]:
        """The selected cards, else the current one."""
        found = self.board.selected_cards()
        is_card = self.current not in self.board.themes and self.board.place(self.current)
        return found or ([home_of(self.current)] if is_card else [])

    def make_current(
        self, id: Id, *, select: bool = True, extend: bool = False, scroll: bool = True
    ) -> None:
        """Walk to a card, theme or lane, and select it alone or too; a lane is not selected.

        Not with `scroll` where the pointer is on it: nothing may move under that.
        """
        self.board.go_to(id)
        self.strip.update()
        box = self.board.place(id)
        head = box or self.board.head(id)
        if head is None:
            return
        if select:
            self.board.choose([id] if box else (), also=extend)
        if scroll:
            self.show_head(head)
        self.listing.tell_current()
        self.walked.emit()

    def make_first_current(self) -> None:
        """Walk to the first card that is in sight."""
        sight = self.sight()
        here = [(box.y(), id) for id in self.board.touching(sight) if (box := self.board.place(id))]
        inside = [each for each in here if each[0] >= sight.y()] or here
        if inside:
            self.make_current(min(inside)[1])

    def show_head(self, box: QRectF) -> None:
        """Bring a card into sight, or the name of a theme, which may be taller than the window."""
        box = QRectF(box)
        box.setHeight(min(box.height(), self.viewport().height() / 2))
        self.ensureVisible(box, 24, 24)

    def let_go(self) -> None:
        """End a drag without a landing: all items are about to be made anew."""
        self._end_drag()

    def event(self, event: QEvent) -> bool:
        # Single letters and Alt with arrows are ours; a shortcut elsewhere must not take them.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meant(event)[0]
        ):
            event.accept()
            return True
        return super().event(event)

    def _meant(self, event: QKeyEvent) -> tuple[str, int]:
        return pressed(event, *KEYS, short=bool(self._settings.get("short_keys")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = self._meant(event)
        match id:
            case "" if self._gesture and is_key(event, "window.leave"):
                self._end_drag()
            case "" if self.board.chosen and is_key(event, "window.leave"):
                self.board.choose(())
            case "":
                super().keyPressEvent(event)
                return
            case "cards.all":
                self.board.choose(id for _, lane in self.board.lanes for id in lane.cards)
            case "list.move":
                self.moved.emit(0, (-1, 1)[place])
            case "cards.across":
                self.moved.emit((-1, 1)[place], 0)
            case "cards.walk" | "cards.extend" | "cards.stroll":
                to = neighbour(self.board.lanes, self.current, *WAYS[place])
                self._walk(to, select=id != "cards.stroll", extend=id == "cards.extend")
            case "cards.page":
                page = self.viewport().height() / self.zoom()
                self._walk(jump(self.board.lanes, self.current, (-page, page)[place]))
            case "cards.ends":
                self._walk(jump(self.board.lanes, self.current, (-FARTHEST, FARTHEST)[place]))
            case _:
                self.asked.emit(id)
        event.accept()

    def pick(self) -> None:
        """Choose where the keyboard is besides what is chosen, or no longer."""
        if self.current in self.board.chosen:
            self.board.leave_out(self.current)
        elif self.board.place(self.current):
            self.board.choose([self.current], also=True)

    def _walk(self, to: Id, *, select: bool = True, extend: bool = False) -> None:
        # Between two cards the selection can grow; there is nothing of a lane to select.
        if to and (self.board.place(to) or not extend):
            self.make_current(to, select=select, extend=extend)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & CTRL:
            self.zoom_to(self.zoom() * (1.15 if event.angleDelta().y() > 0 else 1 / 1.15))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if event.button() == Qt.MouseButton.LeftButton:
            at = self.mapToScene(event.position().toPoint())
            id = self.board.hit(at)
            if self.board.fold_at(at):
                self.make_current(id, scroll=False)
                self.asked.emit("cards.fold")
                event.accept()
                return
            extend = bool(event.modifiers() & (CTRL | SHIFT))
            if id:
                self._press = event.position().toPoint()
                self.held.emit()
                was = id in self.board.chosen
                self.make_current(id, select=extend or not was, extend=extend, scroll=False)
                if was and extend:
                    self.board.leave_out(id)
                event.accept()
                return
            self._banded = set(self.board.chosen) if extend else set()
            self.board.choose(self._banded)
        super().mousePressEvent(event)

    def _on_band(self, area: QRect) -> None:
        """Choose what the band over the open board touches, besides what was chosen before."""
        if not area.isNull():
            inside = self.board.touching(self.mapToScene(area).boundingRect())
            self.board.choose(self._banded.union(inside))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._gesture:
            self._gesture.move(self.mapToScene(at))
            self._pointer = at
        elif self._press is not None:
            if (at - self._press).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._press = self._press, None
        gesture = self._gesture
        if gesture:
            gesture.move(self.mapToScene(event.position().toPoint()))
            self._end_drag()
            if gesture.landing:
                self.dropped.emit(gesture)
        elif pressed is None:
            super().mouseReleaseEvent(event)
        elif not event.modifiers() & (CTRL | SHIFT):
            self.make_current(self.current, scroll=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.board.hit(self.mapToScene(event.position().toPoint())):
            self.asked.emit("cards.details")
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()
        # As if there always were a bar: it would come and go with the room that it takes.
        # Qt counts with the one of the style, which is wider than the one that is drawn.
        drawn = self.verticalScrollBar().sizeHint().width()
        styled = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        bar = max(drawn, styled)
        with self.unmoved():
            self.board.give_room(float(self.contentsRect().width() - bar))
        self.show_sight()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._zooming:
            self.show_sight()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.listing.entered()
        self.strip.update()
        super().focusInEvent(event)
        # Not by mouse: a click into the open must not send the board back to its beginning.
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.board.shows(self.current):
            first = neighbour(self.board.lanes, "", 0, 1)
            if first:
                self.make_current(first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.listing.left()
        self.strip.update()
        # A sheet or another page may be in front now: nothing lands behind it.
        self._end_drag()

    def _begin_drag(self, at: QPoint) -> None:
        if self.board.place(self.current) is None:
            return
        theme = self.current if self.current in self.board.themes else ""
        ids = [] if theme else self.chosen_cards()
        words = self.reading.name(self.current).partition("\n")[0]
        if len(ids) > 1:
            words = self.board.face.words.ntr("{n} card", "{n} cards", len(ids))
        metrics = QFontMetrics(self.board.face.font)
        caption = metrics.elidedText(words, Qt.TextElideMode.ElideRight, 280)
        self._gesture = DragGesture(self.board, ids, theme, caption)
        self._pointer = at
        self._gesture.move(self.mapToScene(at))
        self._scrolling.start()

    def _end_drag(self) -> None:
        self._scrolling.stop()
        if self._gesture:
            self._gesture.finish()
        self._gesture = None
        self._press = None

    def _scroll_at_edge(self) -> None:
        area = self.viewport().rect()
        for bar, at, size in (
            (self.verticalScrollBar(), self._pointer.y(), area.height()),
            (self.horizontalScrollBar(), self._pointer.x(), area.width()),
        ):
            by = (at > size - EDGE) - (at < EDGE)
            if by:
                bar.setValue(bar.value() + by * 24)
        if self._gesture:
            self._gesture.move(self.mapToScene(self._pointer))

    def sight(self) -> QRectF:
        """What of the scene is in the window."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _place_strip(self) -> None:
        area = self.viewport().geometry()
        height = self.strip.wanted_height()
        self.strip.setGeometry(area.x(), area.y() - height, area.width(), height)
        self.strip.update()


def centre_of(view: BoardView, id: Id) -> QPoint:
    """Where a card or theme is on the screen; tests and menus point there."""
    box = view.board.place(id)
    return view.mapFromScene(box.topLeft() + QPointF(box.width() / 2, 16)) if box else QPoint()
