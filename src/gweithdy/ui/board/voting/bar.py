"""The line above the grid: which round, counting or results, and what can be done with a round."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gweithdy.domain.board import Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.rounds import NO_ROUND, Round, RoundKind
from gweithdy.domain.workshop import Workshop
from gweithdy.ui.access.choices import speak_choices
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.source_box import QuietBox
from gweithdy.ui.widgets.wrapping_row import WrappingRow


class Part(StrEnum):
    """What is shown of a round."""

    COUNTING = "counting"
    RESULTS = "results"


PART_LABELS = {Part.COUNTING: N_("Count"), Part.RESULTS: N_("Results")}


class VotingBar(QWidget):
    """`chosen` carries another round, "" for none; `changed` that another part is to be shown."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ids: list[Id] = []
        self._is_rating = False
        self._is_closed: bool | None = None
        self.rounds = QuietBox(16)
        self.criteria = QuietBox(14)
        self.state = label("quiet")
        self.counting, self.results = button("switch"), button("switch")
        self.add, self.rules = button(), button()
        self.close_button = button()
        self._parts = OneOf(self)
        self._parts.take(self.counting, Part.COUNTING)
        self._parts.take(self.results, Part.RESULTS)
        self._parts.show(Part.COUNTING)
        self._parts.chosen.connect(lambda _: self.changed.emit())
        self.rounds.activated.connect(lambda row: self.chosen.emit(self._ids[row]))
        self.criteria.activated.connect(lambda _: self.changed.emit())
        left = (self.rounds, self.state, self.counting, self.results, self.criteria)
        right = (self.rules, self.close_button, self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappingRow(left, right))

    @property
    def shows_results(self) -> bool:
        """Whether the results are shown, and not the grid."""
        return self._parts.value is Part.RESULTS

    def show_part(self, part: Part) -> None:
        """Show the grid, or the results."""
        self._parts.show(part)

    @property
    def criterion(self) -> int:
        """The criterion by which marks are counted, from 1."""
        return int(self.criteria.currentData() or 1) if self._is_rating else 0

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.rounds.call(tr("Round of votes"))
        self.criteria.call(tr("Criterion"))
        self.counting.setText(tr(PART_LABELS[Part.COUNTING]))
        self.results.setText(tr(PART_LABELS[Part.RESULTS]))
        self.add.setText(tr("New round"))
        self.rules.setText(tr("Rules"))
        self.rules.setToolTip(tr("Rules of the round"))
        self._show_closing()

    def show_rounds(self, workshop: Workshop, shown: Round | None) -> None:
        """Show which rounds there are, and `shown` as the one that is worked on."""
        words = self._context.words
        every = workshop.of(Round)
        is_loose = not every or any(v.round == NO_ROUND and v.count for v in workshop.of(Vote))
        self._ids = [*([NO_ROUND] if is_loose or shown is None else []), *(r.id for r in every)]
        titles = [each.title.best(words.language)[0] or words.tr("Untitled") for each in every]
        if self._ids[:1] == [NO_ROUND]:
            titles.insert(0, words.tr("Without a round"))
        # A screen reader is told of each title that goes and comes.
        if titles != [self.rounds.itemText(row) for row in range(self.rounds.count())]:
            self.rounds.clear()
            self.rounds.addItems(titles)
        self.rounds.setCurrentIndex(self._ids.index(shown.id if shown else NO_ROUND))
        spoken = [each.title.spoken(words.language) for each in every]
        speak_choices(self.rounds, [*([None] if self._ids[:1] == [NO_ROUND] else []), *spoken])
        self._show_criteria(shown)
        self._is_closed = shown.closed if shown else None
        self.rules.setEnabled(shown is not None)
        # Without a round they lead nowhere, and in large text would take a row from the grid.
        for made in (self.rules, self.close_button):
            made.setVisible(shown is not None)
        self._show_closing()

    def _show_criteria(self, shown: Round | None) -> None:
        self._is_rating = shown is not None and shown.kind is RoundKind.RATING
        criteria = shown.criteria if shown and self._is_rating else ()
        language, before = self._context.words.language, self.criteria.currentData()
        titles = [(words.best(language)[0], number) for number, words in criteria]
        now = [
            (self.criteria.itemText(row), self.criteria.itemData(row))
            for row in range(self.criteria.count())
        ]
        if titles != now:
            self.criteria.clear()
            for title, number in titles:
                self.criteria.addItem(title, number)
            self.criteria.setCurrentIndex(max(0, self.criteria.findData(before)))
        speak_choices(self.criteria, [words.spoken(language) for _, words in criteria])
        self.criteria.setVisible(bool(criteria) and not self.shows_results)

    def _show_closing(self) -> None:
        tr = self._context.words.tr
        is_closed = bool(self._is_closed)
        said = [tr("Close the round"), tr("Open again")]
        # With another width its neighbours would move under the pointer.
        widths = []
        for each in said:
            self.close_button.setText(each)
            widths.append(self.close_button.sizeHint().width())
        self.close_button.setMinimumWidth(max(widths))
        self.close_button.setText(said[is_closed])
        self.close_button.setEnabled(self._is_closed is not None)
        if self._is_closed is None:
            self.state.setText("")
        else:
            ctr = self._context.words.ctr
            open_, closed = ctr("a round of votes", "Open"), ctr("a round of votes", "Closed")
            self.state.setText(closed if is_closed else open_)
