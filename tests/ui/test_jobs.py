"""Jobs: each outcome is told once, in the GUI thread; whoever waited can go on."""

import sys
from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import Stopped
from gweithdy.ui.jobs import USUAL, Answers, Job, Jobs, Work


class Page(QObject):
    """Waits for jobs and notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    @property
    def answers(self) -> Answers:
        return Answers(
            failed=lambda problem: self.note(f"failed: {problem}"),
            done=lambda value: self.note(f"done: {value}"),
            stopped=lambda: self.note("stopped"),
            ended=lambda: self.note("ended"),
        )

    def note(self, words: str) -> None:
        assert current_thread() is main_thread()
        self.told.append(words)


FAULT = "failed: Something went wrong inside gweithdy. What was saved is safe. Details: nought"


def raises(error: Exception, before: Callable[[Job], None] = lambda _: None) -> Work:
    def work(job: Job) -> None:
        before(job)
        raise error

    return work


def works_until_stopped(job: Job) -> str:
    while not job.cancelled():
        job._stop.wait()
    raise Stopped


@pytest.mark.parametrize(
    ("work", "told", "faults"),
    [
        (lambda _: 42, "done: 42", 0),
        (raises(Problem("Full.")), "failed: Full.", 0),
        (raises(Stopped()), "stopped", 0),
        (raises(ZeroDivisionError("nought")), FAULT, 1),
        (raises(Problem("Full."), Job.cancel), "failed: Full.", 0),
        (raises(Stopped(), Job.cancel), "stopped", 0),
        (raises(ZeroDivisionError("nought"), Job.cancel), FAULT, 1),
    ],
)
def test_each_outcome_is_told_once(qtbot: QtBot, work: Work, told: str, faults: int) -> None:
    jobs, page = Jobs(), Page()
    with qtbot.captureExceptions() as raised:
        jobs.start(page, work, page.answers)
        qtbot.waitUntil(lambda: len(page.told) == 2)
        jobs.finish()
        QCoreApplication.processEvents()
    assert page.told == ["ended", told]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError] * faults


def test_a_job_that_is_stopped_before_it_begins_does_nothing() -> None:
    page, done = Page(), list[Job]()
    job = Job(page, done.append, page.answers, page)
    job.cancel()
    job.run()
    job.answer()
    assert page.told == ["ended", "stopped"]
    assert done == []


def test_a_page_that_is_gone_hears_of_nothing_but_a_fault_is_told(qtbot: QtBot) -> None:
    jobs, page, begun, gone = Jobs(), Page(), Event(), Event()

    def work(_job: Job) -> None:
        begun.set()
        gone.wait()
        raise ZeroDivisionError

    jobs.start(page, lambda _: gone.wait(), page.answers)
    jobs.start(page, work, page.answers)
    begun.wait()
    shiboken6.delete(page)
    gone.set()
    with qtbot.captureExceptions() as raised:
        jobs.finish()
    assert page.told == []
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_the_end_stops_what_runs_and_tells_it_once() -> None:
    jobs, page = Jobs(), Page()
    for _ in range(3):
        jobs.start(page, works_until_stopped, page.answers)
    jobs.finish()
    assert page.told == ["ended", "stopped"] * 3
    QCoreApplication.processEvents()
    assert len(page.told) == 6


def test_the_end_also_ends_what_an_answer_starts() -> None:
    jobs, page = Jobs(), Page()
    answers = Answers(failed=print, stopped=lambda: start(page.answers))

    def start(answers: Answers) -> None:
        jobs.start(page, works_until_stopped, answers)

    start(answers)
    jobs.finish()
    assert page.told == ["ended", "stopped"]


def test_patience_lets_work_be_done() -> None:
    jobs, page, begun = Jobs(), Page(), Event()

    def work(job: Job) -> bool:
        begun.set()
        return job._stop.wait(0.01)

    jobs.start(page, work, page.answers)
    begun.wait()
    jobs.finish(patience=60_000)
    assert page.told == ["ended", "done: False"]


def test_jobs_that_end_while_an_answer_asks_something_are_told_too(qtbot: QtBot) -> None:
    jobs, page, questions = Jobs(), Page(), QEventLoop()
    both = Event()

    def ask(_: object) -> None:
        assert page.told == []
        questions.exec()

    def answered(_: object) -> None:
        page.note("second")
        questions.quit()

    first = jobs.start(page, lambda _: None, Answers(failed=print, done=ask))
    second = jobs.start(page, lambda _: both.wait(), Answers(failed=print, done=answered))
    # Both have ended before the first is answered.
    both.set()
    first.wait()
    second.wait()
    qtbot.waitUntil(lambda: page.told == ["second"])


@pytest.mark.usefixtures("qapp")
def test_the_window_gets_its_turn_soon_while_a_job_runs() -> None:
    seen: list[float] = []
    answers = Answers(failed=lambda _: None)
    jobs = Jobs()
    for _ in range(2):
        jobs.start(jobs, lambda _: seen.append(sys.getswitchinterval()), answers)
    jobs.finish(2000)
    assert all(each < USUAL for each in seen)
    assert len(seen) == 2
    assert sys.getswitchinterval() == USUAL


@pytest.mark.usefixtures("qapp")
def test_the_window_gets_its_turn_soon_until_the_last_job_has_ended() -> None:
    seen: list[float] = []
    go_on, jobs = Event(), Jobs()
    answers = Answers(failed=lambda _: None, done=lambda _: seen.append(sys.getswitchinterval()))
    long = jobs.start(jobs, lambda _: go_on.wait(20), answers)
    jobs.start(jobs, lambda _: None, answers).wait()
    QApplication.processEvents()
    assert long.isRunning()
    assert [each < USUAL for each in seen] == [True]
    go_on.set()
    jobs.finish(2000)
    assert seen[1:] == [USUAL]


@pytest.mark.usefixtures("qapp")
def test_a_window_that_is_opened_while_a_job_runs_knows_the_usual_turn() -> None:
    answers, go_on = Answers(failed=lambda _: None), Event()
    first = Jobs()
    first.start(first, lambda _: go_on.wait(20), answers)
    second = Jobs()
    second.start(second, lambda _: None, answers)
    go_on.set()
    first.finish(2000)
    second.finish(2000)
    assert sys.getswitchinterval() == USUAL
