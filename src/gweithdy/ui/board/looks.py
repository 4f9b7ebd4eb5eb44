"""Saved views: what a board is narrowed down to, kept under a name and taken up again."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from gweithdy.domain.board import CardKind
from gweithdy.domain.field import Value
from gweithdy.domain.ids import Id
from gweithdy.domain.looks import Look, Sorting
from gweithdy.domain.text import Text
from gweithdy.edits import looks
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.filter import Query
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.name_field import NameField

Seen = Callable[[], tuple[Query, Sorting]]


class LooksMenu(QPushButton):
    """A button with the views of a board; names are asked in `name`.

    `seen` says what is looked for now. `chosen` carries the view that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, name: NameField, seen: Seen) -> None:
        super().__init__()
        self.board: Id = ""
        self._context = context
        self._desk = context.desk
        self._name = name
        self._seen = seen
        self.choices = QMenu(self)
        self._gone = QMenu(self)
        self.setProperty("role", "quiet")
        self.setAutoDefault(True)
        # A click leaves the keyboard on the board, whose keys would be dead after Esc.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._show)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.setText(self._context.words.tr("Saved view"))

    def fill(self) -> None:
        """Offer the views that there are now."""
        tr, language = self._context.words.tr, self._context.words.language
        self.choices.clear()
        self._gone.clear()
        workshop = self._desk.workshop
        here = [each for each in workshop.of(Look) if each.board == self.board] if workshop else []
        for look in here:
            title = look.title.best(language)[0].replace("&", "&&")
            self.choices.addAction(title).triggered.connect(
                lambda _=False, id=look.id: self._choose(id)
            )
            self._gone.addAction(title).triggered.connect(
                lambda _=False, id=look.id: self._remove(id)
            )
        self.choices.addSeparator()
        self.choices.addAction(tr("Save this view")).triggered.connect(self._ask)
        if here:
            self._gone.setTitle(tr("Remove a saved view"))
            self.choices.addMenu(self._gone)

    def _show(self) -> None:
        self.fill()
        self.choices.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, id: Id) -> None:
        found = self._desk.workshop.find(Look, id) if self._desk.workshop else None
        if found:
            self.chosen.emit(found)

    def _remove(self, id: Id) -> None:
        alter(self._desk, lambda workshop: looks.remove_look(workshop, id))

    def _ask(self) -> None:
        tr = self._context.words.tr
        self._name.ask(tr("Name of the view"), tr("Save this view"), self._save)

    def _save(self, title: Text) -> bool:
        values = values_of(*self._seen())
        board = self.board
        made = alter(self._desk, lambda workshop: looks.save_look(workshop, board, title, **values))
        return made is not None


def values_of(query: Query, sorting: Sorting) -> dict[str, Value]:
    """The fields of a `Look` that keeps what is looked for."""
    return {
        "words": query.words.strip(),
        "lane": query.lane,
        "theme": query.theme,
        "loose": query.loose,
        "kind": query.kind or CardKind.NONE,
        "source": query.source,
        "spoken": query.spoken,
        "votes": query.votes,
        "untranslated": query.untranslated,
        "sorting": sorting,
    }


def query_of(look: Look) -> Query:
    """What a saved view looks for."""
    return Query(
        words=look.words,
        lane=look.lane,
        theme=look.theme,
        loose=look.loose,
        kind=None if look.kind is CardKind.NONE else look.kind,
        source=look.source,
        spoken=look.spoken,
        votes=look.votes,
        untranslated=look.untranslated,
    )
