"""The quotes, or the parking lot: a list edited in place, with details at the side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStackedLayout,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.edits import quotes
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.board.kept_columns import PARKED_COLUMNS, QUOTE_COLUMNS
from gweithdy.ui.board.made_of import told_of
from gweithdy.ui.board.parked_foot import ParkedFoot
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.labels import label, panel
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.rows import Column, RowsDelegate, RowsTable
from gweithdy.ui.widgets.side_pane import SidePane

_CALLED = {Quote: N_("Words of the quote"), Parked: N_("Words in the parking lot")}
"""What the boxes are called to who cannot see where they are."""

NARROW = 880
"""Pixels at 100 % below which the details lie over the list: beside them it had a word a line."""

MARGINS = 24
"""Pixels left and right of the words of a cell."""


class KeptPane(QWidget):
    """`capture_asked` asks for the box in which words are written."""

    capture_asked = Signal()

    def __init__(self, context: Context, noun: type[Quote] | type[Parked]) -> None:
        super().__init__()
        self._context = context
        self._noun = noun
        self._id: Id = ""
        columns = QUOTE_COLUMNS if noun is Quote else PARKED_COLUMNS
        self.table = KeptTable(context, columns)
        self.empty = EmptyState(context.theme, "message-square-quote" if noun is Quote else "clock")
        self.text = BilingualField(context, "text", lines=4, beside=False)
        self.text.set_label(_CALLED[noun], seen=False)
        self.speaker = OneLine(context)
        self.speaker.setMaxLength(200)
        self.named = QCheckBox()
        self._caption = label("field")
        self._consent = label("quiet", wrap=True)
        self._came = label("quiet", wrap=True)
        self.foot = ParkedFoot(context, self.table)
        self._details = panel()
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        if self._noun is Quote:
            self.table.setAccessibleName(tr("Quotes"))
            self.empty.say(
                tr("Words worth keeping as they were said go here: choose Quote in the box below."),
                tr("Write a quote"),
            )
        else:
            self.table.setAccessibleName(tr("Parking lot"))
            self.empty.say(
                tr("What cannot be settled today waits here: choose Parking lot in the box below."),
                tr("Write it down"),
            )
        self._caption.setText(tr("Said by"))
        self.speaker.setAccessibleName(tr("Said by"))
        self.speaker.setPlaceholderText(tr("A name, or for example: a nurse"))
        self.named.setText(tr("May be named in the pack"))
        self._consent.setText(tr("Without consent the pack prints the quote and no name."))
        self.text.retranslate()
        self.table.retranslate()
        self.foot.retranslate()
        self.around.retranslate(tr("Details"))

    def go_to(self, id: Id) -> None:
        """Make a line current, and put the keyboard there."""
        self.table.select(id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self) -> None:
        """Show what the desk holds; what is chosen stays chosen."""
        workshop = self._context.desk.workshop
        rows = workshop.of(self._noun) if workshop else []
        self._stack.setCurrentIndex(1 if rows else 0)
        self.table.show_rows(rows)
        self.table.hide_empty()
        self.foot.show_state(workshop)
        self._show_details()

    def _show_details(self) -> None:
        workshop, id = self._context.desk.workshop, self.table.current()
        found = workshop.find(self._noun, id) if workshop and id else None
        self.around.fill(found is not None)
        if found is None:
            return
        if found.id != self._id:
            self.text.commit()
            self.speaker.commit()
            self._id = found.id
        self.text.show_text(found.text, found.id)
        self._came.setText(told_of(workshop, found, self._context.words) if workshop else "")
        if isinstance(found, Quote):
            self.speaker.show_value(found.speaker, found.id)
            self.named.setChecked(found.named)

    def _change(self, id: Id, field: str, value: Value, visit: Visit = NO_VISIT) -> None:
        alter(
            self._context.desk,
            lambda workshop: quotes.change(workshop, self._noun, id, **{field: value}),
            visit,
        )

    def _remove(self) -> None:
        ids = self.table.chosen()
        if ids:
            alter(self._context.desk, lambda workshop: quotes.remove(workshop, self._noun, ids))

    def _move(self, id: Id, by: int) -> None:
        place = self.table.source.row_of(id) + by
        if id and 0 <= place < len(self.table.source.rows):
            alter(self._context.desk, lambda workshop: quotes.move(workshop, self._noun, id, place))

    def _connect(self) -> None:
        self.table.source.given.connect(self._change)
        self.table.selected.connect(self._show_details)
        self.table.delete_asked.connect(self._remove)
        self.table.moved.connect(self._move)
        self.empty.asked.connect(self.capture_asked)
        self.text.committed.connect(
            lambda text: self._change(self._id, "text", text, self.text.visit)
        )
        self.speaker.given.connect(lambda who: self._change(self._id, "speaker", who))
        self.named.clicked.connect(lambda on: self._change(self._id, "named", bool(on)))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(self.text)
        if self._noun is Quote:
            self._caption.setBuddy(self.speaker)
            for part in (self._caption, self.speaker, self.named, self._consent):
                inside.addWidget(part)
        inside.addWidget(self._came)
        inside.addStretch()
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        left = QWidget()
        self.around = SidePane(
            self._context, left, ScrolledDown(self._details), least=NARROW, sizes=(830, 290)
        )
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        column.addLayout(below)
        below.addWidget(self.foot, 1)
        self.foot.setVisible(self._noun is Parked)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        below.addWidget(self.around.opener, alignment=corner)
        holder = QWidget()
        holder.setLayout(self._stack)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.around)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder)


class KeptTable(RowsTable):
    """Several can be selected; long words wrap, and their rows are as high as they need."""

    def __init__(self, context: Context, columns: Sequence[Column]) -> None:
        super().__init__(context, columns)
        self.setItemDelegate(WrappingDelegate(self, context.words))
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)

    def hide_empty(self) -> None:
        """Leave out where nobody knows where anything was said: the words have that room."""
        for place, column in enumerate(self.source.columns):
            if column.field == "source":
                nowhere = not any(row.source for row in self.source.rows)
                if nowhere != self.isColumnHidden(place):
                    self.setColumnHidden(place, nowhere)
                    self.show_sizes()

    def show_sizes(self) -> None:
        super().show_sizes()
        # Qt does not ask again how high wrapped words are in a narrower column.
        self.resizeRowsToContents()


class WrappingDelegate(RowsDelegate):
    """Asks for as many lines as words need between the margins of a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Qt counts the lines over the whole width and then draws them with the style's margins.
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -MARGINS, 0)
        return super().sizeHint(narrower, index)
