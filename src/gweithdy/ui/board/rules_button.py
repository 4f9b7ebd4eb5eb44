"""What the board keeps of who spoke, on a button; its menu tightens that, and holds cards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.naming import is_tighter, what_goes
from gweithdy.domain.problem import N_
from gweithdy.domain.restraint import (
    HOLDING_LABELS,
    NAMING_LABELS,
    NAMING_TOLD,
    Holding,
    Naming,
)
from gweithdy.edits.moderation import hold
from gweithdy.edits.naming import tighten
from gweithdy.ui import ask
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.tips import tip_with_keys

LOOSER = N_("What was said under a promise stays under it: this cannot be made looser.")


class RulesButton(QPushButton):
    """Says in a word what the board keeps; the tooltip, and a reader, in a sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = context.words
        self._board: Id = ""
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.setProperty("role", "quiet")
        self.namings = {each: self._choice(each) for each in Naming}
        self.choices.addSeparator()
        self.holdings = {each: self._choice(each) for each in Holding}
        for group in (self.namings, self.holdings):
            together = QActionGroup(self)
            for action in group.values():
                together.addAction(action)
        # A click leaves the keyboard on the board, whose keys would be dead after Esc.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.pop_up)
        # The tabs beside it stay where they are as it goes with a view.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def pop_up(self) -> None:
        """Show the menu."""
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def show_board(self, board: Board | None) -> None:
        """Say what `board` keeps, and which of its cards wait."""
        self.setVisible(board is not None)
        if board is None:
            return
        self._board = board.id
        tr = self._words.tr
        name, told = tr(NAMING_LABELS[board.naming]), tr(NAMING_TOLD[board.naming])
        if board.holding is not Holding.NOTHING:
            told = f"{told} {tr(HOLDING_LABELS[board.holding])}."
        self.setText(name)
        self.setAccessibleName(told)
        tip_with_keys(self, self._words, told, "board.rules")
        for naming, action in self.namings.items():
            action.setText(tr(NAMING_TOLD[naming]))
            action.setEnabled(naming == board.naming or is_tighter(naming, board.naming))
            action.setToolTip("" if action.isEnabled() else tr(LOOSER))
            action.setChecked(naming == board.naming)
        for holding, action in self.holdings.items():
            action.setText(tr(HOLDING_LABELS[holding]))
            action.setChecked(holding == board.holding)

    def _choice(self, choice: Naming | Holding) -> QAction:
        action = self.choices.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda: self._choose(choice))
        return action

    def _choose(self, choice: Naming | Holding) -> None:
        board, desk = self._board, self._context.desk
        if isinstance(choice, Holding):
            alter(desk, lambda workshop: hold(workshop, board, choice))
        elif self._may_go(choice):
            alter(desk, lambda workshop: tighten(workshop, board, choice))
        if desk.workshop:
            # Qt has marked what was chosen, also where it was not done.
            self.show_board(desk.workshop.find(Board, board))

    def _may_go(self, naming: Naming) -> bool:
        """Whether the person wants it, knowing what nothing will show any more."""
        workshop, words = self._context.desk.workshop, self._words
        board = workshop.find(Board, self._board) if workshop else None
        if workshop is None or board is None or naming == board.naming:
            return False
        goes = what_goes(workshop, board.id, naming)
        lines: list[str] = []
        if goes.tables:
            lines.append(
                words.ntr(
                    "Where it was said goes from {n} card.",
                    "Where it was said goes from {n} cards.",
                    goes.tables,
                )
            )
        if goes.names:
            lines.append(
                words.ntr("A name goes from {n} card.", "A name goes from {n} cards.", goes.names)
            )
        lines.append(
            words.tr(
                N_(
                    "This cannot be made looser again. Only Undo, right away, brings back what is "
                    "here now; the log of the library keeps it, and nothing shows it."
                )
            )
        )
        do, leave = words.tr(N_("Tighten")), words.tr(N_("Leave as it is"))
        return ask.decide(self, words.tr(NAMING_TOLD[naming]), "\n".join(lines), do, leave)
