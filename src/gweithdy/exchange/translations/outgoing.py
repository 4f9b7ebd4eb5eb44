"""What goes out to a translator, whatever the kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gweithdy.domain.problem import N_
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text
from gweithdy.domain.translating import Unit, writable
from gweithdy.language.memory import Match
from gweithdy.language.words import Words, in_both

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
        """The language of the originals."""
        return self.target.other


def note(unit: Unit) -> str:
    """Where a text stands, and whether nobody will read it in the pack, for the translator."""
    where = in_both(unit.declared.label)
    inside = " › ".join(" ".join(_said(name, unit.source).split()) for name in unit.inside)
    whom = "" if unit.declared.printed else f" ({in_both(NOT_IN_PACK)})"
    return f"{where}{': ' if inside else ''}{inside}{whom}"


def _said(name: Text | str, language: Language) -> str:
    return writable(name.best(language)[0] if isinstance(name, Text) else name)
