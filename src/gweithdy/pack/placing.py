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
) -> list[Box | None]:
    """A box for each label, or None where there is no room; the most crowded choose first."""
    discs = [Box(x - radius, y - radius, 2 * radius, 2 * radius) for x, y in points]
    busy = [*taken, *discs]
    placed: list[Box | None] = [None] * len(points)
    for n in sorted(range(len(points)), key=lambda n: (-_crowd(points, n), n)):
        for box in _candidates(points[n], sizes[n], radius):
            if box.within(inside) and not any(box.meets(other) for other in busy):
                placed[n] = box
                busy.append(box)
                break
    return placed


def _crowd(points: Sequence[Point], n: int) -> float:
    x, y = points[n]
    return sum(1 / (20 + math.hypot(x - u, y - v)) for u, v in points)


def _candidates(point: Point, size: tuple[float, float], radius: float) -> Iterator[Box]:
    (x, y), (w, h) = point, size
    for distance in (2.0, 8.0, 16.0, 26.0, 38.0, 52.0):
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
