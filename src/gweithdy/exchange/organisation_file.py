"""An organisation as a file of its own: entered once, and taken to another computer."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from gweithdy.domain.attached import Attached, attached
from gweithdy.domain.colour import colour_typed
from gweithdy.domain.organisation import LINES, ORGANISATION, Organisation
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Language, Text, both
from gweithdy.edits.organisation import one_line
from gweithdy.exchange.logo import LARGEST_FILE, MEDIA, logo

KEY, FORMAT = "gweithdy-organisation", 1
TEXTS = ("name", "address", "alt")
LARGEST = 3 * LARGEST_FILE
NO_ORGANISATION = N_(
    "This file holds no organisation: {name}. Choose one that was saved with gweithdy as the file "
    "of an organisation. Nothing was changed."
)

BytesOf = Callable[[Attached], bytes | None]
Brought = tuple[Organisation, tuple[bytes, ...]]
"""What a file holds, and the bytes of its logos."""


def write_organisation(organisation: Organisation, bytes_of: BytesOf) -> bytes:
    """All that was entered, with the logos; the same bytes for the same organisation."""
    logos: dict[str, Any] = {}
    for language, file in (("cy", organisation.logo_cy), ("en", organisation.logo_en)):
        data = bytes_of(file) if file else None
        if file and data:
            logos[language] = {"name": file.name, "png": b64encode(data).decode()}
    told: dict[str, Any] = {KEY: FORMAT}
    for name in TEXTS:
        text: Text = getattr(organisation, name)
        told[name] = {str(language): text.get(language) for language in Language}
    told |= {name: getattr(organisation, name) for name in (*LINES, "colour")}
    return json.dumps({**told, "logos": logos}, ensure_ascii=False, indent=1).encode() + b"\n"


def read_organisation(data: bytes, name: str) -> Brought:
    """The organisation in a file called `name`; Problem if it holds none, or a logo is no picture.

    Whoever made the file may be anybody: its logos are drawn anew.
    """
    try:
        told = json.loads(data) if len(data) <= LARGEST else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get(KEY) != FORMAT:
        raise Problem(NO_ORGANISATION, name=name)
    pictures = {language: _logo(told, language, name) for language in Language}
    values: dict[str, Any] = {each: _text(told.get(each)) for each in TEXTS}
    values |= {each: _line(told.get(each)) for each in LINES}
    for language, (file, _) in pictures.items():
        values[f"logo_{language}"] = file
    made = Organisation(id=ORGANISATION, colour=colour_typed(_line(told.get("colour"))), **values)
    return made, tuple(png for _, png in pictures.values() if png)


def _logo(told: dict[str, Any], language: str, name: str) -> tuple[Attached | None, bytes]:
    logos = told.get("logos")
    found = logos.get(language) if isinstance(logos, dict) else None
    if not isinstance(found, dict):
        return None, b""
    called = _line(found.get("name")) or name
    try:
        packed = b64decode(str(found.get("png")), validate=True)
    except ValueError as error:
        raise Problem(NO_ORGANISATION, name=name) from error
    png = logo(packed, called)
    return attached(png, called, MEDIA), png


def _text(said: object) -> Text:
    told = said if isinstance(said, dict) else {}
    cy, en = _line(told.get("cy")), _line(told.get("en"))
    return both(cy, en) if cy or en else Text()


def _line(said: object) -> str:
    """What may stand on one line; "" for anything but words."""
    return one_line(said) if isinstance(said, str) else ""
