"""Moving chosen cards by keys: one place up or down, one lane left or right. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from gweithdy.domain.ids import Id
from gweithdy.ui.board.layout import LaneLayout
from gweithdy.ui.board.walk import stops


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step leads."""

    lane: Id
    theme: Id
    before: Id


def step(
    lanes: Sequence[tuple[float, LaneLayout]], cards: Sequence[Id], dx: int, dy: int
) -> Step | None:
    """Where `cards` come to lie after one step; None at the edge."""
    for place, (_, lane) in enumerate(lanes):
        if cards[0] not in lane.cards:
            continue
        if dy:
            return _along(lane, cards, dy)
        if 0 <= place + dx < len(lanes):
            return Step(lanes[place + dx][1].contents.lane.id, "", "")
    return None


def _along(lane: LaneLayout, cards: Sequence[Id], dy: int) -> Step | None:
    """One card further, out of a theme at its end and into the next group."""
    groups = [
        (group.theme.id if group.theme else "", [c.id for c in group.cards])
        for group in lane.contents.groups
    ]
    here = next(i for i, (_, ids) in enumerate(groups) if cards[0] in ids)
    theme, ids = groups[here]
    moving = set(cards)
    staying = [id for id in ids if id not in moving]
    above = sum(1 for id in ids[: ids.index(cards[0])] if id not in moving)
    target = above + dy
    if 0 <= target <= len(staying):
        before = staying[target] if target < len(staying) else ""
        return Step(lane.contents.lane.id, theme, before)
    if not 0 <= here + dy < len(groups):
        return None
    theme, ids = groups[here + dy]
    return Step(lane.contents.lane.id, theme, ids[0] if dy > 0 and ids else "")


def beside(lanes: Sequence[tuple[float, LaneLayout]], cards: Sequence[Id]) -> Id:
    """The card that is next once `cards`, or a theme, are gone; the lane if no card is left in it.

    "" if they are in no lane.
    """
    gone = set(cards)
    for _, lane in lanes:
        here = [id for id in stops(lane) if id in lane.cards or id == cards[0]]
        if cards[0] in here:
            at = here.index(cards[0])
            left = [id for id in (*here[at:], *here[:at][::-1]) if id not in gone]
            return next(iter(left), lane.contents.lane.id)
    return ""
