"""Re-planning: what gives, what never does, and that it says so where it does not fit."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.agenda import RESTS, Block, BlockKind, length, next_time
from gweithdy.domain.replanning import Replan, Way, begins, end_of, replanned


def block(id: str, minutes: int, kind: BlockKind = BlockKind.TALK, **values: object) -> Block:
    return Block(id=id, session="s", minutes=minutes, kind=kind, **values)  # type: ignore[arg-type]


def after(blocks: list[Block], wanted: Replan) -> list[Block]:
    """The blocks as they are when it was done."""
    return [
        replace(each, replanned=wanted.lengths.get(each.id, each.replanned))
        for each in blocks
        if each.id not in wanted.left_out
    ]


def test_each_gives_its_share_and_breaks_none() -> None:
    rest = [block("a", 65), block("pause", 15, BlockKind.BREAK), block("b", 35), block("c", 5)]
    wanted = replanned(rest, 600, 702, Way.SHORTEN)
    assert wanted == Replan({"a": 53, "b": 29}, frozenset(), 702.0, 0)


def test_no_block_gets_shorter_than_its_least_and_what_does_not_fit_is_said() -> None:
    rest = [block("a", 10), block("b", 40, least=30)]
    wanted = replanned(rest, 600, 600, Way.SHORTEN)
    assert (wanted.lengths, wanted.late) == ({"a": 5, "b": 30}, 35)
    assert not replanned([block("a", 5), block("b", 3)], 600, 600, Way.SHORTEN).lengths
    assert not replanned([block("a", 10)], 600, 620, Way.SHORTEN)


def test_minutes_before_a_fixed_start_that_is_met_are_not_taken() -> None:
    rest = [block("a", 30), block("noon", 30, locked=time(12, 0)), block("b", 60)]
    assert replanned(rest, 11 * 60, 13 * 60 + 20, Way.SHORTEN).lengths == {"noon": 27, "b": 53}


def test_a_fixed_start_in_the_middle_is_met_too() -> None:
    """Lunch is at half past twelve, though the day as a whole would end in time."""
    lunch = block("lunch", 45, BlockKind.LUNCH, locked=time(12, 30))
    rest = [block("a", 60), block("b", 60), lunch, block("c", 30)]
    wanted = replanned(rest, 10 * 60 + 50, 14 * 60, Way.SHORTEN)
    assert wanted == Replan({"a": 50, "b": 50}, frozenset(), 13 * 60 + 45.0, 0)


def test_what_is_optional_goes_from_the_back_and_no_more_of_it_than_need_be() -> None:
    rest = [block("a", 30, optional=True), block("b", 30), block("c", 20, optional=True)]
    wanted = replanned(rest, 600, 665, Way.LEAVE_OUT)
    assert wanted == Replan({}, frozenset({"c"}), 660.0, 0)
    assert replanned(rest, 600, 679, Way.LEAVE_OUT).left_out == {"c"}, "a minute is a minute"
    assert replanned(rest, 600, 650, Way.LEAVE_OUT).left_out == {"a", "c"}
    both = replanned(rest, 600, 670, Way.BOTH)
    assert (both.left_out, sum(both.lengths.values())) == (frozenset(), 70)
    most = replanned(rest, 600, 606, Way.BOTH)
    assert (most.left_out, most.lengths, most.late) == ({"a", "c"}, {"b": 6}, 0)
    assert replanned(rest, 600, 601, Way.BOTH).late == 4


def test_lengths_of_the_day_are_what_is_shortened() -> None:
    rest = [block("a", 30, replanned=50)]
    assert replanned(rest, 600, 640, Way.SHORTEN).lengths == {"a": 40}


clock = st.none() | st.none() | st.times().map(lambda one: time(one.hour, one.minute))
blocks = st.builds(
    block,
    st.uuids().map(str),
    st.integers(1, 90),
    st.sampled_from(BlockKind),
    locked=clock,
    least=st.integers(1, 60),
    optional=st.booleans(),
    replanned=st.none() | st.integers(1, 120),
)
days = st.lists(blocks, max_size=8, unique_by=lambda one: one.id)
moment = st.integers(0, 1400)


@given(days, moment, moment, st.sampled_from(Way))
def test_re_planning_only_takes_what_may_be_taken(
    rest: list[Block], free: int, end: int, way: Way
) -> None:
    by_id = {each.id: each for each in rest}
    wanted = replanned(rest, free, end, way)
    for id, minutes in wanted.lengths.items():
        assert by_id[id].least <= minutes < length(by_id[id])
        assert by_id[id].kind not in RESTS
    assert all(by_id[id].optional and by_id[id].locked is None for id in wanted.left_out)
    assert not (way is Way.SHORTEN and wanted.left_out)
    assert not (way is Way.LEAVE_OUT and wanted.lengths)
    assert not wanted.left_out & set(wanted.lengths)
    now = after(rest, wanted)
    assert wanted.end == end_of(now, free) <= max(end_of(rest, free), free)
    assert wanted.late == max(0, wanted.end - end)


@given(days, moment)
def test_computed_times_never_overlap_and_no_fixed_start_is_early(
    rest: list[Block], free: int
) -> None:
    done = float(free)
    for each, at in begins(rest, free):
        assert at >= done
        if each.locked:
            assert at >= next_time(each.locked, int(done))
        done = at + length(each)
    assert end_of(rest, free) == done


@given(days, moment, moment, st.sampled_from(Way))
def test_where_it_fits_nothing_is_taken_and_where_it_does_not_all_is(
    rest: list[Block], free: int, end: int, way: Way
) -> None:
    wanted = replanned(rest, free, end, way)
    again = replanned(after(rest, wanted), free, end, Way.SHORTEN)
    if wanted.late and way is not Way.LEAVE_OUT:
        assert again.late == wanted.late
    if not any(each.locked for each in rest) and end_of(rest, free) <= end:
        assert not wanted


@pytest.mark.parametrize("many", [300])
def test_a_long_plan_is_not_worked_on_minute_by_minute(many: int) -> None:
    rest = [block(str(n), 60) for n in range(many)]
    wanted = replanned(rest, 0, many * 60 - 1000, Way.BOTH)
    assert sum(60 - minutes for minutes in wanted.lengths.values()) == 1000
