"""The board by mouse and by keyboard: move, group, vote, find, remove, undo."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.tallied import tally

from gweithdy.domain.arrange import arranged
from gweithdy.domain.board import Board, Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.quotes import Parked
from gweithdy.domain.session import Session
from gweithdy.domain.text import both, said
from gweithdy.edits import board, quotes
from gweithdy.edits.changes import created
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import BoardView, centre_of
from gweithdy.ui.context import Context

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def words_in(context: Context, lane: int, *, loose: bool = True) -> list[str]:
    contents = arranged(context.desk.workshop)[lane]
    cards = contents.groups[-1].cards if loose else contents.cards
    return [card.text.en.words for card in cards]


def drag(view: BoardView, start: QPoint, end: QPoint) -> None:
    area = view.viewport()
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(0, 20))
    QTest.mouseMove(area, (start + end) / 2)
    QTest.mouseMove(area, end)
    QTest.mouseRelease(area, LEFT, pos=end)


def test_a_card_is_dragged_before_another_lanes_card(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    drag(view, centre_of(view, cards[0]), centre_of(view, cards[4]) - QPoint(0, 10))
    assert words_in(context, 0) == ["Two", "Three"]
    assert words_in(context, 1) == ["Four", "One", "Five"]
    context.desk.undo()
    assert words_in(context, 0) == ["One", "Two", "Three"]


def test_several_cards_are_dragged_together_into_an_empty_lane(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    QTest.mouseClick(view.viewport(), LEFT, pos=centre_of(view, cards[0]))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, centre_of(view, cards[2]))
    assert page.pane.scene.selected_cards() == [cards[0], cards[2]]
    drag(view, centre_of(view, cards[2]), view.mapFromScene(900, 40))
    assert words_in(context, 2) == ["One", "Three"]


def test_a_drag_shows_its_landing_and_can_be_cancelled(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, area = page.pane.view, page.pane.view.viewport()
    before = len(page.pane.scene.items())
    QTest.mousePress(area, LEFT, pos=centre_of(view, cards[0]))
    QTest.mouseMove(area, centre_of(view, cards[0]) + QPoint(0, 30))
    QTest.mouseMove(area, centre_of(view, cards[4]))
    assert len(page.pane.scene.items()) == before + 3
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert len(page.pane.scene.items()) == before
    QTest.mouseRelease(area, LEFT, pos=centre_of(view, cards[4]))
    assert words_in(context, 0) == ["One", "Two", "Three"]


def test_a_drag_ends_when_the_keyboard_goes_elsewhere(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, area = page.pane.view, page.pane.view.viewport()
    start = centre_of(view, cards[0])
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(0, 30))
    QTest.mouseMove(area, centre_of(view, cards[4]))
    page.focus_search()
    assert not page.is_held(), "others' changes would never be drawn again"
    QTest.mouseRelease(area, LEFT, pos=centre_of(view, cards[4]))
    assert words_in(context, 0) == ["One", "Two", "Three"]


def test_a_board_that_is_made_anew_lets_go_of_a_drag(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, area = page.pane.view, page.pane.view.viewport()
    start = centre_of(view, cards[0])
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(0, 30))
    QTest.mouseMove(area, centre_of(view, cards[4]))
    page.pane.restyle()
    pieces = len(page.pane.scene.items())
    QTest.mouseMove(area, centre_of(view, cards[3]))
    QTest.mouseRelease(area, LEFT, pos=centre_of(view, cards[3]))
    qtbot.wait(50)
    assert len(page.pane.scene.items()) == pieces
    assert words_in(context, 0) == ["One", "Two", "Three"]


def test_neither_a_lane_nor_nothing_gets_a_vote(context: Context, page: BoardPage) -> None:
    workshop = context.desk.workshop
    assert workshop
    page.pane.scene.choose(())
    refused: list[object] = []
    context.desk.refused.connect(refused.append)
    for nothing in ("", workshop.of(Lane)[0].id):
        page.pane.scene.go_to(nothing)
        page.pane._vote()
    assert workshop.of(Vote) == []
    assert refused == []


def test_dragging_into_a_theme_and_a_theme_to_another_lane(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    view = page.pane.view
    drag(view, centre_of(view, cards[0]), centre_of(view, cards[2]) - QPoint(0, 10))
    assert context.desk.workshop.get(Card, cards[0]).theme == theme
    drag(view, centre_of(view, theme), view.mapFromScene(900, 40))
    third = context.desk.workshop.of(Lane)[2].id
    assert context.desk.workshop.get(Theme, theme).lane == third
    assert words_in(context, 2, loose=False) == ["One", "Three"]


def test_a_rubber_band_selects(page: BoardPage, cards: list[Id]) -> None:
    view, area = page.pane.view, page.pane.view.viewport()
    start, end = view.mapFromScene(4, 4), centre_of(view, cards[1])
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(30, 30))
    QTest.mouseMove(area, end)
    QTest.mouseRelease(area, LEFT, pos=end)
    assert page.pane.scene.selected_cards() == cards[:2]


def test_cards_move_by_keys(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert words_in(context, 0) == ["Two", "One", "Three"]
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert words_in(context, 0) == ["One", "Two", "Three"]
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    assert words_in(context, 1) == ["Four", "Five", "One"]
    assert view.current == cards[0]
    qtbot.keyClick(view, Qt.Key.Key_Left, ALT)
    assert words_in(context, 0) == ["Two", "Three", "One"]


def test_arrows_walk_over_the_board_and_select(
    qtbot: QtBot, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    assert view.current == cards[0]
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert page.pane.scene.selected_cards() == cards[:2]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert page.pane.scene.selected_cards() == [cards[4]]
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert len(page.pane.scene.selected_cards()) == 5


def test_cards_are_grouped_and_ungrouped_by_keys(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, name = page.pane.view, page.pane.name
    view.make_current(cards[0])
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_G)
    qtbot.keyClicks(name.box, "Trust between people")
    qtbot.keyClick(name.box, Qt.Key.Key_Return)
    theme = context.desk.workshop.of(Theme)[0]
    assert theme.title.en.words == "Trust between people"
    assert [c.id for c in context.desk.workshop.of(Card) if c.theme == theme.id] == cards[:2]
    assert not name.isVisible()
    assert view.hasFocus()
    view.make_current(theme.id)
    qtbot.keyClick(view, Qt.Key.Key_U)
    assert not context.desk.workshop.of(Theme)
    assert len(context.desk.workshop.of(Card)) == 5


def test_votes_go_to_the_current_source(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    view = page.pane.view
    view.make_current(cards[0])
    qtbot.keyClick(view, Qt.Key.Key_V)
    context.settings.put("capture_source", "online")
    qtbot.keyClick(view, Qt.Key.Key_V)
    qtbot.keyClick(view, Qt.Key.Key_V)
    view.make_current(theme)
    qtbot.keyClick(view, Qt.Key.Key_V)
    counts = tally(context.desk.workshop.of(Vote))
    assert counts == {cards[0]: 3, theme: 1}
    assert page.pane.scene.cards[cards[0]].votes == 3


def test_every_chosen_card_and_theme_gets_a_vote_or_else_the_current_one(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    view, scene = page.pane.view, page.pane.scene
    scene.choose([cards[0], cards[3], theme])
    qtbot.keyClick(view, Qt.Key.Key_V)
    assert tally(context.desk.workshop.of(Vote)) == {cards[0]: 1, cards[3]: 1, theme: 1}
    scene.choose(())
    scene.go_to(cards[4])
    qtbot.keyClick(view, Qt.Key.Key_V)
    assert tally(context.desk.workshop.of(Vote))[cards[4]] == 1
    context.desk.undo()
    context.desk.undo()
    assert tally(context.desk.workshop.of(Vote)) == {}


def test_details_follow_what_is_undone(context: Context, page: BoardPage, cards: list[Id]) -> None:
    desk, details = context.desk, page.pane.details
    page.pane.view.make_current(cards[3])
    page.pane.press("details")
    desk.do(board.change_card(desk.workshop, cards[3], text=both("Pedwar", "Four")))
    assert details.card.text.boxes["cy"].toPlainText() == "Pedwar"
    desk.undo()
    assert details.card.text.boxes["cy"].toPlainText() == ""


def test_details_change_the_card(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, details = page.pane.view, page.pane.details
    view.make_current(cards[3])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert details.isVisible()
    box = details.card.text.boxes["cy"]
    box.setFocus()
    qtbot.keyClicks(box, "Pedwar")
    details.card.text.commit()
    details.card.votes.boxes["room"].setValue(9)
    details.card.kind.setCurrentIndex(2)
    details.card.kind.activated.emit(2)
    card = context.desk.workshop.get(Card, cards[3])
    assert (card.text.cy.words, card.text.en.words, card.kind) == ("Pedwar", "Four", "structural")
    assert tally(context.desk.workshop.of(Vote)) == {cards[3]: 9}
    assert "Captured at" in details.card.history.text()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not details.isVisible()
    assert view.hasFocus()


def test_a_removed_card_comes_back_and_the_next_is_current(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[1])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert words_in(context, 0) == ["One", "Three"]
    assert view.current == cards[2]
    context.desk.undo()
    assert words_in(context, 0) == ["One", "Two", "Three"]
    assert page.pane.scene.place(cards[1])


def test_the_move_menu_names_every_lane_and_theme(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    menu = page.pane.move_menu([cards[4]])
    titles = [action.text().strip() for action in menu.actions()]
    assert titles == [
        "What would good look like?",
        "Group",
        "What is in the way?",
        "What could help?",
    ]
    # Where the card is already is marked, and going there changes nothing.
    assert [action.isChecked() for action in menu.actions()] == [False, False, True, False]
    before = context.desk.workshop.get(Card, cards[4])
    menu.actions()[2].trigger()
    assert context.desk.workshop.get(Card, cards[4]) is before
    menu.actions()[1].trigger()
    assert context.desk.workshop.get(Card, cards[4]).theme == theme
    menu.deleteLater()


def test_finding_narrows_the_board_in_both_languages(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    text = both("Mae Caerdydd ymhell", "Cardiff is far away")
    context.desk.do(board.change_card(context.desk.workshop, cards[0], text=text))
    page.filter.text.setFocus()
    qtbot.keyClicks(page.filter.text, "gaerdydd")
    assert page.filter.found.text() == "1 of 5 cards"
    assert page.pane.scene.place(cards[0])
    assert not page.pane.scene.place(cards[1])
    page.filter.text.setText("cardiff far")
    assert page.filter.found.text() == "1 of 5 cards"
    page.filter.text.setText("nowhere")
    assert page.filter.found.text() == "0 of 5 cards"
    qtbot.keyClick(page.filter.text, Qt.Key.Key_Escape)
    assert page.filter.found.text() == "5 cards"
    page.filter.untranslated.setChecked(True)
    assert page.filter.found.text() == "4 of 5 cards"


def test_a_card_that_was_just_corrected_stays_until_the_next_look(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    place = page.pane.scene.place
    page.filter.text.setText("One")
    assert place(cards[0])
    context.desk.do(board.change_card(context.desk.workshop, cards[0], text=said("Other", "en")))
    assert place(cards[0])
    # What is not shown stays away, whoever changes it.
    context.desk.do(board.change_card(context.desk.workshop, cards[1], text=said("Else", "en")))
    assert not place(cards[1])
    page.filter.text.setText("On")
    assert not place(cards[0])


def test_after_another_page_it_is_the_next_look(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.filter.text.setText("One")
    context.desk.do(board.change_card(context.desk.workshop, cards[0], text=said("Other", "en")))
    page.hide()
    page.show()
    assert not page.pane.scene.place(cards[0])


def test_what_is_captured_is_seen_though_something_else_is_looked_for(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.filter.text.setText("One")
    lane = context.desk.workshop.of(Lane)[0].id
    edit = board.add_cards(
        context.desk.workshop, [("New", "en")], lane, CardKind.NONE, "room", context.desk.now()
    )
    context.desk.do(edit)
    page.reveal({edit.changes[0].id})
    assert page.pane.scene.place(edit.changes[0].id)
    assert not page.pane.scene.place(cards[1])


def test_where_only_cards_of_a_theme_are_found_nothing_is_loose(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    page.filter.text.setText("Three")
    groups = page.pane.scene.lanes[0][1].contents.groups
    assert [group.theme and group.theme.id for group in groups] == [theme, None]
    page.show_view("outline")
    model = page.outline.model
    lane = model.index_of(context.desk.workshop.of(Lane)[0].id)
    assert (model.rowCount(lane), model.rowCount(model.index_of(theme))) == (1, 1)
    assert model.index_of(cards[2]).parent() == model.index_of(theme)


def test_another_session_begins_with_nothing_looked_for_and_its_own_lists(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, first = context.desk, context.desk.workshop.id
    other = Session(id=new_id(), series=context.desk.workshop.session.series, title=said("B", "en"))
    desk.do(Edit("Start", tuple(created(other)), other.id))
    desk.do(quotes.add(desk.workshop, Parked, [("Later", "en")]))
    desk.do(board.change_card(desk.workshop, cards[0], source="Swansea"))
    desk.open(other.id)
    assert page.parked.table.source.rows == []
    desk.open(first)
    assert [row.text.en.words for row in page.parked.table.source.rows] == ["Later"]
    offered = [page.filter.source.itemText(row) for row in range(page.filter.source.count())]
    assert "Swansea" in offered
    page.filter.text.setText("One")
    page.filter.source.setCurrentIndex(offered.index("Swansea"))
    desk.open(other.id)
    assert not page.filter.query()
    offered = [page.filter.source.itemText(row) for row in range(page.filter.source.count())]
    assert "Swansea" not in offered


def test_the_boards_offered_are_those_of_now(context: Context, page: BoardPage) -> None:
    desk = context.desk
    desk.do(board.change_board(desk.workshop, desk.workshop.of(Board)[0].id, said("Ours", "en")))
    assert page.boards.itemText(0) == "Ours"
    desk.do(board.add_board(desk.workshop, said("Second", "en")))
    assert page.boards.count() == 2
    desk.undo()
    assert page.boards.count() == 1


def test_a_switch_of_language_keeps_place_and_half_typed_words(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view, name = page.pane.view, page.pane.name
    view.make_current(cards[1])
    qtbot.keyClick(view, Qt.Key.Key_G)
    qtbot.keyClicks(name.box, "Half")
    context.words.switch("cy")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert name.box.text() == "Half"
    assert view.current == cards[1]
    assert page.pane.scene.selected_cards() == [cards[1]]


def test_zoom_by_keys_and_wheel(qtbot: QtBot, page: BoardPage) -> None:
    view = page.pane.view
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert view.zoom() > 1
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    assert view.zoom() == pytest.approx(1)
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    assert view.zoom() == pytest.approx(0.1)
    page.grab()


def test_an_empty_session_is_shown_what_to_do(qtbot: QtBot, context: Context) -> None:
    page = BoardPage(context)
    qtbot.addWidget(page)
    page.show()
    assert page.stack.currentWidget() is page.empty
    with qtbot.waitSignal(page.capture_asked):
        page.empty.button.click()
    assert len(context.desk.workshop.of(Board)) == 1
    assert page.stack.currentWidget() is page.empty


def test_more_lanes_and_boards(qtbot: QtBot, context: Context, page: BoardPage) -> None:
    page.more.ask_lane()
    qtbot.keyClicks(page.pane.name.box, "What else")
    qtbot.keyClick(page.pane.name.box, Qt.Key.Key_Return)
    assert len(page.pane.scene.lanes) == 4
    page.more.ask_board()
    qtbot.keyClicks(page.pane.name.box, "Second board")
    qtbot.keyClick(page.pane.name.box, Qt.Key.Key_Return)
    assert len(context.desk.workshop.of(Board)) == 2
    assert page.boards.count() == 2


def test_the_scale_and_the_theme_can_change_while_the_board_is_open(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    context.settings.put("scale", 200)
    context.settings.put("theme", "dark")
    assert page.pane.scene.face.font.pixelSize() == 30
    assert page.pane.scene.cards[cards[0]].rect.width() == 360, "the least, at 200 %"
    page.grab()


def test_a_source_that_was_never_given_stays_empty(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, details = context.desk, page.pane.details
    desk.do(board.change_card(desk.workshop, cards[0], source=""))
    page.pane.view.make_current(cards[0])
    page.pane.press("details")
    details.card.source.lineEdit().editingFinished.emit()
    assert desk.workshop.get(Card, cards[0]).source == ""


def test_of_a_theme_that_moved_back_its_name_comes_into_sight(
    context: Context, page: BoardPage
) -> None:
    desk, view = context.desk, page.pane.view
    vision, barriers, _ = (lane.id for lane in desk.workshop.of(Lane))
    lines = [(f"Line {n}", "en") for n in range(40)]
    edit = board.add_cards(desk.workshop, lines, vision, CardKind.NONE, "room", desk.now())
    desk.do(edit)
    made = [change.id for change in edit.changes if change.field == "deleted"]
    grouped = board.group(desk.workshop, made, said("Large", "en"))
    desk.do(grouped)
    theme = grouped.changes[0].id
    desk.do(board.move_theme(desk.workshop, theme, barriers))
    desk.undo()
    page.reveal({change.id for change in grouped.changes})
    box, sight = page.pane.scene.place(theme), view.viewport().rect()
    assert box
    assert box.height() > sight.height()
    assert sight.contains(view.mapFromScene(box.topLeft() + QPointF(20, 20)))
