"""The outline, the quotes and the parking lot: the same data, edited in place."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.ids import Id
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.edits import board, quotes
from gweithdy.ui.board.kept_pane import KeptPane
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def outline(page: BoardPage, theme: Id) -> BoardPage:
    """The page with the outline in front and a theme in the first lane."""
    assert theme
    page.show_view("outline")
    return page


@pytest.fixture
def quoted(qtbot: QtBot, context: Context) -> KeptPane:
    """The list of quotes with two of them."""
    desk = context.desk
    desk.do(quotes.add(desk.workshop, Quote, [("Mae ymddiriedaeth yn rhatach", "cy")]))
    desk.do(quotes.add(desk.workshop, Quote, [("Start small", "en")]))
    pane = KeptPane(context, Quote)
    qtbot.addWidget(pane)
    pane.resize(1100, 500)
    desk.changed.connect(pane.show_rows)
    pane.show()
    pane.show_rows()
    return pane


def test_the_outline_follows_every_change(
    context: Context, outline: BoardPage, cards: list[Id]
) -> None:
    model, desk = outline.outline.model, context.desk
    tester = QAbstractItemModelTester(model)
    lane = model.index(0, 0)
    assert [model.index(i, 0, lane).data() for i in range(3)] == ["Group", "One", "Two"]
    desk.do(board.move_cards(desk.workshop, [cards[4]], lane.data(Qt.ItemDataRole.UserRole + 1)))
    desk.do(board.remove_cards(desk.workshop, [cards[0]]))
    assert [model.index(i, 0, lane).data() for i in range(3)] == ["Group", "Two", "Five"]
    desk.undo()
    desk.undo()
    desk.do(board.ungroup(desk.workshop, desk.workshop.of(Theme)[0].id))
    assert [model.index(i, 0, lane).data() for i in range(3)] == ["One", "Two", "Three"]
    desk.undo()
    assert model.index(0, 0, model.index(0, 0, lane)).data() == "Three"
    assert tester


def test_a_row_is_edited_in_place(
    qtbot: QtBot, context: Context, outline: BoardPage, cards: list[Id]
) -> None:
    tree = outline.outline.tree
    tree.setCurrentIndex(outline.outline.model.index_of(cards[1]))
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Two and a half")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    # Qt commits after the key has been dealt with.
    qtbot.waitUntil(
        lambda: context.desk.workshop.get(Card, cards[1]).text.en.words == "Two and a half"
    )
    assert outline.outline.current() == cards[1]


def test_typing_in_a_row_survives_a_change_elsewhere(
    qtbot: QtBot, context: Context, outline: BoardPage, cards: list[Id]
) -> None:
    tree, desk = outline.outline.tree, context.desk
    tree.setCurrentIndex(outline.outline.model.index_of(cards[1]))
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    editor.setText("Half")
    desk.do(board.change_card(desk.workshop, cards[4], source="4"))
    desk.do(board.remove_cards(desk.workshop, [cards[3]]))
    assert tree.findChild(QLineEdit).text() == "Half"


def test_keys_of_the_outline(
    qtbot: QtBot, context: Context, outline: BoardPage, cards: list[Id]
) -> None:
    tree, model = outline.outline.tree, outline.outline.model
    tree.setCurrentIndex(model.index_of(cards[0]))
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT)
    assert outline.outline.current() == cards[0]
    assert model.index_of(cards[0]).row() == 2
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert len(context.desk.workshop.of(Card)) == 4


def test_what_a_person_closed_stays_closed(
    context: Context, outline: BoardPage, cards: list[Id], theme: Id
) -> None:
    tree, model, desk = outline.outline.tree, outline.outline.model, context.desk
    lane = desk.workshop.of(Lane)[0].id
    assert tree.isExpanded(model.index_of(lane))
    assert tree.isExpanded(model.index_of(theme))
    tree.collapse(model.index_of(theme))
    desk.do(board.change_card(desk.workshop, cards[2], source="3"))
    assert tree.isExpanded(model.index_of(lane))
    assert not tree.isExpanded(model.index_of(theme))


def test_quotes_are_edited_in_place(qtbot: QtBot, context: Context, quoted: KeptPane) -> None:
    tester = QAbstractItemModelTester(quoted.table.source)
    desk = context.desk
    first = quoted.table.source.rows[0].id
    qtbot.keyClicks(quoted.speaker, "Nyrs")
    qtbot.keyClick(quoted.speaker, Qt.Key.Key_Return)
    quoted.named.click()
    quote = desk.workshop.get(Quote, first)
    assert (quote.speaker, quote.named) == ("Nyrs", True)
    quoted.table.setCurrentIndex(quoted.table.source.index(0, 0))
    qtbot.keyClick(quoted.table, Qt.Key.Key_Down, ALT)
    assert [row.id for row in quoted.table.source.rows][1] == first
    assert quoted.table.currentIndex().row() == 1
    quoted.table.source.setData(quoted.table.source.index(1, 0), "Arall")
    assert desk.workshop.get(Quote, first).text.cy.words == "Arall"
    qtbot.keyClick(quoted.table, Qt.Key.Key_Delete)
    assert len(quoted.table.source.rows) == 1
    desk.undo()
    assert len(quoted.table.source.rows) == 2
    assert tester


def test_a_quote_is_shown_in_the_language_it_was_said_in(
    context: Context, quoted: KeptPane
) -> None:
    index = quoted.table.source.index(0, 0)
    assert index.data() == "Mae ymddiriedaeth yn rhatach"
    context.words.switch("cy")
    QApplication.sendEvent(quoted, QEvent(QEvent.Type.LanguageChange))
    assert quoted.table.source.index(1, 0).data() == "Start small"
    assert quoted.table.source.index(1, 1).data() == "English"


def test_an_empty_parking_lot_says_what_it_is_for(qtbot: QtBot, context: Context) -> None:
    pane = KeptPane(context, Parked)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_rows()
    assert pane.empty.isVisible()
    with qtbot.waitSignal(pane.capture_asked):
        pane.empty.button.click()


@pytest.mark.parametrize("key", ["board", "outline", "quotes", "parked"])
def test_insert_asks_for_words_in_every_view(
    qtbot: QtBot, context: Context, page: BoardPage, key: str
) -> None:
    desk = context.desk
    desk.do(quotes.add(desk.workshop, Quote, [("Start small", "en")]))
    desk.do(quotes.add(desk.workshop, Parked, [("Later", "en")]))
    page.show_view(key)
    taking = {
        "board": page.pane.view,
        "outline": page.outline.tree,
        "quotes": page.quotes.table,
        "parked": page.parked.table,
    }
    with qtbot.waitSignal(page.capture_asked):
        qtbot.keyClick(taking[key], Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_what_comes_back_is_as_open_as_it_was(
    context: Context, outline: BoardPage, theme: Id
) -> None:
    tree, model = outline.outline.tree, outline.outline.model

    def is_open() -> bool:
        return tree.isExpanded(model.index_of(theme))

    outline.filter.text.setText("One")
    outline.filter.text.clear()
    assert is_open()
    lane = context.desk.workshop.of(Lane)[2].id
    context.desk.do(board.move_theme(context.desk.workshop, theme, lane))
    assert is_open()
    context.desk.do(board.remove_lane(context.desk.workshop, lane))
    context.desk.undo()
    assert is_open()
    tree.collapse(model.index_of(theme))
    outline.filter.text.setText("Three")
    outline.filter.text.clear()
    assert not is_open(), "what a person closed stays closed"
