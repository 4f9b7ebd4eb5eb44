"""The participants of a session as rows of a table, edited in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from gweithdy.domain.ids import Id
from gweithdy.domain.people import LANGUAGE_CHOICE_LABELS, MODE_LABELS, SECTOR_LABELS, Participant
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text
from gweithdy.language.words import Words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a participant; `labels` if it is a choice."""

    field: str
    heading: str
    labels: Mapping[Any, str] | None = None


COLUMNS = (
    Column("name", N_("Name or pseudonym")),
    Column("organisation", N_("Organisation")),
    Column("sector", N_("Sector"), SECTOR_LABELS),
    Column("mode", N_("Takes part"), MODE_LABELS),
    Column("table", N_("Table")),
    Column("language", N_("Language"), LANGUAGE_CHOICE_LABELS),
    Column("named", N_("May be named")),
)

_YES_NO = {True: N_("May be named"), False: N_("Not named")}


class PeopleModel(QAbstractTableModel):
    """`changed_by_hand` carries the id, the field and the value that a person gave."""

    changed_by_hand = Signal(str, str, object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.rows: list[Participant] = []

    def show(self, rows: Sequence[Participant]) -> None:
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
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def retranslate(self) -> None:
        """Headings and labels in the language of now."""
        last = len(COLUMNS) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def row_of(self, id: Id) -> int:
        """The row that shows `id`; -1 if none does."""
        return next((place for place, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.tr(COLUMNS[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person, column = self.rows[index.row()], COLUMNS[index.column()]
        value = getattr(person, column.field)
        if isinstance(value, bool):
            return self._consent(value, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(column, value)
            case Qt.ItemDataRole.ToolTipRole:
                return self._shown(column, value) or None
            case Qt.ItemDataRole.EditRole:
                return value if column.labels else self._shown(column, value)
            case Qt.ItemDataRole.AccessibleTextRole:
                heading = self._words.tr(column.heading)
                return f"{heading}: {self._shown(column, value)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if COLUMNS[index.column()].field == "named":
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        person, column = self.rows[index.row()], COLUMNS[index.column()]
        now = getattr(person, column.field)
        if column.field == "named" and role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole:
            return False
        elif isinstance(now, Text):
            # The words on screen are the ones that change, in whichever language they are.
            value = now.having(now.best(self._words.language)[1], value)
        elif isinstance(now, StrEnum):
            value = type(now)(value)
        if value != now:
            self.changed_by_hand.emit(person.id, column.field, value)
        return True

    def _shown(self, column: Column, value: Any) -> str:
        if column.labels:
            return self._words.tr(column.labels[value])
        return value.best(self._words.language)[0] if isinstance(value, Text) else str(value)

    def _consent(self, value: bool, role: int) -> Any:  # noqa: FBT001 - the value of the cell
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words.tr(_YES_NO[value])
        return None

    def _put_in_order(self, ids: list[Id]) -> None:
        """Bring the rows that are there into the order of `ids`."""
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
