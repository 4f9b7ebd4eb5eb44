"""Boards: lanes, cards, themes and votes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gweithdy.domain.choice import Choice, labels
from gweithdy.domain.entity import Noun, Owned
from gweithdy.domain.field import Value, number_field, order_field, ref, refs, text_field
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import Holding, Naming, Standing
from gweithdy.domain.text import Text


class LaneKind(Choice):
    """The three questions of a discovery session, or a lane of one's own."""

    VISION = "vision"
    BARRIERS = "barriers"
    HELP = "help"
    OTHER = "other"


LANE_LABELS = labels(
    {
        LaneKind.VISION: N_("What would good look like?"),
        LaneKind.BARRIERS: N_("What is in the way?"),
        LaneKind.HELP: N_("What could help?"),
        LaneKind.OTHER: N_("Other"),
    }
)


class CardKind(Choice):
    """The kinds of barrier; UNSURE is for somebody to decide later."""

    NONE = "none"
    CULTURAL = "cultural"
    STRUCTURAL = "structural"
    BEHAVIOURAL = "behavioural"
    UNSURE = "unsure"


CARD_KIND_LABELS = labels(
    {
        CardKind.NONE: N_("No kind"),
        CardKind.CULTURAL: N_("Cultural"),
        CardKind.STRUCTURAL: N_("Structural"),
        CardKind.BEHAVIOURAL: N_("Behavioural"),
        CardKind.UNSURE: N_("Unsure"),
    }
)

KINDS = (CardKind.CULTURAL, CardKind.STRUCTURAL, CardKind.BEHAVIOURAL)
"""Those of which a card can have several."""


SOURCE_LABELS = {
    "room": N_("In the room"),
    "online": N_("Online"),
    "before": N_("Before the session"),
    "imported": N_("Imported"),
}
"""Where words can come from besides the tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Owned):
    """A board with lanes.

    `naming` is what it keeps of who said something, which is only ever tightened; `holding` which
    of its new cards wait until somebody lets them through.
    """

    noun: ClassVar = Noun(N_("Board"), page="board", key="boards", copied=True)

    title: Text = text_field(N_("Board"), printed="boards")
    naming: Naming = Naming.NAMED
    holding: Holding = Holding.NOTHING
    order: float = order_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Owned):
    """One question on a board."""

    noun: ClassVar = Noun(N_("Question"), page="board", key="lanes", copied=True)

    board: Id = ref("board")
    title: Text = text_field(N_("Question of the board"), printed="boards")
    kind: LaneKind = LaneKind.OTHER
    order: float = order_field()


class ThemeRole(Choice):
    """The colour of a theme, which a symbol and a word always go with."""

    NONE = "none"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    ROSE = "rose"
    AMBER = "amber"
    GREEN = "green"


THEME_ROLE_LABELS = labels(
    {
        ThemeRole.NONE: N_("No colour"),
        ThemeRole.TEAL: N_("Turquoise"),
        ThemeRole.BLUE: N_("Blue"),
        ThemeRole.VIOLET: N_("Purple"),
        ThemeRole.ROSE: N_("Pink"),
        ThemeRole.AMBER: N_("Amber"),
        ThemeRole.GREEN: N_("Green"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Owned):
    """A named group of cards in a lane; `parent` is the theme inside which it stands, or ""."""

    noun: ClassVar = Noun(N_("Theme"), page="board", key="themes", copied=True)

    lane: Id = ref("lane")
    title: Text = text_field(N_("Theme"), printed="boards")
    parent: Id = ref("theme")
    role: ThemeRole = ThemeRole.NONE
    order: float = order_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Owned):
    """One thing that was said.

    `kind` is its kind, and `also` those that it has besides. `source` is where it came from: one
    of `SOURCE_LABELS`, or a table as people call it ("3"). `captured` is when it was written down
    (UTC), and `noted_by` who did that. `said_by` is the person who said it, and only one who agreed
    to be named. How much of these is kept is a matter of the board (`domain.naming`). By its
    `standing` it is shown to everybody or not (`domain.released`).

    `theme` is its first theme, `also_in` are those in which it stands besides. `made_of` are the
    cards that were merged into it: they are kept as they were, and not shown beside it. `unlike`
    are cards of which somebody has said that they are something else, however similar.
    """

    noun: ClassVar = Noun(N_("Card"), page="board", key="cards")

    lane: Id = ref("lane")
    theme: Id = ref("theme")
    text: Text = text_field(N_("Card"), printed="boards")
    kind: CardKind = CardKind.NONE
    also: tuple[CardKind, ...] = ()
    source: str = ""
    captured: datetime | None = None
    noted_by: str = ""
    said_by: Id = ref("participant")
    standing: Standing = Standing.RELEASED
    also_in: tuple[Id, ...] = refs("theme")
    made_of: tuple[Id, ...] = refs("card")
    unlike: tuple[Id, ...] = refs("card")
    order: float = order_field()

    @property
    def kinds(self) -> tuple[CardKind, ...]:
        """All its kinds; () for none."""
        more = tuple(kind for kind in self.also if kind is not self.kind)
        return (*(() if self.kind is CardKind.NONE else (self.kind,)), *more)


def of_kinds(kinds: Sequence[CardKind]) -> dict[str, Value]:
    """The fields of a card that has these kinds, the first of them before all."""
    return {"kind": kinds[0] if kinds else CardKind.NONE, "also": tuple(kinds[1:])}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Owned):
    """`count` votes for a card or a theme (`target`) from one `source` ("room", "online", "3").

    They belong to a `round`, or to none. In a round that rates, `count` people gave the `mark` from
    1 to 5 by the `criterion` from 1 to 3; where dots are counted both are 0.
    """

    noun: ClassVar = Noun(page="board", key="votes")

    target: Id = ref("card|theme")
    source: str = "room"
    count: int = number_field(0, least=0, most=1_000_000)
    round: Id = ref("round")
    criterion: int = number_field(0, least=0, most=3)
    mark: int = number_field(0, least=0, most=5)


def counted(votes: Iterable[Vote]) -> int:
    """How many votes these are, all sources together."""
    return sum(vote.count for vote in votes)
