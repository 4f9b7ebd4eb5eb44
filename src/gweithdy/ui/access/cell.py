"""A cell of a table, a list or a tree that says in which language it is."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from shiboken6 import isValid

from gweithdy.ui.access.language import LANGUAGE, Spoken
from gweithdy.ui.access.pointer import as_pointer

if TYPE_CHECKING:
    from gweithdy.ui.access.tables import SpeakingTable

Kind = QAccessible.InterfaceType


class Cell(QAccessibleInterface):
    """Answers with what Qt's own cell at `index` answers. `number` is its number in Qt."""

    def __init__(self, table: "SpeakingTable", index: QPersistentModelIndex) -> None:
        super().__init__()
        self.index = index
        self._table = weakref.ref(table)
        self._spoken = Spoken(self._language)
        self.number = QAccessible.registerAccessibleInterface(self)

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

    def object(self) -> QObject | None:  # type: ignore[override] # no object of its own
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # as in Qt: or none
        return self.table()

    def window(self) -> QWindow | None:  # type: ignore[override]
        table = self.table()
        view = table.view() if table else None
        return view.window().windowHandle() if view else None

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

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
            return as_pointer(self._spoken)
        native = self.native()
        return as_pointer(native.interface_cast(kind) if native else None)

    def _language(self) -> str | None:
        language: str | None = self.index.data(LANGUAGE)
        return language
