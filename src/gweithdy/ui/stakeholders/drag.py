"""The gesture that places a stakeholder: press, pull, let go."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from gweithdy.domain.ids import Id


class PlaceDrag:
    """One pull of the point of `id`, which stood at `start` when it was pressed at `at`."""

    def __init__(self, id: Id, start: QPointF, at: QPointF) -> None:
        self.id = id
        self._start = start
        self._at = at
        self.moving = False

    def place(self, to: QPointF) -> QPointF | None:
        """Where the point is now; None while this may be an unsteady hand."""
        way = to - self._at
        far = way.manhattanLength() >= QApplication.startDragDistance()
        self.moving = self.moving or far
        return self._start + way if self.moving else None
