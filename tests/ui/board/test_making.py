"""Cards are parked, quoted and made into actions by key; the parking lot is emptied by key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, ParkedState, Quote
from gweithdy.domain.session import Session, Status
from gweithdy.domain.text import both
from gweithdy.edits import agenda, quotes, running
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def refused(context: Context) -> list[Problem]:
    told: list[Problem] = []
    context.desk.refused.connect(told.append)
    return told


def press(qtbot: QtBot, page: BoardPage, key: Key) -> None:
    page.window().activateWindow()
    qtbot.keyClick(page.focusWidget() or page, key, CTRL_SHIFT)


def test_a_card_is_parked_quoted_and_acted_on_by_key(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.pane.view.make_current(cards[1])
    for key, noun in ((Key.Key_S, Parked), (Key.Key_Q, Quote), (Key.Key_X, Action)):
        press(qtbot, page, key)
        made = context.library.workshop(context.desk.workshop.id).of(noun)
        assert [(each.origin, each.text.en.words) for each in made] == [(cards[1], "Two")]
    assert context.desk.workshop.find(Card, cards[1])
    page.pane.open_details()
    page.pane._show_chosen()
    told = page.pane.details.card.came.text().split("\n")
    assert told == ["Among the quotes", "In the parking lot", "There is an action"]
    context.desk.undo()
    assert not context.desk.workshop.of(Action)


def test_the_details_and_the_menu_offer_it(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.pane.view.make_current(cards[0])
    page.pane.open_details()
    page.pane._show_chosen()
    page.pane.details.buttons["board.quote"].click()
    assert [each.origin for each in context.desk.workshop.of(Quote)] == [cards[0]]
    offered = page.more.choices.actions()
    assert page.bound.actions["board.park"] in offered


def test_without_a_card_it_says_what_to_choose(
    page: BoardPage, refused: list[Problem], context: Context
) -> None:
    page.show_view("quotes")
    page.bound.run("board.park")
    assert "Choose the cards" in str(refused[-1])
    assert not context.desk.workshop.of(Parked)


def test_the_parking_lot_is_emptied_by_key_and_the_day_ends(
    qtbot: QtBot, context: Context, page: BoardPage, refused: list[Problem]
) -> None:
    desk = context.desk
    desk.do(agenda.add(desk.workshop, title=both("Un", "One"), minutes=30))
    desk.do(running.start(desk.workshop, desk.now()))
    for words in ("a", "b", "c"):
        desk.do(quotes.park(desk.workshop, words, "en"))
    lines = desk.workshop.of(Parked)
    page.go_to(lines[0].id)
    foot = page.parked.foot
    assert page.parked.table.hasFocus()
    assert foot.finish.isVisible()
    assert not foot.finish.isEnabled()
    assert foot.sentence.text().startswith("3 lines wait.")
    press(qtbot, page, Key.Key_X)
    press(qtbot, page, Key.Key_Y)
    assert page.parked.table.current() == lines[2].id
    qtbot.keyClick(page.parked.table, Key.Key_Delete)
    states = [each.state for each in desk.workshop.of(Parked)]
    assert states == [ParkedState.ACTION, ParkedState.CARRIED]
    assert foot.finish.isEnabled()
    foot.finish.setFocus()
    qtbot.keyClick(foot.finish, Key.Key_Space)
    assert desk.workshop.session.status is Status.HELD
    assert not foot.finish.isVisible()
    assert page.parked.table.hasFocus()
    assert not refused
    there = next(each for each in desk.catalogue.of(Session) if each.id != desk.workshop.id)
    assert [each.text.en.words for each in context.library.workshop(there.id).of(Parked)] == ["b"]


def test_pressed_once_too_often_a_button_under_the_lines_removes_none(
    qtbot: QtBot, context: Context, page: BoardPage
) -> None:
    desk = context.desk
    desk.do(quotes.park(desk.workshop, "a", "en"))
    page.go_to(desk.workshop.of(Parked)[0].id)
    page.window().activateWindow()
    page.parked.foot.buttons["board.act"].setFocus()
    for _ in range(2):
        qtbot.keyClick(page.focusWidget(), Key.Key_Space)
    assert [each.state for each in desk.workshop.of(Parked)] == [ParkedState.ACTION]
    assert page.parked.table.hasFocus()


def test_carrying_over_is_undone_in_both_sessions(context: Context, page: BoardPage) -> None:
    desk = context.desk
    desk.do(quotes.park(desk.workshop, "a", "en"))
    page.show_view("parked")
    page.parked.table.select(desk.workshop.of(Parked)[0].id)
    page.bound.run("board.carry")
    there = next(each for each in desk.catalogue.of(Session) if each.id != desk.workshop.id)
    desk.undo()
    assert [each.state for each in desk.workshop.of(Parked)] == [ParkedState.WAITS]
    assert not desk.catalogue.find(Session, there.id)
    assert not context.library.workshop(desk.workshop.id).of(Parked)[0].deleted
    desk.redo()
    assert [each.text.en.words for each in context.library.workshop(there.id).of(Parked)] == ["a"]
    assert desk.workshop.of(Parked)[0].state is ParkedState.CARRIED
