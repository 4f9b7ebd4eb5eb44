"""The votes of the board: a round chosen, its grid or its results, and its rules at the side."""

from collections.abc import Sequence
from operator import is_

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gweithdy.domain.arrange import LaneContents
from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.rounds import Round
from gweithdy.domain.tallies import given
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Taken, Workshop, touches
from gweithdy.edits import rounds, votes
from gweithdy.edits.votes import MOST_VOTES
from gweithdy.language.sources import source_name
from gweithdy.language.tally_entry import read_tally
from gweithdy.storage.trace import Stood
from gweithdy.ui.announce import AtRest
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.notes import votes_in_words
from gweithdy.ui.board.voting.bar import Part, VotingBar
from gweithdy.ui.board.voting.grid import Grid
from gweithdy.ui.board.voting.results import Results
from gweithdy.ui.board.voting.round_details import RoundDetails
from gweithdy.ui.board.voting.tallies import Tallies, brings_source, sources_of
from gweithdy.ui.board.voting.told import given_in_words, traced_in_words
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import ScrolledDown
from gweithdy.ui.widgets.labels import button, label, panel
from gweithdy.ui.widgets.name_field import NameField
from gweithdy.ui.widgets.side_pane import SidePane


class VotingView(QWidget):
    """Counts votes and shows what came of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._round: Id = ""
        self._session: Id = ""
        self._more: list[str] = []
        self._contents: Sequence[LaneContents] = ()
        self._is_stale = True
        self.tallies = Tallies()
        self.bar = VotingBar(context)
        self.name = NameField(context)
        self.grid = Grid(context)
        self.results = Results(context)
        self.details = RoundDetails(context)
        self.sums = label("quiet", wrap=True)
        self.trace = label("quiet", wrap=True)
        self.table = button("quiet")
        self._rest = AtRest(self.grid)
        self._lay_out()
        self._take_room(QSizePolicy.Policy.Ignored)
        self._connect()
        self.retranslate()

    @property
    def workshop(self) -> Workshop | None:
        return self._desk.workshop

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self.grid.setAccessibleName(tr("Votes by where they were given"))
        self.around.retranslate(tr("Rules of the round"))
        self.table.setText(tr("One more table"))
        for part in (self.bar, self.name, self.details):
            part.retranslate()
        self.grid.source.retranslate()
        self.grid.show_sizes()
        self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        self._take_room(QSizePolicy.Policy.Preferred)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        # A view that is not shown must not make the window taller than the screen.
        self._take_room(QSizePolicy.Policy.Ignored)
        super().hideEvent(event)

    def _take_room(self, policy: QSizePolicy.Policy) -> None:
        self.setSizePolicy(policy, policy)

    def has_rounds(self) -> bool:
        """Whether there is a round, which has rules to be seen though no card is there."""
        return bool(self.workshop and self.workshop.of(Round))

    def begin(self) -> None:
        """Put the keyboard where votes are counted."""
        if self.bar.shows_results:
            self.bar.results.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grid.begin()

    def go_to(self, in_round: Id) -> None:
        """Show a round with its rules."""
        self._choose(in_round)
        self.around.open()

    def show_lanes(self, contents: Sequence[LaneContents], *, fresh: bool = True) -> None:
        """Show the themes and cards of `contents` with the votes of now.

        Not `fresh` is what `show_changes` tells of votes alone: a cell may be open meanwhile.
        """
        workshop = self.workshop
        if workshop is None:
            return
        if self._session != workshop.id:
            self._session, self._round, self._more = workshop.id, "", []
            self._choose_last(workshop)
            chosen = workshop.find(Round, self._round)
            # In a closed one nobody counts any more: one comes to see what came of it.
            self.bar.show_part(Part.RESULTS if chosen and chosen.closed else Part.COUNTING)
        before, self._contents = self._contents, contents
        is_same = len(before) == len(contents) and all(map(is_, before, contents))
        if fresh or not is_same:
            self._is_stale = True
            self._show()

    def show_changes(self, taken: Taken) -> None:
        """Show what was taken: of votes alone only their rows are drawn anew."""
        workshop = self.workshop
        if workshop is None:
            return
        others = (Board, Lane, Theme, Card, Round, Participant)
        if (
            self._is_stale
            or touches(taken, *others)
            or brings_source(taken, self.grid.source.sources)
        ):
            self._is_stale = True
            self._show()
        elif touches(taken, Vote):
            self.grid.source.redraw(self.tallies.take(workshop, taken))
            self._show_told(workshop)
            if self.bar.shows_results:
                self.results.show_results(workshop, self.tallies)

    def _show(self) -> None:
        workshop = self.workshop
        if workshop is None:
            return
        shown = workshop.find(Round, self._round)
        if shown is None and self._round:
            self._choose_last(workshop)
            shown = workshop.find(Round, self._round)
        self.bar.show_rounds(workshop, shown)
        criterion = self.bar.criterion if shown and shown.criteria else 0
        if self._is_stale or (self.tallies.round, self.tallies.criterion) != (shown, criterion):
            self.tallies = Tallies(shown, criterion)
            self.tallies.count(workshop)
            self._is_stale = False
            sources = sources_of(workshop, self._more)
            here = self.grid.current()
            self.grid.source.show(self.tallies, sources, self._contents)
            if here[0]:
                self.grid.go_to(*here)
        self.around.fill(shown is not None, self.grid)
        if shown:
            self.details.show_round(shown)
        self._pages.setCurrentIndex(int(self.bar.shows_results))
        if self.bar.shows_results:
            self.results.show_results(workshop, self.tallies)
        self._show_told(workshop)

    def _show_told(self, workshop: Workshop) -> None:
        on_grid = not self.bar.shows_results
        sums = given(workshop, self.tallies.round, self.tallies.sums)
        sums.sort(key=lambda each: self.grid.source.sources.index(each.source)
                  if each.source in self.grid.source.sources else 99)  # fmt: skip
        said = given_in_words(self._context.words, sums) if not self.tallies.rates else ""
        self.sums.setText(said)
        self.sums.setVisible(on_grid and bool(said))
        self._show_trace()
        self.trace.setVisible(on_grid)

    def _show_trace(self) -> None:
        """What stood in the current cell before; a line is kept for it, so that nothing moves."""
        workshop, (target, source) = self.workshop, self.grid.current()
        said = ""
        if workshop and target and source and self.isVisible():
            found = [
                each
                for each in workshop.inside(Vote, target)
                if (each.round, each.source, each.criterion)
                == (self.tallies.id, source, self.tallies.criterion)
            ]
            words = self._context.words
            told = []
            for each in sorted(found, key=lambda each: -each.mark):
                line = traced_in_words(words, self._stood(each.id))
                if line:
                    told.append(f"{each.mark}: {line}" if each.mark else line)
            said = "  ·  ".join(told)
        self.trace.setText(said or " ")

    def _on_gone_to(self) -> None:
        self._show_trace()
        # After the cell itself; few were ever corrected.
        self._rest.say(self.trace.text().strip())

    def _stood(self, id: Id) -> list[Stood]:
        try:
            return self._context.library.trace("vote", id, "count")
        except Problem:
            # The numbers themselves are there: that their past cannot be read stops nobody.
            return []

    def _choose_last(self, workshop: Workshop) -> None:
        every = workshop.of(Round)
        open_ones = [each for each in every if not each.closed]
        self._round = (open_ones or every)[-1].id if every else ""

    def _choose(self, in_round: Id) -> None:
        self._round = in_round
        self._is_stale = True
        self._show()

    def _on_given(self, target: Id, source: str, value: object) -> None:
        in_round, criterion = self.tallies.id, self.tallies.criterion
        if isinstance(value, tuple):
            marks = dict(value)
            alter(
                self._desk,
                lambda w: votes.set_marks(w, target, source, marks, in_round, criterion),
            )
        elif isinstance(value, int):
            self._count([(target, source, value)])

    def _count(self, tallies: list[tuple[Id, str, int]]) -> bool:
        in_round = self.tallies.id
        made = alter(self._desk, lambda w: votes.set_tallies(w, tallies, in_round))
        return made is not None

    def _step(self, by: int) -> None:
        """One vote more or less in the current cell; it is said to which source."""
        workshop, (target, source) = self.workshop, self.grid.current()
        if workshop is None or not target or not source or self.tallies.rates:
            return
        value = self.tallies.cell(workshop, target, source)
        assert isinstance(value, int)
        if self._count([(target, source, max(0, value + by))]):
            words = self._context.words
            many = votes_in_words(max(0, value + by), words)
            name = source_name(words, source)
            self._desk.told.emit(f"{name}: {many}")

    def _empty_cell(self) -> None:
        target, source = self.grid.current()
        if target and source:
            self._on_given(target, source, () if self.tallies.rates else 0)

    def _paste(self) -> None:
        """Numbers from a spreadsheet, from the current cell to the right and down."""
        target, source = self.grid.current()
        text = QGuiApplication.clipboard().text()
        if not target or not source or self.tallies.rates or not text.strip():
            return
        model = self.grid.source
        row, column = model.row_of(target), model.sources.index(source)
        tallies: list[tuple[Id, str, int]] = []
        try:
            for down, line in enumerate(text.rstrip("\r\n").splitlines()):
                for across, typed in enumerate(line.split("\t")):
                    if row + down < len(model.things) and column + across < len(model.sources):
                        of = model.things[row + down].id, model.sources[column + across]
                        tallies.append((*of, read_tally(typed, MOST_VOTES)))
        except Problem as problem:
            self._desk.refused.emit(problem)
            return
        self._count(tallies)

    def _add_table(self) -> None:
        tables = [int(each) for each in self.grid.source.sources if each.isdigit()]
        self._more.append(str(max(tables, default=0) + 1))
        self._is_stale = True
        self._show()

    def _ask_round(self) -> None:
        tr = self._context.words.tr
        self.name.ask(tr("New round"), tr("Add a round"), self._add_round)

    def _add_round(self, title: Text) -> bool:
        made = alter(self._desk, lambda workshop: rounds.add_round(workshop, title))
        if made is None:
            return False
        # Of a new round there is nothing else yet.
        self.bar.show_part(Part.COUNTING)
        self._choose(made.changes[0].id)
        self.around.open()
        return True

    def _close_round(self) -> None:
        workshop = self.workshop
        shown = workshop.find(Round, self._round) if workshop else None
        if shown:
            closed = not shown.closed
            alter(self._desk, lambda w: rounds.close_round(w, shown.id, closed))

    def _connect(self) -> None:
        self.bar.chosen.connect(self._choose)
        self.bar.changed.connect(self._show)
        self.bar.add.clicked.connect(self._ask_round)
        self.bar.close_button.clicked.connect(self._close_round)
        self.bar.rules.clicked.connect(self.around.open)
        self.table.clicked.connect(self._add_table)
        self.results.close_asked.connect(self._close_round)
        self.name.closed.connect(self.begin)
        self.grid.source.given.connect(self._on_given)
        self.grid.stepped.connect(self._step)
        self.grid.emptied.connect(self._empty_cell)
        self.grid.pasted.connect(self._paste)
        self.grid.gone_to.connect(self._on_gone_to)

    def _lay_out(self) -> None:
        counting = QWidget()
        inside = QVBoxLayout(counting)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.grid, 1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.sums)
        said.addWidget(self.trace)
        foot = QHBoxLayout()
        foot.addLayout(said, 1)
        foot.addWidget(self.table, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addLayout(foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(counting)
        self._pages.addWidget(self.results)
        # What is not shown must not make the window taller than the screen.
        self.results.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.name)
        column.addWidget(self._pages, 1)
        side = panel()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        self.around = SidePane(self._context, left, side, least=800, sizes=(830, 320), on_call=True)
        beside.addWidget(self.around.close_button, alignment=Qt.AlignmentFlag.AlignRight)
        beside.addWidget(ScrolledDown(self.details))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.around)
