"""The outcome pack as a document: its parts, and the order of their sections."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from gweithdy.domain.people import Participant
from gweithdy.domain.text import LANGUAGE_NAMES, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.actions import actions, next_steps
from gweithdy.pack.agenda import agenda
from gweithdy.pack.board import boards, parking
from gweithdy.pack.cover import cover, foot, reading
from gweithdy.pack.document import Block, ContentsList, Document, Entry, Part, Runs, SectionBlock
from gweithdy.pack.kept_back import Found, KeptBack
from gweithdy.pack.names import Names
from gweithdy.pack.options import PackOptions, Section
from gweithdy.pack.people import people, purpose
from gweithdy.pack.quotes import quotes
from gweithdy.pack.reflections import reflections
from gweithdy.pack.stakeholders import missing_people, stakeholders
from gweithdy.pack.votes import votes
from gweithdy.pack.writer import PartWriter, joined, thing

__all__ = ["Outcome", "PackOptions", "Section", "outcome", "outcome_pack"]

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pack, and the names and addresses that were found while it was made."""

    document: Document
    found: tuple[Found, ...]


def outcome_pack(
    workshop: Workshop, options: PackOptions, today: date, version: str = ""
) -> Document:
    """As `outcome`, without what was found."""
    return outcome(workshop, options, today, version).document


def outcome(workshop: Workshop, options: PackOptions, today: date, version: str = "") -> Outcome:
    """The pack of a session: one complete part for each language.

    Without a `version` it is the one after those that were exported.
    """
    version = version or str(workshop.session.packs + 1)
    languages = options.languages()
    names = Names(workshop.of(Participant), names=options.names)
    kept_back = KeptBack(names, options.choose)
    writers = [
        PartWriter(workshop, options, Words(language), names, today, version)
        for language in languages
    ]
    document = Document(
        title=kept_back.out_of(_title(writers), thing(workshop.session)),
        subject=" / ".join(Words(language).tr("Outcome pack") for language in languages),
        author=kept_back.out_of(_in_each(writers, options.organisation)),
        made=today,
        language=languages[0],
        parts=tuple(_part(writer, kept_back) for writer in writers),
    )
    return Outcome(document, kept_back.found)


def _title(writers: list[PartWriter]) -> Runs:
    title = writers[0].workshop.session.title
    return _in_each(writers, title) or writers[0].tr("Outcome pack")


def _in_each(writers: list[PartWriter], text: Text) -> Runs:
    """A text in the language of each part, the same words only once."""
    said = dict.fromkeys(writer.text(text)[:1] for writer in writers)
    return joined(said, writers[0].plain(" / ")[0])


def _part(writer: PartWriter, kept_back: KeptBack) -> Part:
    first = kept_back.out_of(cover(writer))
    sections = tuple(
        kept_back.out_of(made)
        for section, make in _SECTIONS.items()
        if section in writer.options.sections
        for made in make(writer)
    )
    contents = ContentsList(
        language=writer.language,
        title=writer.tr("Contents")[0],
        entries=_entries(sections, DEEPEST_LISTED),
    )
    return Part(
        language=writer.language,
        title=" – ".join(filter(None, (LANGUAGE_NAMES[writer.language], first.kind.text))),
        foot=kept_back.out_of(foot(writer), first.thing),
        cover=first,
        contents=contents,
        sections=sections,
    )


def _entries(blocks: Iterable[Block], levels: int) -> tuple[Entry, ...]:
    sections = (block for block in blocks if levels and isinstance(block, SectionBlock))
    return tuple(Entry(s.heading, s.anchor, _entries(s.blocks, levels - 1)) for s in sections)
