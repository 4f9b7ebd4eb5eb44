"""The quotes or the parking lot as a table model, edited in place."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_NAMES = {"cy": "Cymraeg", "en": "English"}
_ROOT = QModelIndex()

COLUMNS: dict[type[Quote] | type[Parked], tuple[str, ...]] = {
    Quote: (N_("Text"), N_("Language"), N_("Said by"), N_("May be named")),
    Parked: (N_("Text"), N_("Language")),
}


class KeptModel(QAbstractTableModel):
    """`edited` carries the id, the field and the value that a person gave in a cell."""

    edited = Signal(str, str, object)

    def __init__(self, context: Context, noun: type[Quote] | type[Parked]) -> None:
        super().__init__()
        self._context = context
        self._noun = noun
        self.rows: list[Quote | Parked] = []

    def show_rows(self) -> None:
        """Show the rows of the desk; only what differs is touched."""
        workshop = self._context.desk.workshop
        rows: list[Quote | Parked] = list(workshop.of(self._noun)) if workshop else []
        if [row.id for row in rows] == [row.id for row in self.rows]:
            changed = [i for i, row in enumerate(rows) if row is not self.rows[i]]
            self.rows = rows
            for i in changed:
                self.dataChanged.emit(self.index(i, 0), self.index(i, self.columnCount() - 1))
            return
        self._drop_gone(rows)
        if len(rows) > len(self.rows) and rows[: len(self.rows)] == self.rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        elif rows != self.rows:
            self.layoutAboutToBeChanged.emit()
            old = self.persistentIndexList()
            ids = [self.rows[index.row()].id for index in old]
            self.rows = rows
            places = {row.id: i for i, row in enumerate(rows)}
            new = [
                self.index(places[id], index.column()) for id, index in zip(ids, old, strict=True)
            ]
            self.changePersistentIndexList(old, new)
            self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        if self.rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1)
            )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def row_of(self, id: Id) -> int:
        """The row of `id`; -1 if it is not there."""
        return next((i for i, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS[self._noun])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Role.DisplayRole)
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._context.words.tr(COLUMNS[self._noun][section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() in (0, 2):
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == 3:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = int(Role.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Role.CheckStateRole and column == 3 and isinstance(row, Quote):
            return Qt.CheckState.Checked if row.named else Qt.CheckState.Unchecked
        if role in (Role.DisplayRole, Role.EditRole):
            return self._shown(row, column)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole) and column != 3:
            return self._shown(row, column)
        if role == Role.AccessibleTextRole:
            return self._context.words.tr(COLUMNS[self._noun][column])
        return None

    def setData(self, index: Index, value: Any, role: int = int(Role.EditRole)) -> bool:
        row, column = self.rows[index.row()], index.column()
        if role == Role.CheckStateRole and column == 3:
            self.edited.emit(row.id, "named", Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Role.EditRole or str(value).strip() == self._shown(row, column).strip():
            return False
        if column == 0:
            _, language = self._best(row)
            self.edited.emit(row.id, "text", row.text.having(language, str(value)))
        else:
            self.edited.emit(row.id, "speaker", str(value).strip())
        return True

    def _drop_gone(self, rows: list[Quote | Parked]) -> None:
        here = {row.id for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].id not in here:
                self.beginRemoveRows(QModelIndex(), place, place)
                self.rows = self.rows[:place] + self.rows[place + 1 :]
                self.endRemoveRows()

    def _best(self, row: Quote | Parked) -> tuple[str, str]:
        # A quote is shown in the language in which it was said.
        language = self._context.words.language
        words, shown_in = row.text.best(row.text.original or language)
        if self._noun is Parked:
            words, shown_in = row.text.best(language)
        return words, str(shown_in)

    def _shown(self, row: Quote | Parked, column: int) -> str:
        words, language = self._best(row)
        if column == 0:
            return words
        if column == 1:
            return _NAMES[language]
        return row.speaker if column == 2 and isinstance(row, Quote) else ""
