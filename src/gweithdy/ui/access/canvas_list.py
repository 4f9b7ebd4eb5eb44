"""A canvas as a screen reader meets it: a list of what is drawn there."""

import weakref
from collections.abc import Collection

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView

from gweithdy.ui.access.canvas_item import CanvasItem
from gweithdy.ui.access.factory import install
from gweithdy.ui.access.listing import Listing
from gweithdy.ui.access.pointer import as_pointer
from gweithdy.ui.access.reading import Reading


def make_readable(view: QGraphicsView, reading: Reading) -> Listing:
    """Let screen readers find `view` to be a list; the answer is to be told what changes."""
    install(_made)
    return Listing(view, reading)


class QMenuItem(QGraphicsView):
    """A canvas of which Qt does not tell a reader that it has the keyboard: its `Listing` does.

    Qt's event would name the list, then ours what is current in it. Qt leaves only that out which
    it takes for a menu, by the name of a class; there is none of this name any more.
    """


ManagesFocus = QMenuItem


class CanvasList(QAccessibleWidget):
    """All items are its children, also those inside others: in the order of reading.

    It is kept until the program ends, so it must not keep the view.
    """

    def __init__(self, view: QGraphicsView, listing: Listing) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._listing = weakref.ref(listing)
        self._selection = Selection(listing)

    def listing(self) -> Listing | None:
        """Its items; None when the canvas is going away."""
        listing = self._listing()
        return listing if listing is not None and shiboken6.isValid(listing) else None

    def childCount(self) -> int:
        listing = self.listing()
        return len(listing.ids) if listing else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        listing = self.listing()
        if listing is None or not 0 <= index < len(listing.ids):
            return None
        return listing.item(listing.ids[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        listing = self.listing()
        if listing is None or not isinstance(child, CanvasItem) or child.listing() is not listing:
            return -1
        return listing.place(child.id)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        listing = self.listing()
        if listing is None:
            return None
        at = listing.view.viewport().mapFromGlobal(QPoint(x, y))
        inside = listing.view.rect().contains(listing.view.mapFromGlobal(QPoint(x, y)))
        id = listing.reading.at(at) if inside else ""
        return listing.item(id)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        listing = self.listing()
        if listing is not None and listing.view.hasFocus():
            item = listing.item(listing.reading.current())
            if item:
                return item
        return super().focusChild()

    def state(self) -> QAccessible.State:
        state, listing = super().state(), self.listing()
        if listing:
            state.multiSelectable = state.extSelectable = listing.reading.many_at_once
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is QAccessible.InterfaceType.SelectionInterface:
            return as_pointer(self._selection)
        return as_pointer(super().interface_cast(kind))


class Selection(QAccessibleSelectionInterface):
    """What is selected, as a screen reader asks for it and changes it."""

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self._listing = weakref.ref(listing)

    def selectedItemCount(self) -> int:
        return len(self._places())

    def selectedItems(self) -> list[QAccessibleInterface]:
        listing = self._listing()
        items = [listing.item(listing.ids[place]) for place in self._places()] if listing else []
        return [item for item in items if item]

    def selectedItem(self, place: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        items = self.selectedItems()
        return items[place] if 0 <= place < len(items) else None

    def isSelected(self, child: QAccessibleInterface, /) -> bool:
        return isinstance(child, CanvasItem) and bool(child.state().selected)

    def select(self, child: QAccessibleInterface, /) -> bool:
        return self._choose(child, also=True)

    def unselect(self, child: QAccessibleInterface, /) -> bool:
        return self._choose(child, also=False)

    def selectAll(self) -> bool:
        listing = self._listing()
        if listing:
            listing.reading.choose([i for i in listing.ids if listing.reading.can_be_chosen(i)])
        return listing is not None

    def clear(self) -> bool:
        listing = self._listing()
        if listing:
            listing.reading.choose(())
        return listing is not None

    def _choose(self, item: QAccessibleInterface, *, also: bool) -> bool:
        if not isinstance(item, CanvasItem):
            return False
        listing = item.listing()
        if listing is None or not listing.reading.can_be_chosen(item.id):
            return False
        others = {*listing.reading.chosen()} - {item.id}
        listing.reading.choose(others | {item.id} if also else others)
        return True

    def _places(self) -> Collection[int]:
        listing = self._listing()
        if listing is None or not shiboken6.isValid(listing):
            return []
        return sorted(listing.place(id) for id in listing.reading.chosen() if listing.holds(id))


def _made(thing: QObject) -> CanvasList | None:
    if not isinstance(thing, QGraphicsView):
        return None
    listing = thing.findChild(Listing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return CanvasList(thing, listing) if isinstance(listing, Listing) else None
