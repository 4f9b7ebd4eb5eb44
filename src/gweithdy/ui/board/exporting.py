"""The board as a file: where it goes, off the thread of the screen, with progress and Cancel."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import stop_if
from gweithdy.domain.text import Language
from gweithdy.exchange.file_names import name_of_session, plain_name
from gweithdy.folder.board_file import Wanted, board_file
from gweithdy.language.local_time import in_wales
from gweithdy.pack.options import PackOptions
from gweithdy.pack.title import told_session
from gweithdy.ui import exports
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.widgets.labels import button, label
from gweithdy.whole_file import check_ending, write_file

KINDS = {
    ".xlsx": N_("Excel workbook"),
    ".csv": N_("List for a spreadsheet"),
    ".md": N_("Text with headings"),
    ".svg": N_("Drawing of the whole board"),
    ".png": N_("Picture of the whole board"),
}


class BoardExport(QWidget):
    """Hidden until something is exported; then the progress with Cancel, and where it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self._written: Path | None = None
        self.outcome = label("quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.cancel, self.close_line = button("plain"), button("quiet")
        self.cancel.clicked.connect(self._on_cancel)
        self.close_line.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.close_line)
        self.hide()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.cancel.setText(tr("Cancel"))
        self.close_line.setText(tr("Close"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        if self._written:
            self.outcome.setText(tr("Written: {path}", path=self._written.name))

    def export(self, board: Id) -> None:
        """Ask for a place, and write the board there as it is now."""
        context, tr = self._context, self._context.words.tr
        workshop = context.desk.workshop
        if workshop is None:
            return
        if self._job:
            told = Problem(N_("The board is being written. Wait for it, or stop it with Cancel."))
            context.desk.refused.emit(told)
            return
        language = Language(context.words.language)
        found = workshop.find(Board, board)
        title = plain_name(found.title.best(language)[0] if found else "", "board")
        # Nothing in its name that a pack keeps back.
        session = told_session(workshop, PackOptions())
        name = f"{name_of_session(session, language, 'gweithdy')}-{title}.xlsx"
        kinds = ";;".join(f"{tr(about)} (*{ending})" for ending, about in KINDS.items())
        path = exports.ask_file(self, context, tr("Export the board"), name, kinds)
        if path is None:
            return
        wanted = Wanted(workshop.copy(), in_wales(context.desk.now()).date(), language, board)

        def work(job: Job) -> Path:
            check_ending(path, tuple(KINDS))
            data = board_file(wanted, path.suffix.lower(), job.cancelled)
            stop_if(job.cancelled)
            write_file(path, data)
            return path

        answers = Answers(
            failed=context.desk.refused.emit,
            done=self._on_written,
            stopped=self._on_stopped,
            ended=self._on_ended,
        )
        self._written = None
        self._job = context.jobs.start(self, work, answers)
        self._show()
        announce(self, tr("The board is being written"))

    def _on_written(self, path: Path) -> None:
        self._written = path
        self.outcome.setText(self._context.words.tr("Written: {path}", path=path.name))
        announce(self, self.outcome.text())

    def _on_stopped(self) -> None:
        said = self._context.words.tr(N_("The export was stopped. Nothing was written."))
        self.outcome.setText(said)
        announce(self, said)

    def _on_ended(self) -> None:
        self._job = None
        self._show()

    def _on_cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _show(self) -> None:
        running = self._job is not None
        if running:
            self.outcome.clear()
        elif self.cancel.hasFocus():
            # It is about to go: the keyboard is on what comes next to it.
            self.focusPreviousChild()
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.outcome.setVisible(not running)
        self.close_line.setVisible(not running)
        self.setVisible(running or bool(self.outcome.text()))
