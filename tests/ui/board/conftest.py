"""A board with something on it, shown as in the window."""

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.text import said
from gweithdy.edits import board
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context


@pytest.fixture
def cards(context: Context) -> list[Id]:
    """Three cards in the first lane, two barriers in the second."""
    desk = context.desk
    desk.do(board.start_board(desk.workshop))
    vision, barriers, _ = (lane.id for lane in desk.workshop.of(Lane))
    for words, lane in (
        ("One", vision),
        ("Two", vision),
        ("Three", vision),
        ("Four", barriers),
        ("Five", barriers),
    ):
        edit = board.add_card(desk.workshop, words, "en", lane, CardKind.NONE, "room", desk.now())
        assert desk.do(edit)
    names = ["One", "Two", "Three", "Four", "Five"]
    return sorted(
        (card.id for card in desk.workshop.of(Card)),
        key=lambda id: names.index(desk.workshop.get(Card, id).text.en.words),
    )


@pytest.fixture
def theme(context: Context, cards: list[Id]) -> Id:
    """A theme with the card Three in it."""
    desk = context.desk
    edit = board.group(desk.workshop, [cards[2]], said("Group", "en"))
    desk.do(edit)
    return edit.changes[0].id


@pytest.fixture
def page(qtbot: QtBot, context: Context, cards: list[Id]) -> BoardPage:
    """The Capture page at the size it has on a council laptop."""
    assert cards
    made = BoardPage(context)
    qtbot.addWidget(made)
    made.resize(1166, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.pane.view.setFocus()
    return made
