"""Fields: the kinds of value there are, and how a noun says what each of its fields is."""

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum, StrEnum
from typing import Any

from gweithdy.domain.attached import Attached
from gweithdy.domain.text import Language, Text, Translation, Written

Value = Any
"""What a field holds: see `Kind`."""


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
    nobody is asked. `copied`: a duplicate of the session keeps it. `allowed` is what the words of a
    part may be; () is anything.
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
    allowed: tuple[str, ...] = ()

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


TEXT_PARTS = tuple(
    [f"{language}.{f.name}" for language in ("cy", "en") for f in dataclasses.fields(Written)]
    + ["original"]
)
"""The parts of a Text, in the order in which columns and files have them."""


_ALLOWED = {"original": ("", *Language), "state": ("", *Translation)}


def parts_of(one: Field) -> list[Field]:
    """The field itself, or the parts of a text."""
    if one.kind is not Kind.TEXT:
        return [one]
    return [
        dataclasses.replace(
            one,
            path=f"{one.name}.{part}",
            kind=Kind.WORDS,
            default="",
            searched=one.searched and part.endswith("words"),
            allowed=_ALLOWED.get(part.rpartition(".")[2], ()),
        )
        for part in TEXT_PARTS
    ]


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


def field_of(declaration: "dataclasses.Field[Any]", hint: Any) -> Field:
    """What a declaration with this type hint says."""
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
