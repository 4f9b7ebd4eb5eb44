"""Order: rows put to another place of their list."""

from collections.abc import Sequence
from typing import Any

from gweithdy.domain.change import Change
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import STEP, places
from gweithdy.edits.changes import updated


def placed(
    staying: Sequence[Any], index: int, count: int = 1
) -> tuple[list[float], tuple[Change, ...]]:
    """The orders of `count` rows before `staying[index]`, and what makes room for them.

    `staying` are entities with an `order`, in that order. Usually nothing has to make room; all
    get a new order where no number is left between two of them.
    """
    index = max(0, min(index, len(staying)))
    orders = places(staying, index, count)
    if orders is not None:
        return orders, ()
    spread = (*staying[:index], *[None] * count, *staying[index:])
    numbered = [(row, at * STEP) for at, row in enumerate(spread, 1)]
    room = tuple(c for row, order in numbered if row for c in updated(row, order=order))
    return [order for row, order in numbered if row is None], room


def moved(rows: Sequence[Any], id: Id, index: int) -> tuple[Change, ...]:
    """The changes that put row `id` before the one at `index` among the other `rows`."""
    others = [row for row in rows if row.id != id]
    row = next(row for row in rows if row.id == id)
    index = max(0, min(index, len(others)))
    if rows.index(row) == index:
        return ()
    (order,), room = placed(others, index)
    return (*room, *updated(row, order=order))
