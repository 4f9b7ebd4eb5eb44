"""Walking over a board by arrow keys: which card or theme is next. Without Qt."""

from gweithdy.domain.ids import Id
from gweithdy.ui.board.layout import LaneLayout, Rect


def stops(lane: LaneLayout) -> list[Id]:
    """What the arrows stop at, in its order: each theme, then its cards; loose cards last."""
    found: list[Id] = []
    for group in lane.contents.groups:
        if group.theme:
            found.append(group.theme.id)
        found += [card.id for card in group.shown]
    return found


def neighbour(lanes: list[tuple[float, LaneLayout]], current: Id, dx: int, dy: int) -> Id:
    """What is above, below, left or right of `current` as one sees it; "" at the edge.

    Above the topmost card of a lane is the lane itself; lanes are beside each other.
    """
    for place, (_, lane) in enumerate(lanes):
        if current == lane.contents.lane.id:
            return _from_title(lanes, place, dx, dy)
        if not (current in lane.cards or current in lane.themes):
            continue
        here = _rect(lane, current)
        if dy:
            column = _column(lane, current)
            there = [id for id in column if (_rect(lane, id).y - here.y) * dy > 0]
            edge = lane.contents.lane.id if dy < 0 else ""
            return min(there, key=lambda id: abs(_rect(lane, id).y - here.y), default=edge)
        if current in lane.cards:
            there = [id for id, rect in lane.cards.items() if (rect.x - here.x) * dx > 0]
            if there:
                return _beside(lane, there, here, dx)
        return _across(lanes, place, here, dx)
    titles = [lane.contents.lane.id for _, lane in lanes]
    return next((stop for _, lane in lanes for stop in stops(lane)), next(iter(titles), ""))


def jump(lanes: list[tuple[float, LaneLayout]], current: Id, distance: float) -> Id:
    """The stop of the same column that is nearest to `distance` further down; "" without one."""
    for place, (_, lane) in enumerate(lanes):
        if current == lane.contents.lane.id:
            first = _from_title(lanes, place, 0, 1) if distance > 0 else ""
            return jump(lanes, first, distance) if first else ""
        if current in lane.cards or current in lane.themes:
            wanted = _rect(lane, current).y + distance
            return min(_column(lane, current), key=lambda id: abs(_rect(lane, id).y - wanted))
    return ""


def _from_title(lanes: list[tuple[float, LaneLayout]], place: int, dx: int, dy: int) -> Id:
    """From a lane: to the lane beside it, or down to what is topmost in it."""
    if dy:
        lane = lanes[place][1]
        return min(stops(lane), key=lambda id: _rect(lane, id)[1::-1], default="") if dy > 0 else ""
    beside = place + dx
    return lanes[beside][1].contents.lane.id if 0 <= beside < len(lanes) else ""


def _column(lane: LaneLayout, current: Id) -> list[Id]:
    """What stands in one column with `current`; a theme stands in all, and walks in the first."""
    first = min((rect.x for rect in lane.cards.values()), default=0.0)
    x = lane.cards[current].x if current in lane.cards else first
    return [*lane.themes, *(id for id, rect in lane.cards.items() if rect.x == x)]


def _across(lanes: list[tuple[float, LaneLayout]], place: int, here: Rect, dx: int) -> Id:
    place += dx
    while 0 <= place < len(lanes):
        lane = lanes[place][1]
        there = stops(lane)
        if there:
            return _beside(lane, there, here, dx)
        place += dx
    return ""


def _beside(lane: LaneLayout, there: list[Id], here: Rect, dx: int) -> Id:
    """Of `there`, in the column that one comes to first, what is nearest in height."""
    xs = [lane.cards[id].x for id in there if id in lane.cards]
    edge = (min if dx > 0 else max)(xs, default=0.0)
    first = [id for id in there if id not in lane.cards or lane.cards[id].x == edge]
    return min(first, key=lambda id: abs(_rect(lane, id).y - here.y))


def _rect(lane: LaneLayout, id: Id) -> Rect:
    return lane.cards[id] if id in lane.cards else lane.themes[id]
