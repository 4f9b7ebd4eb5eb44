"""Jobs: slow work off the GUI thread, answered on it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from gweithdy.domain.problem import N_, Problem

FAULT = N_("Something went wrong inside gweithdy. What was saved is safe. Details: {text}")

Work = Callable[["Job"], Any]


class Job(QThread):
    """One piece of work. Inside it, `report` tells how far it is and `cancelled` asks to stop.

    Give `work` copies: nothing of the GUI thread may be touched from it.
    """

    advanced = Signal(int, int)

    def __init__(
        self,
        work: Work,
        done: Callable[[Any], None] | None,
        failed: Callable[[Problem], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._done = done
        self._failed = failed
        self._value: Any = None
        self._error: Exception | None = None
        self._stop = Event()

    def run(self) -> None:
        try:
            self._value = self._work(self)
        except Exception as error:  # noqa: BLE001 - not swallowed: `answer` raises it again
            self._error = error

    def answer(self) -> None:
        """Hand over what came of it, in the GUI thread; a fault of ours is raised there."""
        if isinstance(self._error, Problem):
            self._failed(self._error)
        elif self._error is not None:
            # Whoever waits has to stop waiting: a page would show its progress for ever.
            self._failed(Problem(FAULT, text=str(self._error)))
            raise self._error
        elif self._done is not None:
            self._done(self._value)

    def report(self, step: int, steps: int) -> None:
        """Say that `step` of `steps` are done."""
        self.advanced.emit(step, steps)

    def cancel(self) -> None:
        """Ask the work to stop soon."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()


class Jobs(QObject):
    """Runs jobs and waits for them at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._running: list[Job] = []

    def start(
        self, work: Work, done: Callable[[Any], None] | None, failed: Callable[[Problem], None]
    ) -> Job:
        """Run `work` in a thread; `done` or `failed` is called in the GUI thread."""
        job = Job(work, done, failed, self)
        # A bound method of an object of the GUI thread: Qt then queues the call to that thread.
        job.finished.connect(self._on_finished)
        self._running.append(job)
        job.start()
        return job

    def finish(self) -> None:
        """Stop and wait for everything that runs: a thread alive at exit can crash Python."""
        for job in self._running:
            job.cancel()
            job.wait()
        self._running.clear()

    def _on_finished(self) -> None:
        for job in [job for job in self._running if job.isFinished()]:
            self._running.remove(job)
            job.deleteLater()
            job.answer()
