"""Who got which version of the pack: a line that notes it, and a table edited in place."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.sending import MOST_VERSIONS, Sent
from gweithdy.edits import sending
from gweithdy.language.dates import plain_date, short_date
from gweithdy.language.words import Words
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.add_line import AddLine
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.rows import Column, RowsTable
from gweithdy.ui.widgets.tips import tip_with_keys


def _version(sent: Sent, _words: Words) -> str:
    return str(sent.version or "")


def _date(sent: Sent, words: Words) -> str:
    return short_date(sent.date, words.language) if sent.date else ""


COLUMNS = (
    Column("recipient", N_("Who got it"), width=90, stretch=1),
    Column("version", N_("Version"), span=(0, MOST_VERSIONS), shown=_version, width=64, firm=True),
    Column("date", N_("Date"), date=True, shown=_date, width=104, firm=True),
)


LEAST = 120
"""Pixels of height of the table: its heading and two rows."""


class SentList(QWidget):
    """What is typed is noted with the version that was exported last, the day, and its files."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._drafted: dict[Id, tuple[int, str]] = {}
        self._shown: Id = ""
        self.add_line = AddLine("plain")
        self.add_line.typed.connect(self._on_typed)
        self.noted_with = label("quiet", wrap=True)
        self.table = RowsTable(context, COLUMNS)
        self.table.source.given.connect(self._on_given)
        self.table.delete_asked.connect(self._on_remove)
        self.table.selected.connect(self._show_current)
        self.table.setMinimumHeight(LEAST)
        self.files_caption = label("field")
        self.files = OneLine(context)
        self.files.given.connect(lambda words: self._on_given(self._shown, "files", words))
        self.files_caption.setBuddy(self.files)
        self.remove = button("quiet")
        self.remove.clicked.connect(self._on_remove)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.files_caption)
        below.addWidget(self.files, 1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.add_line, self.noted_with):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self._context.words
        tr = words.tr
        self.add_line.say(tr("Who got the pack"), tr("Who got it?"), tr("Note"), words.language)
        self.files_caption.setText(tr("Files"))
        self.files.setAccessibleName(tr("Files"))
        self.files.retranslate()
        self.table.setAccessibleName(tr("Who got the pack"))
        self.table.retranslate()
        self.remove.setText(tr("Remove"))
        tip_with_keys(self.remove, words, tr("Remove"), "list.remove")
        self._show_noted_with()

    def show_all(self) -> None:
        """Show the rows of the open session."""
        workshop = self._context.desk.workshop
        if workshop:
            self.table.show_rows(workshop.of(Sent))
            self._show_noted_with()
            self._show_current()

    def went_out(self, session: Id, version: int, files: str) -> None:
        """What is noted from now on for this session: a draft with these files was made."""
        self._drafted[session] = (version, files)
        self._show_noted_with()

    def go_to(self, thing: Id) -> None:
        """Go to a row."""
        self.table.select(thing)

    def _noted_with(self) -> tuple[int, str]:
        """The version that was exported last, and the files of its draft."""
        workshop = self._context.desk.workshop
        if workshop is None:
            return 0, ""
        last = workshop.session.packs
        version, files = self._drafted.get(workshop.id, (last, ""))
        # Since the draft another version was made: nobody has said yet which files are of it.
        return (version, files) if version == last else (last, "")

    def _show_noted_with(self) -> None:
        words = self._context.words
        version, files = self._noted_with()
        parts = [words.tr("Version {version}", version=version)] if version else []
        parts += [plain_date(self._today(), words.language), *filter(None, [files])]
        self.noted_with.setText(words.tr("Noted with: {what}", what=" · ".join(parts)))
        self.add_line.box.setAccessibleDescription(self.noted_with.text())

    def _show_current(self) -> None:
        """What stands beneath the table is of its current row."""
        workshop = self._context.desk.workshop
        row = workshop.find(Sent, self.table.current()) if workshop else None
        for widget in (self.files_caption, self.files, self.remove):
            widget.setVisible(row is not None)
        if row:
            self._shown = row.id
            self.files.show_value(row.files, row.id)

    def _today(self) -> date:
        return self._context.desk.now().astimezone().date()

    def _on_typed(self, recipient: str) -> None:
        version, files = self._noted_with()
        day = self._today()
        made = alter(self._context.desk, lambda w: sending.note(w, recipient, version, day, files))
        if made:
            self.table.select(made.changes[0].id)
            self.add_line.clear()

    def _on_given(self, id: Id, field: str, value: Value, visit: Visit = NO_VISIT) -> None:
        alter(self._context.desk, lambda w: sending.change(w, id, **{field: value}), visit)

    def _on_remove(self) -> None:
        if id := self.table.current():
            alter(self._context.desk, lambda w: sending.remove(w, id))
