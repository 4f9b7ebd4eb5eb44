"""Entity: the base of every noun, and what its declaration says about its fields.

Table columns, the change log, the session file and search all read their fields from here, so
that adding a field to a noun is one line in its dataclass.
"""

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import Enum, StrEnum
from typing import Any

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text

Value = Any
"""What a field holds: str, int, float, bool, date, time, datetime, StrEnum, tuple or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing with an id. Frozen: it changes only by Changes, through the one door."""

    id: Id
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned(Entity):
    """An entity that belongs to one session."""

    session: Id


E = typing.TypeVar("E", bound=Entity)


def ref(kind: str) -> Any:
    """A field that holds the id of an entity of `kind` ("card", "lane" …), or ""."""
    return field(default="", metadata={"ref": kind})


class Kind(Enum):
    """The kinds of value a field can have, and so how it is stored, written and checked."""

    WORDS = "words"
    ID = "id"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """What a declaration says about one field, or (`part`) about one part of a Text field.

    `path` is the name used in Changes: "lane", or "text.cy" for a part of a Text.
    """

    path: str
    kind: Kind
    default: Value
    choices: type[StrEnum] | None = None
    ref: str = ""
    optional: bool = False

    @property
    def column(self) -> str:
        return self.path.replace(".", "_")

    @property
    def name(self) -> str:
        return self.path.partition(".")[0]


def declared(noun: type[Entity]) -> tuple[Field, ...]:
    """The fields of `noun` as declared, Text fields whole; without `id`."""
    if noun not in _DECLARED:
        hints = typing.get_type_hints(noun)
        _DECLARED[noun] = tuple(
            _field(f, hints[f.name]) for f in dataclasses.fields(noun) if f.name != "id"
        )
    return _DECLARED[noun]


def fields(noun: type[Entity]) -> dict[str, Field]:
    """The fields of `noun` by path, each Text cut into its parts; without `id`."""
    if noun not in _FIELDS:
        _FIELDS[noun] = {part.path: part for one in declared(noun) for part in _parts(one)}
    return _FIELDS[noun]


_DECLARED: dict[type[Entity], tuple[Field, ...]] = {}
_FIELDS: dict[type[Entity], dict[str, Field]] = {}


def _parts(one: Field) -> list[Field]:
    if one.kind is not Kind.TEXT:
        return [one]
    return [Field(f"{one.path}.{p.name}", Kind.WORDS, "") for p in dataclasses.fields(Text)]


def value_of(entity: Entity, path: str) -> Value:
    """The value at `path` ("lane", "text.cy")."""
    name, _, part = path.partition(".")
    whole = getattr(entity, name)
    return getattr(whole, part) if part else whole


def values_of(entity: Entity) -> dict[str, Value]:
    """All values of `entity` by path, without `id`."""
    return {path: value_of(entity, path) for path in fields(type(entity))}


def with_values(entity: E, values: dict[str, Value]) -> E:
    """`entity` with the values at the given paths."""
    return dataclasses.replace(entity, **_nested(values, entity))


def made_from(noun: type[E], id: Id, values: dict[str, Value]) -> E:
    """A new `noun` from values by path; fields left out take their default."""
    return noun(id=id, **_nested(values, None))


def _nested(values: dict[str, Value], now: Entity | None) -> dict[str, Value]:
    whole: dict[str, Value] = {}
    for path, value in values.items():
        name, _, part = path.partition(".")
        if part:
            # Not `or`: a Text that has no words yet is false, but its source counts.
            text = whole[name] if name in whole else getattr(now, name, Text())
            whole[name] = dataclasses.replace(text, **{part: value})
        else:
            whole[name] = value
    return whole


def to_plain(one: Field, value: Value) -> Any:
    """`value` as JSON can hold it."""
    match one.kind:
        case Kind.DATE | Kind.MOMENT:
            return value.isoformat() if value else None
        case Kind.TIME:
            return value.strftime("%H:%M") if value else None
        case Kind.CHOICE:
            return str(value)
        case Kind.CHOICES:
            return [str(v) for v in value]
        case _:
            return value


def from_plain(one: Field, plain: Any) -> Value:
    """The value that `to_plain` wrote; ValueError or TypeError if it cannot be one."""
    if plain is None:
        return one.default if not one.optional else None
    match one.kind:
        case Kind.DATE:
            return date.fromisoformat(plain)
        case Kind.TIME:
            return time.fromisoformat(plain)
        case Kind.MOMENT:
            return datetime.fromisoformat(plain).astimezone(UTC)
        case Kind.CHOICE:
            assert one.choices
            return one.choices(plain)
        case Kind.CHOICES:
            assert one.choices
            return tuple(one.choices(v) for v in plain)
        case Kind.NUMBER:
            return float(plain)
        case _:
            return plain


_PLAIN = {
    str: Kind.WORDS,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    bool: Kind.FLAG,
    date: Kind.DATE,
    time: Kind.TIME,
    datetime: Kind.MOMENT,
    Text: Kind.TEXT,
}


def _field(declaration: "dataclasses.Field[Any]", hint: Any) -> Field:
    optional = isinstance(hint, types.UnionType)
    if optional:
        hint = next(arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    default = None if declaration.default is dataclasses.MISSING else declaration.default
    if declaration.default_factory is not dataclasses.MISSING:
        default = declaration.default_factory()
    name = declaration.name
    if "ref" in declaration.metadata or name == "session":
        kind = declaration.metadata.get("ref", "session")
        return Field(name, Kind.ID, "", ref=kind)
    if typing.get_origin(hint) is tuple:
        return Field(name, Kind.CHOICES, (), choices=typing.get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Field(name, Kind.CHOICE, default, choices=hint)
    return Field(name, _PLAIN[hint], default, optional=optional)
