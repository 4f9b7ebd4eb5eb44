"""What a pack can be: languages and their order, names, and which sections."""

from dataclasses import dataclass, field
from enum import StrEnum

from gweithdy.domain.problem import N_, Phrase, Problem
from gweithdy.domain.text import Language, Text
from gweithdy.pack.kept_back import Choose, marked


class Section(StrEnum):
    """The sections of a part, in the order in which they are printed."""

    READING = "reading"
    PURPOSE = "purpose"
    AGENDA = "agenda"
    PEOPLE = "people"
    BOARDS = "boards"
    VOTES = "votes"
    STAKEHOLDERS = "stakeholders"
    MISSING = "missing"
    QUOTES = "quotes"
    PARKING = "parking"
    ACTIONS = "actions"
    REFLECTIONS = "reflections"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class PackOptions:
    """`order`: "cy-en" or "en-cy"; `language`: "both", "cy" or "en"; `names`: of those who agreed.

    `choose` says what becomes of each name and address that is kept back. `organisation` is the
    house that gives out the pack; it stands on the cover.
    """

    order: str = "cy-en"
    language: str = "both"
    names: bool = True
    sections: frozenset[Section] = frozenset(Section)
    choose: Choose = marked
    organisation: Text = field(default_factory=Text)

    def languages(self) -> tuple[Language, ...]:
        """The languages of the parts, in order."""
        orders = {"cy-en": (Language.CY, Language.EN), "en-cy": (Language.EN, Language.CY)}
        if self.order not in orders:
            raise _unknown(N_("order of languages"), self.order, "cy-en, en-cy")
        if self.language == "both":
            return orders[self.order]
        if self.language not in set(Language):
            raise _unknown(N_("language of the pack"), self.language, "both, cy, en")
        return (Language(self.language),)


def _unknown(what: str, value: str, choices: str) -> Problem:
    return Problem(
        N_("Unknown {what}: {value}. Choose one of these: {choices}."),
        what=Phrase(what),
        value=value,
        choices=choices,
    )
