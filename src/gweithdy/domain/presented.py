"""Presented: what the whole room is shown of a board, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gweithdy.domain.arrange import LaneContents, arranged, home_of, host_of, is_of
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop


class Role(Enum):
    """What a line is."""

    LANE = "lane"
    THEME = "theme"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line and the thing that it comes from. Nothing else of that is shown: no name, no vote."""

    role: Role
    id: Id
    text: Text


def presented(workshop: Workshop, board: Id, theme: Id = "") -> list[Shown]:
    """The questions of a board with what is released of it; of one theme alone, if it is told.

    A theme comes with those inside it; alone it has its guests too, and each card once. A theme
    without cards for the room is left out, a question is not: it waits for answers.
    """
    return [shown for lane in arranged(workshop, board) for shown in _of_lane(lane, theme)]


def theme_at(workshop: Workshop, current: Id) -> Id:
    """The theme that is current, or that of the card that is; "" for none."""
    card = workshop.find(Card, current)
    theme = card.theme if card else host_of(current) or current
    return theme if workshop.find(Theme, theme) else ""


def _of_lane(lane: LaneContents, theme: Id) -> Iterator[Shown]:
    groups = [group for group in lane.groups if not theme or is_of(group, theme)]
    if theme and not groups:
        return
    yield Shown(Role.LANE, lane.lane.id, lane.lane.title)
    told: set[Id] = set()
    for group in groups:
        # Alone a theme has its guests too, for there they stand nowhere else.
        shown = (*group.cards, *group.guests) if theme else group.cards
        cards = [each for each in shown if each.text and home_of(each.id) not in told]
        told |= {home_of(each.id) for each in cards}
        if group.theme and (cards or theme or _holds(lane, group.theme)):
            yield Shown(Role.THEME, group.theme.id, group.theme.title)
        for card in cards:
            yield Shown(Role.CARD, home_of(card.id), card.text)


def _holds(lane: LaneContents, theme: Theme) -> bool:
    """Whether there are cards in a theme inside this one."""
    return any(group.inside and group.cards for group in lane.groups if is_of(group, theme.id))
