"""Labels on the map cover neither points nor one another."""

from itertools import combinations
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from gweithdy.domain.placing import Box, place_labels, spread

MAP = Box(0, 0, 400, 400)
places = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=30)


@settings(deadline=None, max_examples=40)
@given(places)
def test_points_part_and_labels_cover_nothing(percents: list[tuple[int, int]]) -> None:
    inner = Box(12, 12, 376, 376)
    points = spread([(12 + x * 3.76, 12 + y * 3.76) for x, y in percents], 19, inner)
    assert all(Box(x, y, 0, 0).within(Box(11.9, 11.9, 376.2, 376.2)) for x, y in points)
    boxes = place_labels(points, [(60, 12)] * len(points), 8, MAP)
    shown = [box for box in boxes if box]
    assert all(box.within(MAP) for box in shown)
    assert not any(a.meets(b) for a, b in combinations(shown, 2))
    assert not any(box.meets(Box(x - 8, y - 8, 16, 16)) for box in shown for x, y in points)


def test_equal_points_part_the_same_way_every_time() -> None:
    inner = Box(0, 0, 400, 400)
    points = spread([(200.0, 200.0)] * 12, 19, inner)
    assert all(dist(a, b) > 18.5 for a, b in combinations(points, 2))
    assert points == spread([(200.0, 200.0)] * 12, 19, inner)


def test_points_far_apart_stay_where_they_are() -> None:
    points = spread([(50, 50), (300, 300)], 19, MAP)
    assert dist(points[0], (50, 50)) < 0.1
    assert dist(points[1], (300, 300)) < 0.1


def test_a_label_without_room_is_left_out() -> None:
    assert place_labels([(20, 20)], [(500, 12)], 8, MAP) == [None]
