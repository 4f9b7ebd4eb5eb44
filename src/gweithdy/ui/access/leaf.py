"""An accessible thing that is no widget and holds nothing."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


class Leaf(QAccessibleInterface):
    """`number` is its number in Qt, which may ask for it until it is told that it has gone."""

    def __init__(self) -> None:
        super().__init__()
        self.number = QAccessible.registerAccessibleInterface(self)

    def object(self) -> QObject | None:  # type: ignore[override] # no object of its own
        return None

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1
