"""Check: whether the file is whole, and whether the tables say what the log says."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import fields, made_from, value_of
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import from_plain, to_plain
from gweithdy.domain.problem import N_
from gweithdy.domain.stop import Progress
from gweithdy.storage.health import damage
from gweithdy.storage.rows import all_of, entities
from gweithdy.storage.tables import change, change_parent, device, edit, thing, word

Plain = dict[str, Any]
"""The values of one row by path, as the log writes them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library. `message` is a catalogue text, `values` fill its places."""

    message: str
    values: dict[str, object] = field(default_factory=dict)


def check(connection: sa.Connection, progress: Progress | None = None) -> list[Finding]:
    """Everything wrong with the library; empty if it is whole."""
    steps = len(NOUNS) + 1
    tell = progress or (lambda _step, _steps: None)
    tell(0, steps)
    found = [
        Finding(N_("The file is damaged: {reason}"), {"reason": reason})
        for reason in damage(connection)
    ]
    for step, noun in enumerate(() if found else NOUNS, 1):
        tell(step, steps)
        found += _compared(noun, tables(connection, noun), rebuilt(connection, noun))
    tell(steps, steps)
    return found


def rebuilt(connection: sa.Connection, noun: str) -> dict[Id, Plain]:
    """The rows of one table as the log alone makes them.

    Of several heads of one field the one with the greatest clock and device counts.
    """
    number = connection.scalar(sa.select(word.c.number).where(word.c.text == noun))
    paths = {one.number: one.text for one in connection.execute(sa.select(word))}
    followed = {
        (parent, paths[field]) for parent, field in connection.execute(_FOLLOWED, {"noun": number})
    }
    rows: dict[Id, Plain] = {}
    for one in connection.execute(_CHANGES, {"noun": number}):
        # Not by the order alone: what is anonymous has the same clock for an hour.
        made = one.field is None
        values = {"session": one.session, **one.value} if made else {paths[one.field]: one.value}
        rows.setdefault(one.id, {}).update(
            {path: v for path, v in values.items() if (one.number, path) not in followed}
        )
    return {id: _whole(noun, id, plain) for id, plain in rows.items()}


_session = thing.alias()
_child = change.alias()
_CHANGES = (
    sa.select(
        change.c.number, thing.c.id, change.c.field, change.c.value, _session.c.id.label("session")
    )
    .join(thing, thing.c.number == change.c.thing)
    .join(edit, edit.c.number == change.c.edit)
    .join(device, device.c.number == edit.c.device)
    .join(_session, _session.c.number == edit.c.session, isouter=True)
    # Not what was erased; a value that is nothing is the JSON null.
    .where(thing.c.noun == sa.bindparam("noun"), change.c.value.is_not(None))
    .order_by(edit.c.hlc, device.c.id, change.c.number)
)
_FOLLOWED = (
    sa.select(change_parent.c.parent, _child.c.field)
    .join(_child, _child.c.number == change_parent.c.child)
    .join(thing, thing.c.number == _child.c.thing)
    .where(thing.c.noun == sa.bindparam("noun"))
)


def tables(connection: sa.Connection, noun: str) -> dict[Id, Plain]:
    """The rows of one table as they are."""
    known = fields(NOUNS[noun])
    found = entities(noun, connection.execute(all_of(noun)))
    return {e.id: {p: to_plain(f, value_of(e, p)) for p, f in known.items()} for e in found}


def _whole(noun: str, id: Id, plain: Plain) -> Plain:
    known = fields(NOUNS[noun])
    values = {p: from_plain(known[p], value) for p, value in plain.items() if p in known}
    entity = made_from(NOUNS[noun], id, values)
    return {path: to_plain(one, value_of(entity, path)) for path, one in known.items()}


def _compared(noun: str, stored: dict[Id, Plain], logged: dict[Id, Plain]) -> Iterator[Finding]:
    for id in sorted(stored.keys() | logged.keys()):
        one, other = stored.get(id), logged.get(id)
        if one is None or other is None or one != other:
            paths = [p for p in one or {} if other is None or (one or {})[p] != other[p]]
            yield Finding(
                N_("A row does not match its history: {noun} {id} ({fields})"),
                {"noun": noun, "id": id, "fields": ", ".join(paths)},
            )
