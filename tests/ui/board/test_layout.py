"""The plain geometry of the board: nothing overlaps, and every place can be landed on."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.arrange import Group, LaneContents
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.ui.board.landing import landing
from gweithdy.ui.board.layout import LaneLayout, Measures, Rect, columns_for, lay_out
from gweithdy.ui.board.steps import beside, step
from gweithdy.ui.board.walk import jump, neighbour, stops

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


def test_only_lanes_of_more_than_three_hundred_cards_get_further_columns() -> None:
    assert [columns_for(cards) for cards in (0, 300, 301, 700, 701)] == [1, 1, 2, 2, 3]


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


def test_above_the_topmost_card_is_the_lane() -> None:
    lanes = [(0.0, lane_of("a", [1, 1])), (400.0, lane_of("b", [0])), (800.0, lane_of("c", [1]))]
    assert neighbour(lanes, "at0", 0, -1) == "a"
    assert [neighbour(lanes, "a", *way) for way in ((0, -1), (-1, 0), (1, 0), (0, 1))] == [
        *("", "", "b", "at0")
    ]
    assert neighbour(lanes, "b", 0, 1) == ""
    assert neighbour(lanes, "c", 1, 0) == ""
    assert jump(lanes, "a", 1e9) == "ac1-0"
    assert jump(lanes, "a", -1e9) == ""
    assert neighbour([(0.0, lane_of("b", [0]))], "", 0, 1) == "b"


def test_the_next_card_is_current_after_one_is_removed() -> None:
    lanes = [(0.0, lane_of("a", [3]))]
    assert beside(lanes, ["ac0-1"]) == "ac0-2"
    assert beside(lanes, ["ac0-2"]) == "ac0-1"
    assert beside(lanes, ["ac0-0", "ac0-1", "ac0-2"]) == "a"
    assert beside(lanes, ["bc0-0"]) == ""


def wide(count: int) -> list[tuple[float, LaneLayout]]:
    """A lane of four columns, with cards of different heights, and one beside it."""
    return [(0.0, lane_of("a", [count])), (2000.0, lane_of("b", [3]))]


def test_arrows_go_as_one_sees_the_cards() -> None:
    lanes = wide(1601)
    lane = lanes[0][1]
    here = "ac0-12"
    below = neighbour(lanes, here, 0, 1)
    assert below == "ac0-16", "the card underneath, not the next one said"
    assert neighbour(lanes, below, 0, -1) == here
    beside = neighbour(lanes, here, 1, 0)
    assert lane.cards[beside].x > lane.cards[here].x
    assert abs(lane.cards[beside].y - lane.cards[here].y) < 60
    assert neighbour(lanes, beside, -1, 0) == here
    last_column = "ac0-15"
    assert neighbour(lanes, last_column, 1, 0).startswith("bc0-")
    assert lane.cards[neighbour(lanes, "bc0-0", -1, 0)].x == lane.cards[last_column].x


def test_keys_reach_both_ends_of_a_long_lane() -> None:
    lanes = wide(1601)
    assert jump(lanes, "ac0-805", 1e9) == "ac0-1597"
    assert jump(lanes, "ac0-805", -1e9) == "ac0-1"
    rect = lanes[0][1].cards["ac0-805"]
    down = lanes[0][1].cards[jump(lanes, "ac0-805", 600.0)]
    assert down.x == rect.x
    assert abs(down.y - rect.y - 600) < 60
    assert jump(lanes, "", 600.0) == ""


@given(st.integers(1, 400), st.integers(0, 399), st.floats(1.0, 300.0))
def test_a_card_that_grows_moves_its_own_column_alone(count: int, grown: int, by: float) -> None:
    cards = tuple(Card(id=str(n), session="", lane="a") for n in range(count))
    contents = LaneContents(Lane(id="a", session=""), (Group(None, cards),))
    before = lay_out(contents, lambda _: 50.0, SIZES)
    heights = {str(grown % count): 50.0 + by}
    changed = {str(grown % count)}
    now = lay_out(contents, lambda c: heights.get(c.id, 50.0), SIZES, before, changed)
    assert now.cards == lay_out(contents, lambda c: heights.get(c.id, 50.0), SIZES).cards
    moved = {id for id, rect in now.cards.items() if rect != before.cards[id]}
    assert {now.cards[id].x for id in moved} == {before.cards[str(grown % count)].x}


@given(
    st.integers(0, 700),
    st.floats(-100, 3000),
    st.floats(-100, 9000),
    st.floats(0, 1500),
    st.floats(0, 1500),
)
def test_the_cards_of_a_region_are_found(
    count: int, x: float, y: float, width: float, height: float
) -> None:
    lane = lane_of("a", [7, count])
    area = Rect(x, y, width, height)
    wanted = {
        id
        for id, r in lane.cards.items()
        if r.x <= area.right and area.x <= r.right and r.y <= area.bottom and area.y <= r.bottom
    }
    assert {card.id for card in lane.touching(area)} == wanted
