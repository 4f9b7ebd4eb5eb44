"""What a pack can be: languages and their order, whose copy, which sections, and since when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from gweithdy.domain.attached import Attached
from gweithdy.domain.problem import N_, Phrase, Problem
from gweithdy.domain.text import Language, Text
from gweithdy.pack.copies import SHOWN, Copy, Shown
from gweithdy.pack.house import BytesOf, House
from gweithdy.pack.kept_back import Choice, Choose, Found, marked
from gweithdy.pack.layouts import Layout
from gweithdy.pack.since import Since


def nothing_of(_attached: Attached) -> None:
    """Where there are no files at hand."""


class Section(StrEnum):
    """The sections of a part, in the order in which they are printed: findings before method."""

    SUMMARY = "summary"
    CHANGES = "changes"
    PURPOSE = "purpose"
    VOTES = "votes"
    BOARDS = "boards"
    STAKEHOLDERS = "stakeholders"
    MISSING = "missing"
    QUOTES = "quotes"
    PARKING = "parking"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    REFLECTIONS = "reflections"
    NEXT = "next"
    PEOPLE = "people"
    AGENDA = "agenda"
    PHOTOS = "photos"
    READING = "reading"


def usual_sections(copy: Copy) -> tuple[Section, ...]:
    """What is printed unless somebody chooses: in a copy for everybody no photos.

    There can be faces in them, and handwriting that people know.
    """
    return tuple(each for each in Section if SHOWN[copy].photos or each is not Section.PHOTOS)


SHORT = frozenset({Section.ACTIONS, Section.AGENDA})
"""Sections of short lines, which can stand side by side."""


@dataclass(frozen=True, slots=True)
class PackOptions:
    """`order`: "cy-en" or "en-cy"; `language`: "both", "cy" or "en"; `names`: of those who agreed.

    `sections` are printed in this order. `copy` is for whom it is, and so what is kept out of it;
    `choose` says what becomes of each name and address that is kept back. `house` gives out the
    pack and stands on the cover, by another name if `organisation` has one. A `draft` says that it
    is one. `layout` is how the parts are to stand. `twin` is the name of the file that holds the
    other language, where there is one. `since` is what an earlier version was made from: with it
    the pack says what has changed. `bytes_of` has the bytes of photos.

    What does not go together, or is none of these, is a Problem once a pack is made of it.
    """

    order: str = "cy-en"
    language: str = "both"
    names: bool = True
    sections: tuple[Section, ...] = tuple(Section)
    choose: Choose = marked
    house: House = field(default_factory=House)
    organisation: Text = field(default_factory=Text)
    draft: bool = False
    copy: Copy = Copy.PARTICIPANTS
    layout: Layout = Layout.PARTS
    twin: str = ""
    since: Since | None = None
    bytes_of: BytesOf = nothing_of

    def languages(self) -> tuple[Language, ...]:
        """The languages of the parts, in order; Problem for an order or a language there is not."""
        orders = {"cy-en": (Language.CY, Language.EN), "en-cy": (Language.EN, Language.CY)}
        if self.order not in orders:
            raise _unknown(N_("order of languages"), self.order, orders)
        if self.language == "both":
            return orders[self.order]
        if self.language not in set(Language):
            raise _unknown(N_("language of the pack"), self.language, ("both", *Language))
        return (Language(self.language),)

    def beside(self) -> tuple[Section, ...]:
        """The sections that stand side by side in both languages; Problem where none can."""
        if self.layout is not Layout.COLUMNS:
            return ()
        if len(self.languages()) == 1:
            raise Problem(N_("Side by side needs both languages: choose both, or another layout."))
        beside = tuple(each for each in self.printed() if each in SHORT)
        if not beside:
            raise Problem(
                N_("Agenda and actions stand side by side: choose one of them, or another layout.")
            )
        return beside

    def printed(self) -> tuple[Section, ...]:
        """The sections in their order, each once: for a summary alone no other."""
        wanted = (Section.SUMMARY,) if self.layout is Layout.SUMMARY else self.sections
        return tuple(dict.fromkeys(wanted))

    def apart(self) -> tuple[Section, ...]:
        """The sections of each part alone, in their order; Problem as in `beside`."""
        beside = self.beside()
        return tuple(each for each in self.printed() if each not in beside)

    @property
    def given_out_by(self) -> Text:
        """The name of the house that gives out the pack."""
        return self.organisation or self.house.about.name

    @property
    def shown(self) -> Shown:
        """What this copy shows."""
        return SHOWN[self.copy]

    @property
    def prints_names(self) -> bool:
        """Whether names of those who agreed are printed."""
        return self.names and self.shown.names

    def becomes(self, found: Found) -> Choice:
        """What becomes of something private that was found."""
        return Choice.PRINT if self.shown.everything else self.choose(found)


def sections_of(names: Iterable[str]) -> tuple[Section, ...]:
    """The sections with these names, in this order; Problem names those that there are."""
    wanted = tuple(names)
    for name in wanted:
        if name not in set(Section):
            raise _unknown(N_("section"), name, tuple(Section))
    return tuple(map(Section, wanted))


def _unknown(what: str, value: str, choices: Collection[str]) -> Problem:
    return Problem(
        N_("Unknown {what}: {value}. Choose one of these: {choices}."),
        what=Phrase(what),
        value=value,
        choices=", ".join(choices),
    )
