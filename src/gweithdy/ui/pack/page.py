"""The Pack page: what is missing, what to print, the pages as they will be, and the export."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Taken
from gweithdy.edits.pack import exported
from gweithdy.pack.contents import Outcome, outcome
from gweithdy.pack.gaps import gaps
from gweithdy.pack.kept_back import Choice, Found
from gweithdy.pack.letters import Boxed
from gweithdy.pack.plain import plain_hints
from gweithdy.pack.reading import Readable
from gweithdy.pack.writing import boxes, readable, write
from gweithdy.ui import ask
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.pack.findings import FindingList, Findings, Key
from gweithdy.ui.pack.options import OptionsPanel
from gweithdy.ui.pack.preview import Preview
from gweithdy.ui.page import Page
from gweithdy.ui.scrolling import Scrolling
from gweithdy.ui.widgets.labels import button, label, panel
from gweithdy.ui.widgets.one_of import OneOf

REDRAW_AFTER = 400
"""Milliseconds after the last change until the preview is drawn anew."""

Drawn = tuple[Id, tuple[Found, ...], tuple[Boxed, ...], Readable]
"""What came of a drawing: of which session, what was found in it, and its pages."""


class PackPage(Page):
    """Left what to decide, right the pages."""

    titled = QSize(0, 560)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._preview_job: Job | None = None
        self._export_job: Job | None = None
        self._exported: Path | None = None
        self._exporting: Id = ""
        self._was_stopped = False
        self._choices: dict[Id, dict[Key, Choice]] = {}
        self._shown: Id = ""
        self._found: tuple[Found, ...] = ()
        self._boxed: tuple[Boxed, ...] = ()
        self.options = OptionsPanel(context)
        self.options.changed.connect(self.show_all)
        self.look, self.choose = button("switch"), button("switch")
        self.views = QStackedWidget()
        self.findings = FindingList(self.words)
        self.findings.asked.connect(self._go_to)
        self.findings.list_asked.connect(lambda: self.asked_for.emit("translation"))
        self.findings.chosen.connect(self._on_chosen)
        self.preview = Preview(context, self)
        self.export = button("primary")
        self.export.clicked.connect(self._on_export)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = button("plain")
        self.cancel.clicked.connect(self._on_cancel)
        self.outcome = label("quiet", wrap=True)
        self.open_pack = button("plain")
        self.open_pack.clicked.connect(self._on_open)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_AFTER)
        self._redraw.timeout.connect(self._draw)
        context.theme.changed.connect(self._show_width)
        self._lay_out()
        self._show_exporting(running=False)
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Outcome pack"))
        self.look.setText(tr("Before it goes out"))
        self.choose.setText(tr("What to print"))
        self._show_width()
        self.options.retranslate()
        self.export.setText(tr("Export the pack"))
        self.cancel.setText(tr("Cancel"))
        self.open_pack.setText(tr("Open the pack"))
        self.preview.retranslate()
        self.bound.retranslate()
        self.progress.setAccessibleName(tr("Progress of the export"))
        self._show_outcome()

    def first(self) -> QWidget | None:
        return self.preview.first()

    def show_all(self) -> None:
        if self.workshop:
            if self._shown != self.workshop.id:
                self._shown, self._found, self._boxed = self.workshop.id, (), ()
            self._show_findings()
            self._redraw.start()

    def show_changes(self, taken: Taken) -> None:
        self.show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_narrow()

    def _show_narrow(self) -> None:
        """The pages can be smaller; words that lead somewhere cannot be cut."""
        self.preview.set_narrow(self.room().width() < self.theme.px(760))

    def _show_width(self) -> None:
        """At least both views by name; the long name of a file may not push the pages aside."""
        views = sum(made.sizeHint().width() for made in (self.look, self.choose))
        self._side.setMinimumWidth(max(300, views))
        self._side.setMaximumWidth(max(self.theme.px(420), views))
        self._show_narrow()

    def _lay_out(self) -> None:
        self._side = side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._switch())
        column.addWidget(self.views, 1)
        column.addWidget(self.outcome)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.export, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.open_pack)
        column.addLayout(row)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(side, 2)
        across.addWidget(self.preview, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 12)
        whole.setSpacing(8)
        whole.addWidget(self.title)
        whole.addLayout(across, 1)

    def _switch(self) -> QHBoxLayout:
        """What to look at before the pack goes out, or what it is to be; one at a time."""
        row = QHBoxLayout()
        row.setSpacing(0)
        group = OneOf(self)
        for made, view in ((self.look, self.findings), (self.choose, self.options)):
            sheet = panel()
            inside = QVBoxLayout(sheet)
            inside.setContentsMargins(16, 16, 16, 16)
            inside.addWidget(view, 1)
            place = self.views.addWidget(sheet if view is self.findings else Scrolling(sheet))
            group.take(made, place)
            row.addWidget(made)
        row.addStretch()
        group.chosen.connect(self.views.setCurrentIndex)
        group.show(self.views.currentIndex())
        return row

    def _show_findings(self) -> None:
        if self.workshop:
            language = self.options.options().language
            lacking, plain = gaps(self.workshop, language), plain_hints(self.workshop, language)
            found = Findings(self._found, self._boxed, lacking, len(plain))
            self.findings.show_findings(found, self._choices.get(self.workshop.id, {}))

    def _made(self) -> Callable[[], Outcome] | None:
        """What makes the pack of now, in whichever thread."""
        if not self.workshop:
            return None
        choices = dict(self._choices.get(self.workshop.id, {}))

        def choose(found: Found) -> Choice:
            return choices.get(found.key, Choice.MARK)

        options = replace(self.options.options(), choose=choose)
        today = self.desk.now().astimezone().date()
        return partial(outcome, self.workshop.copy(), options, today)

    def _draw(self) -> None:
        if self._preview_job is not None:
            # One at a time; what changed meanwhile is drawn right after.
            self._redraw.start()
            return
        make = self._made()
        if make is None:
            return
        session = self._shown

        def work(job: Job) -> Drawn:
            made = make()
            pack = readable(made.document, job.cancelled)
            return session, made.found, tuple(boxes(made.document)), pack

        answers = Answers(
            failed=self.desk.refused.emit,
            done=self._on_drawn,
            ended=self._on_preview_ended,
        )
        self._preview_job = self.context.jobs.start(self, work, answers)

    def _on_drawn(self, drawn: Drawn) -> None:
        session, found, boxed, pack = drawn
        # Another session may have been opened meanwhile; its pages come next.
        if session == self._shown:
            self._found, self._boxed = found, boxed
            self._show_findings()
            self.preview.show_pack(pack)

    def _on_chosen(self, keys: list[Key], choice: Choice) -> None:
        self._choices.setdefault(self._shown, {}).update(dict.fromkeys(keys, choice))
        self.show_all()

    def _on_preview_ended(self) -> None:
        self._preview_job = None

    def _on_export(self) -> None:
        if self._export_job:
            self.desk.refused.emit(
                Problem(N_("The pack is being written. Wait for it, or stop it with Cancel."))
            )
            return
        make = self._made()
        if make is None or self.workshop is None:
            return
        path = ask.file_to_write(
            self,
            self.words.tr("Export the pack"),
            self._suggested_path(),
            self._kinds(),
        )
        if path is None:
            return
        self.context.settings.put("export_folder", str(path.parent))

        def work(job: Job) -> Path:
            write(make().document, path, job.report, job.cancelled)
            return path

        self._exported = None
        self._was_stopped = False
        self._exporting = self.workshop.id
        answers = Answers(
            failed=self.desk.refused.emit,
            done=self._on_exported,
            stopped=self._on_export_stopped,
            ended=self._on_export_ended,
        )
        self._export_job = self.context.jobs.start(self, work, answers)
        self._export_job.advanced.connect(self._on_advanced)
        self._show_exporting(running=True)
        announce(self, self.words.tr("The pack is being written"))

    def _suggested_path(self) -> Path:
        assert self.workshop
        session = self.workshop.session
        title = session.title.best(self.words.language)[0] or self.words.tr("Outcome pack")
        kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
        name = "-".join(kept.split()).lower()[:60]
        day = f"{session.date.isoformat()}-" if session.date else ""
        folder = self.context.settings.get("export_folder") or str(Path.home())
        return Path(folder) / f"{day}{name}.pdf"

    def _kinds(self) -> str:
        """The kinds of file that a pack can be, for the dialog."""
        tr = self.words.tr
        named = {
            ".pdf": tr("PDF documents"),
            ".html": tr("Web pages, for any screen"),
            ".docx": tr("Word documents, to edit"),
        }
        return ";;".join(f"{name} (*{ending})" for ending, name in named.items())

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_exported(self, path: Path) -> None:
        self._exported = path
        # Also of a session that was put back meanwhile: no two packs have the same version.
        session = self.desk.catalogue.find(Session, self._exporting)
        if session:
            self.desk.do(exported(session))
        self._show_outcome()
        # A reader would spell out all its folders.
        announce(self, self.words.tr(N_("The pack was written: {path}"), path=path.name))

    def _on_export_stopped(self) -> None:
        self._was_stopped = True
        self._show_outcome()
        announce(self, self.outcome.text())

    def _on_export_ended(self) -> None:
        self._export_job = None
        self._show_exporting(running=False)

    def _on_cancel(self) -> None:
        if self._export_job:
            self._export_job.cancel()

    def _on_open(self) -> None:
        if self._exported:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported)))

    def _show_exporting(self, *, running: bool) -> None:
        self.progress.setRange(0, 1)
        self.progress.setValue(0)
        self.progress.setVisible(running)
        if self.cancel.hasFocus():
            # It is about to go: the keyboard is back where the export was begun.
            self.export.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel.setVisible(running)
        self._show_outcome()

    def _show_outcome(self) -> None:
        said = ""
        if self._exported:
            said = self.words.tr(N_("The pack was written: {path}"), path=self._exported)
        elif self._was_stopped:
            said = self.words.tr("The export was stopped. No file was written.")
        self.open_pack.setVisible(self._exported is not None)
        self.outcome.setVisible(bool(said))
        self.outcome.setText(said)

    def _go_to(self, noun: str, id: Id, path: str) -> None:
        self.thing_asked.emit(self._shown, NOUNS[noun].noun.page, id, path)
