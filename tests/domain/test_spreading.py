"""Points on a sheet are parted, and only as far as needed."""

from itertools import combinations
from math import dist
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gweithdy.domain import spreading
from gweithdy.domain.boxes import Box, Point
from gweithdy.domain.spreading import spread

SHEET = Box(0, 0, 400, 400)
APART = 19.0


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=30))
def test_points_part_and_stay_inside(percents: list[tuple[int, int]]) -> None:
    points = spread([(x * 4.0, y * 4.0) for x, y in percents], APART, SHEET)
    assert all(Box(x, y, 0, 0).within(SHEET) for x, y in points)
    assert all(dist(a, b) > APART - 0.1 for a, b in combinations(points, 2))


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 60), st.randoms(use_true_random=False))
def test_only_near_points_are_compared_and_the_picture_is_the_same(
    count: int, random: Random
) -> None:
    points = [(random.uniform(0, 150), random.uniform(0, 150)) for _ in range(count)]
    plain = list(points)
    pairs = [(a, b) for a in range(count) for b in range(a)]
    parted = [spreading._part(plain, a, b, APART) for a, b in pairs]
    assert spreading._part_all(points, APART) == any(parted)
    assert points == plain


@pytest.mark.parametrize("at", [(200.0, 200.0), (0.0, 0.0), (0.0, 200.0)])
def test_equal_points_part_the_same_way_every_time(at: Point) -> None:
    points = spread([at] * 12, APART, SHEET)
    assert all(dist(a, b) > 18.5 for a, b in combinations(points, 2))
    assert max(dist(at, point) for point in points) < 80
    assert points == spread([at] * 12, APART, SHEET)


def test_points_far_apart_stay_where_they_are() -> None:
    assert spread([(50, 50), (300, 300)], APART, SHEET) == [(50, 50), (300, 300)]


def test_a_point_beyond_the_edge_comes_to_it() -> None:
    assert spread([(500, 200), (50, -9)], APART, SHEET) == [(400, 200), (50, 0)]


def test_two_points_that_nearly_touch_move_half_the_way_each() -> None:
    (a, _), (b, _) = spread([(100, 100), (110, 100)], APART, SHEET)
    assert (a, b) == pytest.approx((95.5, 114.5))


def test_a_pile_is_not_parted_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0
    part = spreading._part

    def counted(moved: list[Point], a: int, b: int, apart: float) -> bool:
        nonlocal looked_at
        looked_at += 1
        return part(moved, a, b, apart)

    monkeypatch.setattr(spreading, "_part", counted)
    sheet = Box(0, 0, 2000, 2000)
    spread([(1000.0, 1000.0)] * 100, APART, sheet)
    few, looked_at = looked_at, 0
    spread([(1000.0, 1000.0)] * 400, APART, sheet)
    # Four times as many; pair by pair it would be sixteen.
    assert looked_at < 7 * few
