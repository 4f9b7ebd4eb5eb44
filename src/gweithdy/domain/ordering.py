"""Orders: numbers that keep a list in the order people gave it."""

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
