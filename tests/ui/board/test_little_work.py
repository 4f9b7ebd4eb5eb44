"""An edit of one card works on what it touches: counted calls, no clock."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.arrange import Arrangement
from gweithdy.domain.board import Card, CardKind, Lane, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.looks import Sorting
from gweithdy.domain.quotes import Quote
from gweithdy.domain.text import Language, Typed, said
from gweithdy.edits import board, quotes, votes
from gweithdy.ui.attempt import alter
from gweithdy.ui.board import scene, sorting
from gweithdy.ui.board.card_item import CardItem
from gweithdy.ui.board.face import Face
from gweithdy.ui.board.filter import CardFilter, Query
from gweithdy.ui.board.measure import Heights
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

Calls = list[tuple[Any, ...]]


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Calls:
    """The arguments of each call of a function from now on."""
    calls: Calls = []
    real: Callable[..., Any] = getattr(owner, name)

    def noted(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, noted)
    return calls


def change(context: Context, card: Id, words: str) -> None:
    typed = Typed(Language.EN, words)
    assert alter(context.desk, lambda w: board.change_card(w, card, text=typed))


def test_an_edit_of_one_card_touches_nothing_of_other_lanes(
    context: Context, page: BoardPage, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.isVisible()
    others = set(cards[3:])
    laid_out = counted(monkeypatch, scene, "lay_out")
    shown = counted(monkeypatch, CardItem, "show_card")
    measured = counted(monkeypatch, Heights, "_measured")
    change(context, cards[0], "In other words")
    assert [contents.lane.id for contents, *_ in laid_out] == [
        context.desk.workshop.get(Card, cards[0]).lane
    ]
    assert [item.id for item, *_ in shown] == [cards[0]]
    assert [card.id for _, card, _ in measured] == [cards[0]]
    assert others.isdisjoint(card.id for _, card, _ in measured)


def test_a_vote_measures_the_card_it_is_for(
    context: Context, page: BoardPage, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = counted(monkeypatch, Heights, "_measured")
    alter(context.desk, lambda w: board.add_votes(w, [cards[1]], "room"))
    assert [card.id for _, card, _ in measured] == [cards[1]]
    assert page.pane.scene.cards[cards[1]].votes == 1


def test_who_counts_in_the_grid_waits_for_no_board(
    context: Context, page: BoardPage, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_view("votes")
    work = [
        counted(monkeypatch, owner, name)
        for owner, name in (
            (page.sought, "look"),
            (page.pane, "show_lanes"),
            (page.keeping, "show"),
            (page.votes.tallies, "count"),
            (CardFilter, "_words_of"),
        )
    ]
    for n in range(1, 4):
        alter(context.desk, lambda w, n=n: votes.set_votes(w, cards[1], "1", n))
    assert work == [[]] * len(work)
    assert page.votes.tallies.sums == {"1": 3}


@pytest.mark.parametrize("view", ["board", "outline"])
def test_votes_counted_in_the_grid_are_there_when_the_cards_are_looked_at(
    context: Context, page: BoardPage, cards: list[Id], view: str
) -> None:
    page.show_view("outline")
    page.show_view("votes")
    alter(context.desk, lambda w: votes.set_votes(w, cards[1], "1", 4))
    page.show_view(view)
    assert page.pane.scene.cards[cards[1]].votes == 4
    assert page.outline.current() == cards[0] or view == "board"
    page.show_view("outline")
    assert page.outline.model.index_of(cards[1]).siblingAtColumn(2).data() == "4"


def test_a_filter_by_votes_knows_those_that_are_counted_now(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.show_view("votes")
    page.filter.narrowing.votes.setCurrentIndex(1)
    page.filter.changed.emit()
    assert page.votes.grid.source.row_of(cards[1]) < 0
    alter(context.desk, lambda w: votes.set_votes(w, cards[1], "1", 4))
    assert page.votes.grid.source.row_of(cards[1]) >= 0


def test_above_the_first_difference_nothing_is_packed_again(
    context: Context, page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.isVisible()
    desk = context.desk
    lane = desk.workshop.of(Lane)[0].id
    lines = [(f"Number {n}", "en") for n in range(50)]
    desk.do(board.add_cards(desk.workshop, lines, lane, CardKind.NONE, "room", desk.now()))
    asked = counted(monkeypatch, Heights, "of")
    desk.do(board.add_card(desk.workshop, "Last", "en", lane, CardKind.NONE, "room", desk.now()))
    assert len(asked) == 1


def test_a_key_in_the_outline_moves_one_row(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.show_view("outline")
    model = page.outline.model
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append(last - first + 1))
    alter(context.desk, lambda w: board.move_cards(w, [cards[0]], w.of(Lane)[0].id))
    assert inserted == [1]
    lane = model.index_of(context.desk.workshop.of(Lane)[0].id)
    shown = [model.index(row, 0, lane).data() for row in range(model.rowCount(lane))]
    assert shown == ["Two", "Three", "One"]


def test_the_outline_says_votes_anew_that_came_while_it_was_not_shown(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.show_view("outline")
    index = page.outline.model.index_of(cards[0]).siblingAtColumn(2)
    told: list[str] = []
    page.outline.model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    assert not index.data()
    page.show_view("board")
    alter(context.desk, lambda w: board.add_votes(w, [cards[0]], "room"))
    page.show_view("outline")
    assert index.data() == "1"
    assert told == ["One"]


def test_the_outline_says_anew_what_changed_and_no_more(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    page.show_view("outline")
    desk, model = context.desk, page.outline.model
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    desk.do(board.change_card(desk.workshop, cards[2], source="3"))
    assert told == ["Three"]
    told.clear()
    desk.do(board.move_cards(desk.workshop, [cards[0]], desk.workshop.of(Lane)[0].id, theme))
    assert "Group" in told
    assert model.index_of(theme).siblingAtColumn(1).data() == "2 cards"
    told.clear()
    alter(desk, lambda w: board.add_votes(w, [cards[1]], "room"))
    desk.do(board.change_card(desk.workshop, cards[4], source="3"))
    assert told == ["Two", "Five"]


def test_only_the_list_that_changed_is_shown_anew(
    context: Context, page: BoardPage, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    boards = counted(monkeypatch, page.pane, "show_lanes")
    kept = counted(monkeypatch, page.quotes, "show_rows")
    parked = counted(monkeypatch, page.parked, "show_rows")
    change(context, cards[0], "In other words")
    assert (len(boards), len(kept), len(parked)) == (1, 0, 0)
    alter(context.desk, lambda w: quotes.add(w, Quote, [("Their words", "en")]))
    assert (len(boards), len(kept), len(parked)) == (1, 1, 0)


def test_a_lane_that_stays_is_the_same_arrangement(
    context: Context, cards: list[Id], theme: Id
) -> None:
    workshop, arrangement = context.desk.workshop, Arrangement()
    before = arrangement.of(workshop)
    assert all(a is b for a, b in zip(before, arrangement.of(workshop), strict=True))
    workshop.take(board.change_card(workshop, cards[0], source="3"))
    after = arrangement.of(workshop)
    assert [a is b for a, b in zip(before, after, strict=True)] == [False, True, True]
    workshop.take(board.rename_theme(workshop, theme, said("Other", "en")))
    last = arrangement.of(workshop)
    assert [a is b for a, b in zip(after, last, strict=True)] == [False, True, True]
    assert last[0].groups[0].theme == workshop.get(Theme, theme)


def test_an_arrangement_is_of_the_lanes_of_now(context: Context, cards: list[Id]) -> None:
    assert cards
    workshop, arrangement = context.desk.workshop, Arrangement()
    first, second, third = (contents.lane for contents in arrangement.of(workshop))
    workshop.take(board.change_lane(workshop, second.id, title=said("Other", "en")))
    assert arrangement.of(workshop)[1].lane.title.en.words == "Other"
    workshop.take(board.change_lane(workshop, third.id, order=first.order - 1))
    shown = [contents.lane.id for contents in arrangement.of(workshop)]
    assert shown == [third.id, first.id, second.id]
    workshop.take(board.remove_lane(workshop, first.id))
    shown = [contents.lane.id for contents in arrangement.of(workshop)]
    assert shown == [third.id, second.id]
    assert arrangement.of(workshop, "another board") == []


def test_a_card_whose_lane_went_stays_in_sight(context: Context, cards: list[Id]) -> None:
    workshop = context.desk.workshop
    first, second, _ = workshop.of(Lane)
    arrangement = Arrangement()
    arrangement.of(workshop)
    gone = board.remove_lane(workshop, second.id).changes
    lane_alone = tuple(each for each in gone if each.entity == "lane")
    workshop.take(Edit("Merge", lane_alone, workshop.id))
    shown = {card.id for lane in arrangement.of(workshop) for card in lane.cards}
    assert shown == set(cards)
    assert arrangement.of(workshop)[0].lane == first


def test_a_filter_looks_at_each_lane_once(
    context: Context, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, arrangement, finds = context.desk.workshop, Arrangement(), CardFilter()
    query = Query("o")
    finds.only(arrangement.of(workshop), query)
    looked = counted(monkeypatch, CardFilter, "_fits")
    finds.only(arrangement.of(workshop), query)
    assert looked == []
    workshop.take(board.change_card(workshop, cards[0], source="3"))
    finds.only(arrangement.of(workshop), query)
    assert {card.id for _, card, *_ in looked} == set(cards[:3])


def test_what_is_prepared_ahead_takes_no_second_step(context: Context, cards: list[Id]) -> None:
    workshop, arrangement, finds = context.desk.workshop, Arrangement(), CardFilter()
    assert len(list(finds.ahead(arrangement.of(workshop)))) == len(cards)
    assert list(finds.ahead(arrangement.of(workshop))) == []
    workshop.take(board.change_card(workshop, cards[0], text=Typed(Language.EN, "Other")))
    assert len(list(finds.ahead(arrangement.of(workshop)))) == 1


def test_what_the_filter_hides_is_never_changed(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    page.filter.text.setText("Nothing is called that")
    view.setFocus()
    before = context.desk.workshop.everything()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_V, Qt.Key.Key_G):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert context.desk.workshop.everything() == before
    page.filter.text.clear()
    assert view.chosen_cards() == [cards[0]], "it is still where the keyboard was"


def test_words_are_prepared_ahead_of_the_first_key(
    qtbot: QtBot, page: BoardPage, cards: list[Id]
) -> None:
    qtbot.waitUntil(lambda: len(page.sought.filter._index) == len(cards))


def test_the_order_by_words_is_prepared_ahead_too(
    qtbot: QtBot, page: BoardPage, cards: list[Id], monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: len(page.sought.sorter._words) == len(cards))
    worked_out = counted(monkeypatch, sorting, "sort_key")
    page.filter.sorting.setCurrentIndex(list(Sorting).index(Sorting.WORDS))
    shown = [card.text.en.words for lane in page.sought.lanes for card in lane.cards]
    assert shown == ["One", "Three", "Two", "Five", "Four"]
    assert worked_out == []
    change(page.context, cards[0], "Zebra")
    assert [words for words, _ in worked_out] == ["Zebra"]


def test_a_far_board_has_no_items_and_is_chosen_from(page: BoardPage, cards: list[Id]) -> None:
    view, board_scene = page.pane.view, page.pane.scene
    view.zoom_to(0.2)
    assert board_scene.cards == {}
    board_scene.choose([cards[0]])
    view.zoom_to(1.0)
    assert board_scene.cards[cards[0]].chosen
    assert not board_scene.cards[cards[1]].chosen


def test_from_afar_cards_are_seen_on_their_themes(
    page: BoardPage, cards: list[Id], theme: Id
) -> None:
    view, colors = page.pane.view, page.pane.scene.face.colors
    assert page.pane.scene.place(theme)
    page.pane.scene.choose([cards[0]])
    view.zoom_to(0.2)
    page.show_all()
    picture = view.viewport().grab().toImage()

    def seen(id: Id) -> str:
        box = page.pane.scene.place(id)
        assert box
        return picture.pixelColor(view.mapFromScene(box.center())).name()

    assert seen(cards[2]) == colors["raised"].name()
    assert seen(cards[0]) == colors["accent_soft"].name()


def test_places_are_hit_as_they_are_drawn(page: BoardPage, cards: list[Id], theme: Id) -> None:
    board_scene = page.pane.scene
    box = board_scene.place(cards[2])
    frame = board_scene.place(theme)
    assert box
    assert frame
    assert frame.contains(box)
    assert board_scene.hit(box.center()) == cards[2]
    assert board_scene.hit(frame.topLeft() + QPointF(20, 20)) == theme
    assert board_scene.hit(QPointF(frame.left() + 3, frame.bottom() - 3)) == ""
    assert board_scene.hit(QPointF(-50, -50)) == ""
    assert set(board_scene.touching(QRectF(-10, -10, 9999, 9999))) == {*cards, theme}


WORDS = st.text("abcdefgh ,.;'?!-ŵŷâWMil()/\n", max_size=200) | st.text(max_size=80)


@pytest.fixture
def face(context: Context) -> Face:
    """A face at 100 %."""
    return Face.of(context.theme, context.words, 300)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(WORDS, st.sampled_from(["room", "3", "A very long name of the place where it was said"]))
def test_a_card_is_as_high_as_it_is_drawn(face: Face, words: str, source: str) -> None:
    card = Card(id="c", session="", text=said(words or "x", "en"), source=source)
    heights = Heights(face)
    drawn = CardItem(card, 3, face)
    assert heights.of(card, lambda _: 3) == drawn.height


def test_keys_go_a_screen_on_and_to_the_ends(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, view = context.desk, page.pane.view
    lines = [(f"Number {n}", "en") for n in range(60)]
    lane = desk.workshop.of(Lane)[0].id
    desk.do(board.add_cards(desk.workshop, lines, lane, CardKind.NONE, "room", desk.now()))
    last = desk.workshop.inside(Card, lane)[-1].id
    view.make_current(cards[0])
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current not in (*cards, last)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == last
    assert page.pane.scene.cards[last].current, "it is in sight"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current == cards[0]
    assert page.pane.scene.selected_cards() == [cards[0]]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.pane.scene.chosen == set()


def test_a_card_that_arrives_does_not_swing_the_board_sideways(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, view = context.desk, page.pane.view
    page.resize(500, 600)
    bar = view.horizontalScrollBar()
    bar.setValue(90)
    lane = desk.workshop.get(Card, cards[0]).lane
    edit = board.add_card(desk.workshop, "One more", "en", lane, CardKind.NONE, "3", desk.now())
    desk.do(edit)
    page.reveal([edit.changes[0].id])
    assert bar.value() == 90
    far = desk.workshop.of(Lane)[2].id
    edit = board.add_card(desk.workshop, "Far", "en", far, CardKind.NONE, "3", desk.now())
    desk.do(edit)
    page.reveal([edit.changes[0].id])
    assert edit.changes[0].id in page.pane.scene.cards, "a lane out of sight is gone to"


def test_from_afar_themes_are_named(page: BoardPage, theme: Id) -> None:
    view = page.pane.view
    page.show_all()
    view.zoom_to(0.1)
    box = page.pane.scene.place(theme)
    assert box
    named = view.viewport().grab(view.mapFromScene(box).boundingRect()).toImage()
    edit = alter(
        page.desk, lambda workshop: board.rename_theme(workshop, theme, Typed(Language.EN, "WWW"))
    )
    assert edit
    again = view.viewport().grab(view.mapFromScene(box).boundingRect()).toImage()
    assert named != again
