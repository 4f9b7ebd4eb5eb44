"""Rows: entities made from table rows, and table rows made from values."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from gweithdy.domain.entity import Entity, declared, fields
from gweithdy.domain.field import TEXT_PARTS, Kind, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import NOTHING, Text, Written
from gweithdy.storage.values import stored, unstored

if TYPE_CHECKING:
    import sqlalchemy as sa

# A glance at a library makes entities too, and loads no SQLAlchemy: only the queries do.


@cache
def all_of(noun: str) -> "sa.Select[Any]":
    """The query for the columns that `maker` reads."""
    import sqlalchemy as sa

    from gweithdy.storage.tables import TABLES

    table = TABLES[noun]
    return sa.select(table.c.id, *(table.c[one.column] for one in fields(NOUNS[noun]).values()))


@cache
def in_session(noun: str) -> "sa.Select[Any]":
    """The query for what belongs to `:session`."""
    import sqlalchemy as sa

    return all_of(noun).where(sa.column("session") == sa.bindparam("session"))


@cache
def among_ids(noun: str) -> "sa.Select[Any]":
    """The query for those of `:ids` that there are."""
    from gweithdy.storage.prepared import among
    from gweithdy.storage.tables import TABLES

    return all_of(noun).where(among(TABLES[noun].c.id, "ids"))


@cache
def maker(noun_name: str) -> Callable[[Sequence[Any]], Entity]:
    """What makes an entity of a row; worked out once, because boards have thousands."""
    noun = NOUNS[noun_name]
    texts: list[tuple[str, int]] = []
    plain: list[tuple[str, int]] = []
    converted: list[tuple[str, int, Callable[[Any], Value]]] = []
    place = 1
    for one in declared(noun):
        convert = unstored(one)
        if one.kind is Kind.TEXT:
            texts.append((one.name, place))
            place += len(TEXT_PARTS)
            continue
        if convert:
            converted.append((one.name, place, convert))
        else:
            plain.append((one.name, place))
        place += 1

    def make(row: Sequence[Any]) -> Entity:
        values: dict[str, Any] = {name: row[at] for name, at in plain}
        for name, at, convert in converted:
            values[name] = convert(row[at])
        for name, at in texts:
            values[name] = _text(*row[at : at + len(TEXT_PARTS)])
        return noun(id=row[0], **values)

    return make


def _text(
    cy: str, cy_state: str, cy_basis: str, en: str, en_state: str, en_basis: str, original: str
) -> Text:
    # Most texts are in one language: the empty record is one and the same.
    return Text(
        Written(cy, cy_state, cy_basis) if cy or cy_state or cy_basis else NOTHING,
        Written(en, en_state, en_basis) if en or en_state or en_basis else NOTHING,
        original,
    )


def entities(noun: str, rows: Iterable[Sequence[Any]]) -> list[Entity]:
    """The entities of all `rows`."""
    make = maker(noun)
    return [make(row) for row in rows]


def columns_of(noun: str, values: dict[str, Value]) -> dict[str, Any]:
    """`values` by path as values by column."""
    columns: dict[str, Any] = {}
    known = _columns(noun)
    for path, value in values.items():
        column, convert = known[path]
        columns[column] = convert(value) if convert else value
    return columns


@cache
def _columns(noun: str) -> dict[str, tuple[str, Callable[[Value], Any] | None]]:
    return {path: (one.column, stored(one)) for path, one in fields(NOUNS[noun]).items()}


@cache
def _defaults(name: str) -> dict[str, Any]:
    return columns_of(name, {path: one.default for path, one in fields(NOUNS[name]).items()})


def new_row(noun: str, id: Id, values: dict[str, Value]) -> dict[str, Any]:
    """The whole row of something new."""
    return {"id": id, **_defaults(noun), **columns_of(noun, values)}
