"""The power and interest grid: drag a point or move it with the arrow keys."""

from collections.abc import Collection, Sequence
from math import dist

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from gweithdy.domain.boxes import Box
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import TOP, Corner, Stakeholder, Tie
from gweithdy.ui.access.canvas_list import ManagesFocus, make_readable
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.stakeholders.backdrop import corner_boxes, draw_axes, draw_frame, has_one_line
from gweithdy.ui.stakeholders.drag import PlaceDrag
from gweithdy.ui.stakeholders.frame import Frame
from gweithdy.ui.stakeholders.names import Names, box_of
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.reading import WAYS, GridReading
from gweithdy.ui.stakeholders.tie_lines import TieLines
from gweithdy.ui.stakeholders.wording import about, keys

STEP = 5
"""Points of the scale that an arrow key moves; one with Shift."""

_SHIFTS = (0.5, 0.25, 0.75, 0.0, 1.0)
"""Shares of its height that a name beside its point reaches above the middle of that."""

LEAST_FRAME = 76
"""Height in pixels at 100 % in which the points can be told apart."""

EDGES = 8
"""Pixels that the style sheet takes for line and padding."""

LEAST_FOR_WORDS = 260
"""Height in pixels at 100 % below which words on the lines would hide the points."""

PAUSE = 300
"""Milliseconds after the last step of a point until it is said where it stands now."""


class Grid(ManagesFocus):
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
        self._current: Id = ""
        self._language = context.words.language
        self._drag: PlaceDrag | None = None
        self._visit = new_id()
        self.setScene(QGraphicsScene(self))
        self._names = Names(context)
        self.reading = GridReading(self, context.words)
        self.listing = make_readable(self, self.reading)
        self._still = QTimer(self, singleShot=True, interval=PAUSE)
        self._still.timeout.connect(self._say_place)
        self.lines = TieLines(context, self.scene())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keep_room()
        context.theme.changed.connect(self._on_look)

    @property
    def current(self) -> Id:
        """Whose point is ringed."""
        return self._current

    def settle(self) -> None:
        """Place all names together when the map is next shown: nobody's hand is on it."""
        self._names.forget()

    def show_map(self, stakeholders: Sequence[Stakeholder], ties: Sequence[Tie]) -> None:
        """Show these; what is as it was is not touched, and names only move where they must."""
        ids = {who.id for who in stakeholders}
        for id in self.points.keys() - ids:
            self.scene().removeItem(self.points.pop(id))
        if self._drag and self._drag.id not in ids:
            self._drag = None
        other = [who for who in stakeholders if not self._is_shown(who)]
        self._language = self._context.words.language
        for who in other:
            self._show_point(who)
        # In their order, for the keys that go from one to the next.
        self.points = {who.id: self.points[who.id] for who in stakeholders}
        tied = self.lines.show(ties, ids)
        self._place({who.id for who in other} | tied)
        self.reading.forget()
        self.listing.renew()
        self._say_current()

    def show_current(self, id: Id) -> None:
        """Ring the point of `id`."""
        if id == self._current:
            return
        self._visit = new_id()
        before, self._current = self._current, id
        for each in (before, id):
            if each in self.points:
                self.points[each].show_current(each == id)
        self.lines.show_current(id)
        self._show_names()
        self._say_current()
        self.listing.tell_chosen()

    def is_held(self) -> bool:
        """Whether somebody is dragging a point."""
        return self._drag is not None

    def frame(self) -> Frame:
        """Where the points are."""
        px, size = self._context.theme.px, self.viewport().size()
        width, height = size.width() - px(56), size.height() - self._around()
        return Frame(QRectF(px(36), px(34), width, height))

    def _around(self) -> int:
        """Pixels above and below the frame, for the names of the corners and of the axis."""
        px = self._context.theme.px
        width = self.viewport().width() - px(56)
        return px(68 if has_one_line(width, self._context) else 90)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, self._context.theme.color("raised"))
        frame = self.frame().rect
        draw_frame(painter, frame, self._context)
        draw_axes(painter, frame, self._context)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()
        self.setSceneRect(QRectF(self.viewport().rect()))
        self._place(self.points.keys())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._visit = new_id()
        self.listing.entered()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.listing.left()
        # A sheet or another page may be in front now: nothing lands behind it.
        self._give_up_drag()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        id = self.point_at(event.position())
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
        self.lines.stretch(self.points, {self._drag.id})
        self._show_tie_words()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        place = drag.place(event.position()) if drag else None
        self._drag = None
        if drag and place:
            self.placed.emit(drag.id, *self.frame().values_at(place), "")
            self._say_soon()
        self._end_drag(drag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "grid", "list", "window")
        can_move = self._current in self.points and not self._drag
        match id:
            case "window.leave" if self._drag:
                self._give_up_drag()
            case "grid.place" | "grid.fine" if can_move:
                self.nudge(WAYS[place], 1 if id == "grid.fine" else STEP)
            case "list.remove":
                self.delete_asked.emit()
            case "grid.step":
                self._step((-1, 1)[place])
            case _:
                super().keyPressEvent(event)

    def nudge(self, to: tuple[int, int], step: int = STEP) -> None:
        """Move the current point so many points of the scale up and to the right."""
        who = self.points[self._current].who
        up, right = to
        power, interest = (
            max(0, min(TOP, value))
            for value in (who.power + up * step, who.interest + right * step)
        )
        self.placed.emit(who.id, power, interest, self._visit)
        self._say_soon()

    def _step(self, by: int) -> None:
        ids = list(self.points)
        if ids:
            now = ids.index(self._current) if self._current in ids else -by
            self.picked.emit(ids[(now + by) % len(ids)])

    def _give_up_drag(self) -> None:
        drag, self._drag = self._drag, None
        self._end_drag(drag)

    def _end_drag(self, drag: PlaceDrag | None) -> None:
        """Put the point that was dragged where it stands by what is on disk."""
        self.viewport().unsetCursor()
        if drag and drag.id in self.points:
            self._place({drag.id})

    def point_at(self, place: QPointF) -> Id:
        """The point nearest to `place`, "" if none is in reach."""
        reach = self._context.theme.px(14)
        near = [
            (dist(place.toTuple(), point.pos().toTuple()), id) for id, point in self.points.items()
        ]
        distance, id = min(near, default=(reach + 1, ""))
        return id if distance <= reach else ""

    def _is_shown(self, who: Stakeholder) -> bool:
        point = self.points.get(who.id)
        same_words = self._language == self._context.words.language
        return same_words and point is not None and point.who == who

    def _show_point(self, who: Stakeholder) -> None:
        name = who.name.best(self._context.words.language)[0]
        if who.id not in self.points:
            point = self.points[who.id] = PointItem(self._context.theme, who)
            point.show_current(who.id == self._current)
            self.scene().addItem(point)
        self.points[who.id].show_stakeholder(who, name, about(who, self._context.words))

    def _place(self, ids: Collection[Id]) -> None:
        """Put the points of `ids` and their lines in their places; names go where there is room."""
        frame = self.frame()
        for id in ids:
            who = self.points[id].who
            self.points[id].setPos(frame.place_of(who.power, who.interest))
        self.lines.stretch(self.points, ids)
        self._show_names()

    def _show_names(self) -> None:
        frame = self.frame().rect
        for id, box in self._names.boxes(self.points, frame, self._corners()).items():
            point = self.points[id]
            point.show_label(box or self._label_anyway(point))
        self._show_tie_words()

    def _show_tie_words(self) -> None:
        if self.frame().rect.height() >= self._context.theme.px(LEAST_FOR_WORDS):
            self.lines.show_words(self.points, self._corners())
        else:
            self.lines.words.clear()

    def _corners(self) -> list[Box]:
        return [box_of(box) for box in corner_boxes(self.frame().rect, self._context)]

    def _keep_room(self) -> None:
        """So that neither the names of the corners nor the points lie on one another."""
        px = self._context.theme.px
        self.setMinimumSize(px(330), px(LEAST_FRAME) + self._around() + EDGES)

    def _on_look(self) -> None:
        self._keep_room()
        for point in self.points.values():
            point.show_look()
        self.lines.show_look()
        self._names.forget()
        self._place(self.points.keys())
        self.viewport().update()

    def _label_anyway(self, point: PointItem) -> QRectF | None:
        """The selected one is named even if that covers others."""
        if not point.is_current:
            return None
        width, height = point.name_size
        away = point.radius + 4
        # Below it and towards the middle, unless that covers more than another side of it.
        is_right = point.x() > self.frame().rect.center().x()
        sides = (-width, 0.0, -width / 2) if is_right else (0.0, -width, -width / 2)
        corners = [(x, y) for y in (away, -away - height) for x in sides]
        beside = [(x, -height * y) for y in _SHIFTS for x in (away, -away - width)]
        places = [QRectF(x, y, width, height) for x, y in (*corners, *beside)]
        reach = point.radius
        return min(
            places, key=lambda box: (self._covered(point, box, 0), self._covered(point, box, reach))
        )

    def _covered(self, point: PointItem, box: QRectF, reach: float) -> int:
        """How many others lie under a name of `point`, or `reach` from it; out of sight all do."""
        name = box.translated(point.pos())
        if not QRectF(self.viewport().rect()).contains(name):
            return len(self.points) + len(Corner)
        near = name.adjusted(-reach, -reach, reach, reach)
        corners = corner_boxes(self.frame().rect, self._context)
        return sum(near.intersects(each) for each in corners) + sum(
            near.contains(each.pos()) for each in self.points.values() if each is not point
        )

    def _say_current(self) -> None:
        words = self._context.words
        self.setAccessibleName(words.tr(N_("Power and interest grid")))
        self.setAccessibleDescription(keys(words))
        self.listing.tell_current()

    def _say_soon(self) -> None:
        """Say where the point is, once it rests."""
        self.listing.is_told()
        self._still.start()

    def _say_place(self) -> None:
        where = self.reading.where(self._current)
        if where:
            self._context.desk.told.emit(where)
