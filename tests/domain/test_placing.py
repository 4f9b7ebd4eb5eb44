"""Labels on the map cover neither points nor one another, and move only where they must."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import dist, inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gweithdy.domain.boxes import SIDE, Box, Cells, Point
from gweithdy.domain.placing import (
    Size,
    Spot,
    _around,
    _candidates,
    _crowd,
    _reaches,
    place_again,
    place_labels,
)

MAP = Box(0, 0, 400, 400)
RADIUS, REACH = 8.0, 8.0
CORNER = Box(0, 0, 90, 20)
Labels = dict[str, Box | None]

places = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda p: (p[0] * 4.0, p[1] * 4.0))
sizes = st.tuples(st.integers(5, 120).map(float), st.sampled_from((12.0, 24.0)))
spots = st.tuples(places, sizes)
keys = st.sampled_from([str(n) for n in range(40)])
maps = st.dictionaries(keys, spots, max_size=40)
properties = settings(deadline=None, max_examples=60)


def straight(box: Box, point: Point, discs: Sequence[Box]) -> bool:
    """Whether a line from label to point passes no other point: every disc is looked at."""
    near = box.nearest(point)
    steps = int(dist(near, point) // 3)
    line = [
        (near[0] + (point[0] - near[0]) * n / steps, near[1] + (point[1] - near[1]) * n / steps)
        for n in range(steps)
    ]
    others = [disc for disc in discs if dist(disc.nearest(point), point) > 0]
    return not any(dist(disc.nearest(at), at) < 1 for at in line for disc in others)


def disc(point: Point) -> Box:
    return Box(point[0] - RADIUS, point[1] - RADIUS, 2 * RADIUS, 2 * RADIUS)


def first_free(spot: Spot, discs: Sequence[Box], busy: Sequence[Box], reach: float) -> Box | None:
    """The best place for a label: compared with everything there is."""
    for box in _candidates(*spot, RADIUS, reach):
        free = box.within(MAP) and not any(box.meets(other) for other in (*discs, *busy))
        if free and straight(box, spot[0], discs):
            return box
    return None


def plain_place_labels(
    points: Sequence[Point], sizes: Sequence[Size], reach: float, tries: int
) -> list[Box | None]:
    """`place_labels` without any art."""
    discs = [disc(point) for point in points]
    order = sorted(range(len(points)), key=lambda n: (-_crowd(points, n), n))
    best: dict[int, Box] = {}
    for _ in range(tries):
        placed: dict[int, Box] = {}
        for n in order:
            box = first_free((points[n], sizes[n]), discs, [CORNER, *placed.values()], reach)
            if box:
                placed[n] = box
        best = max(best, placed, key=len)
        left = [n for n in order if n not in placed]
        order = [*left, *(n for n in order if n in placed)]
    return [best.get(n) for n in range(len(points))]


def plain_place_again(base: Mapping[str, Spot], placed: Labels, now: Mapping[str, Spot]) -> Labels:
    """`place_again` without any art."""
    changed = [key for key in now if base.get(key) != now[key]]
    same = [key for key in now if key not in changed]
    come = [disc(now[key][0]) for key in changed]
    labels: Labels = dict.fromkeys(now)
    for key in same:
        box = placed[key]
        covered = box and any(box.meets(each) for each in come)
        if box and not covered and straight(box, now[key][0], come):
            labels[key] = box
    discs = [disc(point) for point, _ in now.values()]
    freed = [box for key, box in placed.items() if box and not labels.get(key)]
    freed += [disc(base[key][0]) for key in base if key not in same]
    freed = [box for box in freed if box not in discs]
    near = [
        key
        for key in same
        if not placed[key] and any(_around(now[key], RADIUS, REACH).meets(box) for box in freed)
    ]
    give_way = [key for key in same if placed[key] and not labels[key]]
    for key in (*give_way, *changed, *near):
        busy = [CORNER, *(box for box in labels.values() if box)]
        labels[key] = first_free(now[key], discs, busy, REACH)
    return labels


def placed_for(base: Mapping[str, Spot]) -> Labels:
    points, sizes = [point for point, _ in base.values()], [size for _, size in base.values()]
    found = place_labels(points, sizes, RADIUS, MAP, [CORNER], reach=REACH, tries=3)
    return dict(zip(base, found, strict=True))


def again(base: Mapping[str, Spot], now: Mapping[str, Spot]) -> Labels:
    return place_again(base, placed_for(base), now, RADIUS, MAP, [CORNER], reach=REACH)


@properties
@given(st.lists(spots, max_size=40), st.sampled_from((REACH, 26.0, inf)), st.integers(1, 4))
def test_only_near_boxes_are_compared_and_the_picture_is_the_same(
    labels: list[Spot], reach: float, tries: int
) -> None:
    points, sizes = [point for point, _ in labels], [size for _, size in labels]
    found = place_labels(points, sizes, RADIUS, MAP, [CORNER], reach=reach, tries=tries)
    assert found == plain_place_labels(points, sizes, reach, tries)


@properties
@given(maps, maps, st.sets(keys))
def test_only_near_boxes_are_compared_when_some_move_come_or_go(
    base: dict[str, Spot], moved: dict[str, Spot], gone: set[str]
) -> None:
    now = {key: spot for key, spot in (base | moved).items() if key not in gone}
    assert again(base, now) == plain_place_again(base, placed_for(base), now)


LOW, HIGH = Box(0, 0, 400, 92), Box(0, 108, 400, 292)
LEFT, RIGHT = Box(0, 0, 92, 400), Box(108, 0, 292, 400)


@pytest.mark.parametrize(
    ("room", "corner"),
    [
        ([RIGHT], (110, 94)),
        ([LEFT], (70, 94)),
        ([HIGH], (90, 110)),
        ([LOW], (90, 78)),
        ([RIGHT, HIGH], (108, 108)),
        ([RIGHT, LOW], (108, 80)),
        ([LEFT, HIGH], (72, 108)),
        ([LEFT, LOW], (72, 80)),
    ],
)
def test_a_name_finds_room_on_any_side_of_its_point(room: list[Box], corner: Point) -> None:
    """Near the point, in the middle of the side that is free."""
    inside = Box(
        max(side.x for side in room),
        max(side.y for side in room),
        min(side.width for side in room),
        min(side.height for side in room),
    )
    (found,) = place_labels([(100.0, 100.0)], [(20.0, 12.0)], RADIUS, inside, reach=REACH)
    assert found == Box(*corner, 20, 12)


@pytest.mark.parametrize(
    ("inside", "corner"),
    [
        (Box(108, 97, 292, 13.5), (110, 97.6)),
        (Box(108, 90, 292, 13.5), (110, 90.4)),
        (Box(0, 97, 92, 13.5), (70, 97.6)),
        (Box(0, 90, 92, 13.5), (70, 90.4)),
        (Box(95, 108, 22, 292), (96, 110)),
        (Box(83, 108, 22, 292), (84, 110)),
        (Box(95, 0, 22, 92), (96, 78)),
        (Box(83, 0, 22, 92), (84, 78)),
    ],
)
def test_near_an_edge_a_name_slides_along_its_point(inside: Box, corner: Point) -> None:
    (found,) = place_labels([(100.0, 100.0)], [(20.0, 12.0)], RADIUS, inside, reach=REACH)
    assert found
    assert (found.x, found.y) == pytest.approx(corner)


def test_a_name_that_found_no_room_chooses_first_the_next_time() -> None:
    points, sizes = [(10.0, 0.0), (50.0, 10.0), (40.0, 20.0)], [(30.0, 12.0), (20.0, 12.0)]
    sizes.append((30.0, 12.0))
    once, often = (
        place_labels(points, sizes, 4.0, Box(0, 0, 100, 60), reach=REACH, tries=tries)
        for tries in (1, 12)
    )
    assert None in once
    assert None not in often


def test_with_room_all_round_a_name_stands_at_the_right() -> None:
    (found,) = place_labels([(100.0, 100.0)], [(20.0, 12.0)], RADIUS, MAP)
    assert found == Box(110, 94, 20, 12)


@properties
@given(places, st.lists(sizes, min_size=2, max_size=30), places)
def test_of_a_pile_nobody_with_room_is_passed_over(
    at: Point, labels: list[Size], to: Point
) -> None:
    base = {str(n): (at, size) for n, size in enumerate(labels)}
    now = base | {"0": (to, labels[0])}
    assert again(base, now) == plain_place_again(base, placed_for(base), now)


def test_in_a_pile_a_short_name_finds_room_after_a_long_one_found_none() -> None:
    inside, at = Box(0, 0, 100, 40), (50.0, 20.0)
    base: dict[str, Spot] = {"here": (at, (90.0, 12.0)), "gone": (at, (20.0, 12.0))}
    base |= {"high": (at, (20.0, 60.0)), "long": (at, (91.0, 12.0)), "short": (at, (21.0, 12.0))}
    now = {key: spot for key, spot in base.items() if key != "gone"}
    placed: Labels = dict.fromkeys(base)
    placed["gone"] = Box(60, 14, 20, 12)
    found = place_again(base, placed, now, RADIUS, inside, reach=REACH)
    assert [key for key, box in found.items() if box] == ["short"]


@pytest.mark.parametrize(("way", "beside"), [(40.2, 31.4), (39.8, 48.6)])
def test_a_point_beside_the_way_is_seen_also_across_the_edge_of_a_square(
    way: float, beside: float
) -> None:
    # The way runs straight down, less than a pixel from a disc that lies on other squares.
    point, label, other = (way, 100.0), Box(way - 1, 150, 60, 12), disc((beside, 125.0))
    assert not straight(label, point, [disc(point), other])
    assert not _reaches(label, point, Cells([disc(point), other]))
    assert _reaches(label, point, Cells([disc(point)]))


def test_a_box_over_several_squares_is_near_once() -> None:
    wide, far = Box(10, 10, 5 * SIDE, 2 * SIDE), Box(900, 900, 10, 10)
    near = list(Cells([wide, far, wide]).near(Box(0, 0, 300, 300)))
    assert near == [wide]


@properties
@given(maps, maps)
def test_labels_cover_nothing(base: dict[str, Spot], moved: dict[str, Spot]) -> None:
    now = base | moved
    for spots, labels in ((base, placed_for(base)), (now, again(base, now))):
        shown = [box for box in labels.values() if box]
        assert all(box.within(MAP) and not box.meets(CORNER) for box in shown)
        assert not any(a.meets(b) for a, b in combinations(shown, 2))
        assert not any(box.meets(disc(point)) for box in shown for point, _ in spots.values())


@properties
@given(maps)
def test_in_another_order_nothing_moves(base: dict[str, Spot]) -> None:
    now = {key: base[key] for key in sorted(base)}
    assert list(again(base, now).items()) == [(key, placed_for(base)[key]) for key in now]


@properties
@given(maps, maps)
def test_a_label_stays_where_nothing_comes_upon_it(
    base: dict[str, Spot], moved: dict[str, Spot]
) -> None:
    now = base | moved
    come = [disc(now[key][0]) for key in now if base.get(key) != now[key]]
    labels = again(base, now)
    for key, box in placed_for(base).items():
        if box and now[key] == base[key] and not any(box.meets(each) for each in come):
            stays = labels[key] == box
            assert stays or not straight(box, base[key][0], come)


def test_names_far_from_the_hand_stay_whatever_happens_here() -> None:
    far: dict[str, Spot] = {
        f"far {n}": ((300.0 + n * 9, 300.0 + n % 3 * 11), (60.0, 12.0)) for n in range(8)
    }
    near: dict[str, Spot] = {
        f"near {n}": ((60.0 + n * 9, 60.0 + n % 3 * 11), (60.0, 12.0)) for n in range(8)
    }
    base = near | far
    before = placed_for(base)
    assert None in [before[key] for key in far]
    for step in range(1, 12):
        here = {key: ((x + step * 3, y), size) for key, ((x, y), size) in near.items()}
        after = again(base, here | far)
        assert {key: after[key] for key in far} == {key: before[key] for key in far}


def test_who_had_no_room_gets_what_somebody_left() -> None:
    wall = Box(0, 0, 0, 0)
    inside = Box(100, 90, 140, 20)
    size = (60.0, 12.0)
    base: dict[str, Spot] = {"a": ((110, 100), size), "b": ((112, 100), size)}
    found = place_labels(*zip(*base.values(), strict=True), RADIUS, inside, [wall], reach=REACH)  # type: ignore[arg-type]
    placed = dict(zip(base, found, strict=True))
    assert sorted(box is None for box in found) == [False, True]
    named = next(key for key, box in placed.items() if box)
    other = next(key for key, box in placed.items() if not box)
    left = place_again(base, placed, {other: base[other]}, RADIUS, inside, reach=REACH)
    assert named not in left
    assert left[other]


@pytest.mark.parametrize("reach", [REACH, inf])
def test_a_label_without_room_is_left_out(reach: float) -> None:
    assert place_labels([(20, 20)], [(500, 12)], 8, MAP, reach=reach) == [None]
