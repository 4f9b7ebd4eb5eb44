"""The Pack page: what is missing, what to print, the pages as they will be, and the export."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Taken
from gweithdy.edits.pack import exported
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.gaps import Gap, gaps
from gweithdy.pack.writing import write, written
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.pack.gaps import GapList
from gweithdy.ui.pack.options import OptionsPanel
from gweithdy.ui.pack.preview import Preview, drawn_pages
from gweithdy.ui.page import Page
from gweithdy.ui.widgets.labels import button, label, panel

REDRAW_AFTER = 400
"""Milliseconds after the last change until the preview is drawn anew."""


class PackPage(Page):
    """Left what to decide, right the pages."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._preview_job: Job | None = None
        self._export_job: Job | None = None
        self._exported: Path | None = None
        self._exporting: Id = ""
        self._was_stopped = False
        self.title = label("title")
        self.options = OptionsPanel(self.words)
        self.options.changed.connect(self.show_all)
        self._gap_caption = label("strong")
        self.gaps = GapList(self.words, self.theme)
        self.gaps.items.itemActivated.connect(self._go_to_gap)
        self.gaps.items.itemClicked.connect(self._go_to_gap)
        self.preview = Preview(self.words, self.theme)
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
        self._lay_out()
        self._show_exporting(running=False)
        self.retranslate()

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Outcome pack"))
        self._gap_caption.setText(tr("Before it goes out"))
        self.options.retranslate()
        self.export.setText(tr("Export the pack"))
        self.cancel.setText(tr("Cancel"))
        self.open_pack.setText(tr("Open the pack"))
        self.preview.setAccessibleName(tr("Preview"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self._show_outcome()

    def show_all(self) -> None:
        if self.workshop:
            self.gaps.show_gaps(gaps(self.workshop, self.options.options().language))
            self._redraw.start()

    def show_changes(self, taken: Taken) -> None:
        self.show_all()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMinimumWidth(300)
        side.setMaximumWidth(self.theme.px(420))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        decide = panel()
        inside = QVBoxLayout(decide)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.options)
        column.addWidget(decide)
        missing = panel()
        inside = QVBoxLayout(missing)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self._gap_caption)
        inside.addWidget(self.gaps, 1)
        column.addWidget(missing, 1)
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
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.title)
        whole.addLayout(across, 1)

    def _document(self, options: PackOptions) -> Document | None:
        if not self.workshop:
            return None
        today = self.desk.now().astimezone().date()
        return outcome_pack(self.workshop.copy(), options, today)

    def _draw(self) -> None:
        if self._preview_job is not None:
            # One at a time; what changed meanwhile is drawn right after.
            self._redraw.start()
            return
        document = self._document(self.options.options())
        if document is None:
            return
        width = self.preview.page_width()

        def work(job: Job) -> list[QImage]:
            return drawn_pages(written(document, cancelled=job.cancelled), width)

        answers = Answers(
            failed=self.desk.refused.emit,
            done=self.preview.show_pages,
            ended=self._on_preview_ended,
        )
        self._preview_job = self.context.jobs.start(self, work, answers)

    def _on_preview_ended(self) -> None:
        self._preview_job = None

    def _on_export(self) -> None:
        document = self._document(self.options.options())
        if document is None or self.workshop is None:
            return
        path = ask.file_to_write(
            self,
            self.words.tr("Export the pack"),
            self._suggested_path(),
            self.words.tr("PDF documents") + " (*.pdf)",
        )
        if path is None:
            return
        self.context.settings.put("export_folder", str(path.parent))

        def work(job: Job) -> Path:
            write(document, path, job.report, job.cancelled)
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

    def _suggested_path(self) -> Path:
        assert self.workshop
        session = self.workshop.session
        title = session.title.best(self.words.language)[0] or self.words.tr("Outcome pack")
        kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
        name = "-".join(kept.split()).lower()[:60]
        day = f"{session.date.isoformat()}-" if session.date else ""
        folder = self.context.settings.get("export_folder") or str(Path.home())
        return Path(folder) / f"{day}{name}.pdf"

    def _on_advanced(self, step: int, steps: int) -> None:
        self.progress.setRange(0, steps)
        self.progress.setValue(step)

    def _on_exported(self, path: Path) -> None:
        self._exported = path
        if self.workshop and self.workshop.id == self._exporting:
            self.desk.do(exported(self.workshop))
        self._show_outcome()

    def _on_export_stopped(self) -> None:
        self._was_stopped = True
        self._show_outcome()

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
        self.progress.setRange(0, 0)
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.export.setEnabled(not running)
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

    def _go_to_gap(self, item: QListWidgetItem) -> None:
        gap: Gap = item.data(Qt.ItemDataRole.UserRole)
        assert self.workshop
        page, field = NOUNS[gap.noun].noun.page, f"{gap.field}.{gap.lacking}"
        self.thing_asked.emit(self.workshop.id, page, gap.id, field)
