"""A cell of a table, a list or a tree that says in which language it is."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from shiboken6 import isValid

from gweithdy.ui.access.language import LANGUAGE, InLanguage
from gweithdy.ui.access.leaf import Leaf
from gweithdy.ui.access.pointer import as_pointer

if TYPE_CHECKING:
    from gweithdy.ui.access.tables import SpeakingTable

Kind = QAccessible.InterfaceType


class Cell(Leaf):
    """Answers with what Qt's own cell at `index` answers."""

    def __init__(self, table: "SpeakingTable", index: QPersistentModelIndex) -> None:
        self.index = index
        self._table = weakref.ref(table)
        self._in_language = InLanguage(self._language)
        super().__init__()

    def native(self) -> QAccessibleInterface | None:
        """Qt's own cell; none if it is gone or out of sight in a closed branch."""
        table = self.table()
        return table.native(self.index) if table else None

    def table(self) -> "SpeakingTable | None":
        """The table, while it is there."""
        table = self._table()
        return table if table is not None and isValid(table) else None

    def isValid(self) -> bool:
        return self.native() is not None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # as in Qt: or none
        return self.table()

    def window(self) -> QWindow | None:  # type: ignore[override]
        table = self.table()
        view = table.view() if table else None
        return view.window().windowHandle() if view else None

    def role(self) -> QAccessible.Role:
        native = self.native()
        return native.role() if native else QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        native, state = self.native(), QAccessible.State()
        state.invalid = True
        return native.state() if native else state

    def rect(self) -> QRect:
        native = self.native()
        return native.rect() if native else QRect()

    def text(self, kind: QAccessible.Text) -> str:
        native = self.native()
        return native.text(kind) if native else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        native = self.native()
        if native:
            native.setText(kind, text)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is Kind.AttributesInterface:
            return as_pointer(self._in_language)
        native = self.native()
        return as_pointer(native.interface_cast(kind) if native else None)

    def _language(self) -> str | None:
        language: str | None = self.index.data(LANGUAGE)
        return language
