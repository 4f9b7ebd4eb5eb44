"""The sheet that shows what arrives before any of it becomes a card."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.arrived import known_marks, take_in
from gweithdy.exchange.incoming.arriving import Arriving
from gweithdy.exchange.incoming.messages import FORM_LABELS, LEFT_LABELS, Form, Left
from gweithdy.exchange.incoming.standing import Judged, Standing, judged, lines_of, source_of
from gweithdy.exchange.incoming.tables import Table
from gweithdy.ui.arriving.columns import ColumnsBox
from gweithdy.ui.arriving.place import PlaceBoxes
from gweithdy.ui.arriving.rows import ArrivingTable, Row, rows_of
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button, label

HAND_PICKED = N_(
    "A transcript holds all that was said: tick the lines that are to be cards (Space)."
)
NOTHING_YET = N_("Nothing has been imported yet. A line without a tick is left out (Space).")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a person wants of it: the edit, and the lane that has to be there still."""

    edit: Edit
    lane: Id


Read = tuple[Table | None, list[Judged], list[Row]]
"""The columns, if there are any, what is in it, and the rows that show it."""


class ArrivingSheet(QDialog):
    """`agreed` carries an `Agreed`; whoever writes it closes the sheet then.

    It begins with `lane`, and with `source` for a plain list: others say where they come from.
    """

    agreed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        arriving: Arriving,
        workshop: Workshop,
        lane: Id,
        source: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._arriving = arriving
        self._known = known_marks(workshop)
        self._source = source
        self._asked = 0
        self._columns: Table | None = None
        self._judged: list[Judged] = []
        forms = {fit.form: FORM_LABELS[fit.form] for fit in arriving.fits}
        self.form = ChoiceBox(context.words, forms)
        self.why = label("quiet", wrap=True)
        self.told = label("quiet", wrap=True)
        self.place = PlaceBoxes(context, workshop, lane)
        self.columns = ColumnsBox(context)
        self.table = ArrivingTable(context)
        self.names = QCheckBox()
        self.again = QCheckBox()
        self.counts = label("body", wrap=True)
        self.add = button("primary")
        self.leave = button()
        self._lay_out(parent)
        self._connect()
        self._read_anew()

    def _connect(self) -> None:
        self.form.chosen.connect(self._read_anew)
        self.columns.changed.connect(self._read)
        self.columns.headed.connect(lambda headed: self._read(None, headed=headed))
        self.table.ticked.connect(self._show_counts)
        self.names.toggled.connect(self._show_names)
        self.again.toggled.connect(lambda taken: self.table.known_too(taken=taken))
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        self._context.desk.refused.connect(self._on_refused)

    def chosen_form(self) -> Form:
        """What it is read as."""
        return Form(self.form.value())

    def _read_anew(self) -> None:
        form, tr = self.chosen_form(), self._context.words.tr
        fit = next(each for each in self._arriving.fits if each.form is form)
        said = " ".join(tr(reason.message, **reason.values) for reason in fit.reasons)
        self.why.setText(said or tr("It does not look like this; it is tried."))
        self.told.setText(tr(HAND_PICKED if form is Form.TRANSCRIPT else NOTHING_YET))
        own = self._source if form is Form.LINES else ""
        self.place.source.show_source(own or source_of(form), "")
        self._read(None)

    def _read(self, table: Table | None, *, headed: bool | None = None) -> None:
        """Read it in a thread: a large file takes a while. Only the last answer counts."""
        self._asked += 1
        asked, form, arriving, known = self._asked, self.chosen_form(), self._arriving, self._known

        def work(_job: Job) -> Read:
            columns = table or arriving.as_table(form, headed=headed)
            found = judged(arriving.messages(form, columns), known)
            # Of a transcript nothing is taken unless it is picked.
            return columns, found, rows_of(found, taken=form is not Form.TRANSCRIPT)

        def show(found: Read) -> None:
            if asked == self._asked:
                self._show_read(*found, is_same_table=table is not None)

        def failed(problem: Problem) -> None:
            if asked == self._asked:
                self._show_read(None, [], [], is_same_table=False)
                self.counts.setText(self._context.words.problem(problem))

        self.add.setEnabled(False)
        self._context.jobs.start(self, work, Answers(failed=failed, done=show))

    def _show_read(
        self, table: Table | None, found: list[Judged], rows: list[Row], *, is_same_table: bool
    ) -> None:
        self._judged = found
        self.columns.setVisible(table is not None)
        if table and not is_same_table:
            may_be_headed = self.chosen_form() is Form.TABLE
            self.columns.show_table(table, may_be_headed=may_be_headed)
        self.table.show_rows(rows)
        known = sum(each.standing is Standing.KNOWN for each in found)
        words = self._context.words
        self.again.setChecked(False)
        self.again.setVisible(bool(known))
        self.again.setText(words.tr("Also those that are there already: {count}", count=known))
        self.names.setVisible(any(row.author for row in rows))
        self._show_names()
        self._show_counts()

    def _show_names(self) -> None:
        self.table.show_names(shown=self._keeps_names())

    def _keeps_names(self) -> bool:
        return not self.names.isHidden() and self.names.isChecked()

    def _show_counts(self) -> None:
        words, tr = self._context.words, self._context.words.tr
        counts = Counter(each.standing for each in self._judged)
        told = tr("New: {new}. Already there: {known}. Left out: {left}.",
                  new=counts[Standing.NEW], known=counts[Standing.KNOWN],
                  left=counts[Standing.LEFT])  # fmt: skip
        reasons = Counter(each.left for each in self._judged if each.left)
        left = [f"{tr(LEFT_LABELS[each])}: {reasons[each]}" for each in Left if reasons[each]]
        self.counts.setText(" ".join(filter(None, (told, " · ".join(left)))))
        n = len(self.table.taken())
        self.add.setText(words.ntr("Import {n} card", "Import {n} cards", n))
        self.add.setEnabled(bool(n))

    def _on_add(self) -> None:
        """The edit is made in a thread, from a copy: thousands of cards take a while."""
        workshop = self._context.desk.workshop
        if workshop is None:
            return
        self.place.source.commit()
        some, named, place = self.table.taken(), self._keeps_names(), self.place
        language, form, now = self._context.words.language, self.chosen_form(), workshop.copy()
        lane, kinds, source = place.lane_id(), place.chosen_kinds(), place.source.source()
        self.add.setEnabled(False)

        def work(_job: Job) -> Agreed:
            lines = lines_of(some, language, named=named)
            return Agreed(take_in(now, lines, lane, kinds, source, form, utc_now()), lane)

        self._context.jobs.start(
            self, work, Answers(failed=self._context.desk.refused.emit, done=self.agreed.emit)
        )

    def _on_refused(self, problem: Problem) -> None:
        """Told here too: the sheet lies over the words in the window. It stays as it was set."""
        self.counts.setText(self._context.words.problem(problem))
        self.add.setEnabled(bool(self.table.taken()))
        self.add.setFocus()

    def _lay_out(self, parent: QWidget) -> None:
        tr, px = self._context.words.tr, self._context.theme.px
        name = self._arriving.name
        title = tr("Cards from a file: {name}", name=name) if name else tr("What was pasted")
        self.setWindowTitle(title)
        self.form.call(tr("What it is"))
        self.names.setText(tr("Keep who wrote each"))
        self.leave.setText(tr("Import nothing"))
        self.table.setAccessibleName(tr("What would become cards"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.form)
        top.addWidget(self.why, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.columns)
        middle.addWidget(self.table, 1)
        self.columns.setFixedWidth(px(250))
        self.columns.hide()
        ticks = QHBoxLayout()
        ticks.setSpacing(24)
        ticks.addWidget(self.names)
        ticks.addWidget(self.again)
        ticks.addStretch()
        last = QHBoxLayout()
        last.addWidget(self.counts, 1)
        last.addWidget(self.leave)
        last.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.place)
        column.addLayout(middle, 1)
        column.addLayout(ticks)
        column.addLayout(last)
        room = parent.window().size()
        self.resize(min(px(1000), room.width() - 48), min(px(620), room.height() - 48))
        # Qt would take the first one that is laid out, and Enter on a choice would import nothing.
        self.add.setDefault(True)
        self.table.setFocus()
