"""The sheet that shows what a translator sent back, before anything is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text, said
from gweithdy.domain.translating import UNIT_ID, Returned, Unit
from gweithdy.edits.returned import REASONS
from gweithdy.edits.translations import Arrival
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.rows import Column, RowsTable


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: what becomes of it, where it belongs, its words, and why it stays."""

    id: Id
    outcome: str
    where: str
    words: Text
    why: str = ""


REFUSED, TAKEN = N_("Refused"), N_("Taken")

_SYMBOLS = {REFUSED: "▲", TAKEN: "✓"}
_ROLES = {REFUSED: "late", TAKEN: "good"}


def _outcome(row: Row, words: Words) -> str:
    return f"{_SYMBOLS[row.outcome]} {words.tr(row.outcome)}"


def _spoken_outcome(row: Row, words: Words) -> str:
    return words.tr(row.outcome)


def _in_words(name: str) -> Column:
    heading = {"where": N_("Where"), "why": N_("Why")}[name]
    stretch, width = {"where": (1, 130), "why": (3, 220)}[name]
    return Column(
        name,
        heading,
        shown=lambda row, words: words.tr(getattr(row, name)),
        editable=False,
        width=width,
        stretch=stretch,
    )


COLUMNS = (
    Column(
        "outcome",
        N_("Result"),
        shown=_outcome,
        spoken=_spoken_outcome,
        role=lambda row: _ROLES[row.outcome],
        editable=False,
        width=110,
    ),
    _in_words("where"),
    Column("words", N_("Words"), editable=False, width=220, stretch=3),
    _in_words("why"),
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
        self.table.show_rows(list(_rows(arrival)))  # type: ignore[arg-type]
        self.told = label("body", wrap=True)
        self.hint = label("quiet", wrap=True)
        self.take = button("primary")
        self.leave = button()
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self._say(path, arrival)
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
        column.addLayout(row)
        self.resize(min(px(1000), room.width() - 48), min(px(520), room.height() - 48))


def _rows(arrival: Arrival) -> Iterator[Row]:
    """What a person has to look at comes first."""
    for place, (returned, reason, unit) in enumerate(arrival.refused):
        words = _in_its_language(returned)
        yield Row(f"{place}", REFUSED, _where(unit), words, REASONS[reason])
    for place, taken in enumerate(arrival.taken, len(arrival.refused)):
        yield Row(f"{place}", TAKEN, _where(taken.unit), said(taken.words, taken.unit.target))


def _where(unit: Unit | None) -> str:
    return unit.declared.label if unit else ""


def _in_its_language(returned: Returned) -> Text:
    found = UNIT_ID.fullmatch(returned.id)
    return said(returned.words, found[4] if found else "cy")
