"""A running day: what is on, when it will end, and shortening the rest so that it ends in time."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.agenda import RESTS, Block, BlockKind, planned
from gweithdy.domain.clock import Clock, ClockState, shown, spent
from gweithdy.domain.day import SHORTEST, Day, Mark, fitted

TEN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)


def block(id: str, minutes: int, kind: BlockKind = BlockKind.TALK, **values: object) -> Block:
    return Block(id=id, session="s", minutes=minutes, kind=kind, **values)  # type: ignore[arg-type]


def day(blocks: list[Block], start: time = time(10, 0), **told: object) -> Day:
    clock = Clock(id="c", session="s", **told)  # type: ignore[arg-type]
    return Day(tuple(planned(blocks, start)), clock)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


def running(*blocks: Block, spent: float = 0.0, end: int) -> Day:
    first, *rest = blocks
    began = block(first.id, first.minutes, first.kind, began=TEN)
    return day(
        [began, *rest], block=first.id, state=ClockState.RUNNING, since=TEN, spent=spent, end=end
    )


def test_marks_and_the_rest_of_the_day() -> None:
    blocks = [block("a", 10, began=TEN), block("b", 10, began=at(10)), block("c", 10)]
    going = day([*blocks, block("d", 5)], block="b", state=ClockState.RUNNING, since=at(10))
    assert [going.mark(each) for each in "abcd"] == [Mark.DONE, Mark.NOW, Mark.NEXT, Mark.LATER]
    finished = day(blocks, block="b", state=ClockState.FINISHED)
    assert [finished.mark(each) for each in "abc"] == [Mark.DONE, Mark.DONE, Mark.LEFT_OUT]
    assert finished.rest == ()
    idle = day(blocks[2:])
    assert (idle.mark("c"), idle.present, len(idle.rest)) == (Mark.LATER, None, 1)


def test_the_end_moves_only_when_a_block_is_over() -> None:
    going = running(block("a", 30), block("b", 30), end=11 * 60)
    assert going.late(at(10)) == 0
    assert going.expected_end(at(30)) == 11 * 60
    assert going.late(at(42)) == 12
    assert [round(begin) for _, begin in going.expected(at(42))] == [10 * 60 + 42]


def test_early_once_the_next_block_is_on() -> None:
    blocks = [block("a", 30, began=TEN, ended=at(20)), block("b", 30, began=at(20))]
    going = day(blocks, block="b", state=ClockState.RUNNING, since=at(20), end=11 * 60)
    assert going.late(at(25)) == -10


def test_nobody_starts_before_a_fixed_time() -> None:
    going = running(block("a", 30), block("b", 30, locked=time(11, 0)), end=11 * 60 + 30)
    assert going.expected_end(at(40)) == 11 * 60 + 30
    assert going.late(at(65)) == 5


def test_a_finished_day_ended_when_its_last_block_did() -> None:
    blocks = [block("a", 30, began=TEN, ended=at(30)), block("b", 30, began=at(30), ended=at(75))]
    left_out = block("c", 30)
    over = day([*blocks, left_out], block="b", state=ClockState.FINISHED, end=11 * 60 + 30)
    assert over.expected_end(at(500)) == 11 * 60 + 15
    assert over.late(at(500)) == -15
    cleared = day([block("a", 30)], state=ClockState.FINISHED, end=10 * 60 + 30)
    assert cleared.expected_end(at(500)) == 10 * 60 + 30


def test_a_day_that_has_not_begun_ends_as_planned_whatever_its_blocks_say() -> None:
    tried = day([block("a", 30, began=at(-60), ended=at(-50)), block("b", 30)])
    assert tried.expected_end(at(0)) == 11 * 60


def test_only_a_running_clock_that_knows_since_when_goes_on() -> None:
    """A file may say that the clock runs and not since when, or have it paused since a moment."""
    unknown = Clock(id="c", session="s", state=ClockState.RUNNING, spent=60.0)
    paused = Clock(id="c", session="s", state=ClockState.PAUSED, since=TEN, spent=60.0)
    assert spent(unknown, at(5)) == spent(paused, at(5)) == 60
    running_on = Clock(id="c", session="s", state=ClockState.RUNNING, since=TEN, spent=60.0)
    assert spent(running_on, at(5)) == 360
    assert spent(running_on, at(-5)) == 60


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "00:00"), (59.9, "00:59"), (725, "12:05"), (-725, "12:05"), (3600, "1:00:00"),
     (3725, "1:02:05")],
)  # fmt: skip
def test_seconds_as_people_read_them(seconds: float, told: str) -> None:
    assert shown(seconds) == told


def test_a_day_over_midnight() -> None:
    eleven = datetime(2026, 11, 12, 23, 0, tzinfo=UTC)
    blocks = [block("a", 30, began=eleven), block("b", 60)]
    going = day(
        blocks, time(23, 0), block="a", state=ClockState.RUNNING, since=eleven, end=24 * 60 + 30
    )
    past = eleven + timedelta(minutes=75)
    assert going.minutes_at(past) == 24 * 60 + 15
    assert going.late(past) == 45


def test_the_planned_end_stays_when_lengths_change() -> None:
    going = running(block("a", 45), block("b", 30), end=11 * 60)
    assert going.planned_end() == 11 * 60
    assert going.late(at(5)) == 15
    assert day([block("a", 45), block("b", 30)]).planned_end() == 11 * 60 + 15


def test_each_gives_its_share_and_breaks_none() -> None:
    rest = [block("a", 60), block("pause", 15, BlockKind.BREAK), block("b", 30), block("c", 6)]
    assert fitted(rest, 600, 600 + 96) == {"a": 50, "b": 25}


def test_no_block_gets_shorter_than_five_minutes() -> None:
    assert fitted([block("a", 10), block("b", 7)], 600, 600) == {"a": SHORTEST, "b": SHORTEST}
    assert fitted([block("a", 5), block("b", 3)], 600, 600) == {}
    assert fitted([block("a", 10)], 600, 620) == {}


def test_minutes_before_a_fixed_start_that_is_met_are_not_taken() -> None:
    rest = [block("a", 30), block("noon", 30, locked=time(12, 0)), block("b", 60)]
    assert fitted(rest, 11 * 60, 13 * 60 + 20) == {"b": 50}


def test_only_the_overrun_is_taken_before_a_fixed_start() -> None:
    rest = [block("a", 40), block("noon", 30, locked=time(12, 0)), block("b", 60)]
    lengths = fitted(rest, 11 * 60 + 30, 13 * 60 + 30)
    assert 40 - lengths.get("a", 40) + 60 - lengths.get("b", 60) == 10


def test_a_running_day_is_fitted_without_what_is_on() -> None:
    going = running(block("a", 30), block("b", 40), block("c", 20), end=11 * 60 + 30)
    assert going.fitted(at(10)) == {}
    lengths = going.fitted(at(42))
    assert set(lengths) == {"b", "c"}
    assert sum(lengths.values()) == 48


blocks = st.builds(
    block,
    st.uuids().map(str),
    st.integers(1, 90),
    st.sampled_from(BlockKind),
    locked=st.none() | st.none() | st.times().map(lambda one: time(one.hour, one.minute)),
)


@given(st.lists(blocks, max_size=6), st.integers(480, 1000), st.integers(480, 1400))
def test_fitting_only_shortens_what_may_be_shortened(
    rest: list[Block], begin: int, end: int
) -> None:
    by_id = {each.id: each for each in rest}
    for id, minutes in fitted(rest, begin, end).items():
        assert SHORTEST <= minutes < by_id[id].minutes
        assert by_id[id].kind not in RESTS
        assert by_id[id].locked is None
