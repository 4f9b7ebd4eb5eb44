"""Entity: the base of every noun, and what its declaration says about it and its fields.

Table columns, the change log, the session file, its schema, search, the list of missing texts and
duplicates all read their fields from here: adding a field to a noun is one line in its dataclass.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar

from gweithdy.domain.attached import Attached
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text, Written

Value = Any
"""What a field holds: see `Kind`."""


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


class Kind(Enum):
    """The kinds of value a field can have, and so how it is stored, written and checked."""

    WORDS = "words"
    LINK = "link"
    ID = "id"
    IDS = "ids"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    FILE = "file"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """What a declaration says about one field, or (`part`) about one part of a Text field.

    `path` is the name used in Changes: "lane", or "text.cy.words" for a part of a Text. `label`
    is what people call it (a catalogue text), `printed` the section of the pack that prints it.
    Where two people gave a `settled` field different values at once, the later one counts and
    nobody is asked. `copied`: a duplicate of the session keeps it.
    """

    path: str
    kind: Kind
    default: Value
    choices: type[StrEnum] | None = None
    ref: str = ""
    optional: bool = False
    label: str = ""
    printed: str = ""
    searched: bool = False
    translated: bool = False
    settled: bool = False
    copied: bool = True
    least: int | None = None
    most: int | None = None

    @property
    def column(self) -> str:
        return self.path.replace(".", "_")

    @property
    def name(self) -> str:
        return self.path.partition(".")[0]


def text_field(label: str = "", printed: str = "", **more: bool) -> Any:
    """A field for words in both languages: searched and translated unless `more` says not."""
    told = {"label": label, "printed": printed, "searched": True, "translated": True, **more}
    return field(default_factory=Text, metadata=told)


def name_field() -> Any:
    """A field for the name of somebody or something, which has no language. It is searched."""
    return field(default="", metadata={"searched": True})


def link_field() -> Any:
    """A field for an address on the web or in a mail program."""
    return field(default="", metadata={"kind": Kind.LINK})


def ref(kind: str) -> Any:
    """A field that holds the id of an entity of `kind` ("card", "lane", "card|theme"), or ""."""
    return field(default="", metadata={"ref": kind})


def refs(kind: str) -> Any:
    """A field that holds the ids of entities of `kind`, in order."""
    return field(default=(), metadata={"ref": kind})


def number_field(default: float, least: int, most: int) -> Any:
    """A field for a number from `least` to `most`."""
    return field(default=default, metadata={"least": least, "most": most})


def order_field() -> Any:
    """The place among others of its kind."""
    return field(default=0.0, metadata={"settled": True})


def fresh(default: Value = None, **more: Value) -> Any:
    """A field with which a duplicate of the session begins anew."""
    return field(default=default, metadata={"copied": False, **more})


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


def noun_name(noun: type[Entity] | Entity) -> str:
    """The name that Changes use for a noun: "card"."""
    return (noun if isinstance(noun, type) else type(noun)).__name__.lower()


TEXT_PARTS = tuple(
    [f"{language}.{f.name}" for language in ("cy", "en") for f in dataclasses.fields(Written)]
    + ["original"]
)
"""The parts of a Text, in the order in which columns and files have them."""


def _parts(one: Field) -> list[Field]:
    if one.kind is not Kind.TEXT:
        return [one]
    return [
        dataclasses.replace(
            one,
            path=f"{one.name}.{part}",
            kind=Kind.WORDS,
            default="",
            searched=one.searched and part.endswith("words"),
        )
        for part in TEXT_PARTS
    ]


@cache
def _at(path: str) -> Callable[[Entity], Value]:
    return attrgetter(path)


def value_of(entity: Entity, path: str) -> Value:
    """The value at `path` ("lane", "text.cy.words")."""
    return _at(path)(entity)


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
            # Not `or`: a Text that has no words yet is false, but its original counts.
            text = whole[name] if name in whole else getattr(now, name, Text())
            whole[name] = _with_part(text, part, value)
        else:
            whole[name] = value
    return whole


def _with_part(text: Text, part: str, value: Value) -> Text:
    name, _, inner = part.partition(".")
    if inner:
        value = dataclasses.replace(getattr(text, name), **{inner: value})
    return dataclasses.replace(text, **{name: value})


_KINDS = {
    str: Kind.WORDS,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    bool: Kind.FLAG,
    date: Kind.DATE,
    time: Kind.TIME,
    datetime: Kind.MOMENT,
    Attached: Kind.FILE,
    Text: Kind.TEXT,
}


def _field(declaration: "dataclasses.Field[Any]", hint: Any) -> Field:
    optional = isinstance(hint, types.UnionType)
    if optional:
        hint = next(arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    told = dict(declaration.metadata)
    several = typing.get_origin(hint) is tuple
    choices = None
    if "ref" in told:
        kind = Kind.IDS if several else Kind.ID
    elif several:
        kind, choices = Kind.CHOICES, typing.get_args(hint)[0]
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        kind, choices = Kind.CHOICE, hint
    else:
        kind = told.pop("kind", None) or _KINDS[hint]
    default = () if several else _default(declaration, kind)
    return Field(declaration.name, kind, default, choices=choices, optional=optional, **told)


def _default(declaration: "dataclasses.Field[Any]", kind: Kind) -> Value:
    if declaration.default_factory is not dataclasses.MISSING:
        return declaration.default_factory()
    if declaration.default is not dataclasses.MISSING:
        return declaration.default
    return "" if kind is Kind.ID else None
