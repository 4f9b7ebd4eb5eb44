"""What others do arrives, and moves nothing that somebody looks at, types in or drags."""

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card, CardKind, Lane, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, said
from gweithdy.domain.workshop import Taken, Workshop
from gweithdy.edits import actions, agenda, board
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.page import Page

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def somebody_else(context: Context, qtbot: QtBot) -> Callable[[Callable[[Workshop], Edit]], None]:
    """Another desk at the same library; what it does arrives here at once."""
    desk = Desk(context.library)
    desk.author = "Tom"

    def does(make: Callable[[Workshop], Edit]) -> None:
        assert context.desk.workshop
        desk.open(context.desk.workshop.id)
        assert desk.workshop
        assert desk.do(make(desk.workshop))
        QCoreApplication.processEvents()
        # A page waits a moment, so that one drawing does for many; a held one waits longer.
        for page in QApplication.topLevelWidgets():
            if isinstance(page, Page) and not page.is_held():
                qtbot.waitUntil(lambda page=page: not page._free.isActive())

    return does


Others = Callable[[Callable[[Workshop], Edit]], None]


def show(qtbot: QtBot, page: Page, height: int = 660) -> None:
    qtbot.addWidget(page)
    page.resize(1166, height)
    with qtbot.waitExposed(page):
        page.show()


@pytest.fixture
def full_board(qtbot: QtBot, context: Context) -> BoardPage:
    """Forty cards in the first lane, scrolled to the middle."""
    desk = context.desk
    assert desk.workshop
    desk.do(board.start_board(desk.workshop))
    lane = desk.workshop.of(Lane)[0].id
    lines = [(f"The thing number {n}", "en") for n in range(40)]
    desk.do(board.add_cards(desk.workshop, lines, lane, CardKind.NONE, "room", desk.now()))
    page = BoardPage(context)
    show(qtbot, page)
    page.pane.view.verticalScrollBar().setValue(700)
    return page


def cards(context: Context) -> list[Id]:
    assert context.desk.workshop
    return [card.id for card in context.desk.workshop.of(Card)]


def long_words_above(context: Context) -> Callable[[Workshop], Edit]:
    words = "Somebody writes a great deal more on a card above, so that all below it moves. " * 6
    first = cards(context)[0]
    return lambda w: board.change_card(w, first, text=Typed(Language.EN, words))


def test_what_is_in_sight_on_the_board_stays_where_it_is(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view = full_board.pane.view
    seen = {id: centre_of(view, id) for id in cards(context)}
    seen = {id: at for id, at in seen.items() if view.viewport().rect().contains(at)}
    assert seen
    before = view.verticalScrollBar().value()
    somebody_else(long_words_above(context))
    assert view.verticalScrollBar().value() > before
    assert {id: centre_of(view, id) for id in seen} == seen


def test_the_current_card_stays_where_it_is_though_it_changes_its_row(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view = full_board.pane.view
    current = next(
        id for id in cards(context) if view.viewport().rect().contains(centre_of(view, id))
    )
    view.make_current(current)
    at = centre_of(view, current)
    gone = cards(context)[:5]
    somebody_else(lambda w: board.remove_cards(w, gone))
    assert view.current == current
    assert centre_of(view, current) == at


def test_the_current_card_stays_where_it_is_though_cards_beside_it_move(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, desk = full_board.pane.view, context.desk
    assert desk.workshop
    lane = desk.workshop.of(Lane)[1].id
    lines = [(f"Beside it {n}", "en") for n in range(40)]
    writes_above = long_words_above(context)
    desk.do(board.add_cards(desk.workshop, lines, lane, CardKind.NONE, "room", desk.now()))
    view.verticalScrollBar().setValue(700)
    beside = [card.id for card in desk.workshop.inside(Card, lane)]
    current = next(id for id in beside if centre_of(view, id).y() > 100)
    view.make_current(current)
    at = centre_of(view, current)
    somebody_else(writes_above)
    assert centre_of(view, current) == at


def test_a_current_card_out_of_sight_holds_nothing_in_its_place(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, (first, second, *_) = full_board.pane.view, cards(context)
    view.make_current(first)
    view.verticalScrollBar().setValue(700)
    seen = next(id for id in cards(context) if centre_of(view, id).y() > 100)
    at = centre_of(view, seen)
    more = Typed(Language.EN, "Somebody writes a great deal more on a card above. " * 9)
    somebody_else(lambda w: board.change_card(w, second, text=more))
    assert centre_of(view, seen) == at


def test_what_comes_above_moves_no_row_of_the_outline(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    full_board.show_view("outline")
    tree = full_board.outline.tree
    tree.verticalScrollBar().setValue(200)
    top = tree.indexAt(QPoint(5, 5))
    words, at = top.data(), tree.visualRect(top).y()
    gone = cards(context)[:3]
    somebody_else(lambda w: board.remove_cards(w, gone))
    top = tree.indexAt(QPoint(5, 5))
    assert (top.data(), tree.visualRect(top).y()) == (words, at)


def test_a_drop_stays_beside_the_move_that_came_during_the_drag(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, area = full_board.pane.view, full_board.pane.view.viewport()
    held = next(id for id in cards(context) if centre_of(view, id).y() > 100)
    start = centre_of(view, held)
    assert context.desk.workshop
    _, second, third = (lane.id for lane in context.desk.workshop.of(Lane))
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(0, 30))
    somebody_else(lambda w: board.move_cards(w, [held], third))
    QTest.mouseRelease(area, LEFT, pos=view.mapFromScene(500, 40))
    assert context.library.versions("card", held, "lane") == [third, second]


def test_a_drag_goes_on_and_the_board_is_drawn_when_it_ends(
    qtbot: QtBot, context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, area = full_board.pane.view, full_board.pane.view.viewport()
    # Not at the edge, where dragging scrolls.
    held = next(id for id in cards(context) if centre_of(view, id).y() > 100)
    start = centre_of(view, held)
    QTest.mousePress(area, LEFT, pos=start)
    QTest.mouseMove(area, start + QPoint(0, 30))
    QTest.mouseMove(area, start + QPoint(0, 60))
    first = cards(context)[0]
    place = full_board.pane.scene.place(first)
    somebody_else(long_words_above(context))
    full_board._show_when_free()
    assert full_board.pane.scene.place(first) == place, "drawn under the hand"
    assert full_board._free.isActive()
    assert centre_of(view, held) == start
    QTest.mouseRelease(area, LEFT, pos=view.mapFromScene(500, 40))
    qtbot.waitUntil(lambda: full_board.pane.scene.place(first) != place)
    assert context.desk.workshop
    assert context.desk.workshop.get(Card, held).lane == context.desk.workshop.of(Lane)[1].id


def test_a_drag_that_is_given_up_is_followed_by_what_has_waited(
    qtbot: QtBot, context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, area = full_board.pane.view, full_board.pane.view.viewport()
    held = next(id for id in cards(context) if area.rect().contains(centre_of(view, id)))
    QTest.mousePress(area, LEFT, pos=centre_of(view, held))
    first = cards(context)[0]
    somebody_else(lambda w: board.remove_cards(w, [first]))
    assert full_board.pane.scene.place(first)
    QTest.mouseRelease(area, LEFT, pos=centre_of(view, held))
    qtbot.waitUntil(lambda: full_board.pane.scene.place(first) is None)


def test_what_others_do_waits_while_a_menu_is_open(
    qtbot: QtBot, context: Context, full_board: BoardPage
) -> None:
    first, second = cards(context)[:2]
    menu = full_board.pane.move_menu([second])
    menu.popup(QPoint(50, 50))
    desk = Desk(context.library)
    assert context.desk.workshop
    desk.open(context.desk.workshop.id)
    assert desk.workshop
    assert desk.do(board.remove_cards(desk.workshop, [first]))
    QCoreApplication.processEvents()
    full_board._show_when_free()
    assert full_board.pane.scene.place(first)
    menu.close()
    qtbot.waitUntil(lambda: full_board.pane.scene.place(first) is None)


def test_who_writes_without_end_does_not_put_off_the_drawing(
    context: Context, full_board: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    # However slow this machine is, the moment is not over before the last of them wrote.
    full_board._free.setInterval(60_000)
    begin = full_board._free.start
    monkeypatch.setattr(full_board._free, "start", lambda: begun.append(begin() or 1))
    tom = Desk(context.library)
    assert context.desk.workshop
    tom.open(context.desk.workshop.id)
    for id in cards(context)[:5]:
        assert tom.workshop
        tom.do(board.change_card(tom.workshop, id, source="4"))
        QCoreApplication.processEvents()
    assert begun == [1]


def test_a_page_out_of_sight_is_drawn_when_it_is_next_shown(
    context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    scene, (first, second, *_) = full_board.pane.scene, cards(context)
    full_board.hide()
    somebody_else(lambda w: board.remove_cards(w, [first]))
    assert context.desk.workshop
    context.desk.do(board.remove_cards(context.desk.workshop, [second]))
    assert scene.place(first)
    assert scene.place(second)
    full_board.show()
    assert scene.place(first) is None
    assert scene.place(second) is None


def test_rows_that_come_above_move_no_table(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    desk = context.desk
    assert desk.workshop
    for n in range(30):
        desk.do(actions.add(desk.workshop, f"Action {n}", "en"))
    page = ActionsPage(context)
    show(qtbot, page)
    table = page.findChildren(QAbstractItemView)[0]
    table.verticalScrollBar().setValue(200)
    top = table.indexAt(QPoint(5, 5))
    words, at = top.data(), table.visualRect(top).y()
    last = desk.workshop.of(Action)[-1].id
    somebody_else(lambda w: actions.move(w, last, 0))
    top = table.indexAt(QPoint(5, 5))
    assert (top.data(), table.visualRect(top).y()) == (words, at)


def details_of_a_block(qtbot: QtBot, context: Context) -> tuple[AgendaPage, Id]:
    """The agenda, with the details of a new block beside it."""
    assert context.desk.workshop
    edit = agenda.add(context.desk.workshop)
    context.desk.do(edit)
    page = AgendaPage(context)
    show(qtbot, page)
    page.table.select(edit.changes[0].id)
    return page, edit.changes[0].id


def test_half_typed_words_stay_while_their_translation_arrives(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    page, block = details_of_a_block(qtbot, context)
    welsh, english = (page.details.title.boxes[language] for language in Language)
    assert isinstance(welsh, QLineEdit)
    welsh.setFocus()
    qtbot.keyClicks(welsh, "Hanner gai")
    welsh.setCursorPosition(3)
    somebody_else(lambda w: agenda.change(w, block, title=Typed(Language.EN, "Half a word")))
    assert isinstance(english, QLineEdit)
    assert english.text() == "Half a word"
    assert (welsh.text(), welsh.cursorPosition()) == ("Hanner gai", 3)
    page.details.title.commit()
    assert page.workshop
    stored = context.library.workshop(page.workshop.id).get(agenda.Block, block).title
    assert (stored.cy.words, stored.en.words) == ("Hanner gai", "Half a word")
    assert context.library.versions("block", block, "title.en.words") == ["Half a word"]


def test_the_same_words_typed_by_two_at_once_are_both_kept(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    page, block = details_of_a_block(qtbot, context)
    welsh = page.details.title.boxes[Language.CY]
    welsh.setFocus()
    qtbot.keyClicks(welsh, "Croeso")
    somebody_else(lambda w: agenda.change(w, block, title=Typed(Language.CY, "Shwmae")))
    page.details.title.commit()
    assert context.library.versions("block", block, "title.cy.words") == ["Shwmae", "Croeso"]


def test_a_caret_stays_in_words_that_somebody_else_changes(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    page, block = details_of_a_block(qtbot, context)
    assert page.workshop
    page.desk.do(agenda.change(page.workshop, block, notes=Typed(Language.CY, "Un dau tri")))
    box = page.details.notes.boxes[Language.CY]
    box.setFocus()
    caret = box.textCursor()
    caret.setPosition(6)
    box.setTextCursor(caret)
    somebody_else(lambda w: agenda.change(w, block, notes=Typed(Language.CY, "Un dau tri pedwar")))
    assert box.toPlainText() == "Un dau tri pedwar"
    assert box.textCursor().position() == 6


@pytest.fixture
def opened(program: "Program") -> "Program":
    """The whole program with a session of the demonstration open."""
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    return program


def test_undo_takes_back_what_is_half_typed_first(opened: "Program", qtbot: QtBot) -> None:
    window, desk = opened.window, opened.desk
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    assert page.workshop
    block = page.workshop.of(agenda.Block)[0]
    page.table.select(block.id)
    box = page.details.notes.boxes[Language.CY]
    box.setFocus()
    qtbot.keyClicks(box, " a mwy")
    # Sooner than a pause in typing.
    desk.undo()
    assert page.workshop.get(agenda.Block, block.id) == block
    assert box.toPlainText() == block.notes.cy.words
    assert box.hasFocus()
    desk.redo()
    assert "a mwy" in page.workshop.get(agenda.Block, block.id).notes.cy.words


def test_the_window_says_what_was_left_and_why(opened: "Program") -> None:
    desk = opened.desk
    assert desk.workshop
    card = desk.workshop.of(Card)[0]
    desk.do(board.change_card(desk.workshop, card.id, source="7"))
    tom = Desk(opened.library)
    tom.open(desk.workshop.id)
    assert tom.workshop
    tom.do(board.change_card(tom.workshop, card.id, source="8"))
    desk.undo()
    assert "somebody else" in opened.window.notices.text()
    assert desk.workshop.get(Card, card.id).source == "8"
    desk.do(board.change_card(desk.workshop, card.id, source="9"))
    assert opened.window.notices.text().startswith("Saved")
    desk.undo()
    assert "somebody else" not in opened.window.notices.text()
    assert desk.workshop.get(Card, card.id).source == "8"


@pytest.fixture
def plan(qtbot: QtBot, context: Context) -> AgendaPage:
    """The Plan page with one block, in English only."""
    desk = context.desk
    assert desk.workshop
    desk.do(agenda.add(desk.workshop, title=said("Lunch", "en"), locked=time(9, 0)))
    page = AgendaPage(context)
    show(qtbot, page)
    page.table.select(desk.workshop.of(agenda.Block)[0].id)
    return page


def block_of(context: Context) -> agenda.Block:
    assert context.desk.workshop
    return context.library.workshop(context.desk.workshop.id).of(agenda.Block)[0]


def open_title(page: AgendaPage) -> QLineEdit:
    index = page.table.source.index(0, 2)
    page.table.setCurrentIndex(index)
    page.table.edit(index)
    editor = page.table.findChild(QLineEdit)
    assert editor
    return editor


def test_an_editor_in_a_list_that_was_only_looked_at_gives_nothing_back(
    context: Context, plan: AgendaPage, somebody_else: Others, qtbot: QtBot
) -> None:
    editor = open_title(plan)
    assert editor.text() == "Lunch"
    id = block_of(context).id
    typed = Typed(Language.EN, "Lunch and a walk")
    somebody_else(lambda w: agenda.change(w, id, title=typed))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert block_of(context).title.en.words == "Lunch and a walk"


def test_words_typed_in_a_list_stay_beside_what_somebody_else_wrote(
    context: Context, plan: AgendaPage, somebody_else: Others, qtbot: QtBot
) -> None:
    editor = open_title(plan)
    id = block_of(context).id
    somebody_else(lambda w: agenda.change(w, id, title=Typed(Language.EN, "Lunch and a walk")))
    qtbot.keyClicks(editor, "Dinner")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: block_of(context).title.en.words == "Dinner")
    versions = context.library.versions("block", id, "title.en.words")
    assert versions == ["Lunch and a walk", "Dinner"]


def test_words_typed_in_a_list_stay_in_the_language_in_which_they_were_shown(
    context: Context, plan: AgendaPage, somebody_else: Others, qtbot: QtBot
) -> None:
    context.words.switch("cy")
    editor = open_title(plan)
    assert editor.text() == "Lunch"
    id = block_of(context).id
    somebody_else(lambda w: agenda.change(w, id, title=Typed(Language.CY, "Cinio")))
    qtbot.keyClicks(editor, "Lunch outside")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: block_of(context).title.en.words == "Lunch outside")
    assert block_of(context).title.cy.words == "Cinio"
    context.words.switch("en")


def test_words_that_did_not_reach_the_disk_stay_in_the_box_and_are_tried_again(
    context: Context,
    plan: AgendaPage,
    somebody_else: Others,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    field = plan.details.notes
    box = field.boxes[Language.EN]
    box.setFocus()

    def full(_edit: Edit) -> int:
        raise Problem("The disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(context.library, "write", full)
        qtbot.keyClicks(box, "Bring soup")
        field.commit()
    assert block_of(context).notes.en.words == ""
    id = block_of(context).id
    somebody_else(lambda w: agenda.change(w, id, minutes=50))
    assert box.toPlainText() == "Bring soup"
    field.commit()
    assert block_of(context).notes.en.words == "Bring soup"


def test_a_half_typed_time_stays(
    context: Context, plan: AgendaPage, somebody_else: Others, qtbot: QtBot
) -> None:
    edit = plan.details.locked.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "14")
    assert edit.text() == "14"
    id = block_of(context).id
    somebody_else(lambda w: agenda.change(w, id, title=Typed(Language.CY, "Cinio")))
    assert edit.text() == "14"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: block_of(context).locked == time(14, 0))


def test_a_half_typed_source_and_a_half_typed_count_stay(
    context: Context, full_board: BoardPage, somebody_else: Others, qtbot: QtBot
) -> None:
    view, id = full_board.pane.view, cards(context)[3]
    view.make_current(id)
    full_board.pane.press("details")
    details = full_board.pane.details.card
    line = details.source.lineEdit()
    assert line
    details.source.setFocus()
    qtbot.keyClicks(details.source, "Swansea tab")
    other = cards(context)[9]
    somebody_else(lambda w: board.change_card(w, other, source="4"))
    assert line.text() == "Swansea tab"
    box = details.votes.boxes["room"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "12")
    somebody_else(lambda w: board.set_votes(w, id, "room", 3))
    assert box.text() == "12"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert context.desk.workshop
    counts = context.library.workshop(context.desk.workshop.id).of(Vote)
    assert [vote.count for vote in counts] == [12]


def test_one_drawing_does_for_many_changes_of_others(
    context: Context, full_board: BoardPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Taken] = []
    monkeypatch.setattr(full_board, "show_changes", drawn.append)
    tom = Desk(context.library)
    assert context.desk.workshop
    tom.open(context.desk.workshop.id)
    ids = cards(context)[:20]
    for id in ids:
        assert tom.workshop
        tom.do(board.change_card(tom.workshop, id, source="4"))
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: not full_board._free.isActive())
    assert [taken.keys() for taken in drawn] == [set(ids)]
    assert {(was.source, now.source) for was, now in drawn[0].values()} == {("room", "4")}


def test_redo_leaves_what_somebody_else_has_changed_and_says_so(opened: "Program") -> None:
    desk = opened.desk
    assert desk.workshop
    card = desk.workshop.of(Card)[0]
    desk.do(board.change_card(desk.workshop, card.id, source="7"))
    desk.undo()
    tom = Desk(opened.library)
    tom.open(desk.workshop.id)
    assert tom.workshop
    tom.do(board.change_card(tom.workshop, card.id, source="8"))
    desk.redo()
    assert desk.workshop.get(Card, card.id).source == "8"
    assert "somebody else" in opened.window.notices.text()
    assert desk.history.next_redo is None
    assert not opened.window.history.redo.isEnabled()


def test_a_person_chooses_the_language_that_was_spoken(context: Context, plan: AgendaPage) -> None:
    id = block_of(context).id
    assert context.desk.workshop
    typed = Typed(Language.CY, "Cinio")
    context.desk.do(agenda.change(context.desk.workshop, id, title=typed))
    box = plan.details.title.boxes[Language.CY]
    box.setFocus()
    box.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choice = menu.actions()[-1]
    assert not choice.isChecked()
    choice.trigger()
    menu.close()
    assert block_of(context).title.original == "cy"
    assert block_of(context).title.en.words == "Lunch"
    context.desk.undo()
    assert block_of(context).title.original == "en"
