"""The power and interest grid: drag a point or move it with the arrow keys."""

from collections.abc import Sequence
from math import dist

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import GROUP_LABELS, TOP, Stakeholder, Tie
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed, shown
from gweithdy.ui.stakeholders.backdrop import corner_boxes, draw_axes, draw_frame
from gweithdy.ui.stakeholders.drag import PlaceDrag
from gweithdy.ui.stakeholders.frame import Frame
from gweithdy.ui.stakeholders.names import Names
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.shapes import SYMBOLS
from gweithdy.ui.stakeholders.tie_lines import draw_lines, draw_words

STEP = 5
"""Points of the scale that an arrow key moves; one with Shift."""

LEAST_FOR_WORDS = 220
"""Height in pixels at 100 % below which words on the lines would hide the points."""

_ARROWS = ((0, -1), (0, 1), (1, 0), (-1, 0))
"""Where the keys of `grid.place` and `grid.fine` move a point: up and to the right."""


class Grid(QGraphicsView):
    """`placed` carries an id, power, interest and the name of this visit; `picked` an id.

    Places given by keys in one visit to a point carry the same name: one step of undo.
    """

    placed = Signal(str, int, int, str)
    picked = Signal(str)
    delete_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.points: dict[Id, PointItem] = {}
        self._ties: Sequence[Tie] = ()
        self._current: Id = ""
        self._names = Names(context)
        self._drag: PlaceDrag | None = None
        self._visit = new_id()
        self.setScene(QGraphicsScene(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(300, 240)
        context.theme.changed.connect(self._place_all)

    def show_all(self, stakeholders: Sequence[Stakeholder], ties: Sequence[Tie]) -> None:
        """Show these; points that stay are moved, not made anew."""
        self._ties = ties
        for id in set(self.points) - {who.id for who in stakeholders}:
            self.scene().removeItem(self.points.pop(id))
        for who in stakeholders:
            if who.id not in self.points:
                self.points[who.id] = PointItem(self._context.theme, who)
                self.scene().addItem(self.points[who.id])
            name = who.name.best(self._context.words.language)[0]
            self.points[who.id].show_stakeholder(who, name, self._about(who, name))
        if self._drag and self._drag.id not in self.points:
            self._drag = None
        self._place_all()
        self._say_current()

    def show_current(self, id: Id) -> None:
        """Ring the point of `id`."""
        if id != self._current:
            self._visit = new_id()
        self._current = id
        for each, point in self.points.items():
            point.is_current = each == id
            point.setZValue(3 if point.is_current else 2)
        self._place_all()
        self._say_current()

    def is_held(self) -> bool:
        """Whether somebody is dragging a point."""
        return self._drag is not None

    def frame(self) -> Frame:
        """Where the points are."""
        px, size = self._context.theme.px, self.viewport().size()
        return Frame(QRectF(px(36), px(20), size.width() - px(56), size.height() - px(52)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visit = new_id()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        id = self._at(event.position())
        if id and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(id)
            self._drag = PlaceDrag(id, self.points[id].pos(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._drag.place(event.position()) if self._drag else None
        if self._drag is None or place is None:
            return
        frame, point = self.frame(), self.points[self._drag.id]
        power, interest = frame.values_at(place)
        point.setPos(frame.place_of(power, interest))
        note = self._context.words.tr(
            N_("Power: {power}. Interest: {interest}."), power=power, interest=interest
        )
        point.show_note(note, frame.rect)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        place = drag.place(event.position()) if drag else None
        self._end_drag()
        if drag and place:
            self.placed.emit(drag.id, *self.frame().values_at(place), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "grid", "list", "window")
        can_move = self._current in self.points and not self._drag
        match id:
            case "window.leave" if self._drag:
                self._end_drag()
            case "grid.place" | "grid.fine" if can_move:
                self._nudge(_ARROWS[place], 1 if id == "grid.fine" else STEP)
            case "list.remove":
                self.delete_asked.emit()
            case "grid.step":
                self._step((-1, 1)[place])
            case _:
                super().keyPressEvent(event)

    def _nudge(self, to: tuple[int, int], step: int) -> None:
        who = self.points[self._current].who
        up, right = to
        power, interest = (
            max(0, min(TOP, value))
            for value in (who.power + up * step, who.interest + right * step)
        )
        self.placed.emit(who.id, power, interest, self._visit)

    def _step(self, by: int) -> None:
        ids = list(self.points)
        if ids:
            now = ids.index(self._current) if self._current in ids else -by
            self.picked.emit(ids[(now + by) % len(ids)])

    def _end_drag(self) -> None:
        self._drag = None
        self.viewport().unsetCursor()
        self._place_all()

    def _at(self, place: QPointF) -> Id:
        """The point nearest to `place`, "" if none is in reach."""
        reach = self._context.theme.px(14)
        near = [
            (dist(place.toTuple(), point.pos().toTuple()), id) for id, point in self.points.items()
        ]
        distance, id = min(near, default=(reach + 1, ""))
        return id if distance <= reach else ""

    def _place_all(self) -> None:
        self.setSceneRect(QRectF(self.viewport().rect()))
        frame, shown = self.frame(), list(self.points.values())
        for point in shown:
            point.setPos(frame.place_of(point.who.power, point.who.interest))
        for point, box in zip(shown, self._names.boxes(shown, frame.rect), strict=True):
            point.show_label(box or self._label_anyway(point))
        self.viewport().update()

    def _label_anyway(self, point: PointItem) -> QRectF | None:
        """The selected one is named even if that covers others."""
        if not point.is_current:
            return None
        width, height = point.name_size()
        left = -width if point.x() > self.frame().rect.center().x() else 0.0
        return QRectF(left, point.radius + 4, width, height)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, self._context.theme.color("raised"))
        frame = self.frame().rect
        draw_frame(painter, frame, self._context)
        draw_axes(painter, frame, self._context)
        draw_lines(painter, self._lines(), self._current, self._context)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        frame = self.frame().rect
        if frame.height() < self._context.theme.px(LEAST_FOR_WORDS):
            return
        taken = corner_boxes(frame, self._context)
        for point in self.points.values():
            disc = QRectF(-point.radius, -point.radius, 2 * point.radius, 2 * point.radius)
            # A point that is covered is lost; half a name can still be read.
            taken += [disc.translated(point.pos())] * (8 if point.is_current else 3)
            if point.label:
                label = point.label.translated(point.pos())
                taken += [label] * (4 if point.is_current else 2)
        draw_words(painter, self._lines(), self._current, self._context, taken)

    def _lines(self) -> dict[Tie, QLineF]:
        return {
            tie: QLineF(self.points[tie.start].pos(), self.points[tie.end].pos())
            for tie in self._ties
            if tie.start in self.points and tie.end in self.points
        }

    def _about(self, who: Stakeholder, name: str) -> str:
        words = self._context.words
        place = words.tr(
            N_("{name}. Power: {power}. Interest: {interest}."),
            name=name,
            power=who.power,
            interest=who.interest,
        )
        return f"{SYMBOLS[who.group]} {place} {words.tr(GROUP_LABELS[who.group])}."

    def _say_current(self) -> None:
        words = self._context.words
        point = self.points.get(self._current)
        name = words.tr(N_("Power and interest grid"))
        self.setAccessibleName(f"{name}. {point.about}" if point else name)
        self.setAccessibleDescription(
            words.tr(
                N_("Keys that move the point: {place}. Keys that go to another: {step}."),
                place=shown(words, "grid.place"),
                step=shown(words, "grid.step"),
            )
        )
