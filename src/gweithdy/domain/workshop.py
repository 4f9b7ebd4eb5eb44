"""Workshop: one session in memory with everything that belongs to it; Catalogue: all sessions."""

from collections.abc import Iterable, KeysView
from typing import Self, TypeVar

from gweithdy.domain.change import Change, Committed, Edit, Place
from gweithdy.domain.entity import Entity, made_from, value_of, with_values
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.in_order import InOrder
from gweithdy.domain.nouns import NOUNS, OWNED, SHELVED
from gweithdy.domain.problem import N_, Damaged, Problem
from gweithdy.domain.session import Session

E = TypeVar("E", bound=Entity)

Taken = dict[Id, tuple[Entity | None, Entity]]
"""What an edit did to rows, by id: what was there before, None if nothing, and what is now."""


class Rows:
    """Entities by noun and id, and in their order. They change only by `take`.

    `position` is the number of the last edit of the log that is in here. `unread` are the values
    that were damaged when this was read: they are empty here, or as far as they could be read.
    """

    def __init__(
        self,
        nouns: Iterable[type[Entity]],
        entities: Iterable[Entity] = (),
        position: int = 0,
        unread: Iterable[Place] = (),
    ) -> None:
        self.position = position
        self.unread = tuple(unread)
        self._rows: dict[type[Entity], dict[Id, Entity]] = {noun: {} for noun in nouns}
        for entity in entities:
            self._rows[type(entity)][entity.id] = entity
        self._in_order = {noun: InOrder(noun, rows.values()) for noun, rows in self._rows.items()}

    @property
    def damage(self) -> Problem | None:
        """What a person is told about the values that are `unread`."""
        if not self.unread:
            return None
        return Damaged(
            N_(
                "Damaged values here: {count}. They are shown empty, or as far as they can be "
                "read. Opening changed nothing in the file. The Settings page checks the library, "
                "and restores a backup."
            ),
            count=len(self.unread),
        )

    def of(self, noun: type[E]) -> list[E]:
        """The living entities of `noun`, in their order."""
        return self._in_order[noun].all()  # type: ignore[return-value]

    def inside(self, noun: type[E], parent: Id) -> tuple[E, ...]:
        """Those of `of` that stand inside `parent`: the cards of a lane, the votes of a card.

        It is the same tuple as the last time if none of them has changed.
        """
        return self._in_order[noun].inside(parent)  # type: ignore[return-value]

    def parents(self, noun: type[Entity]) -> KeysView[Id]:
        """What has living entities of `noun` inside it."""
        return self._in_order[noun].parents()

    def find(self, noun: type[E], id: Id) -> E | None:
        """The living entity with this id."""
        entity = self._rows[noun].get(id)
        return entity if entity and not entity.deleted else None  # type: ignore[return-value]

    def get(self, noun: type[E], id: Id) -> E:
        """The entity with this id, deleted or not; KeyError if there never was one."""
        return self._rows[noun][id]  # type: ignore[return-value]

    def everything(self) -> list[Entity]:
        """All entities, deleted ones too."""
        return [entity for rows in self._rows.values() for entity in rows.values()]

    def take(self, edit: Edit) -> Taken:
        """Let the changes of an edit come true here; those of other rows are passed over."""
        taken: Taken = {}
        for (name, id), values in grouped(edit.changes).items():
            noun = NOUNS[name]
            rows = self._rows.get(noun)
            if rows is None or not self._belongs(name, id, values, edit.session):
                continue
            known = rows.get(id)
            rows[id] = with_values(known, values) if known else made_from(noun, id, values)
            self._in_order[noun].take(known, rows[id])
            taken[id] = (known, rows[id])
        return taken

    def catch_up(self, committed: Committed) -> Taken:
        """Take an edit of the log, unless it was in here when this was read."""
        if committed.number <= self.position:
            return {}
        self.position = committed.number
        return self.take(committed.edit)

    def _belongs(self, name: str, id: Id, values: dict[str, Value], session: Id) -> bool:
        return True

    def forget(self, noun: type[Entity], ids: Iterable[Id]) -> None:
        """Drop deleted entities that are gone for good."""
        for id in ids:
            self._rows[noun].pop(id, None)

    def reverse(self, edit: Edit, besides: "Rows | None" = None) -> Edit:
        """The edit that brings the values of now back; take it before the edit itself is taken.

        What the edit creates is brought back to not being there: `deleted`. `besides` has the
        rows of nouns that are not here: the series, for a workshop.
        """
        back: list[Change] = []
        for (name, id), values in grouped(edit.changes).items():
            known = self.named(name, id) or (besides.named(name, id) if besides else None)
            if known is None:
                back.append(Change(name, id, "deleted", True))
            else:
                back += [Change(name, id, path, value_of(known, path)) for path in values]
        return Edit(edit.label, tuple(back), edit.session, edit.about, edit.fact)

    def named(self, name: str, id: Id) -> Entity | None:
        """What a Change means by this noun's name and id, deleted or not, if it is here."""
        return self._rows.get(NOUNS[name], {}).get(id)

    def copy(self) -> Self:
        """A copy for work in another thread; entities are frozen, so they are shared."""
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        new._rows = {noun: dict(rows) for noun, rows in self._rows.items()}
        new._in_order = {noun: rows.copy() for noun, rows in self._in_order.items()}
        return new


class Catalogue(Rows):
    """What belongs to the library and its series: all sessions, without what is inside them."""

    def __init__(
        self, entities: Iterable[Entity] = (), position: int = 0, unread: Iterable[Place] = ()
    ) -> None:
        super().__init__(SHELVED, entities, position, unread)


class Workshop(Rows):
    """One session and everything that belongs to it."""

    def __init__(
        self,
        session: Session,
        entities: Iterable[Entity] = (),
        position: int = 0,
        unread: Iterable[Place] = (),
    ) -> None:
        super().__init__((Session, *OWNED), (session, *entities), position, unread)
        self.id = session.id

    @property
    def session(self) -> Session:
        return self.get(Session, self.id)

    def _belongs(self, name: str, id: Id, values: dict[str, Value], session: Id) -> bool:
        if name == "session":
            return id == self.id
        # An edit of the library may hold rows of several sessions: an import of files.
        is_ours = self.named(name, id) is not None or values.get("session") == self.id
        return is_ours if not session else session == self.id


def together(earlier: Taken, later: Taken) -> Taken:
    """Both as if they were one: what was there first, and what is there last."""
    both = dict(earlier)
    for id, (before, after) in later.items():
        both[id] = (both[id][0] if id in both else before, after)
    return both


def after(taken: Taken, noun: type[E]) -> list[E]:
    """What is now of this noun among what was taken, deleted or not."""
    return [now for _, now in taken.values() if isinstance(now, noun)]


def touches(taken: Taken, *nouns: type[Entity]) -> bool:
    """Whether anything of these nouns is among what was taken."""
    return any(isinstance(now, nouns) for _, now in taken.values())


def grouped(changes: Iterable[Change]) -> dict[tuple[str, Id], dict[str, Value]]:
    """The values of `changes` by row; of two changes of one field the later one counts."""
    rows: dict[tuple[str, Id], dict[str, Value]] = {}
    for change in changes:
        rows.setdefault((change.entity, change.id), {})[change.field] = change.value
    return rows
