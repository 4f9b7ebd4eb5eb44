"""Jobs: slow work off the GUI thread, one at a time, answered on it."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from gweithdy.domain.problem import Problem

Work = Callable[["Job"], Any]


class Job(QThread):
    """One piece of work. Inside it, `report` tells how far it is and `cancelled` asks to stop.

    Give `work` copies: nothing of the GUI thread may be touched from it.
    """

    advanced = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()

    def run(self) -> None:
        try:
            value = self._work(self)
        except Problem as problem:
            self.failed.emit(problem)
        else:
            self.done.emit(value)

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
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
    ) -> Job:
        """Run `work` in a thread; `done` or `failed` is called in the GUI thread."""
        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(failed)
        job.finished.connect(lambda: self._forget(job))
        self._running.append(job)
        job.start()
        return job

    def finish(self) -> None:
        """Stop and wait for everything that runs: a thread alive at exit can crash Python."""
        for job in list(self._running):
            job.cancel()
            job.wait()

    def _forget(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            job.deleteLater()
