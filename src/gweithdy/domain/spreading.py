"""Points parted from one another, for a sheet on which each is to be seen."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from gweithdy.domain.boxes import Box, Point

ROUNDS = 200

_GOLDEN = math.pi * (3 - math.sqrt(5))


def spread(points: Sequence[Point], apart: float, inside: Box) -> list[Point]:
    """Points moved as little as needed to be `apart` and `inside`; the same every time."""
    moved = _unpiled(points, apart)
    for _ in range(ROUNDS):
        close = _part_all(moved, apart)
        held = [inside.nearest(point) for point in moved]
        if not close and held == moved:
            break
        moved = held
    return moved


def _unpiled(points: Sequence[Point], apart: float) -> list[Point]:
    """Equal points as the seeds of a sunflower, all others where they are.

    From a pile each would be parted from each, many times over.
    """
    seeds = Counter[Point]()
    moved: list[Point] = []
    for point in points:
        seed = seeds[point]
        seeds[point] += 1
        away = apart * 0.6 * math.sqrt(seed)
        x, y = _way(seed)
        moved.append((point[0] + x * away, point[1] + y * away))
    return moved


def _way(n: int) -> Point:
    """A direction of its own for each number."""
    return math.cos(n * _GOLDEN), math.sin(n * _GOLDEN)


def _part_all(moved: list[Point], apart: float) -> bool:
    """Part each point from those before it, in their order; whether any two were too close.

    Those too close to a point are in the nine squares round it. They are looked for again when
    it comes into another square, so that none is passed over.
    """
    squares: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    close = False
    for a in range(len(moved)):
        last, home = -1, _square(moved[a], apart)
        waiting = _near(squares, home)
        while waiting:
            last = waiting.pop()
            before = _square(moved[last], apart)
            if not _part(moved, a, last, apart):
                continue
            close = True
            squares[before].remove(last)
            squares[_square(moved[last], apart)].add(last)
            if _square(moved[a], apart) != home:
                home = _square(moved[a], apart)
                waiting = [b for b in _near(squares, home) if b > last]
        squares[home].add(a)
    return close


def _square(point: Point, side: float) -> tuple[int, int]:
    return int(point[0] // side), int(point[1] // side)


def _near(squares: dict[tuple[int, int], set[int]], home: tuple[int, int]) -> list[int]:
    """Those in the squares round `home`, the first one last."""
    column, row = home
    near = [
        n
        for x in (column - 1, column, column + 1)
        for y in (row - 1, row, row + 1)
        for n in squares.get((x, y), ())
    ]
    return sorted(near, reverse=True)


def _part(moved: list[Point], a: int, b: int, apart: float) -> bool:
    (ax, ay), (bx, by) = moved[a], moved[b]
    dx, dy = ax - bx, ay - by
    distance = math.hypot(dx, dy)
    if distance >= apart - 0.05:
        return False
    push = (apart - distance) / 2 / (distance or 1.0)
    if not distance:
        # Two that were held in the same corner need some direction.
        dx, dy = _way(a)
    moved[a] = (ax + dx * push, ay + dy * push)
    moved[b] = (bx - dx * push, by - dy * push)
    return True
