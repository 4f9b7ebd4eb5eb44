"""A day run by its verbs: facts follow one another, and mistakes can be mended."""

from datetime import UTC, datetime, time, timedelta

import pytest

from gweithdy.domain.agenda import Block, actual_minutes, length
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id, spent
from gweithdy.domain.day import Day, day_of
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.replanning import Replan
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
    assert (workshop.of(Block)[0].minutes, length(workshop.of(Block)[0])) == (30, 35)
    workshop.take(back)
    assert length(workshop.of(Block)[0]) == 30


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


def test_once_the_day_has_begun_its_plan_stands_still(workshop: Workshop) -> None:
    first, second, third = [block.id for block in workshop.of(Block)]
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.extend(workshop, 5))
    workshop.take(agenda.change(workshop, second, minutes=10))
    workshop.take(agenda.remove(workshop, third))
    workshop.take(agenda.move(workshop, third, 0))
    rows = {block.id: block for block in workshop.of(Block)}
    assert [rows[id].minutes for id in (first, second, third)] == [30, 30, 30]
    assert [length(rows[id]) for id in (first, second, third)] == [35, 10, 30]
    assert today(workshop).plan() == {first: (600, 630), second: (630, 660), third: (660, 690)}
    assert rows[third].left_out
    workshop.take(agenda.change(workshop, second, minutes=30))
    assert workshop.find(Block, second).replanned is None  # type: ignore[union-attr]
    workshop.take(agenda.remove(workshop, agenda_added(workshop)))
    assert len(workshop.of(Block)) == 3, "what came on the day can be deleted"
    workshop.take(running.finish(workshop, at(20)))
    workshop.take(agenda.change(workshop, second, minutes=12))
    assert workshop.find(Block, second).minutes == 30  # type: ignore[union-attr]


def agenda_added(workshop: Workshop) -> str:
    workshop.take(agenda.add(workshop, title=said("more", "en"), minutes=5))
    return str(workshop.of(Block)[-1].id)


def test_a_day_that_was_tried_out_leaves_its_plan(workshop: Workshop) -> None:
    before = workshop.of(Block)
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.extend(workshop, 5))
    workshop.take(agenda.leave_out(workshop, before[2].id))
    workshop.take(running.finish(workshop, at(20)))
    workshop.take(running.clear(workshop))
    assert workshop.of(Block) == before


def test_a_leap_leaves_what_is_between_and_back_goes_where_one_was(workshop: Workshop) -> None:
    first, second, third = [block.id for block in workshop.of(Block)]
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.jump(workshop, third, at(20)))
    assert on(workshop) == "c"
    with pytest.raises(Problem, match="already"):
        running.jump(workshop, first, at(21))
    workshop.take(running.jump(workshop, second, at(30)))
    assert (on(workshop), today(workshop).next) == ("b", None)
    workshop.take(running.previous_block(workshop, at(31)))
    assert on(workshop) == "c"
    assert spent(today(workshop).clock, at(31)) == 11 * 60


def test_what_is_left_out_is_passed_over_and_can_come_back(workshop: Workshop) -> None:
    _, second, third = [block.id for block in workshop.of(Block)]
    workshop.take(running.start(workshop, TEN))
    workshop.take(agenda.leave_out(workshop, second))
    workshop.take(running.next_block(workshop, at(30)))
    assert on(workshop) == "c"
    workshop.take(agenda.leave_out(workshop, second, out=False))
    workshop.take(running.jump(workshop, second, at(40)))
    assert on(workshop) == "b"
    with pytest.raises(Problem, match="already"):
        agenda.leave_out(workshop, third)


def test_what_was_left_out_can_begin_at_once(workshop: Workshop) -> None:
    second = workshop.of(Block)[1].id
    workshop.take(running.start(workshop, TEN))
    workshop.take(agenda.leave_out(workshop, second))
    workshop.take(running.jump(workshop, second, at(5)))
    found = workshop.find(Block, second)
    assert found
    assert not found.left_out
    assert on(workshop) == "b"


def test_a_re_planned_day_is_one_step(workshop: Workshop) -> None:
    _, second, third = [block.id for block in workshop.of(Block)]
    workshop.take(running.start(workshop, TEN))
    before = workshop.of(Block)
    edit = agenda.replan(workshop, Replan({second: 20}, frozenset({third})))
    back = workshop.reverse(edit)
    workshop.take(edit)
    assert [(length(each), each.left_out) for each in workshop.of(Block)] == [
        (30, False), (20, False), (30, True),
    ]  # fmt: skip
    workshop.take(back)
    assert workshop.of(Block) == before


def test_a_duplicate_of_a_block_that_was_on_is_to_come(workshop: Workshop) -> None:
    workshop.take(running.start(workshop, TEN))
    workshop.take(running.extend(workshop, 5))
    workshop.take(agenda.duplicate(workshop, today(workshop).clock.block))
    copy = workshop.of(Block)[1]
    assert (copy.began, copy.promised, copy.replanned, copy.minutes) == (None, None, None, 30)
    then = today(workshop).next
    assert then
    assert then.block == copy
