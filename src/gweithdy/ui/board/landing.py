"""Where dragged cards would land on a board. Without Qt."""

from dataclasses import dataclass

from gweithdy.domain.arrange import Group
from gweithdy.domain.ids import Id
from gweithdy.ui.board.layout import LaneLayout, Measures, Rect


@dataclass(frozen=True, slots=True)
class Landing:
    """Where dragged cards would land, and the `mark` that shows it."""

    lane: Id
    theme: Id
    before: Id
    mark: Rect


def landing(
    lanes: list[tuple[float, LaneLayout]], x: float, y: float, moving: set[Id], sizes: Measures
) -> Landing | None:
    """Where cards dropped at x, y would land; `lanes` are the layouts with their left edges."""
    if not lanes:
        return None
    left, lane = min(lanes, key=lambda each: _distance(each[0], each[1].width, x))
    group = _group_at(lane, y)
    theme = group.theme.id if group.theme else ""
    rows = [] if group.closed else [c.id for c in group.cards if c.id not in moving]
    for id in rows:
        rect = lane.cards[id]
        if rect.x <= x - left <= rect.right and y < rect.y + rect.height / 2:
            mark = Rect(rect.x, rect.y - sizes.gap / 2 - 1.5, rect.width, 3)
            return Landing(lane.contents.lane.id, theme, id, mark.moved(left))
    if rows:
        last = lane.cards[rows[-1]]
        mark = Rect(last.x, last.bottom + sizes.gap / 2 - 1.5, last.width, 3)
    elif theme:
        frame = lane.themes[theme]
        mark = Rect(frame.x + sizes.pad, frame.bottom - sizes.gap, frame.width - 2 * sizes.pad, 3)
    else:
        end = max((r.bottom for r in lane.themes.values()), default=0.0)
        mark = Rect(2 * sizes.pad, end + sizes.pad, lane.width - 4 * sizes.pad, 3)
    return Landing(lane.contents.lane.id, theme, "", mark.moved(left))


def _group_at(lane: LaneLayout, y: float) -> Group:
    found: Group | None = None
    for group in lane.contents.groups:
        if group.theme is None or (found and not group.inside):
            break
        frame = lane.themes[group.theme.id]
        if y < frame.bottom if found is None else frame.y <= y:
            found = group
    return found or lane.contents.groups[-1]


def _distance(left: float, width: float, x: float) -> float:
    return max(left - x, x - left - width, 0.0)
