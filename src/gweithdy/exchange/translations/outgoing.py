"""What goes out to a translator, whatever the kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text
from gweithdy.domain.translating import Unit
from gweithdy.language.memory import Match
from gweithdy.language.words import Words

WELSH, ENGLISH = Words(Language.CY), Words(Language.EN)

NOT_IN_PACK = N_("not needed for the pack")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Texts of a session to be translated into `target`; `near` are earlier translations by id."""

    session: Session
    target: Language
    units: Sequence[Unit]
    near: Mapping[str, Sequence[Match]] = field(default_factory=dict)

    @property
    def source(self) -> Language:
        return self.target.other


def both_languages(message: str, **values: object) -> str:
    """A text of the catalogue in Welsh and in English: nobody knows which the reader prefers."""
    cy, en = WELSH.tr(message, **values), ENGLISH.tr(message, **values)
    return cy if cy == en else f"{cy} / {en}"


def note(unit: Unit) -> str:
    """Where a text stands, and whether nobody will read it in the pack, for the translator."""
    where = both_languages(unit.declared.label)
    inside = " › ".join(" ".join(_said(name, unit.source).split()) for name in unit.inside)
    whom = "" if unit.declared.printed else f" ({both_languages(NOT_IN_PACK)})"
    return f"{where}{': ' if inside else ''}{inside}{whom}"


def _said(name: Text | str, language: Language) -> str:
    return name.best(language)[0] if isinstance(name, Text) else name
