"""A hit of the search leads to the very thing, whatever page, board or list it is in."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.entity import Entity
from gweithdy.domain.people import Participant
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import both
from gweithdy.edits import board
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.widgets.rows import RowsTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


@pytest.mark.parametrize(
    "noun", [Block, Participant, Stakeholder, Action, Reflection, Quote, Parked]
)
@pytest.mark.parametrize("opened", [True, False], ids=["open", "on the shelf"])
def test_a_hit_in_a_list_is_chosen_and_has_the_keyboard(
    program: "Program",
    noun: type[Entity],
    opened: bool,  # noqa: FBT001 - a case
) -> None:
    window = program.window
    session = program.desk.catalogue.of(Session)[0].id
    thing = program.library.workshop(session).of(noun)[-1]
    if opened:
        window.open_session(session)
    window.show_page("library")
    window.pages["library"].thing_asked.emit(session, noun.noun.page, thing.id)
    QApplication.processEvents()
    table = window.focusWidget()
    assert isinstance(table, RowsTable)
    assert table.isVisible()
    assert table.current() == thing.id


@pytest.mark.parametrize("noun", [Card, Theme])
def test_a_hit_on_a_board_is_in_sight_though_a_filter_hid_it(
    program: "Program", noun: type[Entity]
) -> None:
    window = program.window
    session = program.desk.catalogue.of(Session)[0].id
    window.open_session(session, "board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    page.filter.text.setText("Nothing is called that")
    page.show_view("outline")
    thing = program.library.workshop(session).of(noun)[-1]
    window.show_page("library")
    window.pages["library"].thing_asked.emit(session, "board", thing.id)
    QApplication.processEvents()
    view = page.pane.view
    assert window.focusWidget() is view
    assert view.current == thing.id
    box = page.pane.scene.place(thing.id)
    assert box
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(box.topLeft())


def test_a_hit_on_another_board_shows_that_board(program: "Program") -> None:
    window, desk = program.window, program.desk
    session = desk.catalogue.of(Session)[0].id
    window.open_session(session, "board")
    assert desk.workshop
    desk.do(board.add_board(desk.workshop, both("Arall", "Other")))
    lane = desk.workshop.of(Lane)[-1]
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    card = board.add_card(desk.workshop, "Far away", "en", lane.id, "none", "room", desk.now())
    desk.do(card)
    page.boards.activated.emit(0)
    window.pages["board"].thing_asked.emit(session, "board", card.changes[0].id)
    assert page.pane.scene.place(card.changes[0].id)
