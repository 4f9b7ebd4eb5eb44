"""The grid as a screen reader reads it: the stakeholders in their order, then the ties."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.stakeholders import CORNER_LABELS, Stakeholder, Tie, corner
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.access.reading import Deed, Reading
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.stakeholders.tie_item import TieItem
from gweithdy.ui.stakeholders.wording import spoken, tie_in_words, tie_language

if TYPE_CHECKING:
    from gweithdy.ui.stakeholders.grid import Grid

PLACING = {
    "more_power": (N_("More power"), (1, 0)),
    "less_power": (N_("Less power"), (-1, 0)),
    "more_interest": (N_("More interest"), (0, 1)),
    "less_interest": (N_("Less interest"), (0, -1)),
}
"""What moves a point: the words for it, and how far up and to the right, in steps."""

WAYS = ((0, -1), (0, 1), (1, 0), (-1, 0))
"""Where the keys of `grid.place` and `grid.fine` move a point: up and to the right."""

REACH = 3
"""Pixels beside the line of a tie that still are the tie."""


class GridReading(Reading):
    """Points can be current; the lines between them are only read."""

    def __init__(self, grid: "Grid", words: Words) -> None:
        self._grid = grid
        self._words = words
        self._places: dict[Id, int] = {}
        self._ties: dict[Id, list[Tie]] = {}

    def forget(self) -> None:
        """Other points or ties are shown."""
        self._places.clear()
        self._ties.clear()

    def ids(self) -> Sequence[Id]:
        return [*self._grid.points, *self._grid.lines.items]

    def current(self) -> Id:
        return self._grid.current

    def chosen(self) -> Collection[Id]:
        return {self._grid.current} & self._grid.points.keys()

    def name(self, id: Id) -> str:
        who, tie = self._who(id), self._grid.lines.items.get(id)
        if who:
            return spoken(who, self._words)
        return self._tie_in_words(tie.tie) if tie else ""

    def about(self, id: Id) -> str:
        self._gather()
        who, tr = self._who(id), self._words.tr
        if id not in self._places:
            return ""
        many = len(self._grid.points if who else self._grid.lines.items)
        place = tr("{place} of {many}", place=self._places[id], many=many)
        if who is None:
            return f"{tr('Tie')}; {place}"
        ties = [self._tie_in_words(tie) for tie in self._ties.get(id, ())]
        return "; ".join([place, tr(CORNER_LABELS[corner(who)]), *ties])

    def level(self, id: Id) -> int:
        return 1

    def language(self, id: Id) -> Language:
        who, tie, shown = self._who(id), self._grid.lines.items.get(id), self._words.language
        if who:
            return who.name.best(shown)[1]
        return (tie and tie_language(self._ends(tie.tie), self._words)) or shown

    def box(self, id: Id) -> QRect:
        point, tie = self._grid.points.get(id), self._grid.lines.items.get(id)
        box = QRectF()
        if point:
            reach = point.radius
            box = QRectF(-reach, -reach, 2 * reach, 2 * reach).united(point.label or QRectF())
            box.translate(point.pos())
        elif tie:
            line = tie.line()
            around = QRectF(line.p1(), line.p2()).normalized()
            box = around.adjusted(-REACH, -REACH, REACH, REACH)
        return self._grid.mapFromScene(box).boundingRect()

    def in_sight(self, id: Id) -> bool:
        return self._grid.viewport().rect().intersects(self.box(id))

    def at(self, place: QPoint) -> Id:
        corner = QPointF(place) - QPointF(REACH, REACH)
        lines = self._grid.scene().items(QRectF(corner, QPointF(place) + QPointF(REACH, REACH)))
        ties = [item.tie.id for item in lines if isinstance(item, TieItem)]
        return self._grid.point_at(QPointF(place)) or next(iter(ties), "")

    def can_be_current(self, id: Id) -> bool:
        return id in self._grid.points

    def can_be_chosen(self, id: Id) -> bool:
        return id in self._grid.points

    def deeds(self, id: Id) -> Sequence[Deed]:
        if id not in self._grid.points:
            return ()
        tr, keys = self._words.tr, COMMANDS["grid.place"].keys
        places = [
            Deed(name, tr(text), (keys[WAYS.index(way)],)) for name, (text, way) in PLACING.items()
        ]
        remove = COMMANDS["list.remove"]
        # The first is what a reader's own key for "press" does: nothing that changes anything.
        return [Deed("pick", tr("Select")), *places, Deed(remove.id, tr(remove.text), remove.keys)]

    def do(self, id: Id, deed: str) -> None:
        self.go_to(id)
        if deed in PLACING:
            self._grid.nudge(PLACING[deed][1])
        elif deed == "list.remove":
            self._grid.delete_asked.emit()

    def go_to(self, id: Id) -> None:
        self._grid.picked.emit(id)

    def choose(self, ids: Collection[Id]) -> None:
        for id in set(ids) - {self._grid.current}:
            self.go_to(id)

    def where(self, id: Id) -> str:
        """Where a stakeholder stands, in words."""
        who, tr = self._who(id), self._words.tr
        if who is None:
            return ""
        values = tr("Power: {power}. Interest: {interest}.", power=who.power, interest=who.interest)
        return f"{values} {tr(CORNER_LABELS[corner(who)])}."

    def _who(self, id: Id) -> Stakeholder | None:
        return self._grid.points[id].who if id in self._grid.points else None

    def _gather(self) -> None:
        if self._places:
            return
        for things in (self._grid.points, self._grid.lines.items):
            self._places |= {id: place for place, id in enumerate(things, 1)}
        for item in self._grid.lines.items.values():
            for end in {item.tie.start, item.tie.end}:
                self._ties.setdefault(end, []).append(item.tie)

    def _tie_in_words(self, tie: Tie) -> str:
        return tie_in_words(*self._ends(tie), tie, self._words)

    def _ends(self, tie: Tie) -> tuple[Stakeholder, Stakeholder]:
        return self._grid.points[tie.start].who, self._grid.points[tie.end].who
