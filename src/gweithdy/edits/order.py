"""Moving one row of a list to another place."""

from collections.abc import Sequence
from typing import Any

from gweithdy.domain.change import Change
from gweithdy.domain.ids import Id
from gweithdy.domain.ordering import STEP, between
from gweithdy.edits.changes import updated


def moved(rows: Sequence[Any], id: Id, index: int) -> tuple[Change, ...]:
    """The changes that put row `id` before the one at `index` among the other `rows`.

    `rows` are entities with an `order`, in that order. Usually one change; all rows get a new
    order where no number is left between two of them.
    """
    others = [row for row in rows if row.id != id]
    row = next(row for row in rows if row.id == id)
    index = max(0, min(index, len(others)))
    if rows.index(row) == index:
        return ()
    order = between(others, index)
    if order is not None:
        return updated(row, order=order)
    changes: list[Change] = []
    for at, each in enumerate((*others[:index], row, *others[index:]), 1):
        changes += updated(each, order=at * STEP)
    return tuple(changes)
