"""The export of a folder with everything: where, how far it is, and what came of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series, Session
from gweithdy.edits.organisation import organisation
from gweithdy.exchange.file_names import name_of_session
from gweithdy.folder.everything import Moment, export_everything
from gweithdy.pack.house import house_of
from gweithdy.ui import ask, exports
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.scrolling import bring_into_sight
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.tips import tip

STOPPED = N_("The export was stopped. Nothing was written.")
WRITTEN = N_("Everything was written to a new folder: {path}")


class EverythingLine(QWidget):
    """Hidden until something is exported; then the progress with Cancel, and where the folder is.

    One export at a time: it is a lot of work for the disk, and two could not be told apart.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self._written: Path | None = None
        self._was_stopped = False
        self.outcome = label("quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = button("plain")
        self.cancel.clicked.connect(self._on_cancel)
        self.open_folder = button("plain")
        self.open_folder.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.retranslate()
        self._show()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.cancel.setText(tr("Cancel"))
        self.open_folder.setText(tr("Open the folder"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self._show_outcome()

    def export(self, session: Session) -> None:
        """Ask for a place, and write the folder there."""
        context, tr = self._context, self._context.words.tr
        if self._job:
            told = Problem(N_("A folder is being written. Wait for it, or stop it with Cancel."))
            context.desk.refused.emit(told)
            return
        folder = exports.folder(context.settings)
        place = ask.folder_to_write_in(self, tr("A place for the new folder"), str(folder))
        if place is None:
            return
        exports.keep_folder(context.settings, place)
        path = place / name_of_session(session, context.words.language, "gweithdy")
        series = context.desk.catalogue.find(Series, session.series)
        now = context.desk.now()

        def work(job: Job) -> Path:
            # Here, where a library that cannot be read is told and no fault.
            workshop = context.library.workshop(session.id)
            house = house_of(organisation(context.library.catalogue()), context.library.bytes_of)
            moment = Moment(workshop, series, now, house, context.library.bytes_of)
            return export_everything(moment, path, job.report, job.cancelled)

        answers = Answers(
            failed=context.desk.refused.emit,
            done=self._on_written,
            stopped=self._on_stopped,
            ended=self._on_ended,
        )
        self._written, self._was_stopped = None, False
        self._job = context.jobs.start(self, work, answers)
        self._job.advanced.connect(self._on_advanced)
        self._show()
        # Large text leaves no room for it in sight; it has its place once Qt has laid it out.
        QTimer.singleShot(0, self, lambda: bring_into_sight(self))
        announce(self, tr("The folder is being written"))

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_written(self, path: Path) -> None:
        self._written = path
        self._show()
        # A reader would spell out all its folders.
        announce(self, self._context.words.tr(WRITTEN, path=path.name))

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

    def _on_open(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _show(self) -> None:
        running = self._job is not None
        if not running:
            self.progress.setRange(0, 1)
            self.progress.setValue(0)
        if not running and self.cancel.hasFocus():
            # It is about to go: the keyboard is on what comes next to it.
            self.focusPreviousChild()
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self._show_outcome()
        self.setVisible(running or not self.outcome.isHidden())

    def _show_outcome(self) -> None:
        tr = self._context.words.tr
        said = tr(WRITTEN, path=self._written.name) if self._written else ""
        if self._was_stopped:
            said = tr(STOPPED)
        self.open_folder.setVisible(self._written is not None)
        self.outcome.setVisible(bool(said))
        self.outcome.setText(said)
        self.outcome.setToolTip(tip(str(self._written)) if self._written else "")
