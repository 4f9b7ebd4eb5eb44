"""The computer's clock is set, or sleeps, while a block is on: what is left of it stays right."""

from datetime import UTC, datetime, timedelta

import pytest

from gweithdy.domain.agenda import Block, actual_minutes
from gweithdy.domain.change import Origin
from gweithdy.domain.clock import Clock, steady
from gweithdy.domain.day import day_of
from gweithdy.domain.text import both
from gweithdy.edits import agenda, running
from gweithdy.ui.context import Context
from gweithdy.ui.run.set_clock import SetClock
from gweithdy.ui.ticker import Ticker

TEN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)


class Computer:
    """Its clock, and the time that really goes by."""

    def __init__(self, context: Context) -> None:
        self.desk, self.wall, self.gone = context.desk, TEN, 0.0
        self.desk.now = lambda: self.wall
        self.watch = SetClock(self.desk, lambda: self.wall, lambda: self.gone)
        self.ticker = Ticker.of(self.desk)

    def go_by(self, minutes: float, *, set_by: float = 0) -> None:
        """Time goes by; meanwhile the clock is set forward by minutes, or back."""
        self.wall += timedelta(minutes=minutes + set_by)
        self.gone += minutes * 60
        self.ticker.ticked.emit()

    def left(self) -> float:
        """Minutes left of the block that is on."""
        assert self.desk.workshop
        return day_of(self.desk.workshop).left(self.wall) / 60


@pytest.fixture
def computer(context: Context) -> Computer:
    assert context.desk.workshop
    for name in ("Un", "Dau"):
        context.desk.do(agenda.add(context.desk.workshop, title=both(name, name), minutes=30))
    computer = Computer(context)
    context.desk.do(running.start(context.desk.workshop, TEN))
    return computer


@pytest.mark.parametrize("set_by", [60, -60, -5, 24 * 60])
def test_what_is_left_stays_when_the_clock_is_set(computer: Computer, set_by: float) -> None:
    computer.go_by(10)
    assert computer.left() == 20
    computer.go_by(1, set_by=set_by)
    assert computer.left() == 19
    computer.go_by(4)
    assert computer.left() == 15
    assert computer.desk.workshop
    computer.desk.do(running.next_block(computer.desk.workshop, computer.wall))
    assert actual_minutes(computer.desk.workshop.of(Block)[0]) == 15


def test_a_laptop_that_slept_does_not_lose_count(computer: Computer) -> None:
    computer.go_by(10)
    computer.go_by(15)
    assert computer.left() == 5


def test_a_small_correction_writes_nothing(computer: Computer) -> None:
    assert computer.desk.workshop
    before = computer.desk.workshop.of(Clock)
    for _ in range(20):
        computer.go_by(0.1, set_by=0.5 / 60)
    assert computer.desk.workshop.of(Clock) == before


def test_a_pause_and_a_day_that_is_over_are_left_alone(computer: Computer) -> None:
    assert computer.desk.workshop
    computer.go_by(10)
    computer.desk.do(running.pause(computer.desk.workshop, computer.wall))
    computer.go_by(5, set_by=60)
    assert computer.left() == 20
    computer.desk.do(running.finish(computer.desk.workshop, computer.wall))
    before = computer.desk.workshop.of(Clock)
    computer.go_by(5, set_by=60)
    assert computer.desk.workshop.of(Clock) == before


def test_a_clock_set_before_the_day_began_is_nobody_s_business(context: Context) -> None:
    assert context.desk.workshop
    context.desk.do(agenda.add(context.desk.workshop, minutes=30))
    computer = Computer(context)
    computer.wall += timedelta(hours=3)
    context.desk.do(running.start(context.desk.workshop, computer.wall))
    computer.go_by(10)
    assert computer.left() == 20


def test_the_day_of_another_window_keeps_its_own_clock(computer: Computer) -> None:
    assert computer.desk.workshop
    computer.desk.changed.emit(
        {id: (each, each) for each in computer.desk.workshop.of(Clock) for id in [each.id]},
        Origin.WINDOW,
    )
    before = computer.desk.workshop.of(Clock)
    computer.go_by(1, set_by=60)
    assert computer.desk.workshop.of(Clock) == before


def test_time_goes_on_evenly() -> None:
    one = steady()
    assert 0 <= steady() - one < 5
