"""How the cards of a board are arranged: lanes in order, in each the themes, then loose cards."""

from dataclasses import dataclass

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
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


def arranged(workshop: Workshop, board: Id = "") -> list[LaneContents]:
    """The lanes of `board`, or of every board, with what is in them."""
    homes = _lanes(workshop)
    lanes = {lane.id for lane in homes}
    themes = {t.id: t for t in workshop.of(Theme) if t.lane in lanes}
    cards: dict[tuple[Id, Id], list[Card]] = {}
    for card in workshop.of(Card):
        cards.setdefault(_place(card, homes, lanes, themes), []).append(card)
    contents = []
    for lane in homes:
        if board in ("", lane.board):
            groups = [
                Group(theme, tuple(cards.get((lane.id, theme.id), ())))
                for theme in themes.values()
                if theme.lane == lane.id
            ]
            loose = Group(None, tuple(cards.get((lane.id, ""), ())))
            contents.append(LaneContents(lane, (*groups, loose)))
    return contents


def _lanes(workshop: Workshop) -> list[Lane]:
    lanes = workshop.of(Lane)
    return [lane for b in workshop.of(Board) for lane in lanes if lane.board == b.id]


def _place(card: Card, homes: list[Lane], lanes: set[Id], themes: dict[Id, Theme]) -> tuple[Id, Id]:
    # After merging two laptops a card may name a lane or theme that the other one removed:
    # it must stay in sight.
    lane = card.lane if card.lane in lanes or not homes else homes[0].id
    theme = themes.get(card.theme)
    return (lane, theme.id if theme and theme.lane == lane else "")
