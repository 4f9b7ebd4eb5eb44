"""What can be done with a whole board: more lanes, more boards, another name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from gweithdy.domain.board import Board
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language, Text, Typed
from gweithdy.edits import board
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.name_field import NameField


class BoardMenu(QPushButton):
    """A button with a menu; names are asked in `name`. `made` carries the id of a new board."""

    made = Signal(str)

    def __init__(self, context: Context, name: NameField) -> None:
        super().__init__()
        self.board: Id = ""
        self._context = context
        self._desk = context.desk
        self._name = name
        self.choices = QMenu(self)
        self.setProperty("role", "quiet")
        # A click leaves the keyboard on the board, whose keys would be dead after Esc.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._show)
        # The tabs beside it stay where they are as it goes with a view.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.setText(self._context.words.tr("More"))

    def _show(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def ask_lane(self) -> None:
        """Ask for the question of a new lane."""
        tr = self._context.words.tr
        self._name.ask(tr("New lane"), tr("Add a lane"), self._add_lane)

    def ask_board(self) -> None:
        """Ask for the name of a new board."""
        tr = self._context.words.tr
        self._name.ask(tr("New board"), tr("Add a board"), self._add_board)

    def ask_name(self, language: str = "") -> None:
        """Ask for another name of this board, in `language` if one is meant."""
        tr = self._context.words.tr
        caption, verb = tr("Name of the board"), tr("Rename the board")
        self._name.ask(caption, verb, self._rename, language)

    def remove(self) -> None:
        """Take this board away; the window offers Undo."""
        alter(self._desk, lambda workshop: board.remove_board(workshop, self.board))

    def _add_lane(self, title: Text) -> bool:
        made = alter(self._desk, lambda workshop: board.add_lane(workshop, self.board, title))
        return made is not None

    def _add_board(self, title: Text) -> bool:
        made = alter(self._desk, lambda workshop: board.add_board(workshop, title))
        if made and self._desk.workshop:
            self.made.emit(self._desk.workshop.of(Board)[-1].id)
        return made is not None

    def _rename(self, title: Text) -> bool:
        workshop = self._desk.workshop
        if workshop is None:
            return False
        if not title:
            return False
        typed = Typed(Language(title.original), title.as_said())
        done = alter(self._desk, lambda workshop: board.change_board(workshop, self.board, typed))
        return done is not None
