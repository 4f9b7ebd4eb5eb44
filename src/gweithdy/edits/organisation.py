"""The verbs of the organisation: what it is called, and what its packs look like."""

from gweithdy.domain.attached import Attached
from gweithdy.domain.change import Edit
from gweithdy.domain.colour import colour_typed
from gweithdy.domain.entity import with_values
from gweithdy.domain.field import Value
from gweithdy.domain.organisation import LINES, ORGANISATION, Organisation
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import on_one_line, tidy
from gweithdy.domain.workshop import Catalogue
from gweithdy.edits.changes import made, resolved

NO_COLOUR = N_("This is no colour: {words}. Type # and six digits or letters from A to F.")
LONGEST_LINE = 200
"""Characters of what stands on one line of a cover."""


def organisation(catalogue: Catalogue, meanwhile: Organisation | None = None) -> Organisation:
    """The organisation that the library belongs to; `meanwhile` as long as nothing was entered."""
    known = catalogue.find(Organisation, ORGANISATION)
    return known or meanwhile or Organisation(id=ORGANISATION)


def change(now: Organisation, catalogue: Catalogue, **values: Value) -> Edit:
    """Other values for the organisation that stands there `now`."""
    values = resolved(now, values)
    for name in LINES:
        if name in values:
            values[name] = one_line(values[name])
    if values.get("colour"):
        values["colour"] = colour_meant(values["colour"])
    return _edit(N_("Change the organisation"), catalogue, with_values(now, values))


def one_line(words: str) -> str:
    """`words` as they may stand on one line of a cover."""
    return on_one_line(words)[:LONGEST_LINE]


def put_logo(
    now: Organisation, catalogue: Catalogue, language: str, logo: Attached, data: bytes
) -> Edit:
    """A logo, and its bytes, for the pages in `language`."""
    new = with_values(now, {f"logo_{language}": logo})
    return _edit(N_("Choose a logo"), catalogue, new, data)


def drop_logo(now: Organisation, catalogue: Catalogue, language: str) -> Edit:
    """No logo of their own for the pages in `language`."""
    new = with_values(now, {f"logo_{language}": None})
    return _edit(N_("Take a logo away"), catalogue, new)


def bring_in(catalogue: Catalogue, new: Organisation, *files: bytes) -> Edit:
    """All that was entered elsewhere, in the place of what is here; undo brings that back."""
    return _edit(N_("Bring in an organisation"), catalogue, new, *files)


def _edit(label: str, catalogue: Catalogue, new: Organisation, *files: bytes) -> Edit:
    return Edit(label, made(catalogue, new), about=new.name, files=files)


def colour_meant(words: str) -> str:
    """The colour that a person typed, as "#RRGGBB"; Problem if it is none."""
    colour = colour_typed(words)
    if not colour:
        raise Problem(NO_COLOUR, words=tidy(words))
    return colour
