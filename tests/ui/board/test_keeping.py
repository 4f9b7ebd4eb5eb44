"""Rules of a board, cards that wait and the balance, through the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.restraint import NAMING_TOLD, Holding, Naming, Standing
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.text import said
from gweithdy.edits import board
from gweithdy.edits.moderation import hold, set_aside
from gweithdy.edits.naming import tighten
from gweithdy.ui import ask
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def waiting(context: Context, page: BoardPage) -> list[Id]:
    """Three cards of table 3 that wait."""
    desk = context.desk
    desk.author = "Mair"
    desk.do(hold(desk.workshop, on(context), Holding.EVERYTHING))
    for words in ("Six", "Seven", "Eight"):
        write(context, words)
    assert page.isVisible()
    return [c.id for c in desk.workshop.of(Card) if c.standing is Standing.WAITING]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """What was asked before something was done, which is always agreed to."""
    questions: list[tuple[str, str]] = []

    def decide(_on: QWidget, question: str, detail: str, _do: str, _leave: str) -> bool:
        questions.append((question, detail))
        return True

    monkeypatch.setattr(ask, "decide", decide)
    return questions


def on(context: Context) -> Id:
    return context.desk.workshop.of(Board)[0].id


def write(context: Context, words: str, source: str = "3") -> None:
    desk = context.desk
    lane = desk.workshop.of(Lane)[0].id
    edit = board.add_card(desk.workshop, words, "en", lane, CardKind.NONE, source, desk.now())
    assert desk.do(edit)


def press(page: BoardPage, key: Qt.Key) -> None:
    QTest.keyClick(page, key, CONTROL_SHIFT)


def standing(context: Context, id: Id) -> Standing:
    return context.desk.workshop.get(Card, id).standing


def test_what_waits_is_not_on_the_board_and_is_counted_on_a_button(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    assert page.buttons["waiting"].text() == "Waiting (3)"
    assert not any(page.pane.scene.place(id) for id in waiting)
    assert page.filter.found.text() == "5 cards"
    context.desk.undo()
    assert page.buttons["waiting"].text() == "Waiting (2)"


def test_waiting_cards_are_decided_on_by_key_alone(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    pane = page.keeping.waiting
    press(page, Qt.Key.Key_W)
    assert pane.table.hasFocus()
    assert pane.table.chosen() == waiting[:1]
    press(page, Qt.Key.Key_A)
    assert standing(context, waiting[0]) is Standing.RELEASED
    assert pane.table.chosen() == [waiting[1]], "on to the next"
    press(page, Qt.Key.Key_R)
    assert pane.name.box.text() == "Seven"
    pane.name.box.setText("Seven days")
    QTest.keyClick(pane.name.box, Qt.Key.Key_Return)
    reworded = context.desk.workshop.get(Card, waiting[1])
    assert (reworded.text.en.words, reworded.standing) == ("Seven days", Standing.RELEASED)
    press(page, Qt.Key.Key_D)
    QTest.keyClick(pane.name.box, Qt.Key.Key_Return)
    assert standing(context, waiting[2]) is Standing.WAITING, "without a reason it waits"
    pane.name.box.setText("Names somebody")
    QTest.keyClick(pane.name.box, Qt.Key.Key_Return)
    assert standing(context, waiting[2]) is Standing.ASIDE
    rulings = sorted(context.desk.workshop.of(Ruling), key=lambda r: str(r.at))
    assert {r.by for r in rulings} == {"Mair"}
    assert page.buttons["waiting"].text() == "Waiting"
    assert [row.standing for row in pane.table.source.rows] == [Standing.ASIDE]
    context.desk.undo()
    assert standing(context, waiting[2]) is Standing.WAITING


def test_waiting_cards_tell_no_table_that_the_board_does_not_keep(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    page.show_view("waiting")
    table = page.keeping.waiting.table

    def told() -> str:
        model = table.source
        columns, rows = range(model.columnCount()), range(model.rowCount())
        return " ".join(str(model.index(row, n).data()) for row in rows for n in columns)

    assert len(table.source.rows) == len(waiting)
    assert "Table 3" in told()
    # Another laptop tightened the board while this one wrote: the table is still stored.
    change = Change("board", on(context), "naming", Naming.ANONYMOUS)
    context.desk.do(Edit("Import", (change,), context.desk.workshop.id))
    assert "Table 3" not in told()


def test_while_other_words_are_typed_no_card_goes_in_its_old_ones(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    pane = page.keeping.waiting
    press(page, Qt.Key.Key_W)
    QTest.mouseClick(pane.buttons["waiting.reword"], Qt.MouseButton.LeftButton)
    pane.name.box.setText("Without the name")
    QTest.mouseClick(pane.buttons["waiting.accept"], Qt.MouseButton.LeftButton)
    press(page, Qt.Key.Key_A)
    assert standing(context, waiting[0]) is Standing.WAITING
    QTest.keyClick(pane.name.box, Qt.Key.Key_Escape)
    assert pane.buttons["waiting.accept"].isEnabled()


def test_a_click_decides_and_the_keyboard_stays_where_it_was(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    pane = page.keeping.waiting
    press(page, Qt.Key.Key_W)
    accept = pane.buttons["waiting.accept"]
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert accept.hasFocus()
    QTest.keyClick(accept, Qt.Key.Key_Space)
    QTest.keyClick(accept, Qt.Key.Key_Space)
    assert {standing(context, id) for id in waiting} == {Standing.RELEASED}
    assert pane.empty.button.hasFocus(), "and not the list of questions below"


def test_deciding_goes_on_from_where_one_is(page: BoardPage, waiting: list[Id]) -> None:
    pane = page.keeping.waiting
    press(page, Qt.Key.Key_W)
    pane.table.select(waiting[1])
    press(page, Qt.Key.Key_D)
    QTest.keyClick(pane.name.box, Qt.Key.Key_Escape)
    assert pane.table.chosen() == [waiting[1]], "nothing was decided"
    press(page, Qt.Key.Key_D)
    pane.name.box.setText("Names somebody")
    QTest.keyClick(pane.name.box, Qt.Key.Key_Return)
    assert pane.table.chosen() == [waiting[2]]


def test_a_waiting_card_tells_its_question_and_reasons_take_room_once_there_are_some(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    page.show_view("waiting")
    table = page.keeping.waiting.table
    model = table.source
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    lane = context.desk.workshop.of(Lane)[0]
    assert model.index(0, titles.index("Lane")).data() == lane.title.en.words
    assert table.isColumnHidden(titles.index("Reason"))
    desk = context.desk
    desk.do(set_aside(desk.workshop, waiting[:1], said("A name", "en"), desk.now(), ""))
    assert not table.isColumnHidden(titles.index("Reason"))


def test_many_are_let_through_at_once(context: Context, page: BoardPage, waiting: list[Id]) -> None:
    page.show_view("waiting")
    page.keeping.waiting.table.selectAll()
    press(page, Qt.Key.Key_A)
    assert {standing(context, id) for id in waiting} == {Standing.RELEASED}
    page.show_view("board")
    assert all(page.pane.scene.place(id) for id in waiting)


def test_tightening_says_what_goes_and_the_board_says_what_it_keeps(
    context: Context, page: BoardPage, waiting: list[Id], asked: list[tuple[str, str]]
) -> None:
    assert len(waiting) == 3
    rules = page.keeping.rules
    assert rules.text() == "With names"
    rules.namings[Naming.ANONYMOUS].trigger()
    ((question, detail),) = asked
    assert question == NAMING_TOLD[Naming.ANONYMOUS]
    assert "goes from 8 cards" in detail
    assert rules.text() == "Anonymous"
    assert "no name, no table" in rules.accessibleName()
    assert {card.source for card in context.desk.workshop.of(Card)} == {""}
    looser = (rules.namings[Naming.NAMED], rules.namings[Naming.TABLE])
    assert not any(action.isEnabled() for action in looser)
    page.pane.view.make_current(page.pane.scene.lanes[0][1].contents.cards[0].id)
    page.pane.open_details()
    card = page.pane.details.card
    assert not card.source.isVisible()
    assert not card.author.isVisible()
    context.desk.undo()
    assert rules.text() == "With names"
    assert {card.source for card in context.desk.workshop.of(Card)} == {"room", "3"}


def test_who_says_no_has_lost_nothing(
    context: Context, page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "decide", lambda *_: False)
    rules = page.keeping.rules
    rules.namings[Naming.ANONYMOUS].trigger()
    assert context.desk.workshop.of(Board)[0].naming is Naming.NAMED
    assert rules.namings[Naming.NAMED].isChecked()


def test_which_cards_wait_is_chosen_in_the_same_menu(context: Context, page: BoardPage) -> None:
    rules = page.keeping.rules
    rules.holdings[Holding.ARRIVING].trigger()
    assert context.desk.workshop.of(Board)[0].holding is Holding.ARRIVING
    assert "files wait" in rules.accessibleName()
    write(context, "Online", "online")
    assert page.buttons["waiting"].text() == "Waiting (1)"


def test_the_balance_is_told_when_it_is_asked_for_and_follows_quietly(
    context: Context, page: BoardPage
) -> None:
    told: list[str] = []
    context.desk.told.connect(told.append)
    write(context, "Six")
    assert told == []
    press(page, Qt.Key.Key_B)
    assert told[0].startswith("6 cards have been written down so far.")
    pane = page.keeping.balance
    assert pane.isVisible()
    before = [row.id for row in pane.table.source.rows]
    write(context, "Seven")
    assert pane.line.text().startswith("7 cards")
    assert [row.id for row in pane.table.source.rows] == before, "nothing moved"
    assert len(told) == 1, "it says nothing by itself"


def test_the_balance_of_an_anonymous_board_says_nothing_of_tables(
    context: Context, page: BoardPage
) -> None:
    write(context, "Six")
    page.show_view("balance")
    table = page.keeping.balance.table
    assert "source:3" in [row.id for row in table.source.rows]
    context.desk.do(tighten(context.desk.workshop, on(context), Naming.ANONYMOUS))
    assert not [row.id for row in table.source.rows if row.id.startswith("source")]
    assert page.keeping.balance.told.isVisible()


def test_a_card_on_the_board_is_set_aside_where_it_stands(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    page.pane.view.make_current(cards[1])
    QTest.keyClick(page.pane.view, Qt.Key.Key_D, CONTROL_SHIFT)
    page.pane.name.box.setText("Said already")
    QTest.keyClick(page.pane.name.box, Qt.Key.Key_Return)
    assert standing(context, cards[1]) is Standing.ASIDE
    assert not page.pane.scene.place(cards[1])
    (ruling,) = context.desk.workshop.of(Ruling)
    assert ruling.reason.en.words == "Said already"


def test_the_way_to_a_card_that_waits_or_was_set_aside_ends_at_it(
    context: Context, page: BoardPage, waiting: list[Id]
) -> None:
    desk = context.desk
    aside = set_aside(desk.workshop, waiting[1:2], said("Twice", "en"), desk.now(), "Mair")
    desk.do(aside)
    for id in (waiting[2], waiting[1]):
        page.show_view("board")
        page.go_to(id)
        assert page.view() == "waiting"
        assert page.keeping.waiting.table.current() == id
        assert page.keeping.waiting.table.hasFocus()
