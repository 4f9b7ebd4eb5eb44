"""The items of one canvas: made when a screen reader asks for them, let go when they are gone."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QGraphicsView

from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import differences
from gweithdy.ui.access.canvas_item import CanvasItem
from gweithdy.ui.access.reading import Reading

MANY = 50
"""Things that come or go at once from which on it is said once for all of them."""

LONG = 500
"""Things from which on a new order is not told: a reader asks for places when it needs them."""

_KEPT: dict[int, CanvasItem] = {}
"""By Qt's number. Qt keeps bare pointers: an item that Python let go of first would be a crash."""


class Listing(QObject):
    """Belongs to a canvas and says what changes on it; nothing is done while nobody listens."""

    def __init__(self, view: QGraphicsView, reading: Reading) -> None:
        super().__init__(view)
        self.view = view
        self.reading = reading
        self._places: dict[Id, int] | None = None
        self._ids: list[Id] = []
        self._items: dict[Id, CanvasItem] = {}
        self._leaving: list[CanvasItem] = []
        self._chosen: set[Id] = set()
        self._told: tuple[Id, str] = ("", "")
        self._is_entering = False
        self._renamed = QTimer(self, singleShot=True, interval=0)
        self._renamed.timeout.connect(self._tell_words)
        self.destroyed.connect(partial(_delete_all, self._items, self._leaving))

    @property
    def ids(self) -> list[Id]:
        """All things in their order."""
        self._look()
        return self._ids

    def place(self, id: Id) -> int:
        """The place of a thing among all; -1 if it is not there."""
        return self._look().get(id, -1)

    def holds(self, id: Id) -> bool:
        """Whether there is such a thing."""
        return id in self._look()

    def item(self, id: Id) -> CanvasItem | None:
        """What a screen reader holds in its hands of a thing; None if there is no such thing."""
        if id not in self._items and self.holds(id):
            item = self._items[id] = CanvasItem(self, id)
            _KEPT[item.number] = item
        return self._items.get(id)

    def entered(self) -> None:
        """The keyboard comes to the canvas. Of that Qt says nothing, see `ManagesFocus`.

        It is said a turn later: a click first chooses where on the canvas that is.
        """
        if QAccessible.isActive():
            self._is_entering = True
            QTimer.singleShot(0, self, self._arrive)

    def left(self) -> None:
        """The keyboard has gone, unless the canvas was only told so: then what waits is saved."""
        if not self.view.hasFocus():
            self._told = ("", "")

    def tell_current(self) -> None:
        """Say where the keyboard is, if it was not said yet."""
        if not QAccessible.isActive() or self._is_entering or not self.view.hasFocus():
            return
        id = self.reading.current()
        item = self.item(id)
        if item and self._told[0] != id:
            self._told = (id, self.reading.name(id))
            _send(item, QAccessible.Event.Focus)

    def is_told(self) -> None:
        """What is new where the keyboard is, is said in other words: the name is not told too."""
        id = self.reading.current()
        if self._told[0] == id:
            self._told = (id, self.reading.name(id))

    def tell_chosen(self) -> None:
        """Say what is selected now and was not, and the other way round."""
        if not QAccessible.isActive():
            return
        before, self._chosen = self._chosen, set(self.reading.chosen())
        other = before ^ self._chosen
        if len(self._chosen) == 1 and self._chosen - before:
            self._tell(self._chosen, QAccessible.Event.Selection)
        elif len(other) > MANY:
            self._tell_all(QAccessible.Event.SelectionWithin)
        else:
            self._tell(self._chosen - before, QAccessible.Event.SelectionAdd)
            self._tell(before - self._chosen, QAccessible.Event.SelectionRemove)

    def renew(self) -> None:
        """Other things are drawn than before, or in another order.

        What was moved is told as gone from one place and come to another: on Linux Qt turns a new
        order of five thousand things into five thousand messages.
        """
        if self._places is None or not QAccessible.isActive():
            self._places = None
            self._let_go(list(self._items))
            return
        here, wanted = self._ids, list(self.reading.ids())
        out, into = differences(here, wanted) if here != wanted else ([], [])
        is_little = len(out) + len(into) <= MANY
        if is_little:
            # Told while it is still there: Qt says nothing of what is invalid.
            leaving = [here[place] for place in out if here[place] in self._items]
            self._tell(leaving, QAccessible.Event.ObjectDestroyed)
        self._ids, self._places = wanted, {id: place for place, id in enumerate(wanted)}
        self._let_go(self._items.keys() - self._places.keys())
        if is_little:
            self._tell((wanted[place] for place in into), QAccessible.Event.ObjectCreated)
        elif len(wanted) <= LONG:
            self._tell_all(QAccessible.Event.ObjectReorder)
        # A turn later: who did it may say it in other words.
        self._renamed.start()

    def _look(self) -> dict[Id, int]:
        if self._places is None:
            self._ids = list(self.reading.ids())
            self._places = {id: place for place, id in enumerate(self._ids)}
        return self._places

    def _tell_words(self) -> None:
        """Say that other words stand where the keyboard is."""
        id, before = self._told
        item = self.item(id) if id == self.reading.current() else None
        if item and self.view.hasFocus() and self.reading.name(id) != before:
            self._told = (id, self.reading.name(id))
            _send(item, QAccessible.Event.NameChanged)

    def _arrive(self) -> None:
        self._is_entering = False
        if self.holds(self.reading.current()):
            self.tell_current()
        elif self.view.hasFocus():
            self._tell_all(QAccessible.Event.Focus)

    def _tell(self, ids: Iterable[Id], event: QAccessible.Event) -> None:
        for id in ids:
            item = self.item(id)
            if item:
                _send(item, event)

    def _tell_all(self, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.view, event))

    def _let_go(self, ids: Iterable[Id]) -> None:
        """Later: what is let go may be what a screen reader is just using to do so."""
        self._leaving += [self._items.pop(id) for id in ids]
        if self._leaving:
            QTimer.singleShot(0, self, partial(_delete, self._leaving))


def _send(item: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(item, event))


def _delete(items: list[CanvasItem]) -> None:
    while items:
        item = items.pop()
        QAccessible.deleteAccessibleInterface(item.number)
        del _KEPT[item.number]


def _delete_all(items: dict[Id, CanvasItem], leaving: list[CanvasItem]) -> None:
    _delete([*items.values(), *leaving])
    items.clear()
    leaving.clear()
