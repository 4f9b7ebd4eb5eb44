"""Where the library is, its backups, and whether it is sound."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from gweithdy.domain.problem import N_
from gweithdy.storage.check import Finding
from gweithdy.storage.thinning import Backup
from gweithdy.ui import ask
from gweithdy.ui.backup_line import backup_line
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job, Work
from gweithdy.ui.preferences.outcome import OutcomeLine
from gweithdy.ui.preferences.section import Section
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.wrapping_row import WrappingRow

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class LibrarySection(Section):
    """`restore_asked` carries the backup that is to take the place of the library.

    `elsewhere_asked` when the person wants the library saved in another place too.
    """

    restore_asked = Signal(Path)
    elsewhere_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self.path = label("copied", wrap=True)
        self.path.setTextInteractionFlags(SELECTABLE)
        self.path.setFocusPolicy(CLICK_OR_TAB)
        self.open_folder = button()
        self.check = button()
        self._caption = label("strong")
        self.backups = QListWidget()
        self.backups.setFocusPolicy(CLICK_OR_TAB)
        self.backups.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.backups.setMinimumHeight(context.theme.px(120))
        self.back_up = button()
        self._pressed = self.check
        self.restore = button()
        self.elsewhere = button()
        self.outcome = OutcomeLine(context.words)
        self._lay_out()
        self.open_folder.clicked.connect(self._on_open_folder)
        self.check.clicked.connect(self._on_check)
        self.back_up.clicked.connect(self._on_back_up)
        self.restore.clicked.connect(self._on_restore)
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.backups.currentItemChanged.connect(self._show_enabled)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.heading.setText(tr("The library"))
        self.path.setText(str(self._context.library.path))
        self.path.setAccessibleName(tr("Where the library is: {path}", path=self.path.text()))
        self.open_folder.setText(tr("Open the folder"))
        self.check.setText(tr("Check the library"))
        self._caption.setText(tr("Backups"))
        self.backups.setAccessibleName(tr("Backups"))
        self.back_up.setText(tr("Back up now"))
        self.restore.setText(tr("Restore this backup…"))
        self.elsewhere.setText(tr("Save the library elsewhere…"))
        self.outcome.retranslate()

    def show_values(self) -> None:
        """Show the backups there are, newest first."""
        chosen = self._chosen()
        self.backups.clear()
        for backup in self._context.library.backups():
            item = QListWidgetItem(backup_line(self._words, backup))
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.backups.addItem(item)
            if backup == chosen:
                self.backups.setCurrentItem(item)
        self._show_enabled()

    def _lay_out(self) -> None:
        self.body.addWidget(self.path)
        self.body.addWidget(WrappingRow((self.open_folder, self.check, self.elsewhere)))
        self.body.addSpacing(8)
        self.body.addWidget(self._caption)
        self.body.addWidget(self.backups, 1)
        self.body.addWidget(WrappingRow((self.back_up, self.restore)))
        self.body.addWidget(self.outcome)

    def _chosen(self) -> Backup | None:
        if self.backups.currentRow() < 0:
            return None
        item = self.backups.currentItem()
        backup: Backup = item.data(Qt.ItemDataRole.UserRole)
        return backup

    def _show_enabled(self) -> None:
        self.restore.setEnabled(self._chosen() is not None)

    def _on_open_folder(self) -> None:
        folder = self._context.library.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_check(self) -> None:
        library = self._context.library

        def work(job: Job) -> list[Finding]:
            return library.check(job.report, job.cancelled)

        self._start(
            self.check,
            N_("Checking the library…"),
            work,
            Answers(
                failed=self._context.desk.refused.emit,
                done=self._on_checked,
                stopped=lambda: self.outcome.say("quiet", N_("The check was stopped.")),
                ended=self._on_ended,
            ),
        )

    def _on_checked(self, findings: list[Finding]) -> None:
        if findings:
            self.outcome.say("over", findings[0].message, **findings[0].values)
        else:
            self.outcome.say("good", N_("✓ The library is sound."))

    def _on_back_up(self) -> None:
        library = self._context.library

        def work(job: Job) -> Path | None:
            return library.back_up("asked", job.cancelled)

        self._start(
            self.back_up,
            N_("Making a backup…"),
            work,
            Answers(
                failed=self._context.desk.refused.emit,
                done=self._on_backed_up,
                stopped=lambda: self.outcome.say("quiet", N_("The backup was stopped.")),
                ended=self._on_ended,
            ),
        )

    def _on_backed_up(self, path: Path) -> None:
        beside = path.relative_to(self._context.library.path.parent)
        self.outcome.say("good", N_("✓ The backup was written: {path}"), path=beside)
        self.show_values()

    def _on_restore(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        tr = self._words.tr
        if ask.decide(
            self,
            tr("Go back to this backup? {when}", when=backup_line(self._words, backup)),
            tr(
                "Every session goes back to how it was then. The library as it is now is kept "
                "in the same folder and stands in the list of backups."
            ),
            tr("Restore this backup"),
            tr("Leave as it is"),
        ):
            self.restore_asked.emit(backup.path)

    def _start(self, pressed: QPushButton, doing: str, work: Work, answers: Answers) -> None:
        self._pressed = pressed
        self.outcome.say("quiet", doing)
        self.outcome.follow(self._context.jobs.start(self, work, answers))
        # The keyboard would go on to the list, away from what is going on.
        if pressed.hasFocus():
            self.outcome.stop.setFocus()
        self.check.setEnabled(False)
        self.back_up.setEnabled(False)

    def _on_ended(self) -> None:
        self.check.setEnabled(True)
        self.back_up.setEnabled(True)
        if self.outcome.stop.hasFocus():
            self._pressed.setFocus()
        self.outcome.rest()
