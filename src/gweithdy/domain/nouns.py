"""Nouns: every noun there is, once, in the order in which a reader needs them.

A new noun is a dataclass with its declaration, a line here, and a migration.
"""

from collections.abc import Iterator

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.clock import Clock
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import Entity, Owner, declared, noun_name
from gweithdy.domain.field import Field
from gweithdy.domain.looks import Look
from gweithdy.domain.organisation import Organisation
from gweithdy.domain.people import Participant
from gweithdy.domain.photos import Photo
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.rounds import Round
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.sending import Sent
from gweithdy.domain.session import Series, Session
from gweithdy.domain.stakeholders import Stakeholder, Tie

ALL: tuple[type[Entity], ...] = (
    Series, Session, Participant, Block, Clock, Board, Lane, Theme, Card, Round, Vote,
    Arrived, Ruling, Photo, Quote, Parked, Stakeholder, Tie, Decision, Action, Reflection,
    Look, Sent, Organisation,
)  # fmt: skip

NOUNS: dict[str, type[Entity]] = {noun_name(noun): noun for noun in ALL}
"""Every noun by the name that Changes use for it."""

OWNED: tuple[type[Entity], ...] = tuple(n for n in ALL if n.belongs_to is Owner.SESSION)
"""The nouns that belong to a session."""

SHELVED: tuple[type[Entity], ...] = tuple(n for n in ALL if n.belongs_to is not Owner.SESSION)
"""The nouns that belong to the library or to a series: what a catalogue holds."""

COPIED: tuple[type[Entity], ...] = tuple(n for n in OWNED if n.noun.copied)
"""What a duplicate of a session takes along: the plan, not what was said and done on the day."""


def printed_texts() -> Iterator[tuple[type[Entity], Field]]:
    """The translated fields of a session that its pack prints, by noun."""
    nouns: tuple[type[Entity], ...] = (Session, *OWNED)
    for noun in nouns:
        for one in declared(noun):
            if one.translated and one.printed:
                yield noun, one
