"""Boards: lanes, cards, themes and votes, and how votes are counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gweithdy.domain.entity import Owned, ref
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text


class LaneKind(StrEnum):
    """The three questions of a discovery session, or a lane of one's own."""

    VISION = "vision"
    BARRIERS = "barriers"
    HELP = "help"
    OTHER = "other"


LANE_LABELS = {
    LaneKind.VISION: N_("What would good look like?"),
    LaneKind.BARRIERS: N_("What is in the way?"),
    LaneKind.HELP: N_("What could help?"),
    LaneKind.OTHER: N_("Other"),
}


class CardKind(StrEnum):
    """The kinds of barrier."""

    NONE = "none"
    CULTURAL = "cultural"
    STRUCTURAL = "structural"
    BEHAVIOURAL = "behavioural"


CARD_KIND_LABELS = {
    CardKind.NONE: N_("No kind"),
    CardKind.CULTURAL: N_("Cultural"),
    CardKind.STRUCTURAL: N_("Structural"),
    CardKind.BEHAVIOURAL: N_("Behavioural"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Owned):
    """A board with lanes."""

    title: Text = field(default_factory=Text)
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Owned):
    """One question on a board."""

    board: Id = ref("board")
    title: Text = field(default_factory=Text)
    kind: LaneKind = LaneKind.OTHER
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Owned):
    """A named group of cards in a lane."""

    lane: Id = ref("lane")
    title: Text = field(default_factory=Text)
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Owned):
    """One thing that was said.

    `source` is where it came from: "room", "online", or a table as people call it ("3").
    `captured` is when it was written down (UTC).
    """

    lane: Id = ref("lane")
    theme: Id = ref("theme")
    text: Text = field(default_factory=Text)
    kind: CardKind = CardKind.NONE
    source: str = ""
    captured: datetime | None = None
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Owned):
    """`count` votes for a card or a theme (`target`) from one `source` ("room", "online", "3")."""

    target: Id = ref("card|theme")
    source: str = "room"
    count: int = 0


def tally(votes: Iterable[Vote]) -> dict[Id, int]:
    """All votes by target."""
    counts: dict[Id, int] = {}
    for vote in votes:
        counts[vote.target] = counts.get(vote.target, 0) + vote.count
    return counts
