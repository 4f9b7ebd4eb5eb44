"""The Capture page: what was said, as a board, an outline, votes, quotes and a parking lot."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gweithdy.domain.board import Board, Card, Lane, Theme, Vote
from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import noun_name
from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import N_
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.rounds import Round
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.workshop import Taken, after, touches
from gweithdy.edits import board
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.board_deeds import BoardDeeds
from gweithdy.ui.board.board_menu import BoardMenu
from gweithdy.ui.board.boards_box import BoardsBox
from gweithdy.ui.board.card_menu import CardMenu
from gweithdy.ui.board.dropped import Beside, card_under, take_files, take_no_drops
from gweithdy.ui.board.exporting import BoardExport
from gweithdy.ui.board.filter_bar import FilterBar
from gweithdy.ui.board.going import place_of
from gweithdy.ui.board.keeping import VIEWS as KEPT_BACK
from gweithdy.ui.board.keeping import Keeping
from gweithdy.ui.board.kept_pane import KeptPane
from gweithdy.ui.board.making import Making
from gweithdy.ui.board.outline import OutlineView
from gweithdy.ui.board.pane import BoardPane
from gweithdy.ui.board.photos_pane import PhotosPane
from gweithdy.ui.board.similar import SimilarView
from gweithdy.ui.board.sought import Sought
from gweithdy.ui.board.two_views import TwoViews
from gweithdy.ui.board.voting.view import VotingView
from gweithdy.ui.context import Context
from gweithdy.ui.page import Page
from gweithdy.ui.tab_order import first_in
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.one_of import OneOf
from gweithdy.ui.widgets.tabs_row import TabsRow

VIEWS = {
    "board": N_("Board"),
    "outline": N_("Outline"),
    "similar": N_("Similar cards"),
    "votes": N_("Votes"),
    "quotes": N_("Quotes"),
    "parked": N_("Parking lot"),
    "photos": N_("Photos"),
    **KEPT_BACK,
}


class BoardPage(Page):
    """The views of what was said, one at a time."""

    titled = QSize(1300, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._board: Id = ""
        self._session: Id = ""
        self.boards = BoardsBox()
        self.pane = BoardPane(context)
        self.filter = FilterBar(context, self.pane.name)
        self.sought = Sought(self.filter)
        self.more = BoardMenu(context, self.pane.name)
        self.empty = EmptyState(context.theme, "sticky-note")
        self.stack = CurrentStack()
        self.outline = OutlineView(context)
        self.two = TwoViews(self.pane, self.outline)
        self.votes = VotingView(context)
        self.quotes = KeptPane(context, Quote)
        self.parked = KeptPane(context, Parked)
        self._kept = {"quotes": self.quotes, "parked": self.parked}
        self.similar = SimilarView(context)
        self.photos = PhotosPane(context)
        self.pictures = self.photos.door
        self.keeping = Keeping(context)
        self.views: dict[str, QWidget] = {
            "board": self.pane,
            "outline": self.outline,
            "similar": self.similar,
            "votes": self.votes,
            **self._kept,
            "photos": self.photos,
            **self.keeping.views,
        }
        self._goers: dict[str, Callable[[Id], None]] = {
            "board": self.pane.view.make_current,
            "votes": self.votes.go_to,
            "quotes": self.quotes.go_to,
            "parked": self.parked.go_to,
            "photos": self.photos.go_to,
            "waiting": self.keeping.waiting.go_to,
        }
        self._switch = OneOf(self)
        self.buttons: dict[str, QPushButton] = {}
        self.making = Making(self)
        self.deeds = BoardDeeds(self)
        self.written = BoardExport(context)
        self._lay_out()
        self._connect()
        self.retranslate()

    def first(self) -> QWidget | None:
        return self.pane.view

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Capture"))
        for key, made in self.buttons.items():
            made.setText(tr(VIEWS[key]))
        self.boards.call(tr("Board"))
        self.more.retranslate()
        self.written.retranslate()
        self.bound.retranslate()
        self.filter.retranslate()
        shown = (self.pane, self.outline, self.similar, self.votes, self.quotes, self.parked)
        for view in (*shown, self.photos, self.keeping):
            view.retranslate()
        self._show_view()

    def show_all(self) -> None:
        if self.workshop is None:
            return
        if self._session != self.workshop.id:
            self._session, self._board = self.workshop.id, ""
            self.sought.besides.clear()
            self.filter.clear()
            self.filter.show_sources(self.workshop)
        self.pane.restyle()
        self.keeping.begin()
        self._redraw()
        self.quotes.show_rows()
        self.parked.show_rows()
        self.similar.show_rows()
        self._show_photos()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.sought.besides and self.filter.query():
            self.sought.besides.clear()
            self._draw_anew()
        super().hideEvent(event)

    def show_changes(self, taken: Taken) -> None:
        if not all(self.filter.offers(card.source) for card in after(taken, Card)):
            self.filter.show_sources(self.workshop)
        # What was corrected in sight stays there, though the filter no longer finds it.
        if self.filter.query():
            about = {*taken, *(each.target for each in after(taken, Vote))}
            self.sought.besides |= {id for id in about if self.pane.scene.place(id)}
        self.keeping.take(self.workshop, taken)
        if touches(taken, Card):
            self.similar.show_rows()
        voted = {each.target for each in after(taken, Vote)}
        if touches(taken, Round):
            # Other votes may count now: those of a round that was closed, or none.
            voted |= self.workshop.parents(Vote) if self.workshop else set()
            self._show_view()
        if touches(taken, Board, Lane, Theme, Card, Ruling) or self._shows_votes(voted):
            self._redraw(voted=voted)
        else:
            self.two.put_off(voted)
        if self.view() == "votes":
            self.votes.show_changes(taken)
        if touches(taken, Quote):
            self.quotes.show_rows()
        if touches(taken, Parked, Clock):
            self.parked.show_rows()
        if touches(taken, Photo, Card):
            self._show_photos()
            self.pane.show_photos()

    def is_held(self) -> bool:
        return self.pane.view.is_held()

    def unmoved(self) -> AbstractContextManager[None]:
        return self.pane.view.unmoved()

    def go_to(self, thing: Id) -> None:
        workshop = self.workshop
        if workshop is None:
            return
        place = place_of(workshop, thing)
        if place.board:
            self._board = place.board
            self._redraw()
        if place.view == "board":
            self.pane.unfold([place.thing])
            if not self.pane.scene.place(place.thing):
                self.filter.clear()
        self.show_view(place.view)
        self._goers[place.view](place.thing)

    def write_in(self, field: str, language: str) -> None:
        on_board = self.view() == "board"
        if on_board and self.pane.view.current == self._board:
            self.more.ask_name(language)
            return
        if on_board:
            self.pane.open_details()
        elif shown := self._kept.get(self.view()):
            shown.around.open()
        super().write_in(field, language)

    def reveal(self, ids: Collection[Id]) -> None:
        if self.filter.query() and not self.sought.besides.issuperset(ids):
            self.sought.besides |= set(ids)
            self._redraw()
        self.pane.reveal(ids)

    def show_view(self, key: str) -> None:
        """Show the board, the outline, the quotes or the parking lot."""
        self._switch.show(key)
        self._on_switch()
        self._focus_view()

    def show_noun(self, noun: str) -> None:
        """Show the quotes, the parking lot or, for cards, the outline if it is shown already."""
        views = {noun_name(Quote): "quotes", noun_name(Parked): "parked"}
        key = views.get(noun, "outline" if self.view() == "outline" else "board")
        # In sight already, it stays where it is: whoever captures has just seen a card come there.
        if key != self.view():
            self.show_view(key)

    def view(self) -> str:
        """The key of what is shown."""
        return str(self._switch.value)

    def _redraw(self, voted: Collection[Id] = ()) -> None:
        """Show the board of now; only the lanes that changed are worked on."""
        if self.workshop is None:
            return
        self._board = self.boards.show_boards(self.workshop, self._board, self.words.language)
        self.sought.look(self.workshop, self._board, self.words.language)
        self.pane.sorting = self.filter.sorted_by()
        self.pane.folding.paused = bool(self.filter.query())
        self.two.draw_board(self.sought.lanes, voted)
        self.keeping.show(self.workshop, self._board, self.buttons["waiting"])
        self._show_outline(fresh=not voted)
        self._show_view()

    def _shows_votes(self, voted: Collection[Id]) -> bool:
        # Who counts in the grid waits for no board out of sight: it is drawn when it is looked at.
        return bool(voted) and (self.view() != "votes" or bool(self.filter.query().votes))

    def _look_again(self) -> None:
        self.sought.look_again()
        self._redraw()

    def _show_outline(self, *, fresh: bool = True) -> None:
        if self.view() == "outline":
            self.two.draw_outline(self.sought.lanes)
        elif self.view() == "votes":
            self.votes.show_lanes(self.sought.lanes, fresh=fresh)

    def _show_photos(self) -> None:
        # As the outline: pictures are read when they are looked at.
        if self.view() == "photos":
            self.photos.show_photos()

    def _on_switch(self) -> None:
        if self.view() != "votes":
            self.two.catch_up(self.sought.lanes)
        if self.view() == "outline":
            self.two.begin_outline(self.sought.lanes)
        else:
            self._show_outline()
        self._show_photos()
        self._show_view()
        if self.view() == "board":
            self.two.begin_board()

    def _change_view(self) -> None:
        self.show_view("board" if self.view() == "outline" else "outline")

    def _show_view(self) -> None:
        tr, key = self.words.tr, self.view()
        on_board = key in ("board", "outline", "votes")
        self.filter.setVisible(on_board and bool(self._board))
        of_board = on_board or key in ("waiting", "balance")
        self.boards.setVisible(of_board and self.boards.has_several())
        self.more.board = self._board
        self.keeping.rules.setVisible(of_board and bool(self._board))
        self.more.setVisible(key in ("board", "outline") and bool(self._board))
        self.pane.sight.setVisible(key == "board" and bool(self.sought.total))
        if of_board and not self._board:
            self.empty.say(
                tr("What people say becomes cards under three questions."),
                tr("Make a board with the three questions"),
            )
            self.stack.setCurrentWidget(self.empty)
        elif not self.sought.total and (
            key == "board" or (key == "votes" and not self.votes.has_rounds())
        ):
            self.empty.say(
                tr("Nobody has said anything yet. Type it into the box below and press Enter."),
                tr("Write the first card"),
            )
            self.stack.setCurrentWidget(self.empty)
        else:
            was, shown = self.stack.currentWidget(), self.views[key]
            if was is not None and was is not shown and was.isAncestorOf(self.focusWidget()):
                # As in the stack of pages: hidden first, Qt would pass the keyboard to the box.
                shown.show()
                self._focus_view()
            self.stack.setCurrentWidget(shown)

    def _on_empty(self) -> None:
        if not self._board:
            alter(self.desk, board.start_board)
        self.capture_asked.emit()

    def _on_made(self, board: Id) -> None:
        self._board = board
        self._redraw()

    def _focus_view(self) -> None:
        shown = self.views[self.view()]
        if shown is self.votes:
            self.votes.begin()
            return
        begin = self.pane.view if shown is self.pane else first_in(shown)
        if begin is not None:
            begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        if not self.filter.isVisible():
            return False
        self.filter.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.text.selectAll()
        return True

    def _connect(self) -> None:
        self._switch.chosen.connect(self._on_switch)
        self.pane.name.closed.connect(self._focus_view)
        for kept in self._kept.values():
            kept.capture_asked.connect(self.capture_asked)
        self.boards.chosen.connect(self._on_made)
        self.more.made.connect(self._on_made)
        self.filter.changed.connect(self._look_again)
        self.filter.left.connect(self._focus_view)
        self.empty.asked.connect(self._on_empty)
        self.bound.bind(
            {
                "board.add": self.capture_asked.emit,
                "board.clear": self.filter.clear,
                "board.outline": self._change_view,
            }
        )
        self.bound.dress(self.filter.everything, "board.clear", N_("Show all"))
        self.keeping.bind(self.bound, self.show_view)
        self.making.connect()
        self.deeds.connect()
        self.photos.wants_view.connect(lambda: self.show_view("photos"))
        self.photos.card_asked.connect(self.go_to)
        self.pane.details.card.photo_asked.connect(self.go_to)
        self.pane.details.card.add_asked.connect(lambda card: self.pictures.ask([card]))
        beside = Beside(lambda at: card_under(self.pane.view, at), self.go_to)
        take_files(self, self.arrival_asked.emit, self.pictures, beside)
        take_no_drops(self.pane.view)
        self.card_menu = CardMenu(self)

    def _lay_out(self) -> None:
        self.title.setContentsMargins(0, 0, 16, 0)
        for key, view in self.views.items():
            made = button("switch")
            self._switch.take(made, key)
            self.buttons[key] = made
            self.stack.addWidget(view)
        self.stack.addWidget(self.empty)
        # A page that is not shown must not make the window taller than the screen.
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._switch.show("board")
        # Beside what is found, not in the row of the views, which has no room left in Welsh.
        self.filter.take(self.pane.sight)
        right = [self.keeping.rules, self.boards, self.more]
        self.tabs = TabsRow(self.words, [self.title], list(self.buttons.values()), right)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.filter)
        column.addWidget(self.pane.name)
        column.addWidget(self.written)
        column.addWidget(self.stack, 1)
