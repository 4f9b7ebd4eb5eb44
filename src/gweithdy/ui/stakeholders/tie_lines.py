"""The ties on the grid: a line for each, and words on those of the selected stakeholder."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QGraphicsScene

from gweithdy.domain.boxes import Box
from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import Tie
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.tie_item import TieItem
from gweithdy.ui.stakeholders.tie_words import TieWords, weights_of


class TieLines:
    """Lines between the points of a scene; `current` is the stakeholder that is selected."""

    def __init__(self, context: Context, scene: QGraphicsScene) -> None:
        self._context = context
        self._scene = scene
        self._current: Id = ""
        self.items: dict[Id, TieItem] = {}
        self.words = TieWords(context, scene)

    def show(self, ties: Iterable[Tie], known: Collection[Id]) -> set[Id]:
        """Make the lines of the ties between `known` ones; whose lines are others than before."""
        wanted = {tie.id: tie for tie in ties if tie.start in known and tie.end in known}
        touched: set[Id] = set()
        for id, item in list(self.items.items()):
            if wanted.get(id) != item.tie:
                touched |= {item.tie.start, item.tie.end}
                self._scene.removeItem(self.items.pop(id))
        for id, tie in wanted.items():
            if id not in self.items:
                item = self.items[id] = TieItem(self._context.theme, tie)
                item.show_current(self._current)
                self._scene.addItem(item)
                touched |= {item.tie.start, item.tie.end}
        # In their order: their words take their places one after the other.
        self.items = {id: self.items[id] for id in wanted}
        return touched.intersection(known)

    def show_current(self, id: Id) -> None:
        """Draw the lines of `id` strongly, and no others."""
        before, self._current = self._current, id
        for item in self.items.values():
            if item.is_of(before) or item.is_of(id):
                item.show_current(id)

    def show_look(self) -> None:
        """Colours and sizes of the theme of now; words take them when they are shown next."""
        for item in self.items.values():
            item.show_look()
        self.words.clear()

    def stretch(self, points: Mapping[Id, PointItem], ids: Collection[Id]) -> None:
        """Draw the lines of `ids` from point to point."""
        for item in self.items.values():
            start, end = item.tie.start, item.tie.end
            if start in ids or end in ids:
                item.stretch(points[start].pos(), points[end].pos())

    def show_words(self, points: Mapping[Id, PointItem], corners: Sequence[Box]) -> None:
        """Say what the ties of the selected one are, where that covers least."""
        mine = [item for item in self.items.values() if item.is_of(self._current)]
        if mine:
            self.words.show(self._current, mine, weights_of(points, corners))
        else:
            self.words.clear()
