"""Versions: what stands beside each other in one field where people wrote at once."""

from typing import Any

import sqlalchemy as sa

from gweithdy.domain.entity import Entity, fields, noun_name
from gweithdy.domain.field import Field, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.plain import from_plain
from gweithdy.storage.heads import heads
from gweithdy.storage.tables import change, device, edit, thing, word


def versions(connection: sa.Connection, noun: type[Entity], id: Id, field: str) -> list[Value]:
    """The values of all heads of a field, the one that is shown last.

    A settled field (the order of a row) has one: nobody is asked which of two places is right.
    """
    one = fields(noun)[field]
    row: int | None = connection.scalar(_spot(noun, id))
    if row is None:
        return []
    # A field that was never changed has no number; only the row that made the thing counts then.
    path = connection.scalar(sa.select(word.c.number).where(word.c.text == field)) or 0
    numbers = [head.change for head in heads(connection, [(row, path)])[row, path]]
    query = (
        sa.select(change.c.field, change.c.value)
        .join(edit, edit.c.number == change.c.edit)
        .join(device, device.c.number == edit.c.device)
        .where(change.c.number.in_(numbers))
        .order_by(edit.c.hlc, device.c.id, change.c.number)
    )
    values = _values(connection, query, one)
    return values[-1:] if one.settled else values


def earlier(connection: sa.Connection, noun: type[Entity], id: Id, field: str) -> list[Value]:
    """What has stood in a field as far as the log knows, the newest first, the one of now too."""
    path = sa.select(word.c.number).where(word.c.text == field).scalar_subquery()
    query = (
        sa.select(change.c.field, change.c.value)
        .join(edit, edit.c.number == change.c.edit)
        .where(
            change.c.thing == _spot(noun, id).scalar_subquery(),
            sa.or_(change.c.field.is_(None), change.c.field == path),
        )
        .order_by(edit.c.hlc.desc(), change.c.number.desc())
    )
    return _values(connection, query, fields(noun)[field])


def _spot(noun: type[Entity], id: Id) -> "sa.Select[Any]":
    of_noun = sa.select(word.c.number).where(word.c.text == noun_name(noun))
    return sa.select(thing.c.number).where(
        thing.c.id == id, thing.c.noun == of_noun.scalar_subquery()
    )


def _values(connection: sa.Connection, query: "sa.Select[Any]", one: Field) -> list[Value]:
    """The values of `one` field in rows of a field and its value, or of all that a thing was."""
    found = connection.execute(query).all()
    plain = [value.get(one.path) if at is None and value else value for at, value in found]
    return [one.default if each is None else from_plain(one, each) for each in plain]
