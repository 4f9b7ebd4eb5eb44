"""A running day: what is on, when it will end, and shortening the rest so that it ends in time."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from gweithdy.domain.agenda import Block, BlockKind, planned
from gweithdy.domain.clock import Clock, ClockState, shown, spent
from gweithdy.domain.day import Day, Mark
from gweithdy.domain.replanning import Way

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
    began = replace(first, began=TEN)
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


def test_lengths_of_the_day_count_and_the_plan_stays() -> None:
    going = running(block("a", 30), block("b", 30, replanned=20), block("c", 30), end=11 * 60 + 30)
    assert going.late(at(5)) == -10
    assert [int(begins) for _, begins in going.expected(at(5))] == [630, 650]
    assert going.plan() == {"a": (600, 630), "b": (630, 660), "c": (660, 690)}


def test_what_is_left_out_takes_no_time_and_is_not_next() -> None:
    going = running(block("a", 30), block("b", 30, left_out=True), block("c", 30), end=11 * 60 + 30)
    assert (going.late(at(5)), going.next and going.next.block.id) == (-30, "c")
    assert [going.mark(each) for each in "abc"] == [Mark.NOW, Mark.LEFT_OUT, Mark.NEXT]


def test_what_was_done_before_a_leap_is_not_to_come_again() -> None:
    """Somebody leapt to the third, and then back to the second."""
    blocks = [block("a", 10, began=TEN, ended=at(10)), block("b", 10, began=at(20))]
    blocks += [block("c", 10, began=at(10), ended=at(20)), block("d", 10)]
    going = day(blocks, block="b", state=ClockState.RUNNING, since=at(20), end=640)
    assert [each.block.id for each in going.rest] == ["d"]
    before = going.before()
    assert before
    assert before.id == "c"


def test_back_is_to_what_was_on_last_wherever_it_stands() -> None:
    blocks = [block("a", 10, began=TEN), block("b", 10, began=at(20)), block("c", 10, began=at(10))]
    going = day([*blocks, block("d", 10, began=at(30))], block="d", state=ClockState.RUNNING)
    before = going.before()
    assert before
    assert before.id == "b"


def test_the_plan_is_that_of_the_morning() -> None:
    moved = running(
        block("b", 30, promised=630), block("a", 30, promised=600), block("new", 5), end=660
    )
    assert moved.plan() == {"a": (600, 630), "b": (630, 660)}


def test_a_running_day_is_re_planned_without_what_is_on() -> None:
    going = running(block("a", 30), block("b", 40), block("c", 20), end=11 * 60 + 30)
    assert not going.replanned(at(10), Way.SHORTEN)
    wanted = going.replanned(at(42), Way.SHORTEN)
    assert set(wanted.lengths) == {"b", "c"}
    assert sum(wanted.lengths.values()) == 48
    assert wanted.late == 0


def test_plan_and_run_reckon_alike_about_a_fixed_start_that_is_missed() -> None:
    blocks = [block("a", 60), block("noon", 30, locked=time(10, 30)), block("b", 30)]
    going = running(*blocks, end=720)
    assert [each.start for each in planned(blocks, time(10, 0))] == [600, 660, 690]
    assert [int(begins) for _, begins in going.expected(at(0))] == [660, 690]
