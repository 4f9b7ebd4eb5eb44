"""Writer: the one thread with the one connection that writes; everybody else asks it to."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import sqlalchemy as sa

from gweithdy.domain.change import Committed, Edit
from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.log import Log
from gweithdy.storage.whereabouts import Gone, Whereabouts

T = TypeVar("T")

AT_ONCE = 64
"""Edits in one commit: on a slow disk the whole room shares one wait."""

PATIENCE = 5.0
"""Seconds after which somebody who waits looks whether the writer is still there."""


@dataclass(slots=True)
class _Task:
    """An edit to write, or another job for the writer's connection."""

    edit: Edit | None = None
    job: Callable[[sa.Connection], Any] | None = None
    outside: bool = False
    answer: "Future[Any]" = field(default_factory=Future)


class Writer:
    """Takes edits and jobs from any thread and answers once they are on disk.

    `told` hears of every edit that was committed, in that order and in the writer's thread, before
    whoever wrote it gets the answer. It must not raise.
    """

    def __init__(
        self,
        connection: sa.Connection,
        log: Log,
        place: Whereabouts,
        told: Callable[[Committed], None],
    ) -> None:
        self._connection = connection
        self._log = log
        self._place = place
        self._told = told
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._door = threading.Lock()
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="gweithdy writer", daemon=True)
        self._thread.start()

    def write(self, edit: Edit) -> int:
        """The number of `edit` once it is on disk; raise what went wrong if it is not."""
        number: int = self._ask(_Task(edit=edit))
        return number

    def run(self, job: Callable[[sa.Connection], T]) -> T:
        """The result of `job`, carried out in a transaction of its own."""
        result: T = self._ask(_Task(job=job))
        return result

    def run_outside(self, job: Callable[[sa.Connection], T]) -> T:
        """The result of `job`, which begins a transaction by itself, or needs none."""
        result: T = self._ask(_Task(job=job, outside=True))
        return result

    def close(self) -> None:
        """Finish what was asked, then stop. Whoever asks later is told at once."""
        with self._door:
            self._is_closed = True
            self._tasks.put(None)
        self._thread.join()
        self._connection.close()

    def _ask(self, task: _Task) -> Any:
        if threading.current_thread() is self._thread:
            raise RuntimeError("The writer would wait for itself: a follower only takes a note.")
        with self._door:
            if self._is_closed:
                raise Problem(N_("The library has been closed, so this was not saved."))
            self._tasks.put(task)
        while True:
            try:
                return task.answer.result(timeout=PATIENCE)
            except TimeoutError as error:
                if task.answer.done():
                    raise
                if not self._thread.is_alive():
                    raise RuntimeError("the writer has stopped") from error

    def _run(self) -> None:
        going = True
        while going:
            batch = self._next()
            going = None not in batch
            self._work([task for task in batch if task is not None])

    def _next(self) -> list[_Task | None]:
        """What there is to do now: one job, or all the edits that wait."""
        task = self._tasks.get()
        batch = [task]
        while task is not None and task.edit is not None and len(batch) < AT_ONCE:
            try:
                task = self._tasks.get_nowait()
            except Empty:
                break
            batch.append(task)
        return batch

    def _work(self, batch: list[_Task]) -> None:
        edits = [task for task in batch if task.edit is not None]
        if edits and not self._commit(edits):
            # One of them spoiled the others' transaction: each gets one of its own.
            for task in edits:
                self._commit([task])
        for task in batch:
            if task.job:
                self._do(task)

    def _commit(self, tasks: list[_Task]) -> bool:
        """Write all of `tasks` in one transaction; False if they must be tried one by one."""
        before, alone = replace(self._log.position), len(tasks) == 1
        edits = [task.edit for task in tasks if task.edit is not None]
        try:
            with self._connection.begin():
                numbers = [self._log.append(self._connection, edit) for edit in edits]
                # Before the commit, or it would write beside a file that is another's.
                self._place.look()
            # And after it: what is acknowledged is in the file that is there.
            self._place.look()
        except Exception as error:  # noqa: BLE001 - not swallowed: raised where the edit came from
            self._log.forget(before)
            self._take_back()
            if alone:
                tasks[0].answer.set_exception(self._cause(error))
            return alone
        for task, edit, number in zip(tasks, edits, numbers, strict=True):
            self._told(Committed(edit, number))
            task.answer.set_result(number)
        return True

    def _take_back(self) -> None:
        """End a transaction whose commit was refused: SQLite goes on with it where a reader held
        the file, and no other could begin.
        """
        connection = self._connection.connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        # Where the disk is gone there is nothing to take back.
        with suppress(sqlite3.Error):
            connection.rollback()

    def _cause(self, error: Exception) -> Exception:
        """What the disk reports of a file that is gone is no error of the disk."""
        try:
            self._place.look()
        except Gone as gone:
            return gone
        return error

    def _do(self, task: _Task) -> None:
        assert task.job
        try:
            if task.outside:
                result = task.job(self._connection)
            else:
                with self._connection.begin():
                    result = task.job(self._connection)
                    self._place.look()
        except Exception as error:  # noqa: BLE001 - not swallowed: raised where the job came from
            self._take_back()
            task.answer.set_exception(error if task.outside else self._cause(error))
        else:
            task.answer.set_result(result)
