"""The board by keys alone: what is not side by side can be chosen, and short keys turned off."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_cards_that_are_not_side_by_side_go_into_one_theme(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, name = page.pane.view, page.pane.name
    view.make_current(cards[0])
    for _ in range(2):
        qtbot.keyClick(view, Key.Key_Down, CTRL)
    assert page.pane.scene.selected_cards() == [cards[0]]
    qtbot.keyClick(view, Key.Key_Space)
    assert page.pane.scene.selected_cards() == [cards[0], cards[2]]
    qtbot.keyClick(view, Key.Key_G, CTRL)
    qtbot.keyClicks(name.box, "Apart")
    qtbot.keyClick(name.box, Key.Key_Return)
    [theme] = context.desk.workshop.of(Theme)
    assert {c.id for c in context.desk.workshop.of(Card) if c.theme} == {cards[0], cards[2]}
    view.make_current(theme.id)
    qtbot.keyClick(view, Key.Key_G, CTRL | SHIFT)
    assert context.desk.workshop.of(Theme) == []


def test_the_same_key_takes_a_card_out_of_the_selection(
    qtbot: QtBot, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    qtbot.keyClick(view, Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Key.Key_Up, CTRL)
    qtbot.keyClick(view, Key.Key_Space)
    assert page.pane.scene.selected_cards() == [cards[1]]
    assert view.current == cards[0]


@pytest.mark.parametrize(("is_on", "votes"), [(1, 2), (0, 1)])
def test_a_letter_counts_a_vote_only_if_wanted(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], is_on: int, votes: int
) -> None:
    context.settings.put("short_keys", is_on)
    view = page.pane.view
    view.make_current(cards[0])
    qtbot.keyClick(view, Key.Key_V)
    qtbot.keyClick(view, Key.Key_V, CTRL | SHIFT)
    assert sum(vote.count for vote in context.desk.workshop.of(Vote)) == votes
