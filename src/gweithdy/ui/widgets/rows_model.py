"""The model of a table of entities: one row an entity, one column a field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language, Text, Typed
from gweithdy.language.dates import plain_date
from gweithdy.language.words import Words
from gweithdy.ui.access.cells import spoken_cell
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.attempt import NO_VISIT, Visit
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.tips import tip

_EDIT = Qt.ItemDataRole.EditRole
_TICK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the entities.

    labels    what the choices are called, or what yes and no mean of a tick
    span      the least and the most of a whole number
    date      whether it is a day, or none
    shown     what a cell says, where that is not the value
    spoken    what a reader says instead, where that has signs in it
    read      what typed words mean, where they are not the value
    language  in which a text is shown and typed, where that is not the language of the screen
    role      the colour of the words
    width     the least width in pixels at 100 %; `stretch` is its share of what is left
    firm      in a narrow table it keeps its width while the others give way
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
    date: bool = False
    read: Callable[[str, Words], Any] | None = None
    language: Callable[[Any, Words], str] | None = None
    firm: bool = False
    spoken: Callable[[Any, Words], str] | None = None

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers end in one line, under their heading."""
        side = Qt.AlignmentFlag.AlignRight if self.span else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """`given` carries the id, the field, the value that a person gave, and the `Visit`.

    `refused` carries a Problem.
    """

    given = Signal(str, str, object, object)
    refused = Signal(object)

    def __init__(self, context: Context, columns: Sequence[Column]) -> None:
        super().__init__()
        self.context = context
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
        # A screen reader may ask for any column.
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            match role:
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                    return self._words.tr(self.columns[section].heading)
                case Qt.ItemDataRole.TextAlignmentRole:
                    return self.columns[section].alignment
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole):
            ticked = getattr(row, column.field)
            if isinstance(ticked, bool):
                return _TICK[ticked] if role == Qt.ItemDataRole.CheckStateRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(column, row) or None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.shown(column, row)) or None
            case Qt.ItemDataRole.EditRole:
                return self._to_edit(column, row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.AccessibleTextRole:
                spoken = column.spoken
                said = spoken(row, self._words) if spoken else self.shown(column, row)
                return spoken_cell(self._words, column.heading, said)
            case Qt.ItemDataRole.ForegroundRole if column.role:
                return self._theme.color(column.role(row))
            case _ if role == LANGUAGE:
                value = getattr(row, column.field)
                is_text = isinstance(value, Text)
                return value.spoken(self._language(column, row)) if is_text else None
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
        self.give(index, value)
        return True

    def give(
        self,
        index: Index,
        value: Any,
        language: Language | None = None,
        visit: Visit = NO_VISIT,
    ) -> None:
        """Tell what a person gave a cell; words are in `language`, else in that which is shown."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        now = getattr(row, column.field)
        if isinstance(now, bool):
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif column.read:
            value = column.read(value, self._words)
        elif isinstance(now, Text):
            value = Typed(language or self.language_at(index), value)
        elif isinstance(now, StrEnum):
            value = type(now)(value)
        if value != now and not (isinstance(value, Typed) and value.applied(now) == now):
            self.given.emit(row.id, column.field, value, visit)

    def language_at(self, index: Index) -> Language:
        """The language of the words on screen: the other one, where this one is missing."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        now = getattr(row, column.field)
        return now.best(self._language(column, row))[1] if isinstance(now, Text) else Language.CY

    @property
    def seen(self) -> int:
        """The position in the log that is on screen."""
        return self.context.desk.seen

    def shown(self, column: Column, row: Any) -> str:
        """What a cell says."""
        value = getattr(row, column.field)
        if column.shown:
            return column.shown(row, self._words)
        if column.labels:
            return self._words.tr(column.labels[value])
        if column.date:
            return plain_date(value, self._words.language) if value else ""
        return str(self._plain(column, row))

    def _is_tick(self, index: Index) -> bool:
        field = self.columns[index.column()].field
        return isinstance(getattr(self.rows[index.row()], field), bool)

    def _to_edit(self, column: Column, row: Any) -> Any:
        if column.read:
            return self.shown(column, row)
        return self._plain(column, row)

    def _plain(self, column: Column, row: Any) -> Any:
        value = getattr(row, column.field)
        return value.best(self._language(column, row))[0] if isinstance(value, Text) else value

    def _language(self, column: Column, row: Any) -> str:
        return column.language(row, self._words) if column.language else self._words.language

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
