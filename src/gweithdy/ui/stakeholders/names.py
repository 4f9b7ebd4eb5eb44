"""Where the names of the points stand, so that they cover nothing as far as there is room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF

from gweithdy.domain.boxes import Box
from gweithdy.domain.ids import Id
from gweithdy.domain.placing import Spot, place_again, place_labels
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.point import PointItem

REACH, TRIES = 8, 3
"""A name further from its point would seem another's; more tries would be felt while typing."""


class Names:
    """All names are placed together when nobody's hand is on the map, and after that only those
    near a change: whatever moves, the other names stay, and what is undone brings its name back.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._base: dict[Id, Spot] | None = None
        self._placed: dict[Id, Box | None] = {}
        self._now: dict[Id, Spot] = {}
        self._found: dict[Id, Box | None] = {}
        self._sheet: tuple[Box, Sequence[Box]] = (Box(0, 0, 0, 0), ())

    def forget(self) -> None:
        """Place all names together at the next time."""
        self._base = None

    def boxes(
        self, points: Mapping[Id, PointItem], frame: QRectF, corners: Sequence[Box]
    ) -> dict[Id, QRectF | None]:
        """A box for the name of each point, in its coordinates; None where there is no room."""
        # The upright axis of the placing runs the other way, which does not matter to it.
        now = {id: ((each.x(), each.y()), each.name_size) for id, each in points.items()}
        sheet, radius = (box_of(frame.adjusted(-8, -8, 8, 8)), corners), self._context.theme.px(9)
        if self._base is None or sheet != self._sheet:
            places, sizes = [at for at, _ in now.values()], [size for _, size in now.values()]
            found = place_labels(places, sizes, radius, *sheet, reach=REACH, tries=TRIES)
            placed = dict(zip(now, found, strict=True))
            self._base, self._placed, self._sheet = now, placed, sheet
            self._now, self._found = now, placed
        elif now != self._now:
            self._now = now
            self._found = place_again(self._base, self._placed, now, radius, *sheet, reach=REACH)
        return {id: _beside(now[id], box) if box else None for id, box in self._found.items()}


def _beside(spot: Spot, box: Box) -> QRectF:
    """`box` in coordinates of the point that it belongs to."""
    (x, y), _ = spot
    return QRectF(box.x - x, box.y - y, box.width, box.height)


def box_of(rect: QRectF) -> Box:
    """The same rectangle for the placing."""
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
