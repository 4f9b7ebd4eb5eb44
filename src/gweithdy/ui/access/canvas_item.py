"""One thing on a canvas as a screen reader meets it."""

import weakref
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

from gweithdy.domain.ids import Id
from gweithdy.ui.access.deeds import Deeds, Traits
from gweithdy.ui.access.leaf import Leaf
from gweithdy.ui.access.pointer import as_pointer

if TYPE_CHECKING:
    from gweithdy.ui.access.listing import Listing

Kind = QAccessible.InterfaceType


class CanvasItem(Leaf):
    """Stays as long as Qt may ask for it; when what it stood for is gone it is invalid."""

    def __init__(self, listing: "Listing", id: Id) -> None:
        self.id = id
        self._listing = weakref.ref(listing)
        self._deeds: Deeds | None = None
        self._traits: Traits | None = None
        super().__init__()

    def listing(self) -> "Listing | None":
        """The list in which it is; None if it is not there any more."""
        listing = self._listing()
        alive = listing is not None and shiboken6.isValid(listing)
        return listing if listing and alive and listing.holds(self.id) else None

    def isValid(self) -> bool:
        return self.listing() is not None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # as in Qt: or none
        listing = self._listing()
        if listing is None or not shiboken6.isValid(listing):
            return None
        return QAccessible.queryAccessibleInterface(listing.view)

    def window(self) -> QWindow | None:  # type: ignore[override]
        listing = self.listing()
        return listing.view.window().windowHandle() if listing else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        listing = self.listing()
        if listing and kind is QAccessible.Text.Name:
            return listing.reading.name(self.id)
        if listing and kind is QAccessible.Text.Description:
            return listing.reading.about(self.id)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Words are changed in the details."""

    def rect(self) -> QRect:
        listing = self.listing()
        if listing is None:
            return QRect()
        here = listing.reading.box(self.id)
        return QRect(listing.view.viewport().mapToGlobal(here.topLeft()), here.size())

    def state(self) -> QAccessible.State:
        state, listing = QAccessible.State(), self.listing()
        if listing is None:
            state.invalid = True
            return state
        reading, view = listing.reading, listing.view
        state.invisible = not view.isVisible()
        state.offscreen = not reading.in_sight(self.id)
        state.readOnly = True
        if reading.can_be_current(self.id):
            state.focusable = True
            state.focused = reading.current() == self.id and view.hasFocus()
        if reading.can_be_chosen(self.id):
            state.selectable = True
            state.extSelectable = state.multiSelectable = reading.many_at_once
            state.selected = self.id in reading.chosen()
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is Kind.ActionInterface:
            self._deeds = self._deeds or Deeds(self)
            return as_pointer(self._deeds)
        if kind is Kind.AttributesInterface:
            self._traits = self._traits or Traits(self)
            return as_pointer(self._traits)
        return as_pointer(None)
