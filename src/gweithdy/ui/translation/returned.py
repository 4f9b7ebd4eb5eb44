"""The sheet that shows what a translator sent back, before anything is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Language, Text, said
from gweithdy.domain.translating import UNIT_ID
from gweithdy.edits.returned import REASONS
from gweithdy.edits.translations import Arrival
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.rows import Column, RowsTable


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: what becomes of it, the original, its words, and why it stays."""

    id: Id
    outcome: str
    original: Text
    words: Text
    why: str = ""


REFUSED, TAKEN = N_("Refused"), N_("Taken")

_SYMBOLS = {REFUSED: "▲", TAKEN: "✓"}
_ROLES = {REFUSED: "late", TAKEN: "good"}


def _outcome(row: Row, words: Words) -> str:
    return f"{_SYMBOLS[row.outcome]} {words.tr(row.outcome)}"


def _spoken_outcome(row: Row, words: Words) -> str:
    return words.tr(row.outcome)


def _why(row: Row, words: Words) -> str:
    return words.tr(row.why)


COLUMNS = (
    Column(
        "outcome",
        N_("Result"),
        shown=_outcome,
        spoken=_spoken_outcome,
        role=lambda row: _ROLES[row.outcome],
        editable=False,
        width=135,
        firm=True,
    ),
    Column("original", N_("Original"), editable=False, width=200, stretch=3),
    Column("words", N_("What came back"), editable=False, width=200, stretch=3),
    Column("why", N_("Why"), shown=_why, editable=False, width=200, stretch=4),
)


class BackSheet(QDialog):
    """`agreed` when what can be taken is to be taken."""

    agreed = Signal()

    def __init__(self, parent: QWidget, context: Context, path: Path, arrival: Arrival) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._room = parent.window().size()
        self.table = RowsTable(context, COLUMNS)
        self.table.setColumnHidden(len(COLUMNS) - 1, not arrival.refused)
        self.table.show_rows(list(_rows(arrival)))  # type: ignore[arg-type]
        self.whole = label("quiet", wrap=True)
        self.told = label("body", wrap=True)
        self.hint = label("quiet", wrap=True)
        self.take = button("primary")
        self.leave = button()
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self._say(path, arrival)
        self.table.selected.connect(self._show_whole)
        self._show_whole()
        (self.take if self.take.isEnabled() else self.leave).setFocus()

    def _say(self, path: Path, arrival: Arrival) -> None:
        words, tr = self._context.words, self._context.words.tr
        self.setWindowTitle(tr("Bring back translations: {name}", name=path.name))
        counts = {"refused": len(arrival.refused), "left": arrival.left}
        taken = len(arrival.taken)
        self.told.setText(
            tr("Taken: {taken}. Refused: {refused}. Unchanged: {left}.", taken=taken, **counts)
        )
        self.hint.setText(
            tr(
                "Nothing has been changed yet. What is refused stays as it is here; bring the file "
                "back again to see what is left of it."
            )
        )
        self.take.setText(words.ntr("Take {n} text", "Take {n} texts", taken))
        self.take.setEnabled(bool(taken))
        self.leave.setText(tr("Take nothing"))
        self.table.setAccessibleName(tr("What came back"))

    def _show_whole(self) -> None:
        """What the cells of the current row cut short."""
        index = self.table.currentIndex()
        if index.isValid():
            row = self.table.source.rows[index.row()]
            why = self._context.words.tr(row.why)
            said = (row.original.as_said(), row.words.as_said(), why)
            self.whole.setText("\n".join(filter(None, said)))

    def _on_take(self) -> None:
        self.accept()
        self.agreed.emit()

    def _lay_out(self) -> None:
        px, room = self._context.theme.px, self._room
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (self.told, self.hint):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.whole.setMinimumHeight(3 * self.whole.fontMetrics().lineSpacing())
        column.addWidget(self.whole)
        column.addLayout(row)
        self.resize(min(px(1000), room.width() - 48), min(px(520), room.height() - 48))


def _rows(arrival: Arrival) -> Iterator[Row]:
    """What a person has to look at comes first."""
    for place, (returned, reason, unit) in enumerate(arrival.refused):
        original = unit.original if unit else returned.original or ""
        yield _row(place, REFUSED, returned.id, original, returned.words, REASONS[reason])
    for place, (unit, words, _state) in enumerate(arrival.taken, len(arrival.refused)):
        yield _row(place, TAKEN, unit.id, unit.original, words)


def _row(place: int, outcome: str, id: str, original: str, words: str, why: str = "") -> Row:
    found = UNIT_ID.fullmatch(id)
    into = Language(found[4]) if found else Language.CY
    return Row(str(place), outcome, said(original, into.other), said(words, into), why)
