"""The outcome pack as a document: its parts, and the order of their sections."""

from collections.abc import Callable, Iterable
from datetime import date

from gweithdy.domain.people import Participant
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.actions import actions, next_steps
from gweithdy.pack.agenda import agenda
from gweithdy.pack.board import boards, parking
from gweithdy.pack.cover import cover, foot, reading
from gweithdy.pack.document import Block, ContentsList, Document, Entry, Part, SectionBlock
from gweithdy.pack.letters import best
from gweithdy.pack.names import Names
from gweithdy.pack.options import PackOptions, Section
from gweithdy.pack.people import people, purpose
from gweithdy.pack.quotes import quotes
from gweithdy.pack.reflections import reflections
from gweithdy.pack.stakeholders import missing_people, stakeholders
from gweithdy.pack.votes import votes
from gweithdy.pack.writer import PartWriter

__all__ = ["PackOptions", "Section", "outcome_pack"]

_SECTIONS: dict[Section, Callable[[PartWriter], Iterable[SectionBlock]]] = {
    Section.READING: reading,
    Section.PURPOSE: purpose,
    Section.AGENDA: agenda,
    Section.PEOPLE: people,
    Section.BOARDS: boards,
    Section.VOTES: votes,
    Section.STAKEHOLDERS: stakeholders,
    Section.MISSING: missing_people,
    Section.QUOTES: quotes,
    Section.PARKING: parking,
    Section.ACTIONS: actions,
    Section.REFLECTIONS: reflections,
    Section.NEXT: next_steps,
}
"""In the order in which they are printed."""

DEEPEST_LISTED = 2
"""How many levels of headings the list of contents has."""


def outcome_pack(
    workshop: Workshop, options: PackOptions, today: date, version: str = ""
) -> Document:
    """The pack of a session: one complete part for each language.

    Without a `version` it is the one after those that were exported.
    """
    version = version or str(workshop.session.packs + 1)
    languages = options.languages()
    names = Names(workshop.of(Participant), names=options.names)
    parts = tuple(
        _part(PartWriter(workshop, options, Words(language), names, today, version))
        for language in languages
    )
    return Document(
        title=_title(workshop, languages),
        subject=" / ".join(Words(language).tr("Outcome pack") for language in languages),
        language=languages[0],
        parts=parts,
    )


def _title(workshop: Workshop, languages: tuple[Language, ...]) -> str:
    title = workshop.session.title
    titles = dict.fromkeys(best(title, language)[0] for language in languages)
    return " / ".join(filter(None, titles)) or Words(languages[0]).tr("Outcome pack")


def _part(writer: PartWriter) -> Part:
    sections = tuple(
        made
        for section, make in _SECTIONS.items()
        if section in writer.options.sections
        for made in make(writer)
    )
    contents = ContentsList(
        language=writer.language,
        title=writer.tr("Contents")[0],
        entries=_entries(sections, DEEPEST_LISTED),
    )
    first = cover(writer)
    return Part(
        language=writer.language,
        title=" – ".join(filter(None, (LANGUAGE_NAMES[writer.language], first.kind.text))),
        foot=foot(writer),
        cover=first,
        contents=contents,
        sections=sections,
    )


def _entries(blocks: Iterable[Block], levels: int) -> tuple[Entry, ...]:
    sections = (block for block in blocks if levels and isinstance(block, SectionBlock))
    return tuple(Entry(s.heading, s.anchor, _entries(s.blocks, levels - 1)) for s in sections)
