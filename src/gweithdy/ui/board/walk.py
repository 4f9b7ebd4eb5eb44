"""Walking over a board by arrow keys: which card or theme is next. Without Qt."""

from gweithdy.domain.ids import Id
from gweithdy.ui.board.layout import LaneLayout, Rect


def stops(lane: LaneLayout) -> list[Id]:
    """What the arrows stop at, from top to bottom: each theme, then its cards; loose cards last."""
    found: list[Id] = []
    for group in lane.contents.groups:
        if group.theme:
            found.append(group.theme.id)
        found += [card.id for card in group.cards]
    return found


def neighbour(lanes: list[tuple[float, LaneLayout]], current: Id, dx: int, dy: int) -> Id:
    """The stop above, below, left or right of `current`; "" at the edge."""
    for place, (_, lane) in enumerate(lanes):
        here = stops(lane)
        if current not in here:
            continue
        if dy:
            index = here.index(current) + dy
            return here[index] if 0 <= index < len(here) else ""
        return _across(lanes, place, _rect(lane, current), dx)
    return next((stop for _, lane in lanes for stop in stops(lane)), "")


def _across(lanes: list[tuple[float, LaneLayout]], place: int, rect: Rect, dx: int) -> Id:
    place += dx
    while 0 <= place < len(lanes):
        lane = lanes[place][1]
        here = stops(lane)
        if here:
            return min(here, key=lambda id: abs(_rect(lane, id).y - rect.y))
        place += dx
    return ""


def _rect(lane: LaneLayout, id: Id) -> Rect:
    return lane.cards[id] if id in lane.cards else lane.themes[id]
