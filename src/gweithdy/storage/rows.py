"""Rows: entities made from table rows, and table rows made from values."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from operator import contains
from typing import TYPE_CHECKING, Any

from gweithdy.domain.change import Place
from gweithdy.domain.entity import Entity, declared, fields, made_from
from gweithdy.domain.field import TEXT_PARTS, Field, Kind, Value
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import NOTHING, Language, Text, Written
from gweithdy.storage.values import UNREADABLE, stored, types_of, unstored

if TYPE_CHECKING:
    import sqlalchemy as sa

# A glance at a library makes entities too, and loads no SQLAlchemy: only the queries do.


LANGUAGES = ("", *Language)
"""What the original of a text can be."""


@cache
def all_of(noun: str) -> "sa.Select[Any]":
    """The query for the columns that `maker` reads."""
    import sqlalchemy as sa

    from gweithdy.storage.tables import TABLES

    table = TABLES[noun]
    names = ("id", *(one.column for one in fields(NOUNS[noun]).values()))
    # As they are: a type of SQLAlchemy's gives up the whole query for one damaged value.
    columns: list[Any] = [sa.type_coerce(table.c[name], sa.types.NullType()) for name in names]
    return sa.select(*columns)


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


Make = Callable[[Sequence[Any], list[Place]], Entity]


@cache
def maker(noun_name: str) -> Make:
    """What makes an entity of a row; worked out once, because boards have thousands.

    A value that is damaged is put on a list, and read as far as it can be: else as the usual one.
    """
    noun = NOUNS[noun_name]
    make = _whole(noun)
    usual = [{str}, *(types_of(one) for one in fields(noun).values())]
    seen: set[tuple[type, ...]] = set()

    def read(row: Sequence[Any], unread: list[Place]) -> Entity:
        types = tuple(map(type, row))
        with suppress(*UNREADABLE):
            if types in seen or all(map(contains, usual, types)):
                seen.add(types)
                return make(row)
        return _salvaged(noun_name, row, unread)

    return read


def _whole(noun: type[Entity]) -> Callable[[Sequence[Any]], Entity]:
    """What makes an entity of a row in which nothing is damaged."""
    texts: list[tuple[str, int]] = []
    plain: list[tuple[str, int]] = []
    converted: list[tuple[str, int, Callable[[Any], Value]]] = []
    place = 1
    for one in declared(noun):
        if one.kind is Kind.TEXT:
            texts.append((one.name, place))
            place += len(TEXT_PARTS)
            continue
        convert = unstored(one)
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
    if original not in LANGUAGES:
        raise ValueError(original)
    # Most texts are in one language: the empty record is one and the same.
    return Text(
        Written(cy, cy_state, cy_basis) if cy or cy_state or cy_basis else NOTHING,
        Written(en, en_state, en_basis) if en or en_state or en_basis else NOTHING,
        original,
    )


def _salvaged(noun: str, row: Sequence[Any], unread: list[Place]) -> Entity:
    id = str(row[0])
    values: dict[str, Value] = {}
    for (path, one), value in zip(fields(NOUNS[noun]).items(), row[1:], strict=True):
        try:
            values[path] = _value(one, value)
        except UNREADABLE:
            unread.append(Place(noun, id, path))
            are_words = isinstance(value, str) and one.kind in (Kind.WORDS, Kind.LINK)
            values[path] = str(value) if are_words and not one.allowed else one.default
    return made_from(NOUNS[noun], id, values)


def _value(one: Field, value: Any) -> Value:
    if type(value) not in types_of(one):
        raise TypeError(one.path)
    if one.path.endswith(".original") and value not in LANGUAGES:
        raise ValueError(one.path)
    convert = unstored(one)
    return convert(value) if convert else value


def entities(noun: str, rows: Iterable[Sequence[Any]], unread: list[Place]) -> list[Entity]:
    """The entities of all `rows`. Values that cannot be read are put on the list `unread`."""
    make = maker(noun)
    return [make(row, unread) for row in rows]


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
