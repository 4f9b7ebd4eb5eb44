"""One thing made of another: what is chosen in the view that is shown is parked, quoted …"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import running
from gweithdy.edits.carrying import carry_over, waiting
from gweithdy.edits.kept_from import act_on, park_cards, quote_cards
from gweithdy.language.local_time import in_wales
from gweithdy.ui.attempt import alter

if TYPE_CHECKING:
    from gweithdy.ui.board.kept_pane import KeptPane
    from gweithdy.ui.board.page import BoardPage

Verb = Callable[[Workshop, list[Id]], Edit]


class Making:
    """The commands of `page` that make something of a card, a quote or a parked line."""

    MENU = ("board.park", "board.quote", "board.act", "board.carry")

    def __init__(self, page: "BoardPage") -> None:
        self._page = page
        self._desk = page.desk

    def connect(self) -> None:
        """Bind the commands, once the page has its views."""
        page = self._page
        page.bound.bind(
            {
                "board.park": self._park,
                "board.quote": self._quote,
                "board.act": self._act,
                "board.carry": self._carry,
            }
        )
        page.pane.details.asked.connect(self._on_asked)
        page.parked.foot.asked.connect(self._on_asked_of_lines)
        page.parked.foot.finish_asked.connect(self._finish)

    def _on_asked(self, command: str) -> None:
        if command in self.MENU:
            self._page.bound.run(command)

    def _on_asked_of_lines(self, command: str) -> None:
        if command in self.MENU:
            self._page.bound.run(command)
        else:
            self._page.parked.table.delete_asked.emit()

    def _cards(self) -> list[Id]:
        """The cards that are chosen on the board or in the outline."""
        page, workshop = self._page, self._desk.workshop
        if workshop is None:
            return []
        match page.view():
            case "board":
                return page.pane.view.chosen_cards()
            case "outline":
                current = page.outline.current()
                return [current] if workshop.find(Card, current) else []
        return []

    def _lines(self, kept: "KeptPane") -> list[Id]:
        """The rows that are chosen; of the parking lot only those that wait."""
        workshop, chosen = self._desk.workshop, kept.table.chosen()
        if workshop is None or kept is self._page.quotes:
            return chosen
        wait = {each.id for each in waiting(workshop)}
        return [id for id in chosen if id in wait]

    def _park(self) -> None:
        self._do_with(self._cards(), park_cards, N_("Choose the cards to be parked first."))

    def _quote(self) -> None:
        self._do_with(self._cards(), quote_cards, N_("Choose the cards to be quoted first."))

    def _act(self) -> None:
        page = self._page
        nothing = N_("Choose what is to become an action first.")
        match page.view():
            case "quotes":
                self._do_with(self._lines(page.quotes), _acting(Quote), nothing)
            case "parked":
                self._do_with(self._lines(page.parked), _acting(Parked), nothing, page.parked)
            case _:
                self._do_with(self._cards(), _acting(Card), nothing)

    def _carry(self) -> None:
        page, desk = self._page, self._desk
        if page.view() != "parked":
            page.show_view("parked")
            return
        today = in_wales(desk.now()).date()
        self._do_with(
            self._lines(page.parked),
            lambda workshop, ids: carry_over(workshop, desk.catalogue, ids, today),
            N_("Nothing waits among what is chosen."),
            page.parked,
        )

    def _do_with(
        self, ids: list[Id], verb: Verb, nothing: str, kept: "KeptPane | None" = None
    ) -> None:
        if not ids:
            self._desk.refused.emit(Problem(nothing))
        elif alter(self._desk, lambda workshop: verb(workshop, ids)) and kept is not None:
            self._on_to_next(kept)

    def _on_to_next(self, kept: "KeptPane") -> None:
        """To the next line that waits: the same key again goes through all of them."""
        workshop = self._desk.workshop
        rest = waiting(workshop) if workshop else []
        if rest:
            here = kept.table.source.row_of(kept.table.current())
            places = [kept.table.source.row_of(each.id) for each in rest]
            after = next((n for n, place in enumerate(places) if place > here), 0)
            kept.table.select(rest[after].id)

    def _finish(self) -> None:
        alter(self._desk, lambda workshop: running.finish(workshop, self._desk.now()))


def _acting(noun: type[Card | Parked | Quote]) -> Verb:
    return lambda workshop, ids: act_on(workshop, noun, ids)
