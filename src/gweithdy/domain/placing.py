"""Placing of labels beside points so that nothing covers anything, as far as there is room."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gweithdy.domain.boxes import Box, Cells, Point

TRIES = 12
DISTANCES = (2.0, 8.0, 16.0, 26.0, 38.0, 52.0)
"""Of a label from the edge of its point, best first."""

Size = tuple[float, float]
Spot = tuple[Point, Size]
"""A point, and the width and height of its label."""


def place_labels(
    points: Sequence[Point],
    sizes: Sequence[Size],
    radius: float,
    inside: Box,
    taken: Sequence[Box] = (),
    *,
    reach: float = math.inf,
    tries: int = TRIES,
) -> list[Box | None]:
    """A box for each label, or None where there is no room; the most crowded choose first.

    No label is further than `reach` from the edge of its point. On screen, where there is no time
    for many `tries`, a few labels more find no room.
    """
    discs = [_disc(point, radius) for point in points]
    sheet = _Sheet.of(discs, radius, reach, inside, taken)
    options = [_Options(sheet.options(spot)) for spot in zip(points, sizes, strict=True)]
    order = sorted(range(len(points)), key=lambda n: (-_crowd(points, n), n))
    best: dict[int, Box] = {}
    for _ in range(tries):
        placed = _placed(order, options)
        best = max(best, placed, key=len)
        left = [n for n in order if n not in placed]
        if not left:
            break
        # Those that found no room choose first the next time.
        order = [*left, *(n for n in order if n in placed)]
    return [best.get(n) for n in range(len(points))]


def place_again(
    base: Mapping[str, Spot],
    placed: Mapping[str, Box | None],
    now: Mapping[str, Spot],
    radius: float,
    inside: Box,
    taken: Sequence[Box] = (),
    *,
    reach: float = math.inf,
) -> dict[str, Box | None]:
    """The labels of `now`, wherever that is possible as they were `placed` for `base`.

    A label stays unless its own spot is another one, or such a one has come upon it or into its
    way. Placed again are, in this order: those that must give way, those with another spot, and
    those without room near a place that became free. All others stay, also without a label.

    The answer depends on `base` and `now` alone, not on the way from one to the other: what goes
    back to its spot finds everything around it as it was.
    """
    changed = [key for key, spot in now.items() if base.get(key) != spot]
    if not changed and base.keys() == now.keys():
        return {key: placed[key] for key in now}
    same = now.keys() - changed
    discs = {key: _disc(point, radius) for key, (point, _) in now.items()}
    come = Cells(discs[key] for key in changed)
    stays = {
        key: box
        for key, box in placed.items()
        if box and key in same and not come.meets(box) and _reaches(box, now[key][0], come)
    }
    gone = {_disc(base[key][0], radius) for key in base.keys() - same}.difference(discs.values())
    freed = Cells([*gone, *(box for key, box in placed.items() if box and key not in stays)])
    unplaced = [key for key in now if key in same and key not in stays]
    covered = [key for key in unplaced if placed[key]]
    hopeful = [
        key for key in unplaced if not placed[key] and freed.meets(_around(now[key], radius, reach))
    ]
    sheet = _Sheet.of(discs.values(), radius, reach, inside, [*taken, *stays.values()])
    stays |= _fitted({key: now[key] for key in (*covered, *changed, *hopeful)}, sheet)
    return {key: stays.get(key) for key in now}


def _fitted(spots: Mapping[str, Spot], sheet: "_Sheet") -> dict[str, Box]:
    """The labels of those that find room, one after the other."""
    found: dict[str, Box] = {}
    hopeless: dict[Point, Size] = {}
    for key, (point, size) in spots.items():
        # Where many points are piled up, one that found no room answers for all longer ones.
        if point in hopeless and hopeless[point][0] <= size[0] and hopeless[point][1] <= size[1]:
            continue
        box = next(sheet.options((point, size)), None)
        if box:
            found[key] = box
            sheet.fixed.add(box)
        else:
            hopeless[point] = size
    return found


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What does not give way to a label: the points, and with them all that is `fixed`."""

    radius: float
    reach: float
    inside: Box
    discs: Cells
    fixed: Cells

    @classmethod
    def of(
        cls,
        discs: Collection[Box],
        radius: float,
        reach: float,
        inside: Box,
        taken: Sequence[Box],
    ) -> "_Sheet":
        return cls(radius, reach, inside, Cells(discs), Cells([*taken, *discs]))

    def options(self, spot: Spot) -> Iterator[Box]:
        """The places where a label covers nothing that is fixed, best first."""
        for box in _candidates(*spot, self.radius, self.reach):
            free = box.within(self.inside) and not self.fixed.meets(box)
            if free and _reaches(box, spot[0], self.discs):
                yield box


class _Options:
    """The places of one label, each worked out when it is first asked for: few of them are."""

    def __init__(self, places: Iterator[Box]) -> None:
        self._known: list[Box] = []
        self._more = places

    def __iter__(self) -> Iterator[Box]:
        yield from self._known
        for box in self._more:
            self._known.append(box)
            yield box


def _placed(order: Sequence[int], options: Sequence[Iterable[Box]]) -> dict[int, Box]:
    busy, placed = Cells(), dict[int, Box]()
    for n in order:
        box = next((box for box in options[n] if not busy.meets(box)), None)
        if box:
            placed[n] = box
            busy.add(box)
    return placed


def _crowd(points: Sequence[Point], n: int) -> float:
    x, y = points[n]
    return sum(1 / (20 + math.hypot(x - u, y - v)) for u, v in points)


def _disc(point: Point, radius: float) -> Box:
    return Box(point[0] - radius, point[1] - radius, 2 * radius, 2 * radius)


def _around(spot: Spot, radius: float, reach: float) -> Box:
    """All places that the label of `spot` may have."""
    (x, y), (width, height) = spot
    away = radius + max((each for each in DISTANCES if each <= reach), default=0.0)
    return Box(x - away - width, y - away - height, 2 * (away + width), 2 * (away + height))


def _reaches(box: Box, point: Point, discs: Cells) -> bool:
    """Whether a straight line from the label to its point passes no other point."""
    near = box.nearest(point)
    others = [disc for disc in discs.near(_between(near, point)) if disc.nearest(point) != point]
    if not others:
        return True
    steps = int(math.dist(near, point) // 3)
    line = [
        (near[0] + (point[0] - near[0]) * n / steps, near[1] + (point[1] - near[1]) * n / steps)
        for n in range(steps)
    ]
    return not any(math.dist(disc.nearest(at), at) < 1 for at in line for disc in others)


def _between(a: Point, b: Point) -> Box:
    """The box over both, with as much round it as a line may not come near to."""
    (ax, ay), (bx, by) = a, b
    return Box(min(ax, bx) - 2, min(ay, by) - 2, abs(ax - bx) + 4, abs(ay - by) + 4)


def _candidates(point: Point, size: Size, radius: float, reach: float) -> Iterator[Box]:
    (x, y), (w, h) = point, size
    for distance in (each for each in DISTANCES if each <= reach):
        r = radius + distance
        d = radius * 0.75 + distance
        yield Box(x + r, y - h / 2, w, h)
        yield Box(x - r - w, y - h / 2, w, h)
        yield Box(x - w / 2, y + r, w, h)
        yield Box(x - w / 2, y - r - h, w, h)
        yield Box(x + d, y + d, w, h)
        yield Box(x + d, y - d - h, w, h)
        yield Box(x - d - w, y + d, w, h)
        yield Box(x - d - w, y - d - h, w, h)
        for along in (0.2, 0.8):
            yield Box(x + r, y - h * along, w, h)
            yield Box(x - r - w, y - h * along, w, h)
            yield Box(x - w * along, y + r, w, h)
            yield Box(x - w * along, y - r - h, w, h)
