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


def between(rows: Sequence[Ordered], index: int) -> float | None:
    """The order that puts a row before `rows[index]`; None if there is no room left between.

    `rows` is in order and without the row that moves.
    """
    if index >= len(rows):
        return at_end(rows)
    after = rows[index].order
    before = rows[index - 1].order if index > 0 else after - 2 * STEP
    return (before + after) / 2 if after - before > SMALLEST_GAP else None
