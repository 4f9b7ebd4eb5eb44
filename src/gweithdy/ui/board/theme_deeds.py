"""What is done with themes and merged cards on the board: close, nest, merge, split, one more."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from gweithdy.domain.arrange import home_of, host_of, nested
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text
from gweithdy.edits import board
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.folding import Folding
from gweithdy.ui.board.view import BoardView, centre_of
from gweithdy.ui.context import Context

WIDEST = 60
"""Letters of a name in a menu."""


class ThemeDeeds(QObject):
    """`folded`: which themes are closed has changed, and the board is to be shown anew."""

    folded = Signal()

    def __init__(self, context: Context, view: BoardView, folding: Folding) -> None:
        super().__init__(view)
        self._context = context
        self._desk = context.desk
        self._words = context.words
        self._view = view
        self._scene = view.board
        self._folding = folding

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What each command does."""
        return {"cards.fold": self.fold, "cards.also": self.ask_also, "cards.merge": self.merge}

    def fold(self) -> None:
        """Close the chosen themes, or that of the card where the keyboard is; or open them."""
        themes = self.themes() or self._around(self._view.current)
        if not themes:
            return
        is_closed = self._folding.turn(themes)
        self.folded.emit()
        if not self._scene.shows(self._view.current):
            self._view.make_current(themes[0])
        names = ", ".join(map(self._name, themes))
        said = N_("Theme closed: {name}") if is_closed else N_("Theme open: {name}")
        self._desk.told.emit(self._words.tr(said, name=names))

    def themes(self) -> list[Id]:
        """The chosen themes, or the one where the keyboard is."""
        chosen, current = self._scene.selected_themes(), self._view.current
        return chosen or ([current] if current in self._scene.themes else [])

    def merge(self) -> None:
        """The chosen themes into one, or the chosen cards; of a theme alone a menu asks which."""
        themes, cards = self._scene.selected_themes(), self._scene.selected_cards()
        if len(cards) > 1 or (cards and not themes):
            self._merge_cards(cards)
        elif len(themes) > 1:
            self.merge_themes(themes)
        elif theme := next(iter(self.themes()), ""):
            menu = self.theme_menu([theme], lambda into: self.merge_themes([into, theme]))
            self._open(menu, theme)
        else:
            self._desk.refused.emit(Problem(N_("Choose two cards or more that say the same.")))

    def merge_themes(self, themes: Sequence[Id]) -> None:
        """The first of these takes in the others."""
        edit = alter(self._desk, lambda workshop: board.merge_themes(workshop, themes))
        if edit:
            left = next((id for id in themes if self._scene.place(id)), "")
            self._go_on(left)

    def _merge_cards(self, cards: Sequence[Id]) -> None:
        edit = alter(self._desk, lambda workshop: board.merge_cards(workshop, cards))
        if edit:
            self._go_on(edit.changes[0].id)

    def take_apart(self, ids: Sequence[Id]) -> bool:
        """Split a merged card, if one of `ids` is one; whether it was."""
        workshop = self._desk.workshop
        found = [id for id in ids if workshop and (c := workshop.find(Card, id)) and c.made_of]
        for id in found:
            card = workshop.find(Card, id) if workshop else None
            edit = alter(self._desk, partial(board.unmerge, card=id))
            if edit and card:
                self._go_on(next((each for each in card.made_of if self._scene.place(each)), ""))
        return bool(found)

    def leave(self) -> bool:
        """Take the guest where the keyboard is out of the theme in which it is one; whether."""
        current = self._view.current
        theme = host_of(current)
        if not theme:
            return False
        if alter(self._desk, lambda w: board.out_of(w, home_of(current), theme)):
            self._view.make_current(theme)
        return True

    def ask_also(self) -> None:
        """Ask for a theme in which the chosen cards are to stand besides."""
        cards = self._view.chosen_cards()
        if cards:
            menu = self.theme_menu(self._first_themes(cards), partial(self._also, cards))
            self._open(menu, self._view.current)

    def ask_move(self) -> None:
        """Ask where a theme is to go: to a lane, inside another theme, or alone again."""
        theme = next(iter(self.themes()), "")
        if theme:
            self._open(self.place_menu(theme), theme)

    def place_menu(self, theme: Id) -> QMenu:
        """Every lane to which `theme` can go, and every theme inside which it can stand."""
        workshop, menu = self._desk.workshop, self._menu()
        known = workshop.find(Theme, theme) if workshop else None
        if workshop is None or known is None:
            return menu
        tr = self._words.tr
        if known.parent:
            alone = menu.addAction(tr(N_("Out of the theme around it")))
            alone.triggered.connect(partial(self._nest, theme, ""))
        for lane in self._lanes():
            if lane.id != known.lane:
                name = self._title(lane.title)
                action = menu.addAction(tr(N_("To the lane: {name}"), name=name))
                action.triggered.connect(partial(self._to_lane, theme, lane.id))
        for other, is_inside in self._themes():
            if other.id not in (theme, known.parent) and not is_inside:
                name = self._title(other.title)
                action = menu.addAction(tr(N_("Inside the theme: {name}"), name=name))
                action.triggered.connect(partial(self._nest, theme, other.id))
        return menu

    def theme_menu(self, but: Sequence[Id], do: Callable[[Id], object]) -> QMenu:
        """All themes of the board but those, each in its lane."""
        menu = self._menu()
        for theme, is_inside in self._themes():
            if theme.id not in but:
                name = ("    " if is_inside else "") + self._title(theme.title)
                action = menu.addAction(name)
                action.triggered.connect(lambda _=False, id=theme.id: do(id))
        if menu.isEmpty():
            menu.addAction(self._words.tr(N_("There is no other theme yet."))).setEnabled(False)
        return menu

    def _also(self, cards: Sequence[Id], theme: Id) -> None:
        if alter(self._desk, lambda workshop: board.also_in(workshop, cards, theme)):
            many, words = len(cards), self._words
            said = words.ntr(
                "{n} card stands in the theme too: {name}",
                "{n} cards stand in the theme too: {name}",
                many,
                name=self._name(theme),
            )
            self._desk.told.emit(said)

    def _nest(self, theme: Id, under: Id) -> None:
        if alter(self._desk, lambda workshop: board.nest_theme(workshop, theme, under)):
            self._folding.closed -= {under}
            self.folded.emit()
            self._go_on(theme)

    def _to_lane(self, theme: Id, lane: Id) -> None:
        if alter(self._desk, lambda workshop: board.move_theme(workshop, theme, lane)):
            self._go_on(theme)

    def _go_on(self, id: Id) -> None:
        if id and self._scene.shows(id):
            self._view.make_current(id)

    def _around(self, id: Id) -> list[Id]:
        workshop = self._desk.workshop
        card = workshop.find(Card, home_of(id)) if workshop else None
        theme = host_of(id) or (card.theme if card else "")
        return [theme] if theme in self._scene.themes else []

    def _first_themes(self, cards: Sequence[Id]) -> list[Id]:
        workshop = self._desk.workshop
        known = [workshop.find(Card, id) for id in cards] if workshop else []
        return [card.theme for card in known if card and len(cards) == 1]

    def _lanes(self) -> list[Lane]:
        workshop = self._desk.workshop
        boards = workshop.of(Board) if workshop else []
        return [lane for each in boards if workshop for lane in workshop.inside(Lane, each.id)]

    def _themes(self) -> list[tuple[Theme, bool]]:
        workshop = self._desk.workshop
        if workshop is None:
            return []
        return [t for lane in self._lanes() for t in nested(workshop.inside(Theme, lane.id))]

    def _name(self, id: Id) -> str:
        workshop = self._desk.workshop
        found = workshop.find(Theme, id) if workshop else None
        return self._title(found.title) if found else ""

    def _title(self, text: Text) -> str:
        name = text.best(self._words.language)[0] or self._words.tr("Untitled")
        return (name if len(name) <= WIDEST else name[: WIDEST - 1] + "…").replace("&", "&&")

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, menu: QMenu, id: Id) -> None:
        at = centre_of(self._view, id) if self._view.hasFocus() else QPoint(40, 40)
        menu.popup(self._view.viewport().mapToGlobal(at))
