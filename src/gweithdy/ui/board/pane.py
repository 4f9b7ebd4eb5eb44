"""The board itself with its details: gestures and keys become edits here."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gweithdy.domain.arrange import LaneContents, home_of
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.looks import Sorting
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.ui.attempt import NO_VISIT, Visit, alter
from gweithdy.ui.board.densities import density_of
from gweithdy.ui.board.details import DetailsPanel
from gweithdy.ui.board.folding import Folding
from gweithdy.ui.board.gestures import DragGesture
from gweithdy.ui.board.history_sheet import show_history
from gweithdy.ui.board.scene import BoardScene
from gweithdy.ui.board.setting_aside import ask_why
from gweithdy.ui.board.sight import Sight
from gweithdy.ui.board.steps import beside, step
from gweithdy.ui.board.theme_deeds import ThemeDeeds
from gweithdy.ui.board.view import BoardView, centre_of
from gweithdy.ui.board.votes import one_more, votes_in
from gweithdy.ui.board.walk import neighbour
from gweithdy.ui.bound import Bound
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.name_field import NameField
from gweithdy.ui.widgets.side_pane import SidePane


class BoardPane(QWidget):
    """The view, the field for a theme's name, and the details at the side."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._desk = context.desk
        self._words = context.words
        density = density_of(context.settings.get("density"))
        self.scene = BoardScene(context.theme, context.words, density)
        self.view = BoardView(self.scene, context.settings)
        self.sight = Sight(context, self.view)
        self.name = NameField(context)
        self.details = DetailsPanel(context)
        self.bound = Bound(self, context, self.can)
        self.folding = Folding()
        self.themes = ThemeDeeds(context, self.view, self.folding)
        self._contents: Sequence[LaneContents] = ()
        self._held = NO_VISIT
        self.sorting = Sorting.GIVEN
        self._chosen = QTimer(self, singleShot=True, interval=0)
        self._chosen.timeout.connect(self._show_chosen)
        self._lay_out()
        self.scene.choice_changed.connect(self._chosen.start)
        self.view.walked.connect(self._chosen.start)
        self.bound.bind(
            {
                "cards.details": self.open_details,
                "list.remove": self._remove,
                "cards.pick": self.view.pick,
                "cards.move": self._ask_move,
                "cards.group": self._ask_group,
                "cards.ungroup": self._ungroup,
                "cards.vote": self._vote,
                "cards.aside": lambda: ask_why(context, self.name, self.view.chosen_cards()),
                "cards.history": self._show_history,
                **self.themes.verbs(),
            }
            | self.sight.doing
        )
        self.view.asked.connect(self.bound.run)
        self.sight.map.left.connect(self._focus_view)
        self.view.moved.connect(self._step)
        self.view.held.connect(self._on_held)
        self.view.dropped.connect(self._on_dropped)
        self.view.strip.chosen.connect(self._on_lane)
        self.themes.folded.connect(self._fold)
        self.details.asked.connect(self._on_asked)
        self.details.left.connect(self._leave_details)
        self.retranslate()

    @property
    def workshop(self) -> Workshop | None:
        return self._desk.workshop

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.view.setAccessibleName(tr("Board"))
        self.name.retranslate()
        self.sight.retranslate()
        self.details.retranslate()
        self.around.retranslate(tr("Details"))
        self.bound.retranslate()

    def restyle(self) -> None:
        """Begin anew with the look, the language or the session of now."""
        self.view.let_go()
        self.scene.restyle()
        self.view.show_strip()

    def show_lanes(self, contents: Sequence[LaneContents], voted: Collection[Id] = ()) -> None:
        """Show the cards of `contents`; what is chosen stays chosen.

        `voted` are the cards and themes whose votes are others than before.
        """
        workshop = self.workshop
        if workshop is None:
            return
        self._contents = contents
        self.scene.show_lanes(self.folding.of(contents), votes_in(workshop), voted)
        self.view.strip.update()
        if self.details.isVisible():
            self.details.refresh()

    def _fold(self) -> None:
        self.show_lanes(self._contents)

    def unfold(self, ids: Collection[Id]) -> None:
        """Open the themes in which these cards or themes are."""
        if self.folding.open_for(self._contents, ids):
            self._fold()

    def show_photos(self) -> None:
        """Show which photos what is open at the side has now."""
        if self.details.isVisible():
            self.details.refresh()

    def press(self, name: str) -> None:
        """Do a command of the cards, as by its key."""
        self.bound.run(f"cards.{name}")

    def can(self, when: When) -> bool:
        """Whether what can be done `when` can be done now on the board."""
        return when is not When.CHOSEN or bool(
            self.view.chosen_cards() or self.scene.selected_themes() or self.view.current
        )

    def _do(self, make: Callable[[Workshop], Edit], visit: Visit = NO_VISIT) -> bool:
        return alter(self._desk, make, visit) is not None

    def open_details(self) -> None:
        """Show what is chosen in full at the side, and put the keyboard there."""
        self.around.open()
        self._show_chosen()
        self.details.focus_first()
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.reveal(self.view.current)

    def _on_asked(self, command: str) -> None:
        # Others are of the page.
        if command in self.bound.actions:
            self.bound.run(command)

    def _leave_details(self) -> None:
        # First: as it goes Qt would pass the keyboard to whatever comes next, and tell of that.
        self._focus_view()
        self.around.shut()

    def _focus_view(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        """Scroll until these cards are in sight; of a theme with its cards, the name of it."""
        self.unfold(ids)
        themes = [id for id in ids if id in self.scene.themes and self.scene.place(id)]
        for id in themes or ids:
            box = self.scene.place(id)
            if box and themes:
                self.view.show_head(box)
            elif box:
                self.view.bring(box)

    def _show_chosen(self) -> None:
        if self.details.isVisible():
            self.details.show_chosen(home_of(self.view.current), self.scene.selected_cards())

    def _on_lane(self, lane: Id) -> None:
        self.scene.choose(())
        self.around.open()
        self.scene.go_to(lane)
        self.view.strip.update()
        self.view.listing.tell_current()
        self._show_chosen()

    def _remove(self) -> None:
        cards, current = self.view.chosen_cards(), self.view.current
        if len(cards) == 1 and self.themes.leave():
            return
        if cards:
            after = beside(self.scene.lanes, cards)
            if self._do(lambda workshop: board.remove_cards(workshop, cards)):
                self.view.make_current(after)
        elif self.scene.head(current):
            lanes = self.scene.lanes
            after = neighbour(lanes, current, 1, 0) or neighbour(lanes, current, -1, 0)
            if self._do(lambda workshop: board.remove_lane(workshop, current)):
                self.view.make_current(after)
        else:
            self._ungroup()

    def _ungroup(self) -> None:
        themes, current = self.scene.selected_themes(), self.view.current
        if self.themes.take_apart(self.view.chosen_cards()):
            return
        if not themes and current in self.scene.themes:
            themes = [current]
        after = beside(self.scene.lanes, [current]) if current in themes else ""
        for theme in themes:
            self._do(partial(board.ungroup, theme=theme))
        if after and not self.scene.shows(current):
            self.view.make_current(after)

    def _vote(self) -> None:
        source = self._context.settings.get("capture_source") or "room"
        targets = [*self.scene.selected_cards(), *self.scene.selected_themes()]
        if not targets and self.scene.place(self.view.current):
            targets = [home_of(self.view.current)]
        if targets and self._do(lambda workshop: board.add_votes(workshop, targets, source)):
            assert self.workshop
            self._desk.told.emit(one_more(self.workshop, targets[0], source, self._words))
            self.view.listing.is_told()

    def _ask_group(self) -> None:
        cards = self.view.chosen_cards()
        if not cards:
            self._desk.refused.emit(Problem(N_("Choose the cards for the theme first.")))
            return
        words = self._words
        many = words.ntr("Theme for {n} card", "Theme for {n} cards", len(cards))
        self.name.ask(many, words.ctr("button", "Group"), lambda name: self._group(cards, name))

    def _group(self, cards: list[Id], name: Text) -> bool:
        return self._do(lambda workshop: board.group(workshop, cards, name))

    def _ask_move(self) -> None:
        cards = self.view.chosen_cards()
        if cards:
            menu = self.move_menu(cards)
            # From the outline too, where the view is not there.
            is_here = self.view.hasFocus()
            at = centre_of(self.view, cards[0]) if is_here else QPoint(40, 40)
            around = self.view.viewport() if is_here else self.window()
            menu.popup(around.mapToGlobal(at))
        else:
            self.themes.ask_move()

    def move_menu(self, cards: list[Id]) -> QMenu:
        """Every lane and theme to which `cards` can go."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        language, untitled = self._words.language, self._words.tr("Untitled")
        for _, lane in self.scene.lanes:
            title = lane.contents.lane.title.best(language)[0] or untitled
            self._add_move(menu, title, cards, lane.contents.lane.id, "")
            for theme in self._themes_of(lane.contents.lane.id):
                name = theme.title.best(language)[0] or untitled
                self._add_move(menu, f"    {name}", cards, theme.lane, theme.id)
        return menu

    def _themes_of(self, lane: Id) -> list[Theme]:
        return list(self.workshop.inside(Theme, lane)) if self.workshop else []

    def _add_move(self, menu: QMenu, text: str, cards: list[Id], lane: Id, theme: Id) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        if all(self._is_in(card, lane, theme) for card in cards):
            # Where they are already: told, and nothing to do.
            action.setCheckable(True)
            action.setChecked(True)
            return
        action.triggered.connect(lambda: self._move(cards, lane, theme, ""))

    def _is_in(self, card: Id, lane: Id, theme: Id) -> bool:
        found = self.workshop.find(Card, card) if self.workshop else None
        return found is not None and (found.lane, found.theme) == (lane, theme)

    def _move(
        self, cards: list[Id], lane: Id, theme: Id, before: Id, visit: Visit = NO_VISIT
    ) -> None:
        if self._do(lambda workshop: board.move_cards(workshop, cards, lane, theme, before), visit):
            self._keep_in_sight()
            self.say_moved(cards)

    def say_moved(self, ids: Sequence[Id]) -> None:
        """Say to a screen reader where these went."""
        # Asked only when somebody listens: the first question after an edit goes over all cards.
        where = self.view.reading.about(ids[0]) if QAccessible.isActive() else ""
        if where:
            words, many = self._words, len(ids)
            said = words.tr("Moved to: {where}", where=where)
            if many > 1:
                said = words.ntr(
                    "{n} card moved to: {where}", "{n} cards moved to: {where}", many, where=where
                )
            self._desk.told.emit(said)

    def step_by(self, by: int) -> None:
        """Move what is chosen so many places down."""
        self._step(0, by)

    def _step(self, dx: int, dy: int) -> None:
        cards = self.view.chosen_cards()
        theme = self.view.current
        if cards:
            self.step_cards(cards, dx, dy)
        elif theme in self.scene.themes and dx:
            lanes = [lane.contents.lane.id for _, lane in self.scene.lanes]
            here = next(i for i, (_, lane) in enumerate(self.scene.lanes) if theme in lane.themes)
            if 0 <= here + dx < len(lanes):
                self._move_theme(theme, lanes[here + dx])

    def step_cards(self, cards: Sequence[Id], dx: int, dy: int) -> None:
        """Move cards one place up or down, or one lane left or right."""
        if dy and self.sorting is not Sorting.GIVEN:
            # Their own order is not in sight: nobody would see where they went.
            self._desk.refused.emit(
                Problem(N_("Cards are shown in another order. To move them, choose their own."))
            )
            return
        to = step(self.scene.lanes, cards, dx, dy)
        if to:
            self._move(list(cards), to.lane, to.theme, to.before)

    def _move_theme(self, theme: Id, lane: Id, before: Id = "", visit: Visit = NO_VISIT) -> None:
        if self._do(lambda workshop: board.move_theme(workshop, theme, lane, before), visit):
            self.say_moved([theme])

    def _on_held(self) -> None:
        # What others do while something is dragged is not on the board yet.
        self._held = Visit(seen=self._desk.seen)

    def _on_dropped(self, gesture: DragGesture) -> None:
        to = gesture.landing
        if to is None:
            return
        if gesture.theme:
            if to.theme != gesture.theme and not self._is_inside(to.theme, gesture.theme):
                self._move_theme(gesture.theme, to.lane, to.theme, self._held)
        else:
            before = to.before if self.sorting is Sorting.GIVEN else ""
            self._move(gesture.ids, to.lane, to.theme, before, self._held)

    def _is_inside(self, theme: Id, other: Id) -> bool:
        known = self.workshop.find(Theme, theme) if self.workshop else None
        return known is not None and known.parent == other

    def _show_history(self) -> None:
        cards = self.view.chosen_cards()
        if cards:
            show_history(self, self._context, cards[0])

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        self.around = SidePane(
            self._context, left, self.details, least=800, sizes=(830, 290), on_call=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.around)
