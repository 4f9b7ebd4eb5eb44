"""The model of the table of texts: a row a text, Welsh and English each in a column of its own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES, TRANSLATION_LABELS, Language, Text
from gweithdy.domain.worklist import Line
from gweithdy.language.words import Words
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.attempt import Visit
from gweithdy.ui.context import Context
from gweithdy.ui.translation.states import ROLES, state_words
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows_model import Column, RowsModel

AT_ONCE = 100
"""Rows that come or go from which all are shown anew: one by one, each would be laid out."""


def _where(line: Line, words: Words) -> str:
    return words.tr(line.declared.label)


def _state(line: Line, words: Words) -> str:
    return state_words(words, line.state)


def _spoken_state(line: Line, words: Words) -> str:
    """Of which language it is the state is seen by where the words are."""
    return f"{words.tr(TRANSLATION_LABELS[line.state])} ({LANGUAGE_NAMES[line.target]})"


COLUMNS = (
    Column("noun", N_("Where"), shown=_where, editable=False, width=140),
    *(Column(str(each), LANGUAGE_NAMES[each], width=180, stretch=4) for each in Language),
    Column(
        "state",
        N_("Status"),
        labels=TRANSLATION_LABELS,
        shown=_state,
        spoken=_spoken_state,
        role=lambda line: ROLES[line.state],
        # At 100 % the longest fits too; where text is large, the words need the room more.
        width=185,
        stretch=2,
        firm=True,
    ),
)

LANGUAGES = tuple(map(str, Language))

STATE = len(COLUMNS) - 1
"""The column of the state."""


def column_of(language: Language) -> int:
    """The column of the words in `language`."""
    return 1 + list(Language).index(language)


class LinesModel(RowsModel):
    """As `RowsModel`; one row is drawn anew without a look at the others."""

    rows: list[Line]

    def __init__(self, context: Context) -> None:
        super().__init__(context, COLUMNS)
        self._places: dict[Id, int] = {}

    def show(self, rows: Sequence[Entity | Line]) -> None:
        wanted = {row.id for row in rows}
        many = len(wanted ^ self._places.keys()) > AT_ONCE
        self._places = {row.id: place for place, row in enumerate(rows)}
        if many:
            self.beginResetModel()
            self.rows = list(rows)  # type: ignore[arg-type]
            self.endResetModel()
        else:
            super().show(rows)  # type: ignore[arg-type]

    def replace(self, line: Line) -> bool:
        """Show what `line` is by now; False if it is not among those that are shown."""
        place = self.row_of(line.id)
        if place < 0:
            return False
        self.rows[place] = line
        self.row_changed(place)
        return True

    def row_of(self, id: Id) -> int:
        return self._places.get(id, -1)

    def put_back(self, index: Index, language: Language, before: Text, visit: Visit) -> None:
        """Tell that `language` of a text is to be as it was in `before`, its state too."""
        line = self.rows[index.row()]
        if line.text.of(language) != before.of(language):
            self.given.emit(line.id, str(language), before, visit)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        found = super().headerData(section, orientation, role)
        if isinstance(found, str) and self.columns[section].field in LANGUAGES:
            return self.columns[section].heading
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if column.field in LANGUAGES:
            if role == LANGUAGE:
                return self.language_at(index)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                # A language is called by its own name.
                return self._spoken(column.heading, self.shown(column, self.rows[index.row()]))
        return super().data(index, role)

    def language_at(self, index: Index) -> Language:
        """The language of the column: never the other one's words in its place."""
        field = self.columns[index.column()].field
        return Language(field) if field in LANGUAGES else Language.CY

    def _spoken(self, heading: str, shown: str) -> str:
        if shown:
            return f"{heading}: {shown}"
        return self._words.tr("{column}: empty", column=heading)
