"""What others do arrives, and moves nothing that somebody looks at, types in or drags."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed
from gweithdy.domain.workshop import Workshop
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
def somebody_else(context: Context) -> Callable[[Callable[[Workshop], Edit]], None]:
    """Another desk at the same library; what it does arrives here at once."""
    desk = Desk(context.library)
    desk.author = "Tom"

    def does(make: Callable[[Workshop], Edit]) -> None:
        assert context.desk.workshop
        desk.open(context.desk.workshop.id)
        assert desk.workshop
        assert desk.do(make(desk.workshop))
        QCoreApplication.processEvents()

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
    height = full_board.pane.scene.cards[first].height
    somebody_else(long_words_above(context))
    assert full_board.pane.scene.cards[first].height == height, "drawn under the hand"
    assert centre_of(view, held) == start
    QTest.mouseRelease(area, LEFT, pos=view.mapFromScene(500, 40))
    qtbot.waitUntil(lambda: full_board.pane.scene.cards[first].height > height)
    assert context.desk.workshop
    assert context.desk.workshop.get(Card, held).lane == context.desk.workshop.of(Lane)[1].id


def test_a_drag_that_is_given_up_is_followed_by_what_has_waited(
    qtbot: QtBot, context: Context, full_board: BoardPage, somebody_else: Others
) -> None:
    view, area = full_board.pane.view, full_board.pane.view.viewport()
    held = next(id for id in cards(context) if area.rect().contains(centre_of(view, id)))
    QTest.mousePress(area, LEFT, pos=centre_of(view, held))
    somebody_else(lambda w: board.remove_cards(w, cards(context)[:1]))
    gone = [id for id, item in full_board.pane.scene.cards.items() if not item.isVisible()]
    assert gone == []
    QTest.mouseRelease(area, LEFT, pos=centre_of(view, held))
    qtbot.waitUntil(
        lambda: any(not item.isVisible() for item in full_board.pane.scene.cards.values())
    )


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


def test_half_typed_words_stay_while_their_translation_arrives(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    desk = context.desk
    assert desk.workshop
    edit = agenda.add(desk.workshop)
    desk.do(edit)
    block = edit.changes[0].id
    page = AgendaPage(context)
    show(qtbot, page)
    page.table.select(block)
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
    stored = context.library.workshop(desk.workshop.id).get(agenda.Block, block).title
    assert (stored.cy.words, stored.en.words) == ("Hanner gai", "Half a word")
    assert context.library.versions("block", block, "title.en.words") == ["Half a word"]


def test_the_same_words_typed_by_two_at_once_are_both_kept(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    desk = context.desk
    assert desk.workshop
    edit = agenda.add(desk.workshop)
    desk.do(edit)
    block = edit.changes[0].id
    page = AgendaPage(context)
    show(qtbot, page)
    page.table.select(block)
    welsh = page.details.title.boxes[Language.CY]
    welsh.setFocus()
    qtbot.keyClicks(welsh, "Croeso")
    somebody_else(lambda w: agenda.change(w, block, title=Typed(Language.CY, "Shwmae")))
    page.details.title.commit()
    assert context.library.versions("block", block, "title.cy.words") == ["Shwmae", "Croeso"]


def test_a_caret_stays_in_words_that_somebody_else_changes(
    qtbot: QtBot, context: Context, somebody_else: Others
) -> None:
    desk = context.desk
    assert desk.workshop
    edit = agenda.add(desk.workshop)
    desk.do(edit)
    block = edit.changes[0].id
    desk.do(agenda.change(desk.workshop, block, notes=Typed(Language.CY, "Un dau tri")))
    page = AgendaPage(context)
    show(qtbot, page)
    page.table.select(block)
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
    desk.undo()
    assert "somebody else" not in opened.window.notices.text()
    assert desk.workshop.get(Card, card.id).source == "8"
