"""What each column of a table says, for a person to correct."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gweithdy.exchange.incoming.tables import SAYS_LABELS, Says, Table, written
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.elided import Elided

SHOWN = 40
"""Letters of the first answer that stand below a heading."""


class ColumnsBox(ScrolledDown):
    """`changed` carries the table as it is by then, `headed` whether its first row is a heading."""

    changed = Signal(object)
    headed = Signal(bool)

    def __init__(self, context: Context) -> None:
        self._inside_box = QWidget()
        super().__init__(self._inside_box)
        self._context = context
        self._table: Table | None = None
        self.first_row = QCheckBox()
        self.first_row.setText(context.words.tr("The first row has headings"))
        self.first_row.clicked.connect(self.headed)
        self.boxes: list[ChoiceBox] = []
        self._column = QVBoxLayout(self._inside_box)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.first_row)
        self._column.addStretch()

    def show_table(self, table: Table, *, may_be_headed: bool) -> None:
        """Show the columns of another table."""
        self._table = table
        self.first_row.setVisible(may_be_headed)
        self.first_row.setChecked(any(table.headings))
        for made in self._inside_box.findChildren(QWidget, "column"):
            made.setParent(None)
            made.deleteLater()
        self.boxes = [self._made(place) for place in range(len(table.says))]

    def _made(self, place: int) -> ChoiceBox:
        assert self._table
        tr, table = self._context.words.tr, self._table
        name = table.headings[place] or tr("Column {number}", number=place + 1)
        cells = (written(row[place]) for row in table.rows if place < len(row))
        first = " ".join(next(filter(None, cells), "").split())
        caption = Elided("field")
        caption.say(f"{name} – {first[:SHOWN]}" if first else name)
        box = ChoiceBox(self._context.words, SAYS_LABELS)
        box.show_value(table.says[place])
        box.setAccessibleName(tr("What this column says: {name}", name=name))
        box.chosen.connect(lambda says: self._on_chosen(place, says))
        for made in (caption, box):
            made.setObjectName("column")
            self._column.insertWidget(self._column.count() - 1, made)
        return box

    def _on_chosen(self, place: int, says: Says) -> None:
        assert self._table
        self._table = self._table.saying(place, says)
        self.changed.emit(self._table)
