"""Where everything on a board lies: plain geometry, without Qt."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id

HeightOf = Callable[[Card], float]


class Rect(NamedTuple):
    """A rectangle in scene coordinates."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def right(self) -> float:
        return self.x + self.width

    def moved(self, dx: float) -> "Rect":
        """The same rectangle `dx` further right."""
        return Rect(self.x + dx, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes a board is laid out with, in pixels at the chosen scale."""

    card: float = 300
    gap: float = 8
    pad: float = 12
    lane_gap: float = 16
    theme_head: float = 56

    def lane_width(self, columns: int) -> float:
        """The width of a lane with `columns` columns of cards."""
        return columns * self.card + (columns - 1) * self.gap + 4 * self.pad


@dataclass(slots=True)
class LaneLayout:
    """One lane: where its themes and cards lie, with the lane itself at x = 0.

    `columns` are the same cards from top to bottom, so that those of a region are found at once.
    """

    contents: LaneContents
    width: float
    height: float = 0.0
    themes: dict[Id, Rect] = field(default_factory=dict)
    cards: dict[Id, Rect] = field(default_factory=dict)
    columns: list[list[Card]] = field(default_factory=list)

    def touching(self, area: Rect) -> Iterator[Card]:
        """The cards that share any space with `area`."""
        for column in self.columns:
            first = self.cards[column[0].id]
            if first.right < area.x or first.x > area.right:
                continue
            start = bisect_left(column, area.y, key=lambda card: self.cards[card.id].bottom)
            for place in range(start, len(column)):
                if self.cards[column[place].id].y > area.bottom:
                    break
                yield column[place]


def columns_for(cards: int) -> int:
    """How many columns a lane needs to stay a lane and not a ribbon."""
    return 1 + sum(cards > limit for limit in (150, 500, 1500))


def lay_out(contents: LaneContents, height_of: HeightOf, sizes: Measures) -> LaneLayout:
    """Stack the groups of a lane: every theme in a frame of its own, then the loose cards."""
    columns = columns_for(sum(len(group.cards) for group in contents.groups))
    lane = LaneLayout(contents, sizes.lane_width(columns))
    lane.columns = [[] for _ in range(columns)]
    top = sizes.pad
    for group in contents.groups:
        if group.theme is None:
            top = _pack(lane, group, top, columns, height_of, sizes)
            continue
        frame = top
        top = _pack(lane, group, top + sizes.theme_head, columns, height_of, sizes)
        top = top + sizes.pad - sizes.gap if group.cards else top + sizes.gap
        inner = lane.width - 2 * sizes.pad
        lane.themes[group.theme.id] = Rect(sizes.pad, frame, inner, top - frame)
        top += sizes.pad
    lane.height = top + sizes.pad
    lane.columns = [column for column in lane.columns if column]
    return lane


def _pack(
    lane: LaneLayout, group: Group, top: float, columns: int, height_of: HeightOf, sizes: Measures
) -> float:
    """Cards one after the other, each into the column that is shortest; where they end."""
    ends = [top] * columns
    for card in group.cards:
        column = ends.index(min(ends))
        height = height_of(card)
        x = 2 * sizes.pad + column * (sizes.card + sizes.gap)
        lane.cards[card.id] = Rect(x, ends[column], sizes.card, height)
        lane.columns[column].append(card)
        ends[column] += height + sizes.gap
    return max(ends)


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
    rows = [card.id for card in group.cards if card.id not in moving]
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
    for group in lane.contents.groups:
        if group.theme and y < lane.themes[group.theme.id].bottom:
            return group
    return lane.contents.groups[-1]


def _distance(left: float, width: float, x: float) -> float:
    return max(left - x, x - left - width, 0.0)
