"""A table of entities, edited in place: describe the columns, connect `given`, show rows.

table = RowsTable(context, (Column("owner", N_("Who is responsible")), …))
table.source.given.connect(self._on_given)      # id, field, value: make an Edit of it
table.show_rows(workshop.of(Action))
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from math import ceil

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.unmoved import rows_unmoved
from gweithdy.ui.widgets.half_typed import is_unsaved, stays_open
from gweithdy.ui.widgets.rows_delegate import RowsDelegate
from gweithdy.ui.widgets.rows_model import Column, RowsModel
from gweithdy.ui.widgets.still import CLICK_OR_TAB

__all__ = ["Column", "RowsDelegate", "RowsModel", "RowsTable"]

STEP = 16
"""Pixels by which a key makes a column narrower or wider."""

ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RowsTable(QTableView):
    """`moved` carries an id and by how many rows; the others are keys and the selection."""

    moved = Signal(str, int)
    delete_asked = Signal()
    selected = Signal()

    def __init__(
        self,
        context: Context,
        columns: Sequence[Column],
        *,
        row_height: int = 36,
        source: RowsModel | None = None,
    ) -> None:
        super().__init__()
        # Before there is a model: Qt makes what a screen reader sees with the first rows.
        cells_speak(self)
        self._context = context
        self._row_height = row_height
        self.source = source or RowsModel(context, columns)
        self.source.refused.connect(context.desk.refused)
        self.setModel(self.source)
        self.setItemDelegate(RowsDelegate(self, context.words))
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())
        context.theme.changed.connect(self.show_sizes)
        self.show_sizes()

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Show these entities; the first is selected if nothing was."""
        with self.unmoved():
            self.source.show(rows)
        if rows and not self.currentIndex().isValid():
            self.select(rows[0].id)

    def unmoved(self) -> AbstractContextManager[None]:
        """While other rows are shown, what is in sight stays where it is."""

        def id_of(index: QModelIndex) -> Id:
            return str(self.source.rows[index.row()].id)

        def index_of(id: Id) -> QModelIndex:
            return self.source.index(self.source.row_of(id), 0)

        return rows_unmoved(self, id_of, index_of)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.source.retranslate()
        self.show_sizes()

    def show_sizes(self) -> None:
        """Widths and heights at the size of text of now.

        No heading is cut where there is room. Where there is not, what is beneath the headings
        gives way first, then all of it, and the tooltips say what is cut: a table is never wider
        than its window.
        """
        px, header = self._context.theme.px, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        columns = self.source.columns
        hidden = [self.isColumnHidden(place) for place in range(len(columns))]
        shown = [place for place in range(len(columns)) if not hidden[place]]
        widths = {
            place: max(px(columns[place].width), header.sectionSizeHint(place)) for place in shown
        }
        left = self.viewport().width() - sum(widths.values())
        if left > 0:
            shares = sum(columns[place].stretch for place in shown) or 1
            for place in shown:
                widths[place] += left * columns[place].stretch // shares
        else:
            loose = [place for place in shown if not columns[place].firm]
            half = {place: width // 2 for place, width in widths.items()}
            heading = {place: max(half[place], header.sectionSizeHint(place)) for place in shown}
            for places, least in ((loose, heading), (loose, half), (shown, half)):
                too_much = sum(widths.values()) - self.viewport().width()
                _give_way(widths, places, least, too_much)
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sizes()

    def current(self) -> Id:
        """The id of the current row, "" without one."""
        index = self.currentIndex()
        return self.source.rows[index.row()].id if index.isValid() else ""

    def chosen(self) -> list[Id]:
        """The ids of the selected rows, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.source.rows[place].id for place in places]

    def select(self, id: Id) -> None:
        """Go to the row of `id`."""
        place = self.source.row_of(id)
        if place >= 0:
            index = self.source.index(place, max(0, self.currentIndex().column()))
            # Not setCurrentIndex: with Shift or Alt still held down it would select more.
            self.selectionModel().setCurrentIndex(index, ONE_ROW)

    def reveal(self, ids: Collection[Id]) -> bool:
        """Choose the first row of `ids`, in sight; whether there is one."""
        found = next((row.id for row in self.source.rows if row.id in ids), "")
        self.select(found)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "list", "table")
        match id:
            case "list.move":
                self.moved.emit(self.current(), (-1, 1)[place])
            case "list.remove":
                self.delete_asked.emit()
            case "table.width":
                widen_column(self.horizontalHeader(), self.currentIndex(), (-STEP, STEP)[place])
            case "list.edit":
                self._edit_current()
            case _:
                super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell that can be written in, past those that cannot.

        What the disk refused, or what means nothing, stays in its cell until it is mended or Esc.
        """
        hints = QAbstractItemDelegate.EndEditHint
        if stays_open(self, editor, hint):
            return
        if hint not in (hints.EditNextItem, hints.EditPreviousItem):
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, hints.NoHint)
        following = self._to_write_in(1 if hint is hints.EditNextItem else -1)
        if following.isValid():
            self.selectionModel().setCurrentIndex(following, ONE_ROW)
            self.edit(following)

    def _to_write_in(self, step: int) -> QModelIndex:
        """The next cell in the direction of `step` that takes words or a choice."""
        source, now = self.source, self.currentIndex()
        across = len(source.columns)
        place = now.row() * across + now.column() + step
        while 0 <= place < across * len(source.rows):
            index = source.index(*divmod(place, across))
            if not self.isColumnHidden(index.column()) and (
                index.flags() & Qt.ItemFlag.ItemIsEditable
            ):
                return index
            place += step
        return QModelIndex()

    def _edit_current(self) -> None:
        index = self.currentIndex()
        editors = self.viewport().findChildren(QWidget)
        waiting = next((each for each in editors if is_unsaved(each)), None)
        if waiting is not None:
            # Only one cell at a time can be written in: first the one that is not kept yet.
            waiting.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        # The Enter that ends an edit comes here too.
        if index.flags() & Qt.ItemFlag.ItemIsEditable and self.indexWidget(index) is None:
            self.edit(index)


def pick_row(view: QAbstractItemView) -> None:
    """Select the current row besides the others, or no longer."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(view.currentIndex(), flags.Toggle | flags.Rows)


def widen_column(header: QHeaderView, index: QModelIndex, by: int) -> None:
    """Make the column of `index` wider by so many pixels, as with the mouse on its heading."""
    if index.isValid():
        width = header.sectionSize(index.column()) + by
        header.resizeSection(index.column(), max(header.minimumSectionSize(), width))


def _give_way(
    widths: dict[int, int], places: Sequence[int], least: Mapping[int, int], too_much: int
) -> None:
    """Take `too_much` pixels off these columns, of each by what it has above its least width."""
    spare = {place: max(0, widths[place] - least[place]) for place in places}
    whole = sum(spare.values())
    for place, has in spare.items():
        if too_much > 0 and whole:
            widths[place] -= min(has, ceil(has * too_much / whole))
