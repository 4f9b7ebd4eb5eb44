"""Replay: rows of the tables as the changes of the log make them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.change import Place
from gweithdy.domain.entity import fields
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import to_plain
from gweithdy.storage.current import Row
from gweithdy.storage.tables import VALUE, change, change_parent, device, edit, thing, word
from gweithdy.storage.values import UNREADABLE, parsed

Plain = dict[str, Any]
"""The values of one row by path, as the log writes them."""

_session = thing.alias()
CHANGES = (
    sa.select(
        change.c.number,
        thing.c.noun,
        thing.c.id,
        change.c.field,
        VALUE,
        _session.c.id,
    )
    .join(thing, thing.c.number == change.c.thing)
    .join(edit, edit.c.number == change.c.edit)
    .join(device, device.c.number == edit.c.device)
    .join(_session, _session.c.number == edit.c.session, isouter=True)
    # Not what was erased; a value that is nothing is the JSON null.
    .where(change.c.value.is_not(None))
    .order_by(edit.c.hlc, device.c.id, change.c.number)
)
"""What is replayed, in the order in which it counts: narrow it down to some changes of `change`."""

child = change.alias()
FOLLOWED = sa.select(change_parent.c.parent, child.c.field).join(
    child, child.c.number == change_parent.c.child
)
"""The changes in whose place another one stands, by field: narrow it down to some of `child`."""


def replayed(
    connection: sa.Connection,
    changes: sa.Select[Any],
    followed: sa.Select[Any],
    asked: Mapping[str, object],
    unread: list[Place],
) -> dict[Row, Plain]:
    """The rows as some of `CHANGES` make them, but for those that some of `FOLLOWED` name.

    `asked` fills the places of both. Damaged changes are put on the list `unread`.
    """
    words = {one.number: one.text for one in connection.execute(sa.select(word))}
    past = {(parent, words[path]) for parent, path in connection.execute(followed, asked)}
    rows: dict[Row, Plain] = {}
    for number, noun, id, path, plain, session in connection.execute(changes, asked):
        try:
            value = parsed(plain)
            values = {"session": session, **value} if path is None else {words[path]: value}
        except UNREADABLE:
            unread.append(Place(words[noun], id, words.get(path, "") if path else ""))
            continue
        # Not by the order alone: what is anonymous has the same clock for an hour.
        rows.setdefault((words[noun], id), {}).update(
            {name: each for name, each in values.items() if (number, name) not in past}
        )
    return {
        (noun, id): {path: row.get(path, value) for path, value in _defaults(noun).items()}
        for (noun, id), row in rows.items()
        if noun in NOUNS
    }


@cache
def _defaults(noun: str) -> Plain:
    return {path: to_plain(one, one.default) for path, one in fields(NOUNS[noun]).items()}
