"""The plain geometry of the board: nothing overlaps, and every place can be landed on."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.ui.board.landing import landing
from gweithdy.ui.board.layout import LaneLayout, Measures, Rect, lay_out
from gweithdy.ui.board.steps import beside, step
from gweithdy.ui.board.walk import neighbour, stops

SIZES = Measures()


def lane_of(name: str, counts: Sequence[int]) -> LaneLayout:
    """A lane with a theme for each count but the last, which are loose cards."""
    groups = []
    for place, count in enumerate(counts):
        is_theme = place < len(counts) - 1
        theme = Theme(id=f"{name}t{place}", session="", lane=name) if is_theme else None
        cards = tuple(Card(id=f"{name}c{place}-{n}", session="", lane=name) for n in range(count))
        groups.append(Group(theme, cards))
    contents = LaneContents(Lane(id=name, session=""), tuple(groups))
    return lay_out(contents, lambda card: 40.0 + len(card.id) * 7, SIZES)


def overlap(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_cards_never_overlap_and_stay_in_their_lane(counts: list[int]) -> None:
    lane = lane_of("a", counts)
    rects = list(lane.cards.values())
    for place, rect in enumerate(rects):
        assert rect.x >= 0
        assert rect.right <= lane.width
        assert rect.bottom <= lane.height
        assert not any(overlap(rect, other) for other in rects[place + 1 :])
    frames = list(lane.themes.values())
    assert not any(overlap(a, b) for a, b in pairwise(frames))


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=4),
    st.floats(-50, 2000),
    st.floats(-50, 3000),
)
def test_a_drop_anywhere_lands_somewhere_that_exists(counts: list[int], x: float, y: float) -> None:
    lanes = [(0.0, lane_of("a", counts)), (400.0, lane_of("b", counts))]
    to = landing(lanes, x, y, set(), SIZES)
    assert to
    lane = next(lane for _, lane in lanes if lane.contents.lane.id == to.lane)
    assert to.theme in ("", *lane.themes)
    assert to.before in ("", *lane.cards)


def test_a_big_lane_gets_more_columns() -> None:
    assert lane_of("a", [1000]).width > 2 * lane_of("a", [10]).width


def test_no_lanes_no_landing() -> None:
    assert landing([], 0, 0, set(), SIZES) is None


def test_steps_leave_a_theme_at_its_end() -> None:
    lanes = [(0.0, lane_of("a", [2, 2])), (400.0, lane_of("b", [1]))]
    last_of_theme, first_loose = "ac0-1", "ac1-0"
    down = step(lanes, [last_of_theme], 0, 1)
    assert down
    assert (down.theme, down.before) == ("", first_loose)
    up = step(lanes, [first_loose], 0, -1)
    assert up
    assert (up.theme, up.before) == ("at0", "")
    assert step(lanes, ["ac0-0"], 0, -1) is None
    assert step(lanes, ["bc0-0"], 1, 0) is None


def test_walking_stops_at_themes_and_at_the_edge() -> None:
    lanes = [(0.0, lane_of("a", [1, 1])), (400.0, lane_of("b", [0])), (800.0, lane_of("c", [1]))]
    assert stops(lanes[0][1]) == ["at0", "ac0-0", "ac1-0"]
    assert neighbour(lanes, "", 0, 1) == "at0"
    assert neighbour(lanes, "ac1-0", 0, 1) == ""
    assert neighbour(lanes, "at0", 1, 0) == "cc0-0"


def test_the_next_card_is_current_after_one_is_removed() -> None:
    lanes = [(0.0, lane_of("a", [3]))]
    assert beside(lanes, ["ac0-1"]) == "ac0-2"
    assert beside(lanes, ["ac0-2"]) == "ac0-1"
    assert beside(lanes, ["ac0-0", "ac0-1", "ac0-2"]) == ""
