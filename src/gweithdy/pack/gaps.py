"""Gaps: the texts of a pack that lack one of its languages."""

from dataclasses import dataclass

from gweithdy.domain.entity import Entity, noun_name
from gweithdy.domain.field import Field
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import printed_texts
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.options import Section

COVER = "cover"


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that lacks a language: a `field` of the thing with this noun and id.

    `where` is a catalogue text; `words` are those it has.
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


def _place(printed: tuple[type[Entity], Field]) -> int:
    """Where the pack prints a field: the cover comes before all sections."""
    section = printed[1].printed
    return -1 if section == COVER else list(Section).index(Section(section))
