"""Columns: how each kind of value is kept in a database column, the same on every engine."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from gweithdy.domain.attached import Attached
from gweithdy.domain.field import Field, Kind, Value


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC. SQLite drops the zone, so it is put back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(sa.types.TypeDecorator[Any]):
    """A plain value as JSON; PostgreSQL's own kind is loaded only where PostgreSQL is used."""

    impl = sa.JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> sa.types.TypeEngine[Any]:
        if dialect.name != "postgresql":
            return sa.JSON()
        from sqlalchemy.dialects.postgresql import JSONB

        return JSONB()


DOCUMENT = Document()
IDENTIFIER = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

TYPES: dict[Kind, sa.types.TypeEngine[Any]] = {
    Kind.WORDS: sa.Text(),
    Kind.LINK: sa.Text(),
    Kind.ID: IDENTIFIER,
    Kind.IDS: DOCUMENT,
    Kind.INTEGER: sa.Integer(),
    Kind.NUMBER: sa.Double(),
    Kind.FLAG: sa.Boolean(),
    Kind.DATE: sa.Date(),
    Kind.TIME: sa.Time(),
    Kind.MOMENT: Moment(),
    Kind.CHOICE: sa.String(40),
    Kind.CHOICES: DOCUMENT,
    Kind.FILE: DOCUMENT,
}


def stored(one: Field) -> Callable[[Value], Any] | None:
    """What makes a value what its column takes; None where it can stay as it is."""
    match one.kind:
        case Kind.ID:
            return lambda value: value or None
        case Kind.CHOICE:
            return str
        case Kind.CHOICES | Kind.IDS:
            return lambda value: [str(each) for each in value]
        case Kind.FILE:
            return lambda value: asdict(value) if value else None
        case _:
            return None


def unstored(one: Field) -> Callable[[Any], Value] | None:
    """What turns a column's value back; None where it can stay as it is."""
    choices: Any = one.choices
    match one.kind:
        case Kind.ID:
            return lambda value: value or ""
        case Kind.IDS:
            return tuple
        case Kind.CHOICE:
            return {str(choice): choice for choice in choices}.__getitem__
        case Kind.CHOICES:
            return lambda value: tuple(choices(choice) for choice in value)
        case Kind.NUMBER:
            return float
        case Kind.FILE:
            return lambda value: Attached(**value) if value else None
        case _:
            return None
