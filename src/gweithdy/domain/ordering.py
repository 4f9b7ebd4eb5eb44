"""Orders: numbers that keep a list in the order people gave it, and what moves in a list."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from gweithdy.domain.ids import Id

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


def differences(here: Sequence[Id], wanted: Sequence[Id]) -> tuple[list[int], list[int]]:
    """How rows that stand as `here` come to stand as `wanted`, in as few steps as possible.

    First the places to take rows out of, last ones first, then the places to put rows in.
    """
    staying = _staying(here, wanted)
    out = [place for place in reversed(range(len(here))) if here[place] not in staying]
    return out, [place for place, id in enumerate(wanted) if id not in staying]


def _staying(here: Sequence[Id], wanted: Sequence[Id]) -> set[Id]:
    """As many as possible: of rows of which one was moved, all but that one."""
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
    staying: set[Id] = set()
    at = ends[-1] if ends else None
    while at is not None:
        staying.add(wanted[at])
        at = chains[at]
    return staying
