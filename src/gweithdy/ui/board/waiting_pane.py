"""The cards that wait and those that were set aside: let through, reworded, or set aside."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import as_named
from gweithdy.domain.problem import N_
from gweithdy.domain.released import held
from gweithdy.domain.restraint import STANDING_LABELS, Standing, Verdict
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.text import LANGUAGE_NAMES, Language, Text, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import moderation
from gweithdy.edits.checks import LONGEST
from gweithdy.language.dates import clock
from gweithdy.language.sources import source_name
from gweithdy.language.words import Words
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.kept_pane import KeptTable
from gweithdy.ui.board.setting_aside import ask_why
from gweithdy.ui.bound import Bound
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.name_field import NameField
from gweithdy.ui.widgets.rows import Column
from gweithdy.ui.widgets.tips import tip_with_keys
from gweithdy.ui.widgets.wrapping_row import WrappingRow


@dataclass(frozen=True, slots=True)
class Row:
    """A card as the table shows it, and why it was set aside."""

    id: Id
    text: Text
    card: Card
    lane: Text
    standing: Standing
    reason: Text


def _language(row: Row, words: Words) -> str:
    return LANGUAGE_NAMES[row.text.best(_as_said(row, words))[1]]


def _as_said(row: Row, words: Words) -> str:
    return row.text.original or words.language


def _where(row: Row, words: Words) -> str:
    return source_name(words, row.card.source)


def _when(row: Row, _words: Words) -> str:
    return clock(row.card.captured.astimezone()) if row.card.captured else ""


def _lane(row: Row, words: Words) -> str:
    return row.lane.best(words.language)[0]


def _reason(row: Row, words: Words) -> str:
    return row.reason.best(words.language)[0]


_COLUMNS = (
    Column("standing", N_("Moderation"), STANDING_LABELS, editable=False, width=110),
    Column("text", N_("Words"), language=_as_said, editable=False, width=240, stretch=2),
    Column("lane", N_("Lane"), shown=_lane, editable=False, width=210),
    Column("id", N_("Language"), shown=_language, editable=False, width=90),
    Column("card", N_("Where it was said"), shown=_where, editable=False, width=130),
    Column("card", N_("Written down"), shown=_when, editable=False, width=90),
    Column("reason", N_("Reason"), shown=_reason, editable=False, width=110, stretch=1),
)

_REASON = len(_COLUMNS) - 1

DEEDS = ("waiting.accept", "waiting.reword", "waiting.aside")


class WaitingPane(QWidget):
    """Of one board: first what waits, then what was set aside. `export_asked`: as a list."""

    export_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._words = context.words
        self.waiting = 0
        self._board: Id = ""
        self._is_deciding = False
        self._asked: list[Row] = []
        self._place = 0
        self.table = KeptTable(context, _COLUMNS)
        self.name = NameField(context)
        self.name.box.setMaxLength(LONGEST)
        self.empty = EmptyState(context.theme, "check")
        self.buttons = {id: button("primary" if id == DEEDS[0] else "plain") for id in DEEDS}
        self.export = button("quiet")
        self.export.clicked.connect(self.export_asked)
        self.bound = Bound(self, context, self.can)
        self._stack = QStackedLayout()
        self._lay_out()
        self.bound.bind(
            {
                "waiting.accept": self._accept,
                "waiting.reword": self._ask_words,
                "waiting.aside": self._ask_reason,
            }
        )
        for id, made in self.buttons.items():
            self.bound.dress(made, id)
        self.table.delete_asked.connect(self._ask_reason)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.name.closed.connect(self._on_closed)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.table.setAccessibleName(tr(N_("Cards that wait or were set aside")))
        self.empty.say(
            tr(N_("No card waits, and none was set aside.")),
            tr(N_("Back to the board")),
        )
        self.export.setText(tr(N_("Export the list")))
        tip_with_keys(self.export, self._words, self.export.text(), "board.export")
        self.table.retranslate()
        self.name.retranslate()
        self.bound.retranslate()

    def can(self, when: When) -> bool:
        """Whether what can be done `when` can be done now."""
        if when is not When.CHOSEN:
            return True
        # While other words are typed, a card let through would go in its old ones.
        return bool(self.table.chosen()) and self.name.isHidden()

    def go_to(self, card: Id) -> None:
        """Make a card current, and put the keyboard there."""
        self.table.select(card)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_board(self, workshop: Workshop, board: Id) -> None:
        """Show what is held of `board`; what is chosen stays chosen."""
        self._board = board
        lanes = [lane.id for lane in workshop.inside(Lane, board)]
        first = held(workshop, Standing.WAITING, lanes)
        self.waiting = len(first)
        if not self.isVisible():
            # Hundreds of rows are made once they are looked at.
            return
        rows = [_row(workshop, card) for card in (*first, *held(workshop, Standing.ASIDE, lanes))]
        self._show_stack(bool(rows))
        self.table.show_rows(rows)  # type: ignore[arg-type]
        no_reason = not any(row.reason for row in rows)
        if self.table.isColumnHidden(_REASON) != no_reason:
            # Words have its room until something was set aside.
            self.table.setColumnHidden(_REASON, no_reason)
            self.table.show_sizes()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if workshop := self._desk.workshop:
            self.show_board(workshop, self._board)

    def _accept(self) -> None:
        ids, desk = self.table.chosen(), self._desk
        now, by = desk.now(), desk.author
        self._begin()
        # The card goes from the list before the next is chosen. A button that rested meanwhile
        # would lose the keyboard to whatever comes next: the list of questions below.
        self._is_deciding = True
        try:
            alter(desk, lambda workshop: moderation.accept(workshop, ids, now, by))
        finally:
            self._is_deciding = False
        self._go_on()
        self._refresh()

    def _ask_reason(self) -> None:
        self._begin()
        ask_why(self._context, self.name, self.table.chosen())
        self._refresh()

    def _ask_words(self) -> None:
        workshop, id = self._desk.workshop, self.table.current()
        card = workshop.find(Card, id) if workshop else None
        if card is None:
            return
        self.table.select(id)
        self._begin()
        desk, tr = self._desk, self._words.tr
        now, by = desk.now(), desk.author
        words, language = card.text.best(card.text.original or self._words.language)

        def done(text: Text) -> bool:
            typed = Typed(Language(language), text.as_said())
            made = alter(desk, lambda w: moderation.reword(w, id, typed, now, by))
            return made is not None

        self.name.ask(tr(N_("Other words")), tr(N_("Let through")), done, language)
        self.name.box.setText(" ".join(words.split()))
        self._refresh()

    def _refresh(self) -> None:
        if not self._is_deciding:
            self.bound.refresh()

    def _begin(self) -> None:
        """Keep where one is in the list, to go on from there."""
        rows, chosen = self.table.source.rows, set(self.table.chosen())
        places = [place for place, row in enumerate(rows) if row.id in chosen]
        self._place = places[0] if places else 0
        self._asked = [rows[place] for place in places]

    def _go_on(self) -> None:
        """To the card that waits where those stood that were decided on, or to the last.

        One that was set aside stands below now. Nothing moves where nothing was decided.
        """
        rows = self.table.source.rows
        waiting = [row.id for row in rows if row.standing is Standing.WAITING]
        if waiting and not all(row in rows for row in self._asked):
            self.table.select(waiting[min(self._place, len(waiting) - 1)])

    def _on_closed(self) -> None:
        self._go_on()
        self._refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stack(self, has_rows: bool) -> None:  # noqa: FBT001 - a yes or no
        focused: QWidget | None = self.window().focusWidget()
        had_focus = not has_rows and focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentIndex(1 if has_rows else 0)
        if had_focus:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.table, 1)
        column.addWidget(WrappingRow(list(self.buttons.values()), [self.export]))
        # First: what stands in a layout of nobody's would be shown as a window of its own.
        self.setLayout(self._stack)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inside)


def _row(workshop: Workshop, card: Card) -> Row:
    rulings = [r for r in workshop.inside(Ruling, card.id) if r.verdict is Verdict.ASIDE]
    last = max(rulings, key=lambda r: r.at.isoformat() if r.at else "", default=None)
    named, lane = as_named(workshop, card), workshop.find(Lane, card.lane)
    reason = last.reason if last and card.standing is Standing.ASIDE else Text()
    return Row(card.id, named.text, named, lane.title if lane else Text(), named.standing, reason)
