"""The line of an export: how far it is, Cancel, and what came of it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from gweithdy.domain.problem import N_
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job, Work
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip

STOPPED = N_("The export was stopped. Nothing was written.")


class ExportLine(QWidget):
    """Hidden until something is exported; what is in `row` then can be added to.

    One export at a time: two could not be told apart.
    """

    def __init__(self, context: Context, told: str) -> None:
        """`told` says what was written, in the place of its {path} (a catalogue text)."""
        super().__init__()
        self.context = context
        self._told = told
        self._job: Job | None = None
        self._was_stopped = False
        self.written: Path | None = None
        self.outcome = label("quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = button("plain")
        self.cancel.clicked.connect(self._on_cancel)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.progress, 1)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.outcome, 1)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self.context.words.tr
        self.cancel.setText(tr("Cancel"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self.show_outcome()

    def start(self, work: Work, begun: str) -> None:
        """Write off the thread of the screen; `work` gives where that is. `begun` is announced."""
        answers = Answers(
            failed=self.context.desk.refused.emit,
            done=self._on_written,
            stopped=self._on_stopped,
            ended=self._on_ended,
        )
        self.written, self._was_stopped = None, False
        self._job = self.context.jobs.start(self, work, answers)
        self._job.advanced.connect(self._on_advanced)
        # A bar without an end would run to and fro.
        self._on_advanced(0, 1)
        self._show()
        announce(self, begun)

    def show_outcome(self) -> None:
        """Show what came of it: nothing while it is written, or when it failed."""
        tr = self.context.words.tr
        said = tr(self._told, path=self.written.name) if self.written else ""
        if self._was_stopped:
            said = tr(STOPPED)
        self.outcome.setVisible(bool(said))
        self.outcome.setText(said)
        self.outcome.setToolTip(tip(str(self.written)) if self.written else "")

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_written(self, path: Path) -> None:
        self.written = path
        self._show()
        # Not the whole path: a reader would spell out all its folders.
        announce(self, self.outcome.text())

    def _on_stopped(self) -> None:
        self._was_stopped = True
        self._show()
        announce(self, self.outcome.text())

    def _on_ended(self) -> None:
        self._job = None
        self._show()

    def _on_cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _show(self) -> None:
        if not self.is_busy and self.cancel.hasFocus():
            # It is about to go: the keyboard is on what comes next to it.
            self.focusPreviousChild()
        self.progress.setVisible(self.is_busy)
        self.cancel.setVisible(self.is_busy)
        self.show_outcome()
        self.setVisible(self.is_busy or not self.outcome.isHidden())
