"""A day run by its verbs: facts follow one another, and mistakes can be mended."""

from datetime import UTC, datetime, time, timedelta

import pytest

from gweithdy.domain.agenda import Block, actual_minutes
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id, spent
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session, Status
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import agenda, running
from gweithdy.edits.changes import created

TEN = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), start=time(10, 0)))
    for name in ("a", "b", "c"):
        workshop.take(agenda.add(workshop, title=said(name, "en"), minutes=30))
    return workshop


def today(workshop: Workshop) -> Day:
    return day_of(workshop)


def on(workshop: Workshop) -> str:
    present = today(workshop).present
    return present.block.title.en.words if present else ""


def state(workshop: Workshop) -> ClockState:
    return today(workshop).clock.state


def test_a_whole_day(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, at(2)))
    assert (on(workshop), workshop.session.status) == ("a", Status.RUNNING)
    assert today(workshop).clock.end == 11 * 60 + 30
    for minutes in (30, 65):
        workshop.take(running.next_block(workshop, at(minutes)))
    assert on(workshop) == "c"
    workshop.take(running.next_block(workshop, at(90)))
    assert (state(workshop), workshop.session.status) == (ClockState.FINISHED, Status.HELD)
    assert [actual_minutes(block) for block in workshop.of(Block)] == [28, 35, 25]


def test_a_pause_does_not_count(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.pause(workshop, at(10)))
    assert spent(today(workshop).clock, at(25)) == 600
    workshop.take(running.resume(workshop, at(25)))
    assert spent(today(workshop).clock, at(30)) == 900


def test_next_goes_on_from_a_pause(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.pause(workshop, at(10)))
    workshop.take(running.next_block(workshop, at(20)))
    assert (on(workshop), state(workshop)) == ("b", ClockState.RUNNING)
    assert spent(today(workshop).clock, at(21)) == 60


def test_a_step_back_gives_the_time_to_the_block_before(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.next_block(workshop, at(10)))
    workshop.take(running.previous_block(workshop, at(12)))
    first, second, _ = workshop.of(Block)
    assert on(workshop) == "a"
    assert spent(today(workshop).clock, at(13)) == 13 * 60
    assert (first.began, first.ended, second.began) == (TEN, None, None)
    with pytest.raises(Problem, match="first block"):
        running.previous_block(workshop, at(14))


def test_finishing_by_mistake(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.next_block(workshop, at(30)))
    workshop.take(running.finish(workshop, at(40)))
    workshop.take(running.previous_block(workshop, at(43)))
    assert (on(workshop), state(workshop)) == ("b", ClockState.RUNNING)
    assert workshop.session.status is Status.RUNNING
    assert spent(today(workshop).clock, at(44)) == 14 * 60
    assert (workshop.of(Block)[1].began, workshop.of(Block)[1].ended) == (at(30), None)


@pytest.mark.parametrize("minutes", [40, 35])
def test_finishing_and_going_back_at_once_takes_no_time(workshop: Workshop, minutes: float) -> None:
    """Nor does it give time back when the clock of the computer was set back meanwhile."""
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.finish(workshop, at(40)))
    workshop.take(running.previous_block(workshop, at(minutes)))
    assert spent(today(workshop).clock, at(minutes)) == 40 * 60


def test_facts_are_facts_and_plans_are_plans(workshop: Workshop) -> None:
    edit = running.start(workshop, TEN)
    assert edit.fact
    workshop.take(edit)
    more = running.extend(workshop, 5)
    assert not more.fact
    back = workshop.reverse(more)
    workshop.take(more)
    assert workshop.of(Block)[0].minutes == 35
    workshop.take(back)
    assert workshop.of(Block)[0].minutes == 30


def test_clearing_a_trial_run_can_be_undone(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.next_block(workshop, at(10)))
    workshop.take(running.finish(workshop, at(20)))
    before = sorted(workshop.everything(), key=lambda each: each.id)
    edit = running.clear(workshop)
    back = workshop.reverse(edit)
    workshop.take(edit)
    assert today(workshop).clock == Clock(id=clock_id(workshop.id), session=workshop.id)
    assert workshop.session.status is Status.PLANNED
    assert all(block.began is block.ended is None for block in workshop.of(Block))
    workshop.take(back)
    assert sorted(workshop.everything(), key=lambda each: each.id) == before


def test_what_cannot_be_is_refused(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        running.pause(workshop, TEN)
    with pytest.raises(Problem):
        running.extend(workshop, 5)
    workshop.take(running.start(workshop, TEN))
    with pytest.raises(Problem):
        running.start(workshop, TEN)
    with pytest.raises(Problem):
        running.resume(workshop, TEN)
    empty = Workshop(Session(id=new_id(), title=said("Day", "en")))
    with pytest.raises(Problem, match="no blocks"):
        running.start(empty, TEN)


def test_a_block_that_is_gone_does_not_stop_the_day(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    added = agenda.add(workshop, today(workshop).clock.block, title=said("x", "en"))
    back = workshop.reverse(added)
    workshop.take(added)
    workshop.take(running.next_block(workshop, at(30)))
    # Undoing the adding takes the block away that is on.
    workshop.take(back)
    assert (on(workshop), today(workshop).late(at(40)) > 0) == ("", True)
    workshop.take(running.next_block(workshop, at(40)))
    assert on(workshop) == "b"


def test_there_is_one_clock(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.finish(workshop, at(1)))
    assert [clock.id for clock in workshop.of(Clock)] == [clock_id(workshop.id)]


def test_a_day_starts_after_its_clock_was_undone(workshop: Workshop) -> None:
    clock = Clock(id=clock_id(workshop.id), session=workshop.id, state=ClockState.FINISHED)
    brought = Edit("Import", created(clock), workshop.id)
    back = workshop.reverse(brought)
    workshop.take(brought)
    workshop.take(back)
    workshop.take(running.start(workshop, TEN))
    assert state(workshop) is ClockState.RUNNING
