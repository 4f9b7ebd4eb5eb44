"""What the Capture page has of restraint: the board's rules, the cards that wait, the balance."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.workshop import Taken, Workshop
from gweithdy.ui.board.balance_pane import BalancePane
from gweithdy.ui.board.rules_button import RulesButton
from gweithdy.ui.board.waiting_pane import WaitingPane
from gweithdy.ui.bound import Bound
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.tabs_row import STAYS

VIEWS = {"waiting": N_("Waiting"), "balance": N_("Balance")}
"""Those of a board besides the board itself, by their key."""


class Keeping:
    """The parts, for the page to lay out."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.rules = RulesButton(context)
        self.waiting = WaitingPane(context)
        self.balance = BalancePane(context)
        self.views: dict[str, QWidget] = {"waiting": self.waiting, "balance": self.balance}

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.waiting.retranslate()
        self.balance.retranslate()

    def begin(self) -> None:
        """Count anew: what came while another page was in sight was not counted on."""
        self.balance.begin()

    def take(self, workshop: Workshop | None, taken: Taken) -> None:
        """Count on."""
        if workshop:
            self.balance.take(workshop, taken)

    def show(self, workshop: Workshop, board: Id, to_waiting: QPushButton) -> None:
        """Show all of it for `board`, and how many cards wait on the button that leads to them."""
        self.rules.show_board(workshop.find(Board, board))
        self.waiting.show_board(workshop, board)
        self.balance.show_board(board)
        name, many = self._context.words.tr(VIEWS["waiting"]), self.waiting.waiting
        to_waiting.setProperty(STAYS, bool(many))
        to_waiting.setText(f"{name} ({many})" if many else name)

    def bind(self, bound: Bound, show_view: Callable[[str], None]) -> None:
        """Let the keys lead here."""

        def say_balance() -> None:
            show_view("balance")
            if said := self.balance.said():
                self._context.desk.told.emit(said)

        bound.bind(
            {
                "board.rules": self.rules.pop_up,
                "board.waiting": lambda: show_view("waiting"),
                "board.balance": say_balance,
            }
        )
        self.waiting.empty.asked.connect(lambda: show_view("board"))
