"""Orders: numbers that keep a list in the order people gave it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

STEP = 1024.0
SMALLEST_GAP = 1e-6


class Ordered(Protocol):
    @property
    def order(self) -> float: ...


def at_end(rows: Sequence[Ordered]) -> float:
    """The order of a new row after all `rows`."""
    return max((row.order for row in rows), default=0.0) + STEP


def places(rows: Sequence[Ordered], index: int, count: int = 1) -> list[float] | None:
    """The orders that put `count` rows before `rows[index]`; None if there is no room between.

    `rows` is in order and without the rows that move.
    """
    if index >= len(rows):
        last = at_end(rows)
        return [last + n * STEP for n in range(count)]
    after = rows[index].order
    before = rows[index - 1].order if index > 0 else after - 2 * STEP
    step = (after - before) / (count + 1)
    return [before + (n + 1) * step for n in range(count)] if step > SMALLEST_GAP else None


def unmoved(here: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """Those of `here` that can stay where they are while the rest comes to stand as `wanted`.

    As many as possible: of rows of which one was moved, all but that one.
    """
    place_of = {id: place for place, id in enumerate(wanted)}
    ends: list[int] = []
    chains: dict[int, int | None] = {}
    for id in here:
        place = place_of.get(id)
        if place is None:
            continue
        length = bisect_left(ends, place)
        chains[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    staying: set[str] = set()
    at = ends[-1] if ends else None
    while at is not None:
        staying.add(wanted[at])
        at = chains[at]
    return staying
