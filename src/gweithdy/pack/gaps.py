"""Gaps: the texts of a pack that lack one of its languages."""

from dataclasses import dataclass
from itertools import chain

from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.field import Field
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import printed_texts
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.document import Cover, Document, SectionBlock
from gweithdy.pack.marks import marked
from gweithdy.pack.options import PackOptions, Section

COVER = "cover"


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that lacks a language: a `field` of the thing with this noun and id.

    `where` is a catalogue text; `words` are those it has. The house that gives out the pack has no
    noun: its name belongs to no session.
    """

    noun: str
    id: Id
    field: str
    where: str
    words: str
    lacking: Language


def gaps(workshop: Workshop, language: str) -> list[Gap]:
    """The texts that lack a language of the pack: "both", "cy" or "en"."""
    wanted = tuple(Language) if language == "both" else (Language(language),)
    return [
        Gap(noun_name(noun), entity.id, field.name, field.label, text.get(lacking.other), lacking)
        for noun, field in sorted(printed_texts(), key=_place)
        for entity in workshop.of(noun)
        if isinstance(text := getattr(entity, field.name), Text)
        for lacking in wanted
        if text.lacks(lacking)
    ]


def missing(workshop: Workshop, options: PackOptions, document: Document) -> list[Gap]:
    """The texts of `document`, a pack with these options, that lack the language of its part."""
    both = (document.together,) if document.together else ()
    found = (
        missing_in(workshop, options, part.language, part.cover, (*part.every_section, *both))
        for part in document.parts
    )
    return list(chain.from_iterable(found))


def missing_in(
    workshop: Workshop,
    options: PackOptions,
    language: Language,
    cover: Cover | None,
    sections: tuple[SectionBlock, ...],
) -> list[Gap]:
    """The same of one part; without a cover it does not name the house."""
    found = gaps(workshop, language)
    if found:
        things = (thing for _, thing in marked((cover, sections), language) if thing)
        printed = {(thing.id, thing.field) for thing in things}
        found = [gap for gap in found if printed & {(gap.id, gap.field), (gap.id, "")}]
    house = options.given_out_by
    if cover and house.lacks(language):
        words = house.get(language.other)
        found.append(Gap("", "", "organisation", N_("Organisation"), words, language))
    return found


def _place(printed: tuple[type[Entity], Field]) -> int:
    """Where the pack prints a field: the cover comes before all sections."""
    section = printed[1].printed
    return -1 if section == COVER else list(Section).index(Section(section))
