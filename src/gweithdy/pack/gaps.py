"""Gaps: the texts of a pack that lack one of its languages."""

from dataclasses import dataclass

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language, Text
from gweithdy.domain.workshop import Workshop, noun_name

_PRINTED: tuple[tuple[type[Entity], str, str], ...] = (
    (Session, "title", N_("Title of the session")),
    (Session, "purpose", N_("Purpose")),
    (Session, "place", N_("Place")),
    (Block, "title", N_("Agenda")),
    (Participant, "organisation", N_("Organisation")),
    (Board, "title", N_("Board")),
    (Lane, "title", N_("Question of the board")),
    (Theme, "title", N_("Theme")),
    (Card, "text", N_("Card")),
    (Stakeholder, "name", N_("Stakeholder")),
    (Parked, "text", N_("Parking lot")),
    (Action, "text", N_("Action")),
    (Reflection, "text", N_("Reflection")),
    (Session, "next_steps", N_("What happens next")),
)
"""Noun, field and where it is, in the order of the pack. Quotes are printed as they were said."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that lacks a language. `where` is a catalogue text; `words` are those it has."""

    noun: str
    id: Id
    where: str
    words: str
    lacking: Language


def gaps(workshop: Workshop, language: str) -> list[Gap]:
    """The texts that lack a language of the pack: "both", "cy" or "en"."""
    wanted = tuple(Language) if language == "both" else (Language(language),)
    return [
        Gap(noun_name(noun), entity.id, where, text.get(lacking.other), lacking)
        for noun, name, where in _PRINTED
        for entity in workshop.of(noun)
        if _is_printed(entity) and isinstance(text := getattr(entity, name), Text)
        for lacking in wanted
        if text.lacks(lacking)
    ]


def _is_printed(entity: Entity) -> bool:
    # Organisations stand beside names, so only beside those that are printed.
    return not isinstance(entity, Participant) or entity.named
