"""Placing of labels beside points so that nothing covers anything, as far as there is room."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any space."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: "Box") -> bool:
        """Whether this lies wholly inside `other`."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )

    def nearest(self, point: Point) -> Point:
        """The point of this box closest to `point`."""
        x, y = point
        return (
            min(max(x, self.x), self.x + self.width),
            min(max(y, self.y), self.y + self.height),
        )


ROUNDS = 200
TRIES = 12
DISTANCES = (2.0, 8.0, 16.0, 26.0, 38.0, 52.0)
"""Of a label from the edge of its point, best first."""

_GOLDEN = math.pi * (3 - math.sqrt(5))


def spread(points: Sequence[Point], apart: float, inside: Box) -> list[Point]:
    """Points moved as little as needed to be `apart` and `inside`; the same every time."""
    # Equal points need some direction to part in: each gets its own, a hair away.
    moved = [
        (x + math.cos(n * _GOLDEN) * 0.01, y + math.sin(n * _GOLDEN) * 0.01)
        for n, (x, y) in enumerate(points)
    ]
    for _ in range(ROUNDS):
        close = False
        for a in range(len(moved)):
            for b in range(a):
                close = _part(moved, a, b, apart) or close
        moved = [
            (
                min(max(x, inside.x), inside.x + inside.width),
                min(max(y, inside.y), inside.y + inside.height),
            )
            for x, y in moved
        ]
        if not close:
            break
    return moved


def _part(moved: list[Point], a: int, b: int, apart: float) -> bool:
    (ax, ay), (bx, by) = moved[a], moved[b]
    dx, dy = ax - bx, ay - by
    distance = math.hypot(dx, dy) or 0.01
    if distance >= apart - 0.05:
        return False
    push = (apart - distance) / 2 / distance
    moved[a] = (ax + dx * push, ay + dy * push)
    moved[b] = (bx - dx * push, by - dy * push)
    return True


def place_labels(
    points: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
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
    discs = [Box(x - radius, y - radius, 2 * radius, 2 * radius) for x, y in points]
    order = sorted(range(len(points)), key=lambda n: (-_crowd(points, n), n))
    best: dict[int, Box] = {}
    for _ in range(tries):
        placed = _placed(order, (points, sizes, discs), (radius, reach), inside, taken)
        best = max(best, placed, key=len)
        left = [n for n in order if n not in placed]
        if not left:
            break
        # Those that found no room choose first the next time.
        order = [*left, *(n for n in order if n in placed)]
    return [best.get(n) for n in range(len(points))]


Places = tuple[Sequence[Point], Sequence[tuple[float, float]], Sequence[Box]]


def _placed(
    order: Sequence[int],
    places: Places,
    from_point: tuple[float, float],
    inside: Box,
    taken: Sequence[Box],
) -> dict[int, Box]:
    points, sizes, discs = places
    busy = [*taken, *discs]
    placed: dict[int, Box] = {}
    for n in order:
        for box in _candidates(points[n], sizes[n], *from_point):
            free = box.within(inside) and not any(box.meets(other) for other in busy)
            if free and _reaches(box, points[n], discs):
                placed[n] = box
                busy.append(box)
                break
    return placed


def _crowd(points: Sequence[Point], n: int) -> float:
    x, y = points[n]
    return sum(1 / (20 + math.hypot(x - u, y - v)) for u, v in points)


def _reaches(box: Box, point: Point, discs: Sequence[Box]) -> bool:
    """Whether a straight line from the label to its point passes no other point."""
    near = box.nearest(point)
    length = math.dist(near, point)
    steps = int(length // 3)
    line = [
        (near[0] + (point[0] - near[0]) * n / steps, near[1] + (point[1] - near[1]) * n / steps)
        for n in range(steps)
    ]
    others = [disc for disc in discs if math.dist(disc.nearest(point), point) > 0]
    return not any(math.dist(disc.nearest(at), at) < 1 for at in line for disc in others)


def _candidates(
    point: Point, size: tuple[float, float], radius: float, reach: float
) -> Iterator[Box]:
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
