"""The board for somebody who knows no keys: what can be done is in a menu, and nothing jumps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.edits import board
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.context import Context

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def long(context: Context, page: BoardPage) -> BoardPage:
    """The page with a lane that is longer than the window."""
    desk = context.desk
    lane = desk.workshop.of(Lane)[0].id
    for n in range(30):
        edit = board.add_card(
            desk.workshop, f"Card {n}", "en", lane, CardKind.NONE, "room", desk.now()
        )
        desk.do(edit)
    page.resize(1170, 610)
    page.pane.view.verticalScrollBar().setValue(0)
    return page


def ask_menu(page: BoardPage, at: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    """Open the menu of the board as the right button or the Menu key does."""
    view = page.pane.view
    port = view.viewport()
    target = port if reason is QContextMenuEvent.Reason.Mouse else view
    event = QContextMenuEvent(reason, at, port.mapToGlobal(at))
    QApplication.sendEvent(target, event)
    menu = page.card_menu.shown
    assert menu is not None
    return menu


def test_the_menu_of_a_theme_speaks_of_a_theme(page: BoardPage, cards: list[Id], theme: Id) -> None:
    page.pane.view.make_current(theme)
    keyboard = QContextMenuEvent.Reason.Keyboard
    menu = ask_menu(page, QPoint(), keyboard)
    assert menu.actions()[0].text().startswith("Details of the theme\t")
    menu.close()
    page.pane.view.make_current(cards[0])
    menu = ask_menu(page, QPoint(), keyboard)
    assert menu.actions()[0].text().startswith("Details of the card\t")
    menu.close()


def test_the_right_button_says_what_can_be_done_with_a_card(
    page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    menu = ask_menu(page, centre_of(view, cards[1]), QContextMenuEvent.Reason.Mouse)
    assert view.chosen_cards() == [cards[1]]
    offered = menu.actions()
    for id in ("cards.details", "cards.group", "cards.move", "cards.also", "cards.history"):
        assert page.pane.bound.actions[id] in offered
    for id in ("board.park", "board.quote", "board.act"):
        assert page.bound.actions[id] in offered
    assert page.pane.bound.actions["cards.merge"] not in offered, "one card has nothing to merge"
    menu.close()


def test_the_menu_is_of_all_that_was_chosen(page: BoardPage, cards: list[Id]) -> None:
    view = page.pane.view
    view.board.choose(cards[:2])
    menu = ask_menu(page, centre_of(view, cards[1]), QContextMenuEvent.Reason.Mouse)
    assert set(view.chosen_cards()) == set(cards[:2])
    assert page.pane.bound.actions["cards.merge"] in menu.actions()
    page.pane.bound.actions["cards.group"].trigger()
    assert page.pane.name.isVisible()
    menu.close()


def test_the_menu_key_opens_it_for_a_theme_too(page: BoardPage, cards: list[Id]) -> None:
    page.pane.view.make_current(cards[0])
    page.pane.bound.run("cards.group")
    page.pane.name.box.setText("A theme")
    QTest.keyClick(page.pane.name.box, Qt.Key.Key_Return)
    theme = next(iter(page.pane.scene.themes))
    page.pane.view.make_current(theme)
    menu = ask_menu(page, QPoint(), QContextMenuEvent.Reason.Keyboard)
    offered = menu.actions()
    for id in ("cards.fold", "cards.merge", "cards.move", "cards.ungroup"):
        assert page.pane.bound.actions[id] in offered
    assert page.pane.bound.actions["cards.group"] not in offered
    menu.close()


def test_the_button_more_takes_the_keyboard_from_nobody(
    qtbot: QtBot, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    view.setFocus()
    qtbot.mouseClick(page.more, LEFT)
    assert page.pane.bound.actions["cards.group"] in page.more.choices.actions()
    qtbot.keyClick(page.more.choices, Qt.Key.Key_Escape)
    assert view.hasFocus(), "the keys of the board are dead"


def test_a_click_scrolls_nothing_that_is_in_sight(qtbot: QtBot, long: BoardPage) -> None:
    view = long.pane.view
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    foot = view.viewport().height()
    for dy in (4, 20, 40):
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(60, foot - dy))
        assert bar.value() == 0, "the board moved under the pointer"
    bar.setValue(100)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(60, 6))
    assert bar.value() == 100


def test_other_details_begin_at_their_top(qtbot: QtBot, page: BoardPage, cards: list[Id]) -> None:
    pane = page.pane
    page.resize(1170, 420)
    pane.view.make_current(cards[0])
    pane.open_details()
    bar = pane.details.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    pane._show_chosen()
    assert bar.value() > 0, "the same card stays where it was read"
    pane.view.make_current(cards[1])
    pane._show_chosen()
    assert bar.value() == 0


def test_lanes_fit_beside_the_details_at_every_width(long: BoardPage) -> None:
    view = long.pane.view
    for width in range(900, 912):
        long.resize(width, 610)
        assert view.verticalScrollBar().maximum() > 0
        assert view.horizontalScrollBar().maximum() == 0, f"a bar for some pixels at {width}"


def test_the_outline_has_the_same_menu_and_keys(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.show_view("outline")
    tree = page.outline.tree
    model = page.outline.model
    at, other = (tree.visualRect(model.index_of(id)).center() for id in cards[:2])
    qtbot.mouseClick(tree.viewport(), LEFT, pos=at)
    qtbot.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, other)
    QApplication.sendEvent(
        tree.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at)),
    )
    menu = page.card_menu.shown
    assert menu is not None
    assert page.pane.bound.actions["cards.merge"] in menu.actions()
    assert page.pane.bound.actions["cards.details"] not in menu.actions()
    menu.close()
    page.activateWindow()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tree, Qt.Key.Key_J, both)
    merged = [card for card in context.desk.workshop.of(Card) if card.made_of]
    assert [set(card.made_of) for card in merged] == [set(cards[:2])]
    assert page.view() == "outline"


def test_showing_the_board_that_is_in_sight_scrolls_nothing(long: BoardPage) -> None:
    bar = long.pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    long.pane.view.clearFocus()
    long.show_noun("card")
    assert bar.value() == bar.maximum() > 0
    long.show_view("quotes")
    long.show_noun("card")
    assert long.view() == "board"
