"""What is selected in a table whose cells speak: Qt's own answer knows only Qt's own cells."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QAccessibleTableCellInterface,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from gweithdy.ui.access.tables import SpeakingTable


class Selection(QAccessibleSelectionInterface):
    """As a screen reader asks for it and changes it."""

    def __init__(self, table: "SpeakingTable") -> None:
        super().__init__()
        self._of = weakref.ref(table)

    def selectedItemCount(self) -> int:
        inner = self._inner()
        return inner.selectedItemCount() if inner else 0

    def selectedItems(self) -> list[QAccessibleInterface]:
        inner, table = self._inner(), self._of()
        cells = [table.ours(native) for native in inner.selectedItems()] if inner and table else []
        return [cell for cell in cells if cell]

    def isSelected(self, item: QAccessibleInterface) -> bool:
        cell: QAccessibleTableCellInterface | None = item.tableCellInterface()
        return cell is not None and cell.isSelected()

    def select(self, item: QAccessibleInterface) -> bool:
        return self._let_be(item, selected=True)

    def unselect(self, item: QAccessibleInterface) -> bool:
        return self._let_be(item, selected=False)

    def selectAll(self) -> bool:
        inner = self._inner()
        return inner.selectAll() if inner else False

    def clear(self) -> bool:
        inner = self._inner()
        return inner.clear() if inner else False

    def _let_be(self, item: QAccessibleInterface, *, selected: bool) -> bool:
        action: QAccessibleActionInterface | None = item.actionInterface()
        if action is not None and self.isSelected(item) != selected:
            action.doAction(action.toggleAction())
        return self.isSelected(item) == selected

    def _inner(self) -> QAccessibleSelectionInterface | None:
        table = self._of()
        inner = table.inner if table and isValid(table) else None
        return inner.selectionInterface() if inner else None
