"""Balance, live: who has been heard on a board, how fast cards come, in which language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.balance import RECENT, Balance, By
from gweithdy.domain.board import CARD_KIND_LABELS, CardKind
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import NAMING_TOLD, Naming
from gweithdy.domain.sources import in_order
from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.workshop import Taken, Workshop
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.board.balance_words import read_aloud
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import label
from gweithdy.ui.widgets.rows import Column, RowsTable

PERIOD = 15_000
"""Milliseconds after which what is recent is counted again, while it is in sight."""

MINUTES = RECENT.total_seconds() / 60
BY_LABELS = {
    By.ALL: N_("Altogether"),
    By.SOURCE: N_("Where it was said"),
    By.LANGUAGE: N_("Language"),
    By.KIND: N_("Kind"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """So many cards of one source, language or kind, and how many come in a minute just now."""

    id: Id
    by: By
    name: str
    many: int
    recent: int


def _recent(row: Row, _words: Words) -> str:
    return str(row.recent) if row.recent else ""


def _a_minute(row: Row, _words: Words) -> str:
    return f"{row.recent / MINUTES:.1f}" if row.recent else ""


_COLUMNS = (
    Column("by", N_("Counted by"), BY_LABELS, editable=False, width=160),
    Column("name", N_("Of what"), editable=False, width=180, stretch=1),
    Column("many", N_("Cards"), span=(0, 0), editable=False, width=90),
    Column("recent", N_("In ten minutes"), shown=_recent, span=(0, 0), editable=False, width=130),
    Column("id", N_("A minute"), shown=_a_minute, span=(0, 0), editable=False, width=110),
)


class BalancePane(QWidget):
    """The sentence that can be read aloud, and beneath it the numbers.

    It is counted when it is first looked at, and counted on from then. It is drawn only in sight,
    and says nothing to a reader by itself.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._desk = context.desk
        self._words = context.words
        self.balance: Balance | None = None
        self._board: Id = ""
        self._naming = Naming.NAMED
        self.line = label("heading", wrap=True)
        self.told = label("quiet", wrap=True)
        self.table = RowsTable(context, _COLUMNS, row_height=30)
        self._again = QTimer(self, interval=PERIOD)
        self._again.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.table.setAccessibleName(self._words.tr(N_("Balance")))
        self.table.retranslate()
        self._draw()

    def show_board(self, board: Id) -> None:
        """Be about `board`."""
        if board != self._board:
            self._board = board
            self.begin()
        self._draw()

    def begin(self) -> None:
        """Count anew when it is next looked at."""
        self.balance = None

    def take(self, workshop: Workshop, taken: Taken) -> None:
        """Count on."""
        if self.balance:
            self.balance.take(workshop, taken)
            self._draw()

    def said(self) -> str:
        """The line that can be read aloud."""
        balance = self._counted()
        return read_aloud(balance, self._desk.now(), self._words) if balance else ""

    def _counted(self) -> Balance | None:
        workshop = self._desk.workshop
        if self.balance is None and workshop and self._board:
            self.balance = Balance(workshop, self._board)
        return self.balance

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def _draw(self) -> None:
        balance = self._counted() if self.isVisible() else None
        if balance is None:
            return
        self.line.setText(self.said())
        is_kept = balance.keeps_tables
        self.told.setText("" if is_kept else self._words.tr(NAMING_TOLD[Naming.ANONYMOUS]))
        self.told.setVisible(not is_kept)
        self.table.show_rows(list(self._rows(balance, self._desk.now())))  # type: ignore[arg-type]

    def _rows(self, balance: Balance, now: datetime) -> Iterator[Row]:
        for by in By:
            for key in self._keys(balance, by):
                many, recent = balance.many(by, key), balance.recent(now, by, key)
                yield Row(f"{by.value}:{key}", by, self._name(by, key), many, recent)

    def _keys(self, balance: Balance, by: By) -> list[str]:
        keys = balance.keys(by)
        match by:
            case By.ALL:
                return [""]
            case By.SOURCE:
                return in_order(keys)
            case By.LANGUAGE:
                return [str(language) for language in Language]
            case By.KIND:
                return [str(kind) for kind in CardKind if str(kind) in keys]

    def _name(self, by: By, key: str) -> str:
        match by:
            case By.SOURCE:
                return source_name(self._words, key)
            case By.LANGUAGE:
                return LANGUAGE_NAMES[Language(key)]
            case By.KIND:
                return self._words.tr(CARD_KIND_LABELS[CardKind(key)])
        return self._words.tr(N_("All cards"))
