"""The lines of a file that came back, as the rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text, said
from gweithdy.domain.translating import unit_of
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.returned import REASONS, Accepted, Refused, overruled, waits
from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.translation.refused import language_of
from gweithdy.ui.widgets.rows import Column, RowsTable


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: what becomes of it, the original, its words, and why it stays."""

    id: Id
    outcome: str
    original: Text
    words: Text
    why: str = ""


REFUSED, AGREED, TAKEN = N_("Refused"), N_("To be taken"), N_("Taken")

_SYMBOLS = {REFUSED: "▲", AGREED: "→", TAKEN: "✓"}
_ROLES = {REFUSED: "late", AGREED: "ink", TAKEN: "good"}


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


class ReturnedTable(RowsTable):
    """`asked` when the current line is to be taken."""

    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "list.edit"):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


def can_be_taken(workshop: Workshop, refused: Refused) -> bool:
    """Whether a person can take a refused line: it has a place, and is not there yet."""
    try:
        overruled(workshop, refused.row)
    except Problem:
        return False
    return waits(workshop, refused)


def rows_of(
    workshop: Workshop, taken: Sequence[Accepted], refused: Sequence[Refused], *, is_done: bool
) -> Iterator[Row]:
    """What a person has to look at comes first; then what is `taken`, or will be."""
    for place, each in enumerate(refused):
        unit = unit_of(workshop, each.row.id)
        original = unit.original if unit else each.row.original or ""
        outcome = REFUSED if waits(workshop, each) else TAKEN
        why = REASONS[each.reason]
        yield _row(place, outcome, each.row.id, original, each.row.words, why)
    for place, (unit, words, _state) in enumerate(taken, len(refused)):
        outcome = TAKEN if is_done else AGREED
        yield _row(place, outcome, unit.id, unit.original, words)


def _row(place: int, outcome: str, id: str, original: str, words: str, why: str = "") -> Row:
    into = language_of(id)
    return Row(str(place), outcome, said(original, into.other), said(words, into), why)
