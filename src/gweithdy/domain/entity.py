"""Entity: the base of every noun, and what its declaration says about it and its fields.

Table columns, the change log, the session file, its schema, search, the list of missing texts and
duplicates all read their fields from here: adding a field to a noun is one line in its dataclass.
"""

import dataclasses
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import ClassVar

from gweithdy.domain.field import Field, Kind, Value, field_of, parts_of
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text


class Owner(Enum):
    """Where a noun belongs, and so with what it is opened and deleted."""

    SESSION = "session"
    SERIES = "series"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Noun:
    """What is declared once about a noun.

    `label` is what people call one of them (a catalogue text), `page` the page that shows it.
    `key` is its place in a session file, "" if it does not stand there. `single`: a session has
    one, whose id follows from the session's. `copied`: a duplicate of the session takes it along.
    `anonymous`: written without device, author and exact time.
    """

    label: str = ""
    page: str = ""
    key: str = ""
    single: bool = False
    copied: bool = False
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing with an id, of the library. Frozen: it changes only by Changes."""

    noun: ClassVar[Noun] = Noun()
    belongs_to: ClassVar[Owner] = Owner.LIBRARY

    id: Id
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned(Entity):
    """An entity that belongs to one session."""

    belongs_to: ClassVar[Owner] = Owner.SESSION

    session: Id = field(metadata={"ref": "session"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfSeries(Entity):
    """An entity that belongs to one series and goes through all of its sessions."""

    belongs_to: ClassVar[Owner] = Owner.SERIES

    series: Id = field(metadata={"ref": "series"})


E = typing.TypeVar("E", bound=Entity)


def declared(noun: type[Entity]) -> tuple[Field, ...]:
    """The fields of `noun` as declared, Text fields whole; without `id`."""
    if noun not in _DECLARED:
        hints = typing.get_type_hints(noun)
        _DECLARED[noun] = tuple(
            field_of(f, hints[f.name]) for f in dataclasses.fields(noun) if f.name != "id"
        )
    return _DECLARED[noun]


def declared_field(noun: type[Entity], name: str) -> Field:
    """What is declared about the field of `noun` with this name."""
    if noun not in _BY_NAME:
        _BY_NAME[noun] = {one.name: one for one in declared(noun)}
    return _BY_NAME[noun][name]


def fields(noun: type[Entity]) -> dict[str, Field]:
    """The fields of `noun` by path, each Text cut into its parts; without `id`."""
    if noun not in _FIELDS:
        _FIELDS[noun] = {part.path: part for one in declared(noun) for part in parts_of(one)}
    return _FIELDS[noun]


def parent_field(noun: type[Entity]) -> str:
    """The field that says inside what a thing stands: "lane" of a card, "" for a board.

    A thing without an order of its own (a vote) stands where the thing stands that it is about.
    """
    ids = [one for one in declared(noun) if one.kind is Kind.ID and one.name != "session"]
    ordered = any(one.name == "order" for one in declared(noun))
    inside = [one.name for one in ids if one.name == one.ref or not ordered]
    return inside[0] if inside else ""


_DECLARED: dict[type[Entity], tuple[Field, ...]] = {}
_BY_NAME: dict[type[Entity], dict[str, Field]] = {}
_FIELDS: dict[type[Entity], dict[str, Field]] = {}


def noun_name(noun: type[Entity] | Entity) -> str:
    """The name that Changes use for a noun: "card"."""
    return (noun if isinstance(noun, type) else type(noun)).__name__.lower()


@cache
def _at(path: str) -> Callable[[Entity], Value]:
    return attrgetter(path)


def value_of(entity: Entity, path: str) -> Value:
    """The value at `path` ("lane", "text.cy.words")."""
    return _at(path)(entity)


def values_of(entity: Entity) -> dict[str, Value]:
    """All values of `entity` by path, without `id`."""
    return {path: value_of(entity, path) for path in fields(type(entity))}


def known_by(entity: Entity) -> Text | str:
    """What people know it by: its first words in a language or its name; "" if it has none."""
    for one in declared(type(entity)):
        if one.kind is Kind.TEXT or (one.kind is Kind.WORDS and one.searched):
            value: Text | str = getattr(entity, one.name)
            if value:
                return value
    return ""


def with_values(entity: E, values: dict[str, Value]) -> E:
    """`entity` with the values at the given paths."""
    return dataclasses.replace(entity, **_nested(values, entity))


def made_from(noun: type[E], id: Id, values: dict[str, Value]) -> E:
    """A new `noun` from values by path; fields left out take their default."""
    return noun(id=id, **_nested(values, None))


def _nested(values: dict[str, Value], now: object) -> dict[str, Value]:
    whole: dict[str, Value] = {}
    inside: dict[str, dict[str, Value]] = {}
    for path, value in values.items():
        name, _, part = path.partition(".")
        if part:
            inside.setdefault(name, {})[part] = value
        else:
            whole[name] = value
    for name, parts in inside.items():
        before = getattr(now, name, _NO_TEXT)
        whole[name] = dataclasses.replace(before, **_nested(parts, before))
    return whole


_NO_TEXT = Text()
