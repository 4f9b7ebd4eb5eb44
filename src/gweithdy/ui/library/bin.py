"""The bin of the library: deleted sessions, each to be restored or to go for good."""

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import restore_session
from gweithdy.language.dates import plain_date
from gweithdy.language.words import Words
from gweithdy.ui import ask
from gweithdy.ui.attempt import attempt
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.rows import Column, RowsTable


class Bin(QWidget):
    """`left` when the person goes back."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self._since: dict[Id, datetime | None] = {}
        self.sentence = label("quiet", wrap=True)
        self.table = RowsTable(
            context,
            (
                Column("title", N_("Title"), shown=_title, editable=False, width=260, stretch=2),
                Column("date", N_("Date"), date=True, editable=False, width=170),
                # The field is only where the cell hangs: the log knows the day.
                Column("status", N_("Deleted on"), shown=self._day, editable=False, width=170),
            ),
        )
        self.restore = button("primary")
        self.erase = button("danger")
        self.empty = button("danger")
        self.restore.clicked.connect(self._on_restore)
        self.erase.clicked.connect(self._on_erase)
        self.empty.clicked.connect(self._on_empty)
        self.table.selected.connect(self._show_enabled)
        self.table.delete_asked.connect(self._on_erase)
        self._lay_out()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.sentence.setText(
            tr("Deleted sessions stay here for at least 30 days, with everything in them.")
        )
        self.table.setAccessibleName(tr("Bin"))
        self.table.retranslate()
        self.restore.setText(tr("Restore"))
        self.erase.setText(tr("Delete for good…"))
        self.empty.setText(tr("Empty the bin…"))

    def show_all(self) -> None:
        """Show what is in the bin, the newest first."""
        deleted = {
            each.id: each
            for each in self._context.desk.catalogue.everything()
            if isinstance(each, Session) and each.deleted
        }
        self._since = {id: at for id, at in self._binned().items() if id in deleted}
        there = sorted(self._since, key=lambda id: str(self._since[id] or ""), reverse=True)
        self.table.show_rows([deleted[id] for id in there])
        self._show_enabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.leave"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _binned(self) -> dict[Id, datetime | None]:
        try:
            return self._context.library.binned()
        except Problem as problem:
            self._context.desk.refused.emit(problem)
            return {}

    def _show_enabled(self) -> None:
        there = bool(self.table.current())
        actions = (self.restore, self.erase, self.empty)
        if not there and any(made.hasFocus() for made in actions):
            # A button that goes grey hands the keyboard to the rail.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        for made in actions:
            made.setEnabled(there)

    def _on_restore(self) -> None:
        id, desk = self.table.current(), self._context.desk
        if id:
            attempt(desk, lambda: restore_session(desk.catalogue.get(Session, id)))

    def _on_erase(self) -> None:
        id, tr = self.table.current(), self._words.tr
        if not id:
            return
        title = _title(self._context.desk.catalogue.get(Session, id), self._words)
        question = tr("Delete this session for good: {title}", title=title)
        self._ask(question, tr("Delete for good"), [id])

    def _on_empty(self) -> None:
        ids, words = list(self._since), self._words
        question = words.ntr(
            "Delete {n} session in the bin for good?",
            "Delete {n} sessions in the bin for good?",
            len(ids),
        )
        self._ask(question, words.tr("Empty the bin"), ids)

    def _ask(self, question: str, verb: str, ids: Collection[Id]) -> None:
        tr = self._words.tr
        detail = tr("This cannot be undone. Earlier backups keep a copy until they are removed.")
        if ask.decide(self, question, detail, verb, tr("Leave as it is")):
            self._erase(ids)

    def _erase(self, ids: Collection[Id]) -> None:
        library = self._context.library

        def work(_job: Job) -> list[Id]:
            return library.erase(ids)

        desk = self._context.desk
        answers = Answers(failed=desk.refused.emit, done=desk.forget)
        self._context.jobs.start(self, work, answers)

    def _day(self, session: Session, words: Words) -> str:
        at = self._since.get(session.id)
        return plain_date(at.astimezone().date(), words.language) if at else ""

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.restore)
        buttons.addStretch()
        buttons.addWidget(self.erase)
        buttons.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)


def _title(session: Session, words: Words) -> str:
    return session.title.best(words.language)[0] or words.tr("Untitled")
