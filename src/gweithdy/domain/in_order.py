"""In order: the living rows of one noun, altogether and by what they stand inside."""

from bisect import bisect_left
from collections.abc import Iterable, KeysView
from typing import Self

from gweithdy.domain.entity import Entity, parent_field
from gweithdy.domain.ids import Id


class InOrder:
    """Kept in order by `order`, then id, from one edit to the next; nothing is sorted anew."""

    def __init__(self, noun: type[Entity], rows: Iterable[Entity] = ()) -> None:
        self._parent = parent_field(noun)
        self._all = sorted((each for each in rows if not each.deleted), key=place)
        self._inside: dict[Id, list[Entity]] = {}
        self._told: dict[Id, tuple[Entity, ...]] = {}
        for each in self._all if self._parent else ():
            self._inside.setdefault(getattr(each, self._parent), []).append(each)

    def all(self) -> list[Entity]:
        """All of them."""
        return self._all.copy()

    def inside(self, parent: Id) -> tuple[Entity, ...]:
        """Those inside `parent`; the same tuple as the last time if none of them has changed."""
        if parent not in self._told:
            self._told[parent] = tuple(self._inside.get(parent, ()))
        return self._told[parent]

    def parents(self) -> KeysView[Id]:
        """What has any of them inside it."""
        return self._inside.keys()

    def take(self, before: Entity | None, after: Entity) -> None:
        """Let `after` stand in the place of `before`, or where it belongs by now."""
        if before is not None and not before.deleted:
            self._take_out(before)
        if not after.deleted:
            self._put_in(after)

    def copy(self) -> Self:
        """A copy that goes its own way."""
        new = object.__new__(type(self))
        new._parent, new._all = self._parent, self._all.copy()
        new._inside = {parent: rows.copy() for parent, rows in self._inside.items()}
        new._told = self._told.copy()
        return new

    def _take_out(self, entity: Entity) -> None:
        _remove(self._all, entity)
        if self._parent:
            parent = getattr(entity, self._parent)
            rows = self._inside[parent]
            _remove(rows, entity)
            self._told.pop(parent, None)
            if not rows:
                del self._inside[parent]

    def _put_in(self, entity: Entity) -> None:
        _insert(self._all, entity)
        if self._parent:
            parent = getattr(entity, self._parent)
            _insert(self._inside.setdefault(parent, []), entity)
            self._told.pop(parent, None)


def place(entity: Entity) -> tuple[float, Id]:
    """What rows are put in order by: two may bear the same number after a merge."""
    return (getattr(entity, "order", 0.0), entity.id)


def _insert(rows: list[Entity], entity: Entity) -> None:
    rows.insert(bisect_left(rows, place(entity), key=place), entity)


def _remove(rows: list[Entity], entity: Entity) -> None:
    del rows[bisect_left(rows, place(entity), key=place)]
