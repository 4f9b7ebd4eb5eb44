"""The pages of now: made off the GUI thread, a moment after the last change, one at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.pack.making import Looked, Making

REDRAW_AFTER = 400
"""Milliseconds after the last change until the pages are made anew."""


class Drawing(QObject):
    """`made` carries what was `Looked` at; `making` gives the pack of now, None without one."""

    made = Signal(object)

    def __init__(
        self, parent: QObject, context: Context, making: Callable[[], Making | None]
    ) -> None:
        super().__init__(parent)
        self._context, self._making = context, making
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REDRAW_AFTER)
        self._rest.timeout.connect(self.now)

    @property
    def is_due(self) -> bool:
        """Whether pages are being made, or soon will be."""
        return self._job is not None or self._rest.isActive()

    def soon(self) -> None:
        """Make the pages when nothing has changed for a moment."""
        self._rest.start()

    def now(self) -> None:
        """Make the pages; those that are being made first."""
        if self._job is not None:
            # What changed meanwhile is drawn right after.
            self._rest.start()
            return
        self._rest.stop()
        making = self._making()
        if making is None:
            return

        def work(job: Job) -> Looked:
            return making.look(job.cancelled)

        answers = Answers(
            failed=self._context.desk.refused.emit,
            done=self.made.emit,
            ended=self._on_ended,
        )
        self._job = self._context.jobs.start(self, work, answers)

    def _on_ended(self) -> None:
        self._job = None
