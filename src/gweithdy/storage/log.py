"""Log: an Edit becomes rows of the change log and of the tables, in one transaction."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Edit, Overtaken, Turn
from gweithdy.domain.entity import fields
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import as_plain, to_plain
from gweithdy.domain.problem import Problem
from gweithdy.storage.current import UNKNOWN, Row, known_rows, write_rows
from gweithdy.storage.files import keep
from gweithdy.storage.heads import Head, KnownHeads
from gweithdy.storage.numbers import Numbers
from gweithdy.storage.position import Position, greatest
from gweithdy.storage.prepared import Prepared, among
from gweithdy.storage.tables import change, change_parent, device, word
from gweithdy.storage.tables import edit as edit_table

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

NOT_EXACT = timedelta(hours=1)
"""How exactly the time of what is anonymous is written."""

Rows = dict[Row, dict[str, Value]]

_since = Prepared(
    sa.select(change.c.thing, word.c.text)
    .join(word, word.c.number == change.c.field)
    .where(among(change.c.thing, "things"), change.c.edit > sa.bindparam("seen"))
)
_new_device = Prepared(sa.insert(device))
_sign = Prepared(sa.insert(edit_table))
_append = Prepared(sa.insert(change))
_adopt = Prepared(sa.insert(change_parent))


class Log:
    """Appends edits in the name of one device. Only the writer's thread uses it."""

    def __init__(
        self, device: int, author: str, start: Position, now: Callable[[], datetime]
    ) -> None:
        self.device = device
        self._author = author
        self._now = now
        self._numbers = Numbers()
        self._heads = KnownHeads()
        self.position = start

    def forget(self, back_to: Position) -> None:
        """The transaction was rolled back: nothing since `back_to` has happened."""
        self.position = back_to
        self._numbers.clear()
        self._heads.clear()

    def append(self, connection: sa.Connection, edit: Edit) -> int:
        """Write `edit` to the tables and to the log; its number.

        Problem if it does not fit what there is, or if it is strict and somebody wrote in the
        same places, or in a thing that it takes away, what its author has not seen.
        """
        rows = known_rows(edit)
        if edit.strict:
            self._refuse_overtaken(connection, edit, rows)
        anonymous = is_anonymous(rows)
        if anonymous:
            # The order in which they were given would say who gave them.
            edit, rows = replace(edit, author=""), dict(sorted(rows.items()))
        elif not edit.author and not edit.nameless:
            edit = replace(edit, author=self._author)
        if edit.files:
            keep(connection, edit.files)
        fresh = write_rows(connection, rows, edit.session)
        self._numbers.make_room()
        words, things = self._named(connection, edit, rows, fresh)
        self.position.edit += 1
        signature = self._nobody(connection) if anonymous else self._signature()
        row = {
            "number": self.position.edit, **signature, "author": words[edit.author],
            "origin": words[str(edit.origin)], "label": words[edit.label],
            "kind": words[_kind(edit)],
            "session": things[edit.session] if edit.session else None,
        }  # fmt: skip
        _sign.run(connection, [row])
        self._write_changes(connection, edit, rows, fresh, words, things)
        return self.position.edit

    def _refuse_overtaken(self, connection: sa.Connection, edit: Edit, rows: Rows) -> None:
        things = self._numbers.things(connection, [id for _, id in rows])
        names = {things[id]: values for (_, id), values in rows.items() if id in things}
        seen = self.position.edit if edit.seen is None else edit.seen
        for thing, path in _since.all(connection, {"things": list(names), "seen": seen}):
            if path in names[thing] or names[thing].get("deleted"):
                raise Overtaken

    def _named(
        self, connection: sa.Connection, edit: Edit, rows: Rows, fresh: Collection[Id]
    ) -> tuple[dict[str, int], dict[Id, int]]:
        """The numbers of all words and things that this edit names; new ones are given one."""
        here, numbers = self.position, self._numbers
        texts = {
            edit.author,
            str(edit.origin),
            edit.label,
            _kind(edit),
            *(noun for noun, _ in rows),
        }
        texts.update(path for (_, id), v in rows.items() if id not in fresh for path in v)
        words, here.word = numbers.words(connection, texts, here.word)
        new = [(id, words[noun]) for noun, id in rows if id in fresh]
        here.thing = numbers.new_things(connection, new, here.thing)
        old = [id for _, id in rows if id not in fresh]
        things = numbers.things(connection, [*old, edit.session] if edit.session else old)
        if edit.session and edit.session not in things:
            raise Problem(UNKNOWN, what=f"session {edit.session}")
        return words, things

    def _signature(self) -> dict[str, Any]:
        """Which device and when, counted on."""
        here, at = self.position, self._now()
        hlc = max((at - EPOCH) // MICROSECOND, here.hlc + 1)
        here.seq, here.hlc = here.seq + 1, hlc
        return {"device": self.device, "seq": here.seq, "hlc": hlc, "at": at}

    def _nobody(self, connection: sa.Connection) -> dict[str, Any]:
        """The signature of what is anonymous: a device made up for it, and no exact time."""
        at = EPOCH + (self._now() - EPOCH) // NOT_EXACT * NOT_EXACT
        number = 1 + greatest(connection, device.c.number)
        made_up = {"number": number, "id": new_id(), "incarnation": new_id(), "since": None}
        _new_device.run(connection, [made_up])
        hlc = (at - EPOCH) // MICROSECOND
        return {"device": number, "seq": 1, "hlc": hlc, "at": at}

    def _write_changes(
        self,
        connection: sa.Connection,
        edit: Edit,
        rows: Rows,
        fresh: Collection[Id],
        words: dict[str, int],
        things: dict[Id, int],
    ) -> None:
        spots = [
            (things[id], words[path])
            for (_, id), v in rows.items()
            if id not in fresh
            for path in v
        ]
        parents = self._heads.parents(connection, spots, edit.seen)
        entries: list[dict[str, Any]] = []
        adopted: list[dict[str, int]] = []
        here = self.position
        for (noun, id), values in rows.items():
            thing = things[id]
            if id in fresh:
                here.change += 1
                self._heads.made(thing, Head(here.change, here.edit))
                whole = first_values(noun, values, edit.session)
                entries.append(_entry(here, thing, None, whole))
                continue
            for path, value in values.items():
                here.change += 1
                spot, plain = (thing, words[path]), to_plain(fields(NOUNS[noun])[path], value)
                entries.append(_entry(here, *spot, plain))
                adopted += [{"child": here.change, "parent": head.change} for head in parents[spot]]
                self._heads.follow(spot, Head(here.change, here.edit), parents[spot])
        _append.run(connection, entries)
        if adopted:
            _adopt.run(connection, adopted)


def _kind(edit: Edit) -> str:
    return str(Turn.FACT if edit.fact else edit.turn)


def is_anonymous(rows: Rows) -> bool:
    """Whether `rows` are of nouns that nobody signs; Problem where only some of them are."""
    kinds = {NOUNS[noun].noun.anonymous for noun, _ in rows}
    if len(kinds) > 1:
        raise Problem(UNKNOWN, what=", ".join(sorted({noun for noun, _ in rows})))
    return kinds == {True}


def first_values(noun: str, values: dict[str, Value], session: Id) -> dict[str, Any]:
    """The values of something new by path; what the edit or the declaration says is left out."""
    known, whole = _plain(noun), dict[str, Any]()
    for path, value in values.items():
        default, convert = known[path]
        if value != default and not (path == "session" and value == session):
            whole[path] = convert(value) if convert else value
    return whole


@cache
def _plain(noun: str) -> dict[str, tuple[Value, Callable[[Value], Any] | None]]:
    """The usual value of each field, and what makes JSON of others."""
    return {path: (one.default, as_plain(one)) for path, one in fields(NOUNS[noun]).items()}


def _entry(at: Position, thing: int, field: int | None, value: Any) -> dict[str, Any]:
    return {"number": at.change, "edit": at.edit, "thing": thing, "field": field, "value": value}
