"""The gesture that moves a row of the plan: press, pull, let go where the line shows."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from gweithdy.domain.ids import Id


class RowDrag:
    """One pull. `landing` is the row before which the pulled one will stand; -1 while unmoved.

    `following` are the rows from there on: others may move, add and remove rows meanwhile.
    """

    def __init__(self, id: Id, at: QPoint) -> None:
        self.id = id
        self._at = at
        self.landing = -1
        self.following: list[Id] = []

    @property
    def moving(self) -> bool:
        """Whether the row has really been pulled, not only clicked."""
        return self.landing >= 0

    def moved_far_enough(self, to: QPoint) -> bool:
        """Whether this is more than an unsteady hand."""
        distance = (to - self._at).manhattanLength()
        return self.moving or distance >= QApplication.startDragDistance()
