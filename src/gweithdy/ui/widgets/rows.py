"""A table of entities, edited in place: describe the columns, connect `given`, show rows.

table = RowsTable(context, (Column("owner", N_("Who is responsible")), …))
table.source.given.connect(self._on_given)      # id, field, value: make an Edit of it
table.show_rows(workshop.of(Action))
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text
from gweithdy.language.dates import plain_date
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox

Index = QModelIndex | QPersistentModelIndex

_EDIT = Qt.ItemDataRole.EditRole
_TICK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}

ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the entities.

    `labels` if it is a choice, or what yes and no mean if it is a tick, `span` (least, most) if
    it is a whole number, `shown` to show something else than the value (such a column is not
    edited unless `editable`), `width` the least width in pixels at 100 %, `stretch` its share of
    what is left.
    """

    field: str
    heading: str
    labels: Mapping[Any, str] | None = None
    span: tuple[int, int] | None = None
    shown: Callable[[Any, Words], str] | None = None
    editable: bool = True
    width: int = 100
    stretch: int = 0
    role: Callable[[Any], str] | None = None


class RowsModel(QAbstractTableModel):
    """`given` carries the id, the field and the value that a person gave."""

    given = Signal(str, str, object)

    def __init__(self, context: Context, columns: Sequence[Column]) -> None:
        super().__init__()
        self._words = context.words
        self._theme = context.theme
        self.columns = columns
        self.rows: list[Any] = []

    def show(self, rows: Sequence[Entity]) -> None:
        """Show `rows`; selection, scroll place and an open editor stay where they are."""
        wanted = {row.id for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        self._put_in_order([row.id for row in rows])
        for place, row in enumerate(rows):
            if place >= len(self.rows) or self.rows[place].id != row.id:
                self.beginInsertRows(QModelIndex(), place, place)
                self.rows.insert(place, row)
                self.endInsertRows()
            elif self.rows[place] != row:
                self.rows[place] = row
                self.row_changed(place)

    def row_changed(self, place: int) -> None:
        """Draw the row at `place` anew."""
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def retranslate(self) -> None:
        """Headings and labels in the language of now."""
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def row_of(self, id: Id) -> int:
        """The row that shows `id`; -1 if none does."""
        return next((place for place, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.tr(self.columns[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole):
            ticked = getattr(row, column.field)
            if isinstance(ticked, bool):
                return _TICK[ticked] if role == Qt.ItemDataRole.CheckStateRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.shown(column, row) or None
            case Qt.ItemDataRole.EditRole:
                return self._to_edit(getattr(row, column.field))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._words.tr(column.heading)}: {self.shown(column, row)}"
            case Qt.ItemDataRole.ForegroundRole if column.role:
                return self._theme.color(column.role(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._is_tick(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif index.isValid() and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        wanted = Qt.ItemDataRole.CheckStateRole if self._is_tick(index) else _EDIT
        if role != wanted:
            return False
        row, column = self.rows[index.row()], self.columns[index.column()]
        now = getattr(row, column.field)
        if isinstance(now, bool):
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif isinstance(now, Text):
            # The words on screen are the ones that change, in whichever language they are.
            value = now.having(now.best(self._words.language)[1], value)
        elif isinstance(now, StrEnum):
            value = type(now)(value)
        if value != now:
            self.given.emit(row.id, column.field, value)
        return True

    def shown(self, column: Column, row: Any) -> str:
        """What a cell says."""
        value = getattr(row, column.field)
        if column.shown:
            return column.shown(row, self._words)
        if column.labels:
            return self._words.tr(column.labels[value])
        if isinstance(value, date):
            return plain_date(value, self._words.language)
        return value.best(self._words.language)[0] if isinstance(value, Text) else str(value)

    def _is_tick(self, index: Index) -> bool:
        field = self.columns[index.column()].field
        return isinstance(getattr(self.rows[index.row()], field), bool)

    def _to_edit(self, value: Any) -> Any:
        return value.best(self._words.language)[0] if isinstance(value, Text) else value

    def _put_in_order(self, ids: list[Id]) -> None:
        place_of = {id: place for place, id in enumerate(ids)}
        ordered = sorted(self.rows, key=lambda row: place_of[row.id])
        if [row.id for row in ordered] == [row.id for row in self.rows]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        new_place = {row.id: place for place, row in enumerate(ordered)}
        after = [
            self.createIndex(new_place[self.rows[index.row()].id], index.column())
            for index in before
        ]
        self.rows = ordered
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class RowsTable(QTableView):
    """`moved` carries an id and by how many rows; the others are keys and the selection."""

    moved = Signal(str, int)
    delete_asked = Signal()
    add_asked = Signal()
    selected = Signal()

    def __init__(
        self, context: Context, columns: Sequence[Column], *, row_height: int = 36
    ) -> None:
        super().__init__()
        self._context = context
        self._row_height = row_height
        self.source = RowsModel(context, columns)
        self.setModel(self.source)
        self.setItemDelegate(RowsDelegate(self, context.words))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())
        context.theme.changed.connect(self.show_sizes)
        self.show_sizes()

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Show these entities; the first is selected if nothing was."""
        self.source.show(rows)
        if rows and not self.currentIndex().isValid():
            self.select(rows[0].id)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.source.retranslate()
        self.show_sizes()

    def show_sizes(self) -> None:
        """Widths and heights at the size of text of now; a heading is never cut."""
        px, header = self._context.theme.px, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        columns = self.source.columns
        widths = [
            0 if self.isColumnHidden(i) else max(px(c.width), header.sectionSizeHint(i))
            for i, c in enumerate(columns)
        ]
        left = max(0, self.viewport().width() - sum(widths))
        shares = sum(c.stretch for c, width in zip(columns, widths, strict=True) if width) or 1
        for place, column in enumerate(columns):
            if widths[place]:
                self.setColumnWidth(place, widths[place] + left * column.stretch // shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sizes()

    def current(self) -> Id:
        """The id of the current row, "" without one."""
        index = self.currentIndex()
        return self.source.rows[index.row()].id if index.isValid() else ""

    def select(self, id: Id) -> None:
        """Go to the row of `id`."""
        place = self.source.row_of(id)
        if place >= 0:
            index = self.source.index(place, max(0, self.currentIndex().column()))
            # Not setCurrentIndex: with Shift or Alt still held down it would select more.
            self.selectionModel().setCurrentIndex(index, ONE_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        alone = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and step:
            self.moved.emit(self.current(), step)
        elif alone and key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif alone and key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif alone and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The Enter that ends an edit comes here too.
            if index.isValid() and self.indexWidget(index) is None:
                self.edit(index)
        else:
            super().keyPressEvent(event)


class RowsDelegate(QStyledItemDelegate):
    """A drop-down list for choices, a spin box for whole numbers, a line for words."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        column = model.columns[index.column()]
        made: QWidget
        if column.labels:
            made = ChoiceBox(self._words, column.labels)
            made.setParent(parent)
            made.activated.connect(lambda _=0: self._done(made))
        elif column.span:
            made = QSpinBox(parent)
            made.setRange(*column.span)
        else:
            made = super().createEditor(parent, option, index)
        made.setAccessibleName(self._words.tr(column.heading))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            editor.showPopup()
        elif not editor.property("filled"):
            # Only once: what is half typed stays when the row changes underneath.
            editor.setProperty("filled", True)
            if isinstance(editor, QSpinBox):
                editor.setValue(index.data(Qt.ItemDataRole.EditRole))
                editor.selectAll()
            else:
                super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            index.model().setData(index, editor.value())
        elif isinstance(editor, QSpinBox):
            editor.interpretText()
            index.model().setData(index, editor.value())
        else:
            super().setModelData(editor, index.model(), index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
