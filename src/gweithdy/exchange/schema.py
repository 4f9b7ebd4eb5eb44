"""Schema: the JSON Schema and the tables of the session file, from the declarations.

Editors check a session file with it while somebody types.
"""

import json
from typing import Any

from gweithdy.domain.entity import Entity
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import LONGEST_TEXT, Language, Translation
from gweithdy.exchange.keys import FORMATS, LISTED, limits, written_fields
from gweithdy.exchange.scalars import FILE_KEYS

Schema = dict[str, Any]

NAME = {"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,64}$"}
DATE = r"^\d{4}-\d{2}-\d{2}$"
TIME = r"^\d{1,2}:\d{2}$"
MOMENT = r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([Zz]|[+-]\d{2}:\d{2})$"


def schema() -> Schema:
    """The JSON Schema of a session file."""
    properties: Schema = {
        "gweithdy": {"enum": [int(each) for each in FORMATS]},
        "newer": {"type": "array", "items": {"$ref": "#/$defs/words"}},
        "series": item(Series),
        "session": item(Session),
    }
    for noun in LISTED:
        one, of = item(noun), noun.noun
        properties[of.key] = one if of.single else {"type": "array", "items": one}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gweithdy session file",
        "type": "object",
        "properties": properties,
        "required": ["gweithdy", "session"],
        "additionalProperties": False,
        "$defs": {
            "name": NAME,
            "words": {"type": "string", "maxLength": LONGEST_TEXT},
            "written": _written(),
            "text": _text(),
            "file": _file(),
        },
    }


def schema_file() -> bytes:
    """The schema as the file in the assets."""
    return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()


def item(noun: type[Entity]) -> Schema:
    """The schema of one thing."""
    properties = {field.name: _field(field) for field in written_fields(noun)}
    if not noun.noun.single:
        properties = {"id": {"$ref": "#/$defs/name"}, **properties}
    made: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return made | ({"required": ["title"]} if noun in (Series, Session) else {})


def _field(field: Field) -> Schema:
    low, high = limits(field)
    choices = [str(each) for each in field.choices or ()]
    match field.kind:
        case Kind.TEXT:
            return {"$ref": "#/$defs/text"}
        case Kind.WORDS | Kind.LINK:
            return {"$ref": "#/$defs/words"}
        case Kind.FILE:
            return {"$ref": "#/$defs/file"}
        case Kind.IDS:
            return {"type": "array", "items": {"$ref": "#/$defs/name"}}
        case Kind.ID:
            return {"$ref": "#/$defs/name"}
        case Kind.INTEGER | Kind.NUMBER:
            return {"type": field.kind.value, "minimum": low, "maximum": high}
        case Kind.FLAG:
            return {"type": "boolean"}
        case Kind.CHOICE:
            return {"enum": choices}
        case Kind.CHOICES:
            return {"type": "array", "items": {"enum": choices}}
    return {"type": "string", "pattern": {Kind.DATE: DATE, Kind.TIME: TIME}.get(field.kind, MOMENT)}


def _written() -> Schema:
    parts = {"words": {"$ref": "#/$defs/words"}, **_state_and_basis()}
    return {"type": "object", "properties": parts, "additionalProperties": False}


def _text() -> Schema:
    either = {"anyOf": [{"$ref": "#/$defs/words"}, {"$ref": "#/$defs/written"}]}
    language = {"enum": [str(each) for each in Language]}
    # The last three are of format 1.
    old = {"source": language, **_state_and_basis()}
    parts = {"cy": either, "en": either, "original": language, **old}
    return {"type": "object", "properties": parts, "additionalProperties": False}


def _state_and_basis() -> Schema:
    return {
        "state": {"enum": [str(each) for each in Translation]},
        "basis": {"$ref": "#/$defs/words"},
    }


def _file() -> Schema:
    parts: Schema = {key: {"$ref": "#/$defs/words"} for key in FILE_KEYS}
    parts["digest"] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    parts["size"] = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "properties": parts,
        "required": list(FILE_KEYS),
        "additionalProperties": False,
    }


def table(noun: type[Entity]) -> str:
    """The fields of one noun as a table for the documentation."""
    rows = [f"| `{field.name}` | {_said(field)} |" for field in written_fields(noun)]
    return "\n".join(["| key | value |", "|---|---|", *rows])


def _said(field: Field) -> str:
    low, high = limits(field)
    choices = ", ".join(f"`{each}`" for each in field.choices or ())
    default = f"; `{field.default}` if left out" if field.default else ""
    match field.kind:
        case Kind.IDS:
            return "a list of ids of a " + " or ".join(field.ref.split("|"))
        case Kind.ID:
            return "the id of a " + " or ".join(field.ref.split("|"))
        case Kind.INTEGER:
            return f"a whole number from {low} to {high}{default}"
        case Kind.NUMBER:
            return f"a number from {low} to {high}{default}"
        case Kind.CHOICE:
            return f"one of {choices}{default}"
        case Kind.CHOICES:
            return f"a list of {choices}"
    return {
        Kind.TEXT: "a text",
        Kind.WORDS: "words",
        Kind.LINK: "an address",
        Kind.FILE: "`digest`, `name`, `size` and `media` of a file",
        Kind.FLAG: "`true` or `false`; `false` if left out",
        Kind.DATE: "a date such as `2026-11-21`",
        Kind.TIME: 'a time such as `"09:30"`, local at the place',
        Kind.MOMENT: "a moment such as `2026-11-21T09:30:00Z`",
    }[field.kind]


def tables() -> str:
    """All tables of the documentation."""
    parts = [("series", Series), ("session", Session), *((n.noun.key, n) for n in LISTED)]
    return "\n\n".join(f"### `{key}`\n\n{table(noun)}" for key, noun in parts)


def fresh_documentation(text: str) -> str:
    """The documentation `text` with its tables as they are now."""
    return text.partition(FIRST_TABLE)[0] + tables() + "\n"


FIRST_TABLE = "### `series`"
