"""The board to somebody who hears it: a list, and what happens there."""

import gc

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane, Theme, Vote
from gweithdy.domain.ids import Id
from gweithdy.domain.text import said
from gweithdy.edits import board
from gweithdy.ui.board import reading
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

Heard = list[tuple[str, str]]
ALT = Qt.KeyboardModifier.AltModifier
DUE = "Translation needed"
PRESS = QAccessibleActionInterface.pressAction()


def tree(page: BoardPage) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(page.pane.view)


def items(page: BoardPage) -> list[QAccessibleInterface]:
    around = tree(page)
    return [around.child(place) for place in range(around.childCount())]


def item(page: BoardPage, words: str) -> QAccessibleInterface:
    return next(each for each in items(page) if name(each).startswith(words))


def name(each: QAccessibleInterface) -> str:
    return each.text(QAccessible.Text.Name)


def about(each: QAccessibleInterface) -> str:
    return each.text(QAccessible.Text.Description)


def lanes(context: Context) -> list[Lane]:
    assert context.desk.workshop
    return context.desk.workshop.of(Lane)


@pytest.mark.usefixtures("told", "theme")
def test_all_that_is_on_the_board_is_read_in_its_order(page: BoardPage) -> None:
    assert tree(page).role() is QAccessible.Role.List
    assert {each.role() for each in items(page)} == {QAccessible.Role.ListItem}
    first, second, third = (
        title for _, lane in page.pane.scene.lanes for title in [lane.contents.lane.title.en.words]
    )
    assert [(name(each), about(each)) for each in items(page)] == [
        (f"Lane: {first}, 3 cards", "1 of 3"),
        ("Theme: Group, 1 card", f"1 of 1; lane: {first}"),
        (f"Three, Room, {DUE}", f"1 of 1; theme: Group; lane: {first}"),
        (f"One, Room, {DUE}", f"1 of 2; lane: {first}"),
        (f"Two, Room, {DUE}", f"2 of 2; lane: {first}"),
        (f"Lane: {second}, 2 cards", "2 of 3"),
        (f"Four, Room, {DUE}", f"1 of 2; lane: {second}"),
        (f"Five, Room, {DUE}", f"2 of 2; lane: {second}"),
        (f"Lane: {third}, 0 cards", "3 of 3"),
    ]
    levels = [
        each.attributesInterface().attributeValue(QAccessible.Attribute.Level)
        for each in items(page)
    ]
    assert levels == [1, 2, 3, 2, 2, 1, 2, 2, 1]


@pytest.mark.usefixtures("told")
def test_a_theme_is_read_inside_the_one_around_it(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    desk = context.desk
    for place, title in ((1, "Within"), (0, "Beside")):
        made = board.group(desk.workshop, [cards[place]], said(title, "en"))
        desk.do(made)
        if title == "Within":
            desk.do(board.nest_theme(desk.workshop, made.changes[0].id, theme))
    lane = lanes(context)[0].title.en.words
    themes = {name(each): about(each) for each in items(page) if name(each).startswith("Theme")}
    assert themes == {
        "Theme: Group, 1 card": f"1 of 2; lane: {lane}",
        "Theme: Within, 1 card": f"1 of 1; theme: Group; lane: {lane}",
        "Theme: Beside, 1 card": f"2 of 2; lane: {lane}",
    }


@pytest.mark.usefixtures("told")
@pytest.mark.skipif(not hasattr(QAccessible.Attribute, "Locale"), reason="from Qt 6.10 on")
def test_each_card_is_read_in_the_language_of_its_words(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk = context.desk
    desk.do(board.change_card(desk.workshop, cards[1], text=said("Dau", "cy")))
    spoken = {
        name(each)[:3]: each.attributesInterface().attributeValue(QAccessible.Attribute.Locale)
        for each in items(page)
    }
    assert spoken["One"].language() is QLocale.Language.English
    assert spoken["Dau"].language() is QLocale.Language.Welsh


@pytest.mark.usefixtures("theme", "told")
def test_the_tree_agrees_with_itself_and_with_the_picture(page: BoardPage) -> None:
    around = tree(page)
    for place, each in enumerate(items(page)):
        assert each.isValid()
        assert around.indexOfChild(each) == place
        assert around.child(place) is each
        assert each.parent() is around
        assert not each.state().offscreen, name(each)
        inside = each.rect().topLeft() + QPoint(20, 6)
        assert around.childAt(inside.x(), inside.y()) is each, name(each)
    assert around.child(around.childCount()) is None
    assert around.childAt(-5, -5) is None


@pytest.mark.usefixtures("told")
def test_votes_and_what_is_missing_are_part_of_the_words(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    desk = context.desk
    desk.do(board.add_votes(desk.workshop, [cards[3], theme], "room"))
    desk.do(board.change_card(desk.workshop, cards[3], kind=CardKind.CULTURAL))
    assert name(item(page, "Four")) == f"Four, Cultural, 1 vote, Room, {DUE}"
    assert name(item(page, "Theme")) == "Theme: Group, 1 card, 1 vote"


def test_where_the_keyboard_is_is_told_once(
    qtbot: QtBot, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    view = page.pane.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert [each for each in told if each[0] == "Focus"] == [("Focus", f"Two, Room, {DUE}")]
    assert ("Selection", f"Two, Room, {DUE}") in told
    assert tree(page).focusChild() is item(page, "Two")
    assert [name(each) for each in items(page) if each.state().focused] == [f"Two, Room, {DUE}"]
    assert [name(each) for each in items(page) if each.state().selected] == [f"Two, Room, {DUE}"]
    told.clear()
    area = view.viewport()
    place = view.mapFromScene(view.board.place(cards[4]).center())
    qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=place)
    assert [each for each in told if each[0] == "Focus"] == [("Focus", f"Five, Room, {DUE}")]


def test_coming_to_the_board_ends_at_its_current_card(
    qtbot: QtBot, page: BoardPage, told: Heard
) -> None:
    page.filter.text.setFocus()
    told.clear()
    page.pane.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert told == [], "Qt names the list first"
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("Focus", f"One, Room, {DUE}")]


def test_nothing_is_told_of_a_board_without_the_keyboard(page: BoardPage, told: Heard) -> None:
    page.filter.text.setFocus()
    told.clear()
    page.pane.view.make_current(page.pane.scene.lanes[1][1].contents.cards[0].id)
    assert "Focus" not in dict(told)
    assert not any(each.state().focused for each in items(page))


def test_other_words_of_the_current_card_are_told(
    context: Context, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    desk, view = context.desk, page.pane.view
    view.setFocus()
    QApplication.processEvents()
    view.make_current(cards[3])
    told.clear()
    desk.do(board.change_card(desk.workshop, cards[4], kind=CardKind.CULTURAL))
    desk.do(board.change_card(desk.workshop, cards[3], kind=CardKind.CULTURAL))
    QApplication.processEvents()
    assert [words for event, words in told if event == "NameChanged"] == [
        f"Four, Cultural, Room, {DUE}"
    ]


def test_a_card_that_was_moved_says_where_it_went(
    qtbot: QtBot, context: Context, page: BoardPage, theme: Id, cards: list[Id], told: Heard
) -> None:
    view, (first, second, _) = page.pane.view, lanes(context)
    view.make_current(cards[0])
    told.clear()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    where = f"Moved to: 2 of 2; lane: {first.title.en.words}"
    assert [each for each in told if each[0] == "Told"] == [("Told", where)]
    assert "Focus" not in dict(told)
    told.clear()
    view.board.choose(cards[:2])
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    where = f"2 cards moved to: 3 of 4; lane: {second.title.en.words}"
    assert ("Told", where) in told
    told.clear()
    view.make_current(theme)
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    assert ("Told", f"Moved to: 1 of 1; lane: {second.title.en.words}") in told


def test_a_card_moved_in_the_outline_says_where_it_went_too(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    page.show_view("outline")
    tree = page.outline.tree
    tree.setCurrentIndex(page.outline.model.index_of(cards[0]))
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT)
    where = f"Moved to: 2 of 3; lane: {lanes(context)[0].title.en.words}"
    assert [each for each in told if each[0] == "Told"] == [("Told", where)]


def test_a_lane_whose_title_is_clicked_is_told(
    qtbot: QtBot, context: Context, page: BoardPage, told: Heard
) -> None:
    qtbot.mouseClick(page.pane.view.strip, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    lane = lanes(context)[0]
    assert ("Focus", f"Lane: {lane.title.en.words}, 3 cards") in told
    assert page.pane.details.isVisible()


def test_what_comes_goes_and_changes_places_is_told(
    context: Context, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    desk, before = context.desk, items(page)
    told.clear()
    desk.do(board.remove_cards(desk.workshop, [cards[1]]))
    assert told == [("ObjectDestroyed", "")]
    assert not before[2].isValid()
    told.clear()
    desk.undo()
    assert told == [("ObjectCreated", f"Two, Room, {DUE}")]
    told.clear()
    lane = lanes(context)[0].id
    desk.do(board.move_cards(desk.workshop, [cards[0]], lane, ""))
    moved = f"One, Room, {DUE}"
    assert told == [("ObjectDestroyed", moved), ("ObjectCreated", moved)]
    assert [name(each)[:3] for each in items(page)][1:4] == ["Two", "Thr", "One"]


def test_a_reader_can_do_what_the_keys_do(
    context: Context, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    def act(words: str, what: str) -> None:
        item(page, words).actionInterface().doAction(what)
        QApplication.processEvents()

    desk, view = context.desk, page.pane.view
    act("Four", "cards.vote")
    assert name(item(page, "Four")) == f"Four, 1 vote, Room, {DUE}"
    assert ("Told", "One vote more. Room: 1 vote") in told
    act("Five", QAccessibleActionInterface.toggleAction())
    assert view.board.chosen == {cards[3], cards[4]}
    page.filter.text.setFocus()
    act("Two", QAccessibleActionInterface.setFocusAction())
    assert view.hasFocus()
    assert view.current == cards[1]
    act("Three", "list.remove")
    assert cards[2] not in {card.id for card in desk.workshop.of(Card)}
    act("One", PRESS)
    assert page.pane.details.card.text.boxes["en"].hasFocus()
    actions = item(page, "One").actionInterface()
    assert all(actions.localizedActionName(each) for each in actions.actionNames())
    assert "Ctrl+Shift+V" in actions.keyBindingsForAction("cards.vote")


@pytest.mark.usefixtures("told")
def test_a_reader_can_select(page: BoardPage, cards: list[Id]) -> None:
    assert tree(page).state().multiSelectable
    selection = tree(page).selectionInterface()
    assert selection.clear()
    assert selection.selectedItemCount() == 0
    assert selection.select(item(page, "Four"))
    assert selection.select(item(page, "Two"))
    assert [name(each) for each in selection.selectedItems()] == [
        f"Two, Room, {DUE}",
        f"Four, Room, {DUE}",
    ]
    assert selection.unselect(item(page, "Two"))
    assert page.pane.scene.chosen == {cards[3]}
    assert not selection.select(item(page, "Lane"))
    assert selection.selectAll()
    assert page.pane.scene.chosen == set(cards)


def test_what_is_selected_and_no_longer_is_told(
    qtbot: QtBot, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    view = page.pane.view
    view.make_current(cards[3])
    told.clear()
    view.make_current(cards[4], extend=True)
    assert [each for each in told if each[0].startswith("Selection")] == [
        ("SelectionAdd", f"Five, Room, {DUE}")
    ]
    told.clear()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [each for each in told if each[0].startswith("Selection")] == [
        ("SelectionRemove", f"Five, Room, {DUE}")
    ]


def test_lanes_are_reached_renamed_and_removed_by_key(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], told: Heard
) -> None:
    view, (first, second, third) = page.pane.view, lanes(context)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current == first.id
    assert view.board.chosen == set()
    assert told[-1] == ("Focus", f"Lane: {first.title.en.words}, 3 cards")
    qtbot.keyClick(view, Qt.Key.Key_V)
    assert not context.desk.workshop.of(Vote), "a lane is not voted for"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current == third.id
    qtbot.keyClick(view, Qt.Key.Key_F2)
    box = page.pane.details.lane.title.boxes["en"]
    assert box.hasFocus()
    box.selectAll()
    qtbot.keyClicks(box, "What next?")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert lanes(context)[2].title.en.words == "What next?"
    assert view.hasFocus()
    assert view.current == third.id
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [lane.id for lane in lanes(context)] == [first.id, second.id]
    assert view.current == second.id
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current == cards[3]
    context.desk.undo()
    assert len(lanes(context)) == 3


def test_a_theme_is_renamed_and_removed_by_key(
    qtbot: QtBot, context: Context, page: BoardPage, theme: Id, cards: list[Id]
) -> None:
    view, desk = page.pane.view, context.desk
    view.make_current(theme)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    box = page.pane.details.theme.title.boxes["en"]
    box.selectAll()
    qtbot.keyClicks(box, "Trust")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert desk.workshop.get(Theme, theme).title.en.words == "Trust"
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert not desk.workshop.of(Theme)
    assert view.current == cards[2], "the keyboard stays with what was in it"


def test_the_keyboard_stays_in_a_lane_of_which_the_last_card_goes(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id]
) -> None:
    view = page.pane.view
    view.make_current(cards[3])
    view.board.choose(cards[3:])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.current == lanes(context)[1].id


@pytest.mark.usefixtures("told")
def test_walking_over_the_tree_looks_at_the_board_once(
    page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    real = reading._entries
    monkeypatch.setattr(reading, "_entries", lambda each: (looked.append(1), real(each))[1])
    page.pane.show_lanes(page.sought.lanes)
    for each in items(page):
        assert name(each)
        assert about(each)
        assert not each.rect().isNull()
        assert each.state().focusable
    assert looked == [1]


def test_nobody_listens_nothing_is_gathered(
    qtbot: QtBot, context: Context, page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_entries", lambda _: pytest.fail("gathered for nobody"))
    desk, lane = context.desk, lanes(context)[0].id
    desk.do(board.add_card(desk.workshop, "Six", "en", lane, CardKind.NONE, "room", desk.now()))
    page.pane.view.make_current(page.pane.scene.lanes[0][1].contents.cards[2].id)
    page.pane.scene.choose(())
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_V)


@pytest.mark.usefixtures("cards", "told")
def test_what_a_reader_holds_outlives_what_it_stood_for(context: Context) -> None:
    page = BoardPage(context)
    page.show()
    held, numbers = items(page), [QAccessible.uniqueId(each) for each in items(page)]
    context.desk.do(board.remove_board(context.desk.workshop, page._board))
    page.show_all()
    assert not any(each.isValid() for each in held)
    for each in held:
        assert (name(each), about(each), each.actionInterface().actionNames()) == ("", "", [])
        assert each.rect().isNull()
    QApplication.processEvents()
    gc.collect()
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * len(numbers)
    context.desk.undo()
    page.show_all()
    held, numbers = items(page), [QAccessible.uniqueId(each) for each in items(page)]
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del page, held
    gc.collect()
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * len(numbers)
