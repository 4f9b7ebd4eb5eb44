"""What is undone or done again is in sight, or the notice says where and leads there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import actions, agenda, board, people, stakeholders
from gweithdy.edits.sessions import change_session, delete_session
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.widgets.rows import RowsTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program
    from gweithdy.ui.main_window import MainWindow


@pytest.fixture
def window(program: "Program") -> "MainWindow":
    session = program.desk.catalogue.of(Session)[0].id
    program.window.open_session(session, "agenda")
    return program.window


def table_of(window: "MainWindow") -> RowsTable:
    page = window.pages[window.key]
    if isinstance(page, ActionsPage):
        return page.action_list.table
    assert isinstance(page, AgendaPage | PeoplePage | StakeholdersPage)
    return page.table


Change = Callable[[Workshop, Id], Edit]

CHANGES: list[tuple[str, type[Entity], Change]] = [
    ("agenda", Block, lambda w, id: agenda.change(w, id, minutes=7)),
    ("people", Participant, lambda w, id: people.change(w, id, table="9")),
    ("stakeholders", Stakeholder, lambda w, id: stakeholders.change(w, id, power=7)),
    ("actions", Action, lambda w, id: actions.change(w, id, owner="Mair")),
]


@pytest.mark.parametrize(("key", "noun", "change"), CHANGES, ids=[each[0] for each in CHANGES])
def test_what_was_undone_is_chosen_on_its_page(
    window: "MainWindow", key: str, noun: type[Entity], change: Change
) -> None:
    desk = window.context.desk
    assert desk.workshop
    window.show_page(key)
    table = table_of(window)
    rows = [row.id for row in table.source.rows if isinstance(row, noun)]
    assert desk.do(change(desk.workshop, rows[-1]))
    table.select(rows[0])
    keyboard = window.focusWidget()
    desk.undo()
    assert table.current() == rows[-1]
    table.select(rows[0])
    desk.redo()
    assert table.current() == rows[-1]
    assert window.focusWidget() is keyboard


@pytest.mark.parametrize(("key", "noun", "change"), CHANGES, ids=[each[0] for each in CHANGES])
def test_what_was_undone_elsewhere_is_said_with_its_page_and_led_to(
    window: "MainWindow", key: str, noun: type[Entity], change: Change, qtbot: QtBot
) -> None:
    desk = window.context.desk
    assert desk.workshop
    last = desk.workshop.of(noun)[-1].id
    assert desk.do(change(desk.workshop, last))
    window.show_page("library")
    desk.undo()
    assert window.key == "library"
    title = window.rail.buttons[key].text()
    assert f"· {title} · " in window.notices.text()
    qtbot.mouseClick(window.notices._place, Qt.MouseButton.LeftButton)
    assert window.key == key
    assert table_of(window).current() == last


def test_a_card_that_was_moved_back_is_in_sight(window: "MainWindow") -> None:
    desk = window.context.desk
    window.show_page("board")
    page = window.pages["board"]
    assert desk.workshop
    assert isinstance(page, BoardPage)
    lane = desk.workshop.of(Lane)[0]
    cards = desk.workshop.inside(Card, lane.id)
    assert desk.do(board.change_card(desk.workshop, cards[0].id, text=Typed(Language.EN, "Other")))
    view = page.pane.view
    view.zoom_to(2.0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    desk.undo()
    box = page.pane.scene.place(cards[0].id)
    assert box
    assert view.mapToScene(view.viewport().rect()).boundingRect().intersects(box)


def test_a_session_that_comes_back_is_led_to(window: "MainWindow", qtbot: QtBot) -> None:
    desk = window.context.desk
    first, other = desk.catalogue.of(Session)[:2]
    assert desk.do(delete_session(other))
    desk.undo()
    qtbot.mouseClick(window.notices._place, Qt.MouseButton.LeftButton)
    # A session is shown where it is planned, and this one is not open: its row is.
    assert desk.workshop
    assert desk.workshop.id == first.id
    assert window.key == "library"
    page = window.pages["library"]
    assert isinstance(page, LibraryPage)
    chosen = page.shelf.selection()
    assert chosen is not None
    assert chosen.id == other.id


def test_nothing_is_led_to_that_is_not_there(window: "MainWindow") -> None:
    desk = window.context.desk
    assert desk.workshop
    assert desk.do(agenda.add(desk.workshop))
    desk.undo()
    assert not window.notices._place.isVisible()
    desk.redo()
    assert window.notices._place.isVisible()


def test_what_is_saved_leads_nowhere(window: "MainWindow") -> None:
    desk = window.context.desk
    assert desk.workshop
    title = Typed(Language.EN, "Other")
    assert desk.do(change_session(desk.workshop.session, title=title))
    assert not window.notices._place.isVisible()
    assert "Plan" not in window.notices.text()
