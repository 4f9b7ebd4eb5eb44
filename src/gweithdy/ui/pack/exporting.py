"""The export: what must be asked, and the writing with progress and Cancel."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.pack.gaps import Gap
from gweithdy.pack.title import told_session
from gweithdy.pack.writing import write_all
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job, Work
from gweithdy.ui.pack.consent import Consent, ask_consent
from gweithdy.ui.pack.counting import Counting
from gweithdy.ui.pack.forms import Forms
from gweithdy.ui.pack.making import Making
from gweithdy.ui.pack.place import ask_place
from gweithdy.ui.pack.written import Written
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.wrapping_row import WrappingRow


class Exporting(QWidget):
    """One export at a time, of the pack that `making` gives.

    `written` is what came of it. `translation_asked`: to the texts that lack a language.
    """

    translation_asked = Signal()

    def __init__(self, context: Context, making: Callable[[], Making | None]) -> None:
        super().__init__()
        self._context, self._making = context, making
        self._desk, self._words = context.desk, context.words
        self._job: Job | None = None
        self._is_writing = False
        self._counting = Counting(context.desk)
        self.begin, self.cancel = button("primary"), button("plain")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.written = Written(self, context)
        self.begin.clicked.connect(self._on_begin)
        self.cancel.clicked.connect(self._on_cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.written.outcome, self.progress):
            column.addWidget(each)
        after = (self.written.open_pack, self.written.mail)
        column.addWidget(WrappingRow((self.begin, self.cancel, *after)))
        self._show_running(running=False)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.begin.setText(tr("Export the pack"))
        self.cancel.setText(tr("Cancel"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self.written.retranslate()

    def _on_begin(self) -> None:
        if self._is_writing:
            self._desk.refused.emit(
                Problem(N_("The pack is being written. Wait for it, or stop it with Cancel."))
            )
        if self._job:
            return
        making = self._making()
        if making is None:
            return
        self.written.begin()
        if making.options.draft:
            self._go_on(making)
            return

        def answered(gaps: list[Gap]) -> None:
            if looking.cancelled():
                # Cancel was pressed when they had just been found: nothing is written all the same.
                self._on_stopped()
            else:
                self._ask(making, gaps)

        # A long session takes a moment, and nothing may stand still meanwhile.
        looking = self._start(lambda _: making.gaps(), answered)

    def _ask(self, making: Making, gaps: Sequence[Gap]) -> None:
        """Texts without a language go out only if somebody says so."""
        match ask_consent(self, self._words, gaps):
            case Consent.GIVEN:
                self._go_on(making)
            case Consent.TRANSLATE:
                self.translation_asked.emit()

    def _go_on(self, making: Making) -> None:
        path = ask_place(self, self._context, making)
        if path is None:
            return

        forms = self._counting.forms

        def work(job: Job) -> tuple[Forms | None, tuple[Path, ...]]:
            same = forms if forms and forms.take(making, path) else None
            documents = (same.making if same else making).documents(path)
            write_all(documents, job.report, job.cancelled)
            return same, tuple(documents)

        def done(written: tuple[Forms | None, tuple[Path, ...]]) -> None:
            self._on_written(making, *written)

        self.written.forget()
        if not self._counting.begin(making):
            return
        self._is_writing = True
        self._start(work, done)
        announce(self, self._words.tr("The pack is being written"))

    def _start(self, work: Work, done: Callable[..., None]) -> Job:
        answers = Answers(
            failed=self._on_failed,
            done=done,
            stopped=self._on_stopped,
            ended=self._on_ended,
        )
        self._job = self._context.jobs.start(self, work, answers)
        self._job.advanced.connect(self._on_advanced)
        self._show_running(running=True)
        return self._job

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_written(self, making: Making, same: Forms | None, files: tuple[Path, ...]) -> None:
        # Also of a session that was put back meanwhile: no two packs have the same version.
        session = self._desk.catalogue.find(Session, making.workshop.id)
        told = told_session(making.workshop, making.options) if session else None
        to_mail = self._counting.end(making, files, same)
        self.written.show_files(files, to_mail, told, self._counting.version)

    def _on_failed(self, problem: Problem) -> None:
        self._counting.take_back()
        self._desk.refused.emit(problem)

    def _on_stopped(self) -> None:
        self._counting.take_back()
        self.written.show_stopped()

    def _on_ended(self) -> None:
        self._job, self._is_writing = None, False
        self._show_running(running=False)

    def _on_cancel(self) -> None:
        if self._job:
            self._job.cancel()

    def _show_running(self, *, running: bool) -> None:
        self.progress.setRange(0, 1)
        self.progress.setValue(0)
        self.progress.setVisible(running)
        if self.cancel.hasFocus():
            # It is about to go: the keyboard is back where the export was begun.
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.setVisible(running)
