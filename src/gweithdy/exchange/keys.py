"""Keys: what the parts of a session file are called, and how large its values may be."""

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import Entity, Field, declared
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.workshop import OWNED, noun_name

FORMAT = 1
"""The number after the key `gweithdy`: a newer one may hold what this version cannot read."""

KEYS: dict[type[Entity], str] = {
    Participant: "people",
    Block: "agenda",
    Clock: "clock",
    Board: "boards",
    Lane: "lanes",
    Theme: "themes",
    Card: "cards",
    Vote: "votes",
    Quote: "quotes",
    Parked: "parking",
    Stakeholder: "stakeholders",
    Tie: "ties",
    Action: "actions",
    Reflection: "reflections",
}
"""The key of each noun's list; the clock is single and no list."""

TOP = ("gweithdy", "series", "session", *(KEYS[noun] for noun in OWNED))

LIMITS: dict[tuple[str, str], tuple[int, int]] = {
    ("session", "packs"): (0, 1_000_000),
    ("block", "minutes"): (1, 1440),
    ("vote", "count"): (0, 1_000_000),
    ("stakeholder", "power"): (0, 100),
    ("stakeholder", "interest"): (0, 100),
    ("clock", "spent"): (0, 1_000_000_000),
    ("clock", "end"): (0, 100_000),
}
"""The smallest and the largest number by noun and field."""

ANY_NUMBER = (-1_000_000_000, 1_000_000_000)
LONGEST_TEXT = 20_000
LARGEST_FILE = 8 * 1024 * 1024


def written_fields(noun: type[Entity]) -> tuple[Field, ...]:
    """The fields that stand in a file: not those which its structure says anyway."""
    return tuple(f for f in declared(noun) if f.name not in ("session", "deleted", "order"))


def limits(noun: type[Entity], field: Field) -> tuple[int, int]:
    """The smallest and the largest number that `field` may hold."""
    return LIMITS.get((noun_name(noun), field.name), ANY_NUMBER)
