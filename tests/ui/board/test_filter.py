"""Filter, order and saved views: what is looked for, and that nothing goes from under a hand."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.looks import Look, Sorting
from gweithdy.domain.text import both, said
from gweithdy.edits import board, looks
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def seen(page: BoardPage) -> list[str]:
    """The words of the cards that are shown, lane by lane from the top."""
    return [
        card.text.en.words
        for _, lane in page.pane.scene.lanes
        for group in lane.contents.groups
        for card in group.cards
    ]


def choose(box: object, value: object) -> None:
    row = box.findData(value)  # type: ignore[attr-defined]
    assert row >= 0, f"{value} is not offered"
    box.setCurrentIndex(row)  # type: ignore[attr-defined]


def test_each_choice_narrows_the_board_down(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    desk, narrow = context.desk, page.filter.narrowing
    lanes = [lane.id for lane in desk.workshop.of(Lane)]
    desk.do(board.change_card(desk.workshop, cards[1], kind=CardKind.CULTURAL, source="7"))
    desk.do(
        board.add_card(desk.workshop, "Chwech", "cy", lanes[2], CardKind.NONE, "room", desk.now())
    )
    desk.do(board.add_votes(desk.workshop, [cards[0]], "room"))
    for box, value, expected in (
        (narrow.lane, lanes[1], ["Four", "Five"]),
        (narrow.theme, theme, ["Three"]),
        (narrow.theme, "-", ["One", "Two", "Four", "Five", ""]),
        (narrow.kind, CardKind.CULTURAL, ["Two"]),
        (narrow.source, "7", ["Two"]),
        (narrow.language, "cy", [""]),
        (narrow.votes, 1, ["One"]),
    ):
        choose(box, value)
        assert seen(page) == expected
        assert page.filter.found.text() == f"{len(expected)} of 6 cards"
        page.filter.clear()
    assert len(seen(page)) == 6
    desk.do(board.change_card(desk.workshop, cards[3], text=both("Pedwar", "Four")))
    page.filter.untranslated.setChecked(True)
    assert seen(page) == ["Three", "One", "Two", "Five", ""]


def test_a_lane_that_is_looked_for_has_all_the_width(context: Context, page: BoardPage) -> None:
    before = page.pane.scene.sizes.card
    choose(page.filter.narrowing.lane, context.desk.workshop.of(Lane)[1].id)
    assert len(page.pane.scene.lanes) == 1
    sizes = page.pane.scene.sizes
    assert sizes.columns > 1 or sizes.card > before


def test_one_key_shows_everything_again(qtbot: QtBot, page: BoardPage, cards: list[Id]) -> None:
    assert not page.filter.everything.isVisible()
    page.filter.text.setText("One")
    choose(page.filter.narrowing.source, "room")
    assert page.filter.everything.isVisible()
    assert page.filter.more.text() == "Filter: 1", "what is not seen is said"
    qtbot.keyClick(page.pane.view, Qt.Key.Key_R, CTRL)
    assert len(seen(page)) == len(cards)
    assert page.filter.text.text() == ""
    assert page.filter.more.text() == "Filter"


def test_cards_are_sorted_in_each_group(context: Context, page: BoardPage, cards: list[Id]) -> None:
    desk = context.desk
    desk.do(board.add_votes(desk.workshop, [cards[2]], "room"))
    desk.do(board.change_card(desk.workshop, cards[0], source="10"))
    desk.do(board.change_card(desk.workshop, cards[1], source="2"))
    for sorting, expected in (
        (Sorting.VOTES, ["Three", "One", "Two"]),
        (Sorting.WORDS, ["One", "Three", "Two"]),
        (Sorting.TABLE, ["Two", "One", "Three"]),
        (Sorting.TIME, ["Three", "Two", "One"]),
        (Sorting.GIVEN, ["One", "Two", "Three"]),
    ):
        choose(page.filter.sorting, sorting)
        assert seen(page)[:3] == expected, sorting


def test_a_vote_moves_no_card_from_under_the_hand(page: BoardPage, cards: list[Id]) -> None:
    choose(page.filter.sorting, Sorting.VOTES)
    page.pane.view.make_current(cards[2])
    page.pane.press("vote")
    assert seen(page)[:3] == ["One", "Two", "Three"]
    choose(page.filter.sorting, Sorting.GIVEN)
    choose(page.filter.sorting, Sorting.VOTES)
    assert seen(page)[:3] == ["Three", "One", "Two"]


def test_in_another_order_nothing_is_moved_up_or_down(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    choose(page.filter.sorting, Sorting.WORDS)
    page.pane.view.make_current(cards[0])
    refused: list[object] = []
    context.desk.refused.connect(refused.append)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Down, ALT)
    assert len(refused) == 1
    assert (
        context.desk.workshop.inside(Card, context.desk.workshop.of(Lane)[0].id)[0].id == cards[0]
    )
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Right, ALT)
    assert context.desk.workshop.get(Card, cards[0]).lane == context.desk.workshop.of(Lane)[1].id


def test_what_was_just_changed_does_not_vanish(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk = context.desk
    choose(page.filter.narrowing.source, "room")
    desk.do(board.change_card(desk.workshop, cards[0], source="9"))
    assert "One" in seen(page)
    desk.do(board.add_votes(desk.workshop, [cards[1]], "room"))
    choose(page.filter.narrowing.votes, 1)
    assert seen(page) == ["Two"]
    desk.do(board.set_votes(desk.workshop, cards[1], "room", 0))
    assert seen(page) == ["Two"], "its vote was just taken back"
    page.filter.changed.emit()
    assert seen(page) == []


def test_what_is_not_shown_is_not_changed(qtbot: QtBot, context: Context, page: BoardPage) -> None:
    page.filter.text.setText("T")
    shown = seen(page)
    assert shown == ["Two", "Three"]
    qtbot.keyClick(page.pane.view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Delete)
    left = [card.text.en.words for card in context.desk.workshop.of(Card)]
    assert sorted(left) == ["Five", "Four", "One"]


def test_a_view_is_saved_taken_up_again_and_removed(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    bar, desk = page.filter, context.desk
    bar.text.setText("T")
    choose(bar.narrowing.lane, desk.workshop.of(Lane)[0].id)
    choose(bar.sorting, Sorting.WORDS)
    expected = seen(page)
    bar.looks.fill()
    bar.looks.choices.actions()[-1].trigger()
    bar.name.box.setText("With a T")
    bar.name.accept.click()
    (look,) = desk.workshop.of(Look)
    assert (look.words, look.sorting) == ("T", Sorting.WORDS)
    bar.clear()
    choose(bar.sorting, Sorting.GIVEN)
    assert len(seen(page)) == len(cards)
    bar.looks.fill()
    bar.looks.choices.actions()[0].trigger()
    assert seen(page) == expected
    bar.looks.fill()
    bar.looks._gone.actions()[0].trigger()
    assert not desk.workshop.of(Look)
    desk.undo()
    assert desk.workshop.of(Look)


def test_a_view_of_a_theme_that_is_gone_shows_what_it_can(
    context: Context, page: BoardPage, theme: Id
) -> None:
    desk = context.desk
    place = desk.workshop.of(Lane)[0].board
    desk.do(looks.save_look(desk.workshop, place, said("T", "en"), theme=theme, words="T"))
    desk.do(board.ungroup(desk.workshop, theme))
    page.filter.show_look(desk.workshop.of(Look)[0])
    assert seen(page) == ["Two", "Three"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_escape_in_the_box_clears_all_of_it(qtbot: QtBot, page: BoardPage, key: Qt.Key) -> None:
    page.filter.text.setText("One")
    choose(page.filter.narrowing.source, "room")
    qtbot.keyClick(page.filter.text, key)
    assert not page.filter.query()


def test_a_theme_is_found_with_the_themes_inside_it(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    desk = context.desk
    desk.do(board.group(desk.workshop, [cards[0]], said("Inside", "en")))
    inside = next(each.id for each in desk.workshop.of(Theme) if each.id != theme)
    desk.do(board.nest_theme(desk.workshop, inside, theme))
    choose(page.filter.narrowing.theme, theme)
    assert seen(page) == ["Three", "One"]
    choose(page.filter.narrowing.theme, inside)
    assert seen(page) == ["One"]


def test_in_the_order_of_words_another_language_of_the_screen_is_another_order(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk = context.desk
    for card, cy in zip(cards[:3], ("Ch", "B", "A"), strict=True):
        words = desk.workshop.get(Card, card).text.en.words
        desk.do(board.change_card(desk.workshop, card, text=both(cy, words)))
    choose(page.filter.sorting, Sorting.WORDS)
    assert seen(page)[:3] == ["One", "Three", "Two"]
    context.words.switch("cy")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert seen(page)[:3] == ["Three", "Two", "One"]


def test_what_is_looked_for_is_shown_though_its_theme_is_closed(
    page: BoardPage, cards: list[Id], theme: Id
) -> None:
    page.pane.view.make_current(theme)
    page.pane.press("fold")
    assert not page.pane.scene.place(cards[2])
    page.filter.text.setText("Three")
    assert page.pane.scene.place(cards[2])
    page.filter.clear()
    assert not page.pane.scene.place(cards[2])
