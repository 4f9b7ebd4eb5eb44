"""Heads: the changes that are current in a field. Several, where people wrote at once.

A change that brings a thing into being counts in every field until a later one takes its place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from gweithdy.storage.numbers import REMEMBERED
from gweithdy.storage.prepared import Prepared, among
from gweithdy.storage.tables import change, change_parent

Spot = tuple[int, int]
"""One field of one thing, both by number."""

ALL = 2**62
"""A position after every edit."""


class Head(NamedTuple):
    """A change by its number, and the number of its edit."""

    change: int
    edit: int


_child = change.alias()
_followed = (
    sa.select(change_parent.c.parent)
    .join(_child, _child.c.number == change_parent.c.child)
    .where(_child.c.edit <= sa.bindparam("seen"))
)
_in_fields = Prepared(
    sa.select(change.c.thing, change.c.field, change.c.number, change.c.edit).where(
        among(change.c.thing, "things"),
        among(change.c.field, "fields"),
        change.c.edit <= sa.bindparam("seen"),
        ~_followed.where(change_parent.c.parent == change.c.number).exists(),
    )
)
_made = Prepared(
    sa.select(change.c.thing, change.c.number, change.c.edit).where(
        among(change.c.thing, "things"),
        change.c.field.is_(None),
        change.c.edit <= sa.bindparam("seen"),
    )
)
_taken_over = Prepared(
    _followed.add_columns(_child.c.field).where(
        among(change_parent.c.parent, "parents"), among(_child.c.field, "fields")
    )
)


def heads(
    connection: sa.Connection, spots: Collection[Spot], seen: int = ALL
) -> dict[Spot, list[Head]]:
    """The heads of each of `spots`, as they stood after edit number `seen`."""
    found: dict[Spot, list[Head]] = defaultdict(list)
    wanted, fields = set(spots), sorted({field for _, field in spots})
    things = sorted({thing for thing, _ in spots})
    asked = {"things": things, "fields": fields, "seen": seen}
    for thing, field, number, edit in _in_fields.all(connection, asked):
        found[thing, field].append(Head(number, edit))
    made = _made.all(connection, asked)
    parents = {"parents": [number for _, number, _ in made], "fields": fields, "seen": seen}
    gone = set(_taken_over.all(connection, parents))
    for thing, number, edit in made:
        for field in fields:
            if (number, field) not in gone:
                found[thing, field].append(Head(number, edit))
    return {spot: found[spot] for spot in wanted}


class KnownHeads:
    """The current heads of what was lately written, so that typing on asks the database nothing."""

    def __init__(self) -> None:
        self._of_spot: dict[Spot, list[Head]] = {}
        self._made: dict[int, Head] = {}

    def clear(self) -> None:
        """Forget all: what was noted may never have been written."""
        self._of_spot.clear()
        self._made.clear()

    def made(self, thing: int, head: Head) -> None:
        """Note a thing that has come into being."""
        self._made[thing] = head

    def parents(
        self, connection: sa.Connection, spots: Sequence[Spot], seen: int | None
    ) -> dict[Spot, list[Head]]:
        """What each of `spots` had on the screen of somebody who had `seen` this much."""
        current = self._current(connection, spots)
        if seen is None:
            return current
        beside = [s for s in spots if any(head.edit > seen for head in current[s])]
        return current | heads(connection, beside, seen) if beside else current

    def follow(self, spot: Spot, head: Head, parents: Iterable[Head]) -> None:
        """Note a new head; those that it does not follow stay beside it."""
        before = self._of_spot.get(spot, ())
        followed = set(parents)
        self._of_spot[spot] = [*(each for each in before if each not in followed), head]

    def _current(self, connection: sa.Connection, spots: Sequence[Spot]) -> dict[Spot, list[Head]]:
        if len(self._of_spot) + len(self._made) > REMEMBERED:
            self.clear()
        unknown = []
        for spot in spots:
            if spot not in self._of_spot:
                if spot[0] in self._made:
                    self._of_spot[spot] = [self._made[spot[0]]]
                else:
                    unknown.append(spot)
        if unknown:
            self._of_spot |= heads(connection, unknown)
        return {spot: self._of_spot[spot] for spot in spots}
