"""The outcome pack as a document: its parts, and the order of their sections."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from gweithdy.domain.naming import as_may_be_seen
from gweithdy.domain.released import released
from gweithdy.domain.text import LANGUAGE_NAMES, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.language.words import Words
from gweithdy.pack.about import about
from gweithdy.pack.actions import actions, next_steps
from gweithdy.pack.agenda import agenda
from gweithdy.pack.board import boards, parking
from gweithdy.pack.changes import changes
from gweithdy.pack.cover import cover, foot
from gweithdy.pack.decisions import decisions
from gweithdy.pack.document import (
    Block,
    ContentsList,
    Cover,
    Document,
    Entry,
    Foot,
    MarksTold,
    Part,
    SectionBlock,
)
from gweithdy.pack.gaps import missing_in
from gweithdy.pack.kept_back import Found, KeptBack
from gweithdy.pack.layouts import Layout
from gweithdy.pack.marks import explained
from gweithdy.pack.options import PackOptions, Section
from gweithdy.pack.people import people, purpose
from gweithdy.pack.photos import photos
from gweithdy.pack.poster import poster
from gweithdy.pack.quotes import quotes
from gweithdy.pack.reflections import reflections
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.side_by_side import beside, side_by_side
from gweithdy.pack.stakeholders import missing_people, stakeholders
from gweithdy.pack.summary import summary
from gweithdy.pack.title import names_in
from gweithdy.pack.votes import votes
from gweithdy.pack.writer import PartWriter, joined, thing

__all__ = ["Outcome", "PackOptions", "Section", "outcome", "outcome_pack"]

_SECTIONS: dict[Section, Callable[[PartWriter], Iterable[SectionBlock]]] = {
    Section.SUMMARY: summary,
    Section.CHANGES: changes,
    Section.PURPOSE: purpose,
    Section.VOTES: votes,
    Section.BOARDS: boards,
    Section.STAKEHOLDERS: stakeholders,
    Section.MISSING: missing_people,
    Section.QUOTES: quotes,
    Section.PARKING: parking,
    Section.DECISIONS: decisions,
    Section.ACTIONS: actions,
    Section.REFLECTIONS: reflections,
    Section.NEXT: next_steps,
    Section.PEOPLE: people,
    Section.AGENDA: agenda,
    Section.PHOTOS: photos,
    Section.READING: about,
}

Sections = tuple[SectionBlock, ...]

DEEPEST_LISTED = 2
"""How many levels of headings the list of contents has."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pack, and the names and addresses that were found while it was made."""

    document: Document
    found: tuple[Found, ...]


def outcome_pack(workshop: Workshop, options: PackOptions, today: date) -> Document:
    """As `outcome`, without what was found."""
    return outcome(workshop, options, today).document


def outcome(workshop: Workshop, options: PackOptions, today: date) -> Outcome:
    """The pack of a session, the version after those that were exported: a part a language.

    Problem where `options` do not go together.
    """
    languages = options.languages()
    together = options.beside()
    whole, workshop, options = _seen_by_all(workshop, options)
    names = names_in(workshop, options)
    kept_back = KeptBack(names, options.becomes)
    writers = [
        PartWriter(workshop, options, Words(language), names, today, whole)
        for language in languages
    ]
    sides = [tuple(map(kept_back.out_of, _sections(each, together))) for each in writers]
    document = Document(
        title=kept_back.out_of(_title(writers), thing(workshop.session)),
        subject=" / ".join(Words(language).tr("Outcome pack") for language in languages),
        author=kept_back.out_of(_in_each(writers, options.given_out_by)),
        made=today,
        language=languages[0],
        parts=tuple(_parts(writers, kept_back, sides)),
        layout=options.layout,
        colour=options.house.about.colour,
        together=_together(writers, sides) if any(sides) else None,
    )
    return Outcome(document, kept_back.found)


def _seen_by_all(
    workshop: Workshop, options: PackOptions
) -> tuple[Workshop, Workshop, PackOptions]:
    """The session without what its boards hide, then without what waits too; and `since` so."""
    whole = as_may_be_seen(workshop)
    if since := options.since:
        then = released(as_may_be_seen(since.workshop))
        options = replace(options, since=replace(since, workshop=then))
    return whole, released(whole), options


def _title(writers: list[PartWriter]) -> Runs:
    title = writers[0].workshop.session.title
    return _in_each(writers, title) or writers[0].tr("Outcome pack")


def _in_each(writers: list[PartWriter], text: Text) -> Runs:
    """A text in the language of each part, the same words only once."""
    said = dict.fromkeys(writer.text(text)[:1] for writer in writers)
    return joined(said, writers[0].plain(" / ")[0])


def _parts(writers: list[PartWriter], kept_back: KeptBack, sides: list[Sections]) -> Iterator[Part]:
    """The parts, without what stands side by side: to that their lists of contents lead."""
    covers = [kept_back.out_of(cover(writer)) for writer in writers]
    apart = writers[0].options.apart()
    sections = [tuple(map(kept_back.out_of, _sections(writer, apart))) for writer in writers]
    for writer, made, inside, side in zip(writers, covers, sections, sides, strict=True):
        told = _with_missing(writer, made, inside)
        part = _part(writer, made, told, kept_back.out_of(foot(writer), made.thing))
        entries = (Entry(each.heading, beside(each.anchor)) for each in side)
        listed = replace(part.contents, entries=(*part.contents.entries, *entries))
        yield replace(part, contents=listed)


def _with_missing(writer: PartWriter, cover: Cover, sections: Sections) -> Sections:
    """The sections, the first of them after how many texts lack the language of the part."""
    told = _missing(writer, cover, sections)
    if not (told and sections):
        return sections
    return (replace(sections[0], blocks=(*told, *sections[0].blocks)), *sections[1:])


def _together(writers: list[PartWriter], sides: list[Sections]) -> SectionBlock:
    """What stands side by side, after how many texts lack a language there: the parts are far."""
    made = side_by_side(writers, sides)
    told = (_missing(writer, None, side) for writer, side in zip(writers, sides, strict=True))
    return replace(made, blocks=(*chain.from_iterable(told), *made.blocks))


def _missing(writer: PartWriter, cover: Cover | None, sections: Sections) -> tuple[Block, ...]:
    """The paragraph that says so, or nothing."""
    n = len(missing_in(writer.workshop, writer.options, writer.language, cover, sections))
    if n and writer.options.layout is Layout.SUMMARY:
        told = ((), *(_explained(writer, each) for each in range(1, n + 1)))
        return (MarksTold(language=writer.language, told=told),)
    return _explained(writer, n) if n else ()


def _explained(writer: PartWriter, n: int) -> tuple[Block, ...]:
    return (writer.paragraph(writer.plain(explained(writer.words, n)), Tone.QUIET),)


def _sections(writer: PartWriter, sections: Iterable[Section]) -> Iterator[SectionBlock]:
    on_wall = writer.options.layout is Layout.SUMMARY
    for section in sections:
        yield from (poster if on_wall else _SECTIONS[section])(writer)


def _part(writer: PartWriter, first: Cover, sections: Sections, at_foot: Foot) -> Part:
    is_led = bool(sections) and sections[0].anchor == f"{writer.language}-{Section.SUMMARY}"
    contents = ContentsList(
        language=writer.language,
        title=writer.tr("Contents")[0],
        entries=() if writer.options.layout is Layout.SUMMARY else _listed(sections),
    )
    return Part(
        language=writer.language,
        title=" – ".join(filter(None, (LANGUAGE_NAMES[writer.language], first.kind.text))),
        foot=at_foot,
        cover=first,
        summary=sections[0] if is_led else None,
        contents=contents,
        sections=sections[is_led:],
    )


def _listed(sections: Iterable[SectionBlock]) -> tuple[Entry, ...]:
    """What the list of contents has: of the summary, which is one page, no more than its name."""
    return tuple(
        replace(entry, entries=()) if entry.anchor.endswith(f"-{Section.SUMMARY}") else entry
        for entry in _entries(sections, DEEPEST_LISTED)
    )


def _entries(blocks: Iterable[Block], levels: int) -> tuple[Entry, ...]:
    sections = (block for block in blocks if levels and isinstance(block, SectionBlock))
    return tuple(Entry(s.heading, s.anchor, _entries(s.blocks, levels - 1)) for s in sections)
