"""The model of the grid: a row for each theme and card, a column for each source."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.tallies import most_on_one
from gweithdy.domain.text import Text
from gweithdy.language.sources import source_name
from gweithdy.language.tally_entry import write_marks
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.board.voting.tallies import Cell, Tallies
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.tips import tip

OVER = "▲ "
"""Before a number that is more than the people of a source can have given."""

_ROLES = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
        LANGUAGE,
    )
)
"""What a cell answers; Qt asks for more, of every cell that it draws."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridModel(QAbstractTableModel):
    """`given` carries a target, a source and what a person typed for it.

    What a cell says is asked for when it is drawn: thousands are not.
    """

    given = Signal(str, str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._words = context.words
        self.tallies = Tallies()
        self.sources: list[str] = []
        self.things: list[Theme | Card] = []
        self._rows: dict[Id, int] = {}

    def show(
        self, tallies: Tallies, sources: Sequence[str], contents: Sequence[LaneContents]
    ) -> None:
        """Show the themes and cards of `contents` that are voted on, a theme before its cards."""
        things = list(_things(tallies, contents))
        is_same = [each.id for each in things] == list(self._rows) and self.sources == [*sources]
        if is_same and (tallies.rates, tallies.hidden) == (self.tallies.rates, self.tallies.hidden):
            # The same cells: what is typed in one of them stays open.
            self.tallies, self.things = tallies, things
            self.redraw()
            return
        self.beginResetModel()
        self.tallies, self.sources, self.things = tallies, list(sources), things
        self._rows = {each.id: row for row, each in enumerate(things)}
        self.endResetModel()

    def redraw(self, ids: Collection[Id] | None = None) -> None:
        """Draw the rows of `ids` anew, or all."""
        last = self.columnCount() - 1
        if ids is None and self.things:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.things) - 1, last))
        for id in ids or ():
            row = self._rows.get(id)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def retranslate(self) -> None:
        """Headings and names in the language of now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.redraw()

    def row_of(self, id: Id) -> int:
        """The row of a theme or card; -1 if it has none."""
        return self._rows.get(id, -1)

    def source_at(self, column: int) -> str:
        """The source of a column; "" for the names and the sums."""
        return self.sources[column - 1] if 0 < column <= len(self.sources) else ""

    def value_at(self, index: Index) -> Cell:
        """What stands in a cell."""
        workshop = self.context.desk.workshop
        assert workshop
        return self.tallies.cell(
            workshop, self.things[index.row()].id, self.source_at(index.column())
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.things)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        # What is kept back has no sums.
        return 0 if parent.isValid() else 1 + len(self.sources) + (not self.tallies.hidden)

    def heading(self, column: int) -> str:
        """What a column is called."""
        tr = self._words.tr
        if column == 0:
            return tr(N_("Theme or card"))
        if source := self.source_at(column):
            return source_name(self._words, source)
        return tr(N_("Mean")) if self.tallies.rates else tr(N_("All votes"))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < self.columnCount():
            match role:
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                    return self.heading(section)
                case Qt.ItemDataRole.TextAlignmentRole:
                    return _RIGHT if section else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _WRITTEN if self.source_at(index.column()) else _READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid() or self.context.desk.workshop is None:
            return None
        thing, column = self.things[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(thing, column) or None
            case Qt.ItemDataRole.EditRole:
                return self.value_at(index) if self.source_at(column) else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._told(thing, column)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(thing, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column else _LEFT
            case Qt.ItemDataRole.FontRole if column == 0 and isinstance(thing, Theme):
                return self.context.theme.font(weight=self.context.theme.font().Weight.DemiBold)
            case Qt.ItemDataRole.ForegroundRole if self._is_over(thing, column):
                return self.context.theme.color("over")
            case _ if role == LANGUAGE and column == 0:
                return _title(thing).spoken(self._words.language)
        return None

    def _shown(self, thing: Theme | Card, column: int) -> str:
        workshop = self.context.desk.workshop
        assert workshop
        if column == 0:
            title = _title(thing).best(self._words.language)[0] or self._words.tr("Untitled")
            # Cards stand under the theme before them.
            return f"{'      ' if isinstance(thing, Card) and thing.theme else ''}{title}"
        source = self.source_at(column)
        if not source:
            if self.tallies.rates:
                mean = self.tallies.mean(workshop, thing.id)
                return f"{mean:.1f}" if mean else ""
            total = self.tallies.total(workshop, thing.id)
            return str(total) if total else ""
        value = self.tallies.cell(workshop, thing.id, source)
        if isinstance(value, tuple):
            return write_marks(value)
        said = str(value) if value else ""
        return f"{OVER}{said}" if self._is_over(thing, column) else said

    def _is_over(self, thing: Theme | Card, column: int) -> bool:
        """Whether more dots were counted than the people of a source can give to one thing."""
        source, workshop = self.source_at(column), self.context.desk.workshop
        voting = self.tallies.round
        if not source or workshop is None or voting is None or not (voting.budget or voting.cap):
            return False
        most = most_on_one(workshop, self.tallies.round, source, self.tallies.sums)
        value = self.tallies.cell(workshop, thing.id, source)
        return most is not None and isinstance(value, int) and value > most

    def _told(self, thing: Theme | Card, column: int) -> str:
        if self._is_over(thing, column):
            return self._words.tr(N_("More than the people there can give to one thing"))
        return self._shown(thing, column)

    def _spoken(self, thing: Theme | Card, column: int) -> str:
        shown = self._shown(thing, column).removeprefix(OVER).strip()
        if self._is_over(thing, column):
            shown = f"{shown}, {self._told(thing, column)}"
        title = _title(thing).best(self._words.language)[0] or self._words.tr("Untitled")
        if column == 0:
            kind = self._words.tr(N_("Theme") if isinstance(thing, Theme) else N_("Card"))
            return f"{kind}: {title}"
        empty = self._words.tr(N_("empty"))
        return f"{self.heading(column)}: {shown or empty}. {title}"


def _things(tallies: Tallies, contents: Sequence[LaneContents]) -> Any:
    for lane in contents:
        for group in lane.groups:
            if group.theme and tallies.is_on(Theme):
                yield group.theme
            if tallies.is_on(Card):
                yield from group.cards


def _title(thing: Theme | Card) -> Text:
    return thing.text if isinstance(thing, Card) else thing.title
