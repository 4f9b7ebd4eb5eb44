"""How the cards of a board are arranged: lanes in order, in each the themes, then loose cards.

A theme inside another one comes right after it. A card that stands in several themes is among the
`cards` of the first of them, and a guest in the others. Cards that wait or are set aside stand
nowhere on a board.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.in_order import place
from gweithdy.domain.merging import covered, seen
from gweithdy.domain.naming import all_as_named, as_named, naming_of_board
from gweithdy.domain.released import is_released, only_released
from gweithdy.domain.workshop import Workshop

GUEST = "@"
"""What stands in the id of a guest between that of the card and that of the theme."""


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one theme; of none (`theme` is None) for those that are loose.

    `guests` are cards of another theme that stand here too, under ids of their own (`home_of`).
    `inside`: the theme stands inside the one before it. `closed`: only its head is to be shown.
    """

    theme: Theme | None
    cards: tuple[Card, ...]
    guests: tuple[Card, ...] = ()
    inside: bool = False
    closed: bool = False

    @property
    def shown(self) -> tuple[Card, ...]:
        """What of it is to be shown under its head."""
        if self.closed:
            return ()
        return (*self.cards, *self.guests) if self.guests else self.cards


def home_of(id: Id) -> Id:
    """The card that a guest is; of anything else its own id."""
    return id.partition(GUEST)[0]


def host_of(id: Id) -> Id:
    """The theme in which a guest stands; "" for anything else."""
    return id.partition(GUEST)[2]


def each_once(ids: Sequence[Id]) -> list[Id]:
    """The cards that these are, each once, whether as guests or at home."""
    return list(dict.fromkeys(home_of(id) for id in ids))


@dataclass(frozen=True, slots=True)
class LaneContents:
    """One lane with its groups; the loose cards come last, even when there are none."""

    lane: Lane
    groups: tuple[Group, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for group in self.groups for card in group.cards)

    @property
    def count(self) -> int:
        """How many cards these are."""
        return sum(len(group.cards) for group in self.groups)


def is_of(group: Group, theme: Id) -> bool:
    """Whether this is the group of a theme, or of one inside it."""
    own = group.theme
    return own is not None and (own.id == theme or (group.inside and own.parent == theme))


Inside = tuple[Lane, tuple[Theme, ...], tuple[Card, ...], tuple[tuple[Id, Card], ...]]
"""A lane and what stands inside it: the same tuples as before if nothing has changed in it.

The last are its guests, each with the theme in which it stands.
"""


class Arrangement:
    """The arrangement of now: a lane in which nothing has changed stays the same object."""

    def __init__(self) -> None:
        self._known: dict[Id, tuple[Inside, LaneContents]] = {}

    def of(self, workshop: Workshop, board: Id = "") -> list[LaneContents]:
        """As `arranged`; only the lanes that changed are arranged anew."""
        known, self._known = self._known, {}
        for inside in _insides(workshop, board):
            lane = inside[0].id
            if lane in known and known[lane][0] == inside:
                self._known[lane] = known[lane]
            else:
                self._known[lane] = (inside, _grouped(inside))
        return [contents for _, contents in self._known.values()]


def arranged(workshop: Workshop, board: Id = "") -> list[LaneContents]:
    """The lanes of `board`, or of every board, with what is in them."""
    return [_grouped(inside) for inside in _insides(workshop, board)]


def unplaced(workshop: Workshop) -> list[Card]:
    """The cards of a session without any lane; they go to the first lane that is made."""
    return [] if _homes(workshop) else list(only_released(tuple(seen(workshop))))


def cards_in(workshop: Workshop, lane: Id, theme: Id) -> list[Card]:
    """The cards that are seen in one group of a lane, in order."""
    for inside in _insides(workshop):
        if inside[0].id == lane:
            for group in _grouped(inside).groups:
                if (group.theme.id if group.theme else "") == theme:
                    return list(group.cards)
    return []


def _insides(workshop: Workshop, board: Id = "") -> list[Inside]:
    homes = _homes(workshop)
    strays = _strays(workshop, homes)
    hidden = covered(workshop)
    guests = _guests(workshop, hidden)
    found = []
    for lane in homes:
        cards = workshop.inside(Card, lane.id)
        if strays and lane is homes[0]:
            cards = tuple(sorted((*cards, *strays), key=place))
        if hidden and any(card.id in hidden for card in cards):
            cards = tuple(card for card in cards if card.id not in hidden)
        if board in ("", lane.board):
            naming = naming_of_board(workshop, lane.board)
            shown = all_as_named(only_released(cards), naming)
            themes = workshop.inside(Theme, lane.id)
            here = {t.id: all_as_named(tuple(guests.get(t.id, ())), naming) for t in themes}
            theirs = tuple((id, card) for id, cards in here.items() for card in cards)
            found.append((lane, themes, shown, theirs))
    return found


def _guests(workshop: Workshop, hidden: frozenset[Id]) -> Mapping[Id, list[Card]]:
    """By theme the cards of other themes that stand in it too, as their own board shows them."""
    found: dict[Id, list[Card]] = {}
    for card in workshop.of(Card):
        if card.also_in and card.id not in hidden and is_released(card):
            for theme in card.also_in:
                if theme != card.theme:
                    found.setdefault(theme, []).append(as_named(workshop, card))
    return found


def _homes(workshop: Workshop) -> list[Lane]:
    return [lane for board in workshop.of(Board) for lane in workshop.inside(Lane, board.id)]


def _strays(workshop: Workshop, homes: Sequence[Lane]) -> list[Card]:
    # After merging two laptops a card may name a lane that the other one removed: it must stay
    # in sight.
    lost = workshop.parents(Card) - {lane.id for lane in homes}
    return [card for parent in lost for card in workshop.inside(Card, parent)]


def _grouped(inside: Inside) -> LaneContents:
    lane, themes, cards, visiting = inside
    groups: dict[Id, list[Card]] = {theme.id: [] for theme in themes}
    guests: dict[Id, list[Card]] = {}
    loose: list[Card] = []
    for card in cards:
        groups.get(card.theme, loose).append(card)
    for id, card in visiting:
        guests.setdefault(id, []).append(replace(card, id=f"{card.id}{GUEST}{id}"))
    named = [
        Group(theme, tuple(groups[theme.id]), tuple(guests.get(theme.id, ())), inside=is_inside)
        for theme, is_inside in nested(themes)
    ]
    return LaneContents(lane, (*named, Group(None, tuple(loose))))


def nested(themes: Sequence[Theme]) -> list[tuple[Theme, bool]]:
    """`themes` in the order of a board, each with whether it stands inside the one above it.

    What stands in no theme of the same lane, in itself or too deep (two laptops may each have put
    one into the other) stands alone.
    """
    here = {theme.id: theme for theme in themes}
    above = {t.id: t.parent for t in themes if t.parent in here and not here[t.parent].parent}
    found = []
    for theme in themes:
        if theme.id not in above:
            found.append((theme, False))
            found += [(each, True) for each in themes if above.get(each.id) == theme.id]
    return found
