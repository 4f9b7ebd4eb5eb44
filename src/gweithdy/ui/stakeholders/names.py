"""Where the names of the points stand, so that they cover nothing as far as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from gweithdy.domain.placing import Box, place_labels
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.backdrop import corner_boxes
from gweithdy.ui.stakeholders.point import PointItem

REACH, TRIES = 8, 3
"""A name further from its point would seem another's; more tries would be felt while typing."""

Asked = tuple[list[tuple[float, float]], list[tuple[float, float]], list[Box]]


class Names:
    """Remembers the last answer: selecting another point moves no name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asked: Asked = ([], [], [])
        self._found: list[Box | None] = []

    def boxes(self, points: Sequence[PointItem], frame: QRectF) -> list[QRectF | None]:
        """A box for the name of each point, in its coordinates; None where there is no room."""
        places = [(point.x(), point.y()) for point in points]
        sizes = [point.name_size() for point in points]
        taken = [_box(each) for each in corner_boxes(frame, self._context)]
        asked = (places, sizes, taken)
        if asked != self._asked:
            # The upright axis of `place_labels` runs the other way, which does not matter to it.
            radius, inside = self._context.theme.px(9), _box(frame.adjusted(-8, -8, 8, 8))
            self._asked = asked
            self._found = place_labels(
                places, sizes, radius, inside, taken, reach=REACH, tries=TRIES
            )
        return [
            QRectF(box.x - x, box.y - y, box.width, box.height) if box else None
            for box, (x, y) in zip(self._found, places, strict=True)
        ]


def _box(rect: QRectF) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
