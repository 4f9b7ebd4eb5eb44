"""The question when a library does not open: what is wrong, its backups, and what can be done."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.thinning import SET_ASIDE, Backup
from gweithdy.storage.unusable import Missing
from gweithdy.ui import ask
from gweithdy.ui.backup_line import backup_line
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.still import CLICK_OR_TAB


class Way(Enum):
    """What the person wants done about it."""

    CLOSE = auto()
    AGAIN = auto()
    RESTORE = auto()
    ANEW = auto()


class Unopened(QDialog):
    """`way` is what the person chose, `backup` the file to go back to. Escape closes the program.

    Nothing has been changed yet, and an empty library is offered only where there is none.
    """

    def __init__(
        self, window: QWidget, context: Context, problem: Problem, backups: list[Backup]
    ) -> None:
        super().__init__(window)
        self._words = context.words
        self.way = Way.CLOSE
        self.backup = Path()
        self.setWindowTitle("gweithdy")
        tr = self._words.tr
        self.message = label("body", wrap=True)
        self.message.setText(self._words.problem(problem))
        self.message.setMinimumWidth(context.theme.px(560))
        self.backups = QListWidget()
        self.backups.setFocusPolicy(CLICK_OR_TAB)
        self.backups.setAccessibleName(tr("Backups"))
        self.backups.itemSelectionChanged.connect(self._show_enabled)
        for backup in backups:
            item = QListWidgetItem(backup_line(self._words, backup))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            self.backups.addItem(item)
        self.restore = button("primary")
        self.another, self.again, self.anew, self.close_ = (button() for _ in range(4))
        for made, text, wanted in (
            (self.restore, N_("Restore this backup"), self._on_restore),
            (self.another, N_("Another file…"), self._on_another),
            (self.again, N_("Try again"), self._choosing(Way.AGAIN)),
            (self.anew, N_("Begin an empty library"), self._choosing(Way.ANEW)),
            (self.close_, N_("Close"), self.reject),
        ):
            made.setText(tr(text))
            made.clicked.connect(wanted)
        self.anew.setVisible(isinstance(problem, Missing))
        self._lay_out(has_backups=bool(backups))
        # The newest copy is wanted nearly always; what was set aside may be what does not open.
        copies = (row for row, each in enumerate(backups) if each.reason not in SET_ASIDE)
        self.backups.setCurrentRow(next(copies, 0))
        self._show_enabled()
        (self.backups if backups else self.again).setFocus()

    def _lay_out(self, *, has_backups: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(self.message)
        caption = label("strong")
        caption.setText(self._words.tr("Backups"))
        back = QHBoxLayout()
        back.addWidget(self.restore)
        back.addWidget(self.another)
        back.addStretch()
        for each in (caption, self.backups):
            each.setVisible(has_backups)
            column.addWidget(each)
        column.addLayout(back)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self.anew)
        row.addStretch()
        row.addWidget(self.close_)
        column.addLayout(row)

    def _show_enabled(self) -> None:
        self.restore.setVisible(self.backups.count() > 0)
        self.restore.setEnabled(bool(self.backups.selectedItems()))

    def _choosing(self, way: Way) -> Callable[[], None]:
        def choose() -> None:
            self.way = way
            self.accept()

        return choose

    def _on_restore(self) -> None:
        self.backup = self.backups.currentItem().data(Qt.ItemDataRole.UserRole)
        self._choosing(Way.RESTORE)()

    def _on_another(self) -> None:
        tr = self._words.tr
        kinds = tr("Libraries and backups") + " (*.gwdy*)"
        if file := ask.file_to_open(self, tr("Go back to a backup"), kinds):
            self.backup = file
            self._choosing(Way.RESTORE)()
