"""The power and interest grid: drag a point or move it with the arrow keys."""

from collections.abc import Sequence
from math import dist

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import CORNER_LABELS, Corner, Stakeholder, Tie
from gweithdy.pack.placing import Box, place_labels
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.shapes import SYMBOLS

STEP = 5
"""Points of the scale that an arrow key moves; one with Shift."""

_CORNERS = {
    Corner.SATISFY: (False, False),
    Corner.MANAGE: (True, False),
    Corner.WATCH: (False, True),
    Corner.INFORM: (True, True),
}
"""Whether each corner is on the right, and whether it is at the bottom."""

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class Grid(QGraphicsView):
    """`placed` carries an id, power and interest that a person gave; `picked` an id."""

    placed = Signal(str, int, int)
    picked = Signal(str)
    delete_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.points: dict[Id, PointItem] = {}
        self._ties: Sequence[Tie] = ()
        self._current: Id = ""
        self._dragged: Id = ""
        self._from = QPointF()
        self.setScene(QGraphicsScene(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(300, 260)
        context.theme.changed.connect(self._place_all)

    def show_all(self, stakeholders: Sequence[Stakeholder], ties: Sequence[Tie]) -> None:
        """Show these; points that stay are moved, not made anew."""
        self._ties = ties
        words = self._context.words
        for id in set(self.points) - {who.id for who in stakeholders}:
            self.scene().removeItem(self.points.pop(id))
        for who in stakeholders:
            if who.id not in self.points:
                self.points[who.id] = PointItem(self._context.theme)
                self.scene().addItem(self.points[who.id])
            name = who.name.best(words.language)[0]
            about = words.tr(
                N_("{name}. Power: {power}. Interest: {interest}."),
                name=name,
                power=who.power,
                interest=who.interest,
            )
            self.points[who.id].show_stakeholder(who, f"{name}", f"{SYMBOLS[who.group]} {about}")
        self._place_all()
        self._show_name()

    def show_current(self, id: Id) -> None:
        """Ring the point of `id`."""
        self._current = id
        for each, point in self.points.items():
            point.is_current = each == id
            point.setZValue(3 if point.is_current else 2)
        self._place_all()
        self._show_name()

    def field(self) -> QRectF:
        """The part of the view in which points can be, in pixels."""
        px = self._context.theme.px
        size = self.viewport().size()
        return QRectF(px(40), px(28), size.width() - px(64), size.height() - px(72))

    def place_of(self, power: float, interest: float) -> QPointF:
        """The pixel for a power and an interest from 0 to 100."""
        field = self.field()
        return QPointF(
            field.left() + field.width() * interest / 100,
            field.bottom() - field.height() * power / 100,
        )

    def values_at(self, place: QPointF) -> tuple[int, int]:
        """Power and interest at a pixel; outside the field those of its edge."""
        field = self.field()
        power = 100 * (field.bottom() - place.y()) / max(1.0, field.height())
        interest = 100 * (place.x() - field.left()) / max(1.0, field.width())
        return round(max(0, min(100, power))), round(max(0, min(100, interest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_all()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        id = self._at(event.position())
        if id and event.button() is Qt.MouseButton.LeftButton:
            self._dragged, self._from = id, event.position()
            self.picked.emit(id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged and dist(event.position().toTuple(), self._from.toTuple()) > 3:
            power, interest = self.values_at(event.position())
            point = self.points[self._dragged]
            point.setPos(self.place_of(power, interest))
            point.show_label(None)
            self.setToolTip(
                self._context.words.tr(
                    N_("Power: {power}. Interest: {interest}."), power=power, interest=interest
                )
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        id, self._dragged = self._dragged, ""
        self.setToolTip("")
        if id and dist(event.position().toTuple(), self._from.toTuple()) > 3:
            self.placed.emit(id, *self.values_at(event.position()))
        self._place_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragged:
            self._dragged = ""
            self._place_all()
        elif key in _ARROWS and self._current in self.points:
            self._nudge(key, fine=event.modifiers() == Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _nudge(self, key: Qt.Key, *, fine: bool) -> None:
        who = self.points[self._current].who
        if who is not None:
            up, right = (each * (1 if fine else STEP) for each in _ARROWS[key])
            power, interest = (max(0, min(100, v)) for v in (who.power + up, who.interest + right))
            self.placed.emit(who.id, power, interest)

    def _step(self, by: int) -> None:
        ids = list(self.points)
        if ids:
            now = ids.index(self._current) if self._current in ids else -by
            self.picked.emit(ids[(now + by) % len(ids)])

    def _at(self, place: QPointF) -> Id:
        near = [
            (dist(place.toTuple(), point.pos().toTuple()), id) for id, point in self.points.items()
        ]
        reach = self._context.theme.px(14)
        return (
            min(near, default=(reach + 1, ""))[1] if min(near, default=(99, ""))[0] <= reach else ""
        )

    def _place_all(self) -> None:
        self.setSceneRect(QRectF(self.viewport().rect()))
        shown = [point for point in self.points.values() if point.who is not None]
        for point in shown:
            assert point.who
            point.setPos(self.place_of(point.who.power, point.who.interest))
        field = self.field().adjusted(-8, -8, 8, 8)
        # The upright axis of `place_labels` runs the other way, which does not matter to it.
        boxes = place_labels(
            [(p.pos().x(), p.pos().y()) for p in shown],
            [p.name_size() for p in shown],
            self._context.theme.px(9),
            Box(field.x(), field.y(), field.width(), field.height()),
            [Box(b.x(), b.y(), b.width(), b.height()) for b in self._corner_boxes()],
        )
        for point, box in zip(shown, boxes, strict=True):
            point.show_label(self._label_of(point, box))
        self.viewport().update()

    def _label_of(self, point: PointItem, box: Box | None) -> QRectF | None:
        """Where the name of `point` stands. One too far away would seem another's."""
        place = point.pos()
        near = box.nearest((place.x(), place.y())) if box else None
        if box and near and dist(near, place.toTuple()) <= self._context.theme.px(22):
            return QRectF(box.x, box.y, box.width, box.height).translated(-place)
        if not point.is_current:
            return None
        width, height = point.name_size()
        left = -width if place.x() > self.field().center().x() else 0.0
        return QRectF(left, point.radius + 4, width, height)

    def _corner_boxes(self) -> list[QRectF]:
        """Where the names of the corners stand."""
        metrics = QFontMetricsF(self._context.theme.font(13))
        inside, boxes = self.field().adjusted(6, 4, -6, -4), []
        for corner, (right, low) in _CORNERS.items():
            width = metrics.horizontalAdvance(self._context.words.tr(CORNER_LABELS[corner]))
            x = inside.right() - width if right else inside.left()
            y = inside.bottom() - metrics.height() if low else inside.top()
            boxes.append(QRectF(x, y, width + 1, metrics.height()))
        return boxes

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        theme, tr = self._context.theme, self._context.words.tr
        painter.fillRect(rect, theme.color("raised"))
        field = self.field()
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(field)
        middle = field.center()
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("quiet"))
        for corner, box in zip(_CORNERS, self._corner_boxes(), strict=True):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(CORNER_LABELS[corner]))
        self._draw_axes(painter, field)
        self._draw_ties(painter)

    def _draw_axes(self, painter: QPainter, field: QRectF) -> None:
        theme, tr = self._context.theme, self._context.words.tr
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("ink"))
        below = QRectF(field.left(), field.bottom() + 4, field.width(), theme.px(20))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr(N_("Interest →")))
        painter.save()
        painter.translate(field.left() - theme.px(12), field.center().y())
        painter.rotate(-90)
        beside = QRectF(-field.height() / 2, -theme.px(20), field.height(), theme.px(20))
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, tr(N_("Power →")))
        painter.restore()

    def _draw_ties(self, painter: QPainter) -> None:
        theme = self._context.theme
        for tie in self._ties:
            if tie.start not in self.points or tie.end not in self.points:
                continue
            mine = self._current in (tie.start, tie.end)
            pen = QPen(theme.color("accent" if mine else "line"), 2 if mine else 1)
            painter.setPen(pen)
            painter.drawLine(self.points[tie.start].pos(), self.points[tie.end].pos())

    def _show_name(self) -> None:
        words = self._context.words
        point = self.points.get(self._current)
        name = words.tr(N_("Power and interest grid"))
        self.setAccessibleName(f"{name}. {point.toolTip()}" if point else name)
