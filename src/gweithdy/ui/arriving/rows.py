"""The rows of what arrives: what would become of each, and the tick by which that is changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.text import Text, said
from gweithdy.exchange.incoming.messages import Left
from gweithdy.exchange.incoming.standing import Judged, Standing
from gweithdy.language.dates import clock
from gweithdy.language.detection import guess
from gweithdy.language.local_time import in_wales
from gweithdy.language.words import Words
from gweithdy.ui.attempt import Visit
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.rows import Column, RowsModel, RowsTable

TAKEN_LABELS = {True: N_("To be imported"), False: N_("Left out")}


@dataclass(frozen=True, slots=True)
class Row:
    """A message as the table shows it; `taken`: it is to become a card."""

    id: Id
    judged: Judged
    taken: bool
    words: Text
    author: str
    stamp: str
    why: str


def rows_of(found: Sequence[Judged], *, taken: bool) -> list[Row]:
    """The rows of messages; those that are new are `taken` or not.

    Of what was private nothing is shown, not even where it stood.
    """
    shown = (each for each in found if each.left is not Left.PRIVATE)
    return [
        _row(place, each, taken=taken and each.standing is Standing.NEW)
        for place, each in enumerate(shown)
    ]


def _row(place: int, judged: Judged, *, taken: bool) -> Row:
    """A row says in which language it was probably written."""
    message = judged.message
    words = said(" ".join(message.words.split()), guess(message.words) or "en")
    stamp = clock(in_wales(message.at)) if message.at else message.stamp[:16]
    return Row(str(place), judged, taken, words, message.author, stamp, judged.why)


def _why(row: Row, words: Words) -> str:
    return words.tr(row.why)


COLUMNS = (
    Column("taken", N_("Import"), TAKEN_LABELS, width=70, firm=True),
    Column("words", N_("Words"), editable=False, width=220, stretch=5),
    Column("author", N_("Written by"), editable=False, width=110, stretch=1),
    Column("stamp", N_("When"), editable=False, width=112),
    Column("why", N_("Why not"), shown=_why, editable=False, width=210, stretch=1),
)
AUTHOR, STAMP, WHY = 2, 3, 4


class ArrivingModel(RowsModel):
    """All rows come at once: thousands, one by one, would take seconds."""

    def show(self, rows: Sequence[Row]) -> None:  # type: ignore[override]
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_of(self, id: Id) -> int:
        return int(id) if id.isdigit() and int(id) < len(self.rows) else -1

    def tick(self, places: Sequence[int], *, taken: bool) -> None:
        """Take these rows, or leave them out; what cannot be a card stays out."""
        for place in places:
            row = self.rows[place]
            if row.taken != taken and row.judged.can_be_taken:
                self.rows[place] = replace(row, taken=taken)
        if places:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))


class ArrivingTable(RowsTable):
    """Space ticks all that is selected; `ticked` when any of them has changed."""

    ticked = Signal()

    def __init__(self, context: Context) -> None:
        self.model_of_rows = ArrivingModel(context, COLUMNS)
        super().__init__(context, COLUMNS, source=self.model_of_rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.source.given.connect(self._on_given)

    def show_rows(self, rows: Sequence[Row]) -> None:  # type: ignore[override]
        """Show other rows, from the first on."""
        self.model_of_rows.show(rows)
        self.setColumnHidden(WHY, not any(row.why for row in rows))
        self.show_sizes()
        if rows:
            self.select(rows[0].id)

    def show_names(self, *, shown: bool) -> None:
        """Show who wrote each line, or not: what is not shown is not kept."""
        self.setColumnHidden(AUTHOR, not shown)
        self.show_sizes()

    def taken(self) -> list[Judged]:
        """What is to become cards."""
        return [row.judged for row in self.source.rows if row.taken]

    def known_too(self, *, taken: bool) -> None:
        """Take what is there already a second time, or leave it out."""
        rows = self.source.rows
        known = [n for n, row in enumerate(rows) if row.judged.standing is Standing.KNOWN]
        self._tick(known, taken=taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "many.pick") and self.currentIndex().isValid():
            self._tick(self._places(), taken=not self.source.rows[self.currentIndex().row()].taken)
        else:
            super().keyPressEvent(event)

    def _on_given(self, id: Id, _field: str, taken: bool, _visit: Visit) -> None:  # noqa: FBT001
        chosen, place = self._places(), int(id)
        self._tick(chosen if place in chosen else [place], taken=taken)

    def _places(self) -> list[int]:
        """The selected rows; asked for one by one, thousands take half a second."""
        selected = self.selectionModel().selection()
        ranges = (selected.at(place) for place in range(selected.count()))
        found = (range(each.top(), each.bottom() + 1) for each in ranges)
        return sorted({place for each in found for place in each})

    def _tick(self, places: Sequence[int], *, taken: bool) -> None:
        self.model_of_rows.tick(places, taken=taken)
        self.ticked.emit()
