"""Where everything on a board lies: plain geometry, without Qt."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gweithdy.domain.arrange import LaneContents
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
    columns: int = 1
    """How many columns of cards each lane has at least."""
    peek: float = 40

    def lane_width(self, columns: int) -> float:
        """The width of a lane with `columns` columns of cards."""
        return columns * self.card + (columns - 1) * self.gap + 4 * self.pad


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of one group in their order, with their places in a lane at x = 0.

    They go over the columns in turn: a card that grows pushes down those of its column alone, and
    leaves the others under the hand where they are. `ends` says where the columns ended before
    each card and, at last, after all of them.
    """

    cards: tuple[Card, ...]
    rects: list[Rect]
    ends: list[tuple[float, ...]]

    @property
    def bottom(self) -> float:
        return max(self.ends[-1])

    def touching(self, area: Rect) -> Iterator[Card]:
        """The cards that share any space with `area`."""
        columns = len(self.ends[0])
        for column in range(min(columns, len(self.cards))):
            places = range(column, len(self.cards), columns)
            first = self.rects[column]
            if first.right < area.x or first.x > area.right:
                continue
            start = bisect_left(places, area.y, key=lambda place: self.rects[place].bottom)
            for place in places[start:]:
                if self.rects[place].y > area.bottom:
                    break
                yield self.cards[place]


@dataclass(slots=True)
class LaneLayout:
    """One lane: where its themes and cards lie, with the lane itself at x = 0."""

    contents: LaneContents
    width: float
    height: float = 0.0
    piles: dict[Id, Pile] = field(default_factory=dict)
    themes: dict[Id, Rect] = field(default_factory=dict)
    cards: dict[Id, Rect] = field(default_factory=dict)

    def touching(self, area: Rect) -> Iterator[Card]:
        """The cards that share any space with `area`."""
        for pile in self.piles.values():
            yield from pile.touching(area)


def columns_for(cards: int) -> int:
    """How many columns a lane needs to stay a lane and not a ribbon."""
    return 1 + sum(cards > limit for limit in (300, 700, 1500))


def lay_out(
    contents: LaneContents,
    height_of: HeightOf,
    sizes: Measures,
    known: LaneLayout | None = None,
    changed: Collection[Id] = (),
) -> LaneLayout:
    """Stack the groups of a lane: every theme in a frame of its own, then the loose cards.

    The frame of a theme goes round those that stand inside it; a closed one has room for a peek.

    What lies above the first difference to `known` is taken from there; `changed` are the cards
    that are the same as before but of another height.
    """
    columns = max(sizes.columns, columns_for(contents.count))
    lane = LaneLayout(contents, sizes.lane_width(columns))
    top, outer = sizes.pad, ""
    for group in contents.groups:
        id = group.theme.id if group.theme else ""
        if outer and not group.inside:
            top = lane.themes[outer].bottom + sizes.pad
        start = [top + (sizes.theme_head if id else 0.0)] * columns
        before = known.piles.get(id) if known else None
        pile = lane.piles[id] = _pile(group.shown, start, height_of, sizes, before, changed)
        lane.cards.update(zip((card.id for card in group.shown), pile.rects, strict=True))
        if not id:
            top = pile.bottom
            continue
        bottom = pile.bottom + (sizes.pad - sizes.gap if group.shown else sizes.gap)
        if group.closed and group.cards:
            bottom += sizes.peek
        left = sizes.pad * (1.5 if group.inside else 1)
        lane.themes[id] = Rect(left, top, lane.width - 2 * left, bottom - top)
        if group.inside:
            lane.themes[outer] = _down_to(lane.themes[outer], bottom + sizes.pad)
        else:
            outer = id
        top = bottom + (sizes.gap if group.inside else sizes.pad)
    lane.height = top + sizes.pad
    return lane


def _down_to(rect: Rect, bottom: float) -> Rect:
    return Rect(rect.x, rect.y, rect.width, bottom - rect.y)


def _pile(
    cards: tuple[Card, ...],
    start: list[float],
    height_of: HeightOf,
    sizes: Measures,
    known: Pile | None,
    changed: Collection[Id],
) -> Pile:
    rects: list[Rect] = []
    marks, ends = [], start
    if known and known.ends[0] == tuple(start):
        same = _same(known.cards, cards, changed)
        rects, marks, ends = known.rects[:same], known.ends[:same], list(known.ends[same])
    for place in range(len(rects), len(cards)):
        marks.append(tuple(ends))
        column, height = place % len(ends), height_of(cards[place])
        x = 2 * sizes.pad + column * (sizes.card + sizes.gap)
        rects.append(Rect(x, ends[column], sizes.card, height))
        ends[column] += height + sizes.gap
    marks.append(tuple(ends))
    return Pile(cards, rects, marks)


def _same(known: tuple[Card, ...], cards: tuple[Card, ...], changed: Collection[Id]) -> int:
    """How many cards at the beginning are as before."""
    both = enumerate(zip(known, cards, strict=False))
    different = (n for n, (was, now) in both if was is not now or now.id in changed)
    return next(different, min(len(known), len(cards)))
