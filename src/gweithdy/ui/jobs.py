"""Jobs: slow work off the GUI thread, each outcome of which is told on it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from shiboken6 import isValid

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Stopped, stop_if

FAULT = N_("Something went wrong inside gweithdy. What was saved is safe. Details: {text}")

Work = Callable[["Job"], Any]

QUICK = 0.0005
"""Seconds after which a job lets the window's thread go on. At Python's own 0.005 a key, for which
Python is needed several times, takes ten times as long while a pack is built."""

USUAL = sys.getswitchinterval()
"""The same while nothing runs."""


def _nothing(*_: Any) -> None:
    """Nobody has to do anything about it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What to do with the outcome of a job: first `ended`, then one of the three others.

    In `ended` a page stops waiting, whatever came of it. `failed` takes a Problem, and for a fault
    of ours too.
    """

    failed: Callable[[Problem], None]
    done: Callable[[Any], None] = _nothing
    stopped: Callable[[], None] = _nothing
    ended: Callable[[], None] = _nothing


class Job(QThread):
    """One piece of work. Inside it, `report` tells how far it is and `cancelled` asks to stop.

    Give `work` copies: nothing of the GUI thread may be touched from it. It returns a value, or
    raises a Problem, or Stopped because it was asked to; anything else is a fault.
    """

    advanced = Signal(int, int)

    def __init__(self, owner: QObject, work: Work, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = owner
        self._work = work
        self._answers = answers
        self._outcome: Callable[[], None] = answers.stopped
        self._fault: Exception | None = None
        self._stop = Event()

    def run(self) -> None:
        try:
            stop_if(self.cancelled)
            value = self._work(self)
        except Stopped:
            return
        except Problem as problem:
            self._outcome = partial(self._answers.failed, problem)
        except Exception as fault:  # noqa: BLE001 - not swallowed: `answer` tells it
            self._outcome = partial(self._answers.failed, Problem(FAULT, text=str(fault)))
            self._fault = fault
        else:
            self._outcome = partial(self._answers.done, value)

    def answer(self) -> None:
        """Tell what came of it, in the GUI thread. Whose page is gone hears of nothing."""
        if isValid(self._owner):
            self._answers.ended()
            self._outcome()
        if self._fault is not None:
            # Not raised: what waits for its last jobs before it closes the library must go on.
            sys.excepthook(type(self._fault), self._fault, self._fault.__traceback__)

    def report(self, step: int, steps: int) -> None:
        """Say that `step` of `steps` are done."""
        self.advanced.emit(step, steps)

    def cancel(self) -> None:
        """Ask the work to stop soon."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()


class Jobs(QObject):
    """Runs jobs and ends them all at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._running: list[Job] = []

    @property
    def is_busy(self) -> bool:
        """Whether anything runs."""
        return bool(self._running)

    def start(self, owner: QObject, work: Work, answers: Answers) -> Job:
        """Run `work` in a thread. `answers` are called in the GUI thread while `owner` lives."""
        job = Job(owner, work, answers, self)
        # A bound method of an object of the GUI thread: Qt then queues the call to that thread.
        job.finished.connect(self._answer)
        self._running.append(job)
        sys.setswitchinterval(QUICK)
        job.start()
        return job

    def finish(self, patience: int = 0) -> None:
        """End everything that runs, and tell it; first give it `patience` milliseconds.

        A thread alive at exit can crash Python.
        """
        deadline = QDeadlineTimer(patience)
        for job in self._running:
            job.wait(deadline)
        # An answer may start the next job.
        while self._running:
            for job in self._running:
                job.cancel()
            for job in self._running:
                job.wait()
            self._answer()

    def _answer(self) -> None:
        # Looked for anew each time: an answer that asks something lets other jobs end meanwhile.
        while job := next((each for each in self._running if each.isFinished()), None):
            self._running.remove(job)
            job.deleteLater()
            if not self._running:
                sys.setswitchinterval(USUAL)
            job.answer()
