"""The sessions of the library as rows, each series first and then what belongs to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import STATUS_LABELS, Series, Session
from gweithdy.domain.text import Language
from gweithdy.domain.workshop import Catalogue
from gweithdy.language.dates import long_date, short_date
from gweithdy.language.sorting import sort_key
from gweithdy.language.words import Words
from gweithdy.ui.access.cells import spoken_cell
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.words_editor import ID

COLUMNS = (N_("Title"), N_("Date"), N_("Status"), N_("Place"))
TITLE, DATE, STATUS, PLACE = range(len(COLUMNS))

DRAGGED = "application/x-gweithdy-session"
"""The kind of data that a pulled row carries: the id of a session."""

INDENT = 18
"""Pixels at 100 % by which a session stands to the right of its series."""

LOOSE = Series(id="")
"""Stands for the heading of the sessions that belong to no series."""


class LibraryModel(QAbstractTableModel):
    """`moved` carries a session that was dragged, and the series it was let go on, "" for none."""

    moved = Signal(object, str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self._theme = theme
        self.rows: list[Series | Session] = []
        self._is_brief = False

    def be_brief(self, brief: bool) -> None:  # noqa: FBT001 - a yes or no is the whole matter
        """Write dates short, where a long one would take the room of the titles."""
        if brief == self._is_brief:
            return
        self._is_brief = brief
        if self.rows:
            last = len(self.rows) - 1
            self.dataChanged.emit(self.index(0, DATE), self.index(last, DATE))

    def show(self, catalogue: Catalogue) -> None:
        """Take the rows of `catalogue`; rows that stay keep their place in the view."""
        rows = arranged(catalogue, self._words.language)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, PLACE))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def retranslate(self) -> None:
        """Headings in the language of now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PLACE)

    def row_of(self, id: Id) -> int:
        """The row that shows `id`; -1 if none does."""
        return next((n for n, row in enumerate(self.rows) if row.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_heading = orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return self._words.tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._shown(row, index.column()) or None
            case Qt.ItemDataRole.EditRole if index.column() == TITLE:
                return row.title.best(self._words.language)[0]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
            case Qt.ItemDataRole.FontRole if isinstance(row, Series):
                return self._theme.font(weight=QFont.Weight.DemiBold)
            case Qt.ItemDataRole.DecorationRole if index.column() == TITLE:
                return self._icon(row)
            case _ if role == ID:
                return row.id
            case _ if role == LANGUAGE:
                return self._language(row, index.column())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            # Below the last row is no series.
            return Qt.ItemFlag.ItemIsDropEnabled
        if index.column() != TITLE and isinstance(self.rows[index.row()], Series):
            # A heading is one cell, however wide: nothing stands to the right of it.
            return Qt.ItemFlag.NoItemFlags
        flags |= Qt.ItemFlag.ItemIsDropEnabled
        if isinstance(self.rows[index.row()], Session):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if index.column() == TITLE and self.rows[index.row()] is not LOOSE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(DRAGGED, self.rows[indexes[0].row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        place = self.row_of(bytes(data.data(DRAGGED).data()).decode())
        onto = self.rows[parent.row()] if parent.isValid() else LOOSE
        series = onto.series if isinstance(onto, Session) else onto.id
        self.moved.emit(self.rows[place], series)
        # The row is shown elsewhere once that is on disk; the view itself moves nothing.
        return False

    def _icon(self, row: Series | Session) -> QIcon | None:
        if isinstance(row, Series):
            return self._theme.icon("library", "quiet")
        if not any(isinstance(each, Series) for each in self.rows):
            return None
        # Nothing in the place of a symbol: sessions stand to the right of their series.
        size = self._theme.px(INDENT)
        empty = QPixmap(size, size)
        empty.fill(Qt.GlobalColor.transparent)
        return QIcon(empty)

    def _shown(self, row: Series | Session, column: int) -> str:
        words = self._words
        if column == TITLE:
            if row is LOOSE:
                return words.tr("Without a series")
            return row.title.best(words.language)[0] or words.tr("Untitled")
        if isinstance(row, Series):
            return ""
        if column == DATE:
            as_words = short_date if self._is_brief else long_date
            return as_words(row.date, words.language) if row.date else ""
        if column == STATUS:
            return words.tr(STATUS_LABELS[row.status])
        return row.place.best(words.language)[0]

    def _language(self, row: Series | Session, column: int) -> Language | None:
        if column == TITLE:
            return row.title.spoken(self._words.language)
        if column == PLACE and isinstance(row, Session):
            return row.place.spoken(self._words.language)
        return None

    def _spoken(self, row: Series | Session, column: int) -> str:
        shown = self._shown(row, column)
        if column == TITLE and isinstance(row, Series):
            return self._words.tr(N_("Series: {title}"), title=shown)
        if column == TITLE or isinstance(row, Series):
            return shown
        return spoken_cell(self._words, COLUMNS[column], shown)


def arranged(catalogue: Catalogue, language: str) -> list[Series | Session]:
    """Series by title; in each its sessions by date and title; loose sessions at the end."""

    def title(entity: Series | Session) -> Any:
        return sort_key(entity.title.best(language)[0], language)

    series = sorted(catalogue.of(Series), key=title)
    known = {one.id for one in series}
    sessions = sorted(catalogue.of(Session), key=lambda s: (s.date or date.max, title(s)))
    rows: list[Series | Session] = []
    for one in series:
        rows.append(one)
        rows += [s for s in sessions if s.series == one.id]
    loose = [s for s in sessions if s.series not in known]
    if loose and series:
        rows.append(LOOSE)
    rows += loose
    return rows
