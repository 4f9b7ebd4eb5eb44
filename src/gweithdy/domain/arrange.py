"""How the cards of a board are arranged: lanes in order, in each the themes, then loose cards.

Cards that wait or are set aside stand nowhere on a board.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.in_order import place
from gweithdy.domain.naming import all_as_named, naming_of_board
from gweithdy.domain.released import only_released
from gweithdy.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one theme; of none (`theme` is None) for those that are loose."""

    theme: Theme | None
    cards: tuple[Card, ...]


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


Inside = tuple[Lane, tuple[Theme, ...], tuple[Card, ...]]
"""A lane and what stands inside it: the same tuples as before if nothing has changed in it."""


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
    return [] if _homes(workshop) else list(only_released(tuple(workshop.of(Card))))


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
    found = []
    for lane in homes:
        cards = workshop.inside(Card, lane.id)
        if strays and lane is homes[0]:
            cards = tuple(sorted((*cards, *strays), key=place))
        if board in ("", lane.board):
            seen = all_as_named(only_released(cards), naming_of_board(workshop, lane.board))
            found.append((lane, workshop.inside(Theme, lane.id), seen))
    return found


def _homes(workshop: Workshop) -> list[Lane]:
    return [lane for board in workshop.of(Board) for lane in workshop.inside(Lane, board.id)]


def _strays(workshop: Workshop, homes: Sequence[Lane]) -> list[Card]:
    # After merging two laptops a card may name a lane that the other one removed: it must stay
    # in sight.
    lost = workshop.parents(Card) - {lane.id for lane in homes}
    return [card for parent in lost for card in workshop.inside(Card, parent)]


def _grouped(inside: Inside) -> LaneContents:
    lane, themes, cards = inside
    groups: dict[Id, list[Card]] = {theme.id: [] for theme in themes}
    loose: list[Card] = []
    for card in cards:
        groups.get(card.theme, loose).append(card)
    named = [Group(theme, tuple(groups[theme.id])) for theme in themes]
    return LaneContents(lane, (*named, Group(None, tuple(loose))))
