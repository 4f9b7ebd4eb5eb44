"""What can be done with a thing on a canvas, and what else is known of it."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
)

from gweithdy.domain.ids import Id
from gweithdy.ui.access.language import LOCALE, locale_of
from gweithdy.ui.access.reading import Deed

if TYPE_CHECKING:
    from gweithdy.ui.access.canvas_item import CanvasItem
    from gweithdy.ui.access.listing import Listing


class Deeds(QAccessibleActionInterface):
    """What can be done with an item."""

    def __init__(self, item: "CanvasItem") -> None:
        super().__init__()
        self._item = weakref.ref(item)

    def actionNames(self) -> list[str]:
        item, listing = self._both()
        if item is None or listing is None:
            return []
        reading = listing.reading
        names = [deed.id for deed in reading.deeds(item.id)]
        if names:
            # The usual thing is what a reader's own key for "press" does.
            names[0] = self.pressAction()
        if reading.can_be_chosen(item.id):
            names.append(self.toggleAction())
        if reading.can_be_current(item.id):
            names.append(self.setFocusAction())
        return names

    def localizedActionName(self, name: str) -> str:
        deed = self._deed(name)
        return deed.name if deed else super().localizedActionName(name)

    def localizedActionDescription(self, name: str) -> str:
        return "" if self._deed(name) else super().localizedActionDescription(name)

    def keyBindingsForAction(self, name: str) -> list[str]:
        deed = self._deed(name)
        return list(deed.keys) if deed else []

    def doAction(self, name: str) -> None:
        item, listing = self._both()
        if item and listing and name in self.actionNames():
            # Not before the reader has its answer: what is done may take this very item away.
            deed = self._deed(name)
            what = deed.id if deed else name
            id = item.id
            QTimer.singleShot(0, listing, lambda: self._do(listing, id, what))

    def _do(self, listing: "Listing", id: Id, what: str) -> None:
        reading = listing.reading
        if not listing.holds(id):
            return
        if what == self.setFocusAction():
            reading.go_to(id)
            listing.view.setFocus()
        elif what == self.toggleAction():
            reading.choose({*reading.chosen()} ^ {id})
        else:
            reading.do(id, what)

    def _deed(self, name: str) -> Deed | None:
        item, listing = self._both()
        deeds = listing.reading.deeds(item.id) if item and listing else ()
        if deeds and name == self.pressAction():
            return deeds[0]
        return next((deed for deed in deeds if deed.id == name), None)

    def _both(self) -> "tuple[CanvasItem | None, Listing | None]":
        item = self._item()
        return item, item.listing() if item else None


class Traits(QAccessibleAttributesInterface):
    """How deep an item lies in what, and the language of its words."""

    def __init__(self, item: "CanvasItem") -> None:
        super().__init__()
        self._item = weakref.ref(item)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level, *([LOCALE] if LOCALE else [])]

    def attributeValue(self, key: QAccessible.Attribute) -> int | QLocale:
        item = self._item()
        listing = item.listing() if item else None
        if item is None or listing is None:
            return 0
        if key is LOCALE:
            return locale_of(listing.reading.language(item.id))
        return listing.reading.level(item.id)
