"""Words that the disk refused wait for their own thing, and never land on the one shown next."""

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card, Theme
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import Id
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Quote
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language
from gweithdy.edits import agenda
from gweithdy.edits.sessions import change_session
from gweithdy.ui import ask
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.number_box import NumberBox
from gweithdy.ui.widgets.rows import RowsTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program
    from gweithdy.ui.main_window import MainWindow
    from gweithdy.ui.page import Page

Way = tuple[Callable[[Id], object], BilingualField]
"""How a thing is chosen, and the field in which it is written."""


def block(page: "Page") -> Way:
    assert isinstance(page, AgendaPage)
    return page.table.select, page.details.title


def stakeholder(page: "Page") -> Way:
    assert isinstance(page, StakeholdersPage)
    return page.show_current, page.details.name


def action(page: "Page") -> Way:
    assert isinstance(page, ActionsPage)
    return page.action_list.table.select, page.action_list.text


def quote(page: "Page") -> Way:
    assert isinstance(page, BoardPage)
    page.show_view("quotes")
    return page.quotes.table.select, page.quotes.text


def on_board(page: "Page", field: Callable[[BoardPage], BilingualField]) -> Way:
    assert isinstance(page, BoardPage)

    def choose(id: Id) -> None:
        page.pane.view.make_current(id)
        page.pane.open_details()

    return choose, field(page)


def card(page: "Page") -> Way:
    return on_board(page, lambda page: page.pane.details.card.text)


def theme(page: "Page") -> Way:
    return on_board(page, lambda page: page.pane.details.theme.title)


@pytest.mark.parametrize(
    ("key", "noun", "name", "way"),
    [
        ("agenda", Block, "title", block),
        ("stakeholders", Stakeholder, "name", stakeholder),
        ("actions", Action, "text", action),
        ("board", Quote, "text", quote),
        ("board", Card, "text", card),
        ("board", Theme, "title", theme),
    ],
)
def test_they_wait_for_their_own_thing(
    program: "Program",
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    noun: type[Entity],
    name: str,
    way: Callable[["Page"], Way],
) -> None:
    desk = program.desk
    sessions = (program.library.workshop(each.id) for each in desk.catalogue.of(Session))
    session = next(each for each in sessions if len(each.of(noun)) > 1)
    program.window.open_session(session.id, key)
    choose, field = way(program.window.pages[key])
    one, other = session.of(noun)[:2]
    box = field.boxes[Language.CY]

    def put(words: str) -> None:
        box.setFocus()
        box.selectAll()
        box.insert(words) if hasattr(box, "insert") else box.insertPlainText(words)

    choose(one.id)
    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        put("Ddim eto")
        choose(other.id)
    field.commit()
    assert program.library.workshop(session.id).get(noun, other.id) == other
    choose(one.id)
    field.commit()
    now = program.library.workshop(session.id)
    assert getattr(now.get(noun, one.id), name).cy.words == "Ddim eto"
    assert now.get(noun, other.id) == other


def people(page: "Page") -> RowsTable:
    assert isinstance(page, PeoplePage)
    return page.table


def actions(page: "Page") -> RowsTable:
    assert isinstance(page, ActionsPage)
    return page.action_list.table


def outline(page: "Page") -> QAbstractItemView:
    assert isinstance(page, BoardPage)
    page.show_view("outline")
    page.outline.tree.setCurrentIndex(page.outline.model.index(0, 0))
    return page.outline.tree


@pytest.mark.parametrize(
    ("key", "list_of"), [("people", people), ("actions", actions), ("board", outline)]
)
def test_they_stay_in_the_cell(
    program: "Program",
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    list_of: Callable[["Page"], QAbstractItemView],
) -> None:
    session = next(iter(program.desk.catalogue.of(Session)))
    program.window.open_session(session.id, key)
    table = list_of(program.window.pages[key])
    table.setFocus()
    table.edit(table.currentIndex())
    before = table.currentIndex().data()

    def line() -> QLineEdit:
        found = table.indexWidget(table.currentIndex())
        assert isinstance(found, QLineEdit)
        return found

    def press(key: Qt.Key) -> None:
        QTest.keyClick(line(), key)
        # The line gives what it holds only after the key.
        QApplication.processEvents()

    line().setText("Ddim eto")
    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        press(Qt.Key.Key_Return)
        program.window.show_page("library")
        program.window.show_page(key)
    assert line().text() == "Ddim eto"
    assert table.currentIndex().data() == before
    press(Qt.Key.Key_Return)
    assert table.currentIndex().data() == "Ddim eto"
    assert table.indexWidget(table.currentIndex()) is None
    assert line_is_given_up(program, monkeypatch, table)


def line_is_given_up(
    program: "Program", monkeypatch: pytest.MonkeyPatch, table: QAbstractItemView
) -> bool:
    """Whether Esc gives up what the disk refused."""
    table.edit(table.currentIndex())
    line = table.indexWidget(table.currentIndex())
    assert isinstance(line, QLineEdit)
    line.setText("Peidio")
    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    is_closed = table.indexWidget(table.currentIndex()) is None
    return is_closed and table.currentIndex().data() == "Ddim eto"


def full(_edit: object) -> int:
    raise Problem("The disk is full.")


Line = tuple[Callable[[Id], object], QLineEdit | NumberBox]
"""How a thing is chosen, and the line in which one of its values is typed."""


def of_block(page: "Page", name: str) -> Line:
    assert isinstance(page, AgendaPage)
    details = page.details
    lines = {"lead": details.lead, "locked": details.locked.edit, "minutes": details.minutes}
    return page.table.select, lines[name]


def of_quote(page: "Page", _name: str) -> Line:
    assert isinstance(page, BoardPage)
    page.show_view("quotes")
    return page.quotes.table.select, page.quotes.speaker


def of_card(page: "Page", _name: str) -> Line:
    assert isinstance(page, BoardPage)

    def choose(id: Id) -> None:
        page.pane.view.make_current(id)
        page.pane.open_details()

    line = page.pane.details.card.source.lineEdit()
    assert line
    return choose, line


def of_person(page: "Page", _name: str) -> Line:
    assert isinstance(page, PeoplePage)
    return page.table.select, page.details.table


def of_stakeholder(page: "Page", name: str) -> Line:
    assert isinstance(page, StakeholdersPage)
    details = page.details
    scale = details.power if name == "power" else details.interest
    return page.show_current, scale.box


def of_action(page: "Page", _name: str) -> Line:
    assert isinstance(page, ActionsPage)
    return page.action_list.table.select, page.action_list.due


class OneOf(NamedTuple):
    """A value of a thing that is typed in a line."""

    key: str
    noun: type[Entity]
    name: str
    way: Callable[["Page", str], Line]
    typed: str
    value: object


LINES = [
    OneOf("agenda", Block, "lead", of_block, "Sian", "Sian"),
    OneOf("agenda", Block, "locked", of_block, "7:45", time(7, 45)),
    OneOf("agenda", Block, "minutes", of_block, "333", 333),
    OneOf("stakeholders", Stakeholder, "power", of_stakeholder, "3", 3),
    OneOf("stakeholders", Stakeholder, "interest", of_stakeholder, "3", 3),
    OneOf("board", Quote, "speaker", of_quote, "A nurse", "A nurse"),
    OneOf("board", Card, "source", of_card, "Ward 7", "Ward 7"),
    OneOf("people", Participant, "table", of_person, "9", "9"),
    OneOf("actions", Action, "due", of_action, "1.12.2027", date(2027, 12, 1)),
]


@pytest.mark.parametrize("what", LINES, ids=lambda what: f"{what.key}-{what.name}")
def test_a_line_waits_for_its_own_thing(
    program: "Program", monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, what: OneOf
) -> None:
    key, noun, name, way, typed, value = what
    desk = program.desk
    sessions = (program.library.workshop(each.id) for each in desk.catalogue.of(Session))
    session = next(each for each in sessions if len(each.of(noun)) > 1)
    if name == "locked":
        # A line without a time rests.
        blocks = session.of(Block)[:2]
        for each in blocks:
            desk.do(agenda.change(session, each.id, locked=time(6, 0)))
        session = program.library.workshop(session.id)
    program.window.open_session(session.id, key)
    choose, line = way(program.window.pages[key], name)
    one, other = session.of(noun)[:2]

    choose(one.id)
    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.text() == typed
        choose(other.id)
        assert line.text() != typed
    line.editingFinished.emit()
    assert program.library.workshop(session.id).get(noun, other.id) == other
    choose(one.id)
    assert line.text() == typed
    qtbot.waitUntil(
        lambda: getattr(program.library.workshop(session.id).get(noun, one.id), name) == value
    )
    assert program.library.workshop(session.id).get(noun, other.id) == other


@pytest.mark.parametrize("name", ["link", "date", "start"])
def test_a_line_of_the_session_waits_for_its_session(
    program: "Program", monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str
) -> None:
    desk, window = program.desk, program.window
    one, other = desk.catalogue.of(Session)[:2]
    desk.do(change_session(one, start=time(9, 0)))
    desk.do(change_session(other, start=time(9, 0)))
    window.open_session(one.id, "agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    page.session.set_open(True)
    session = page.session
    lines = {"link": session.link, "date": session.date, "start": session.start.edit}
    typed = {"link": "https://example.org", "date": "2.3.2028", "start": "8:15"}[name]
    line = lines[name]

    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, typed)
        window.open_session(other.id, "agenda")
        assert line.text() != typed
    before = program.library.workshop(other.id).session
    window.open_session(one.id, "agenda")
    field, value = {
        "link": ("online_link", typed),
        "date": ("date", date(2028, 3, 2)),
        "start": ("start", time(8, 15)),
    }[name]
    qtbot.waitUntil(lambda: getattr(program.library.workshop(one.id).session, field) == value)
    assert program.library.workshop(other.id).session == before


@pytest.mark.parametrize("where", ["field", "cell", "thing that is not shown"])
def test_closing_asks_about_them(
    program: "Program", monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    asked: list[str] = []
    session = next(iter(program.desk.catalogue.of(Session)))
    program.window.open_session(session.id, "actions")
    page = program.window.pages["actions"]
    assert isinstance(page, ActionsPage)
    pane = page.action_list
    first = pane.table.source.rows[0]
    with monkeypatch.context() as disk:
        disk.setattr(program.library, "write", full)
        disk.setattr(ask, "decide", lambda *said: asked.append(said[2]))
        if where == "cell":
            pane.table.edit(pane.table.currentIndex())
            line = pane.table.indexWidget(pane.table.currentIndex())
            assert isinstance(line, QLineEdit)
            line.setText("Ddim eto")
            QTest.keyClick(line, Qt.Key.Key_Return)
            QApplication.processEvents()
        else:
            box = pane.text.boxes[Language.CY]
            box.setFocus()
            box.selectAll()
            QTest.keyClicks(box, "Ddim eto")
        if where == "thing that is not shown":
            pane.table.select(pane.table.source.rows[1].id)
        assert not program.window.close()
        assert "Ddim eto" in asked[0]
        # Whoever does not want them may go.
        disk.setattr(ask, "decide", lambda *_: True)
        assert program.window.close()
    program.window.show()
    pane.table.select(first.id)
    # There is room again: closing saves them, and asks nothing.
    monkeypatch.setattr(ask, "decide", lambda *_: pytest.fail("asked"))
    assert program.window.close()
    known = program.library.workshop(session.id).get(Action, first.id)
    assert known.text.get("en" if where == "cell" else "cy") == "Ddim eto"


def wrong_date(window: "MainWindow") -> str:
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    page.action_list.due.setFocus()
    page.action_list.due.selectAll()
    QTest.keyClicks(page.action_list.due, "30.2.2027")
    return "By when: 30.2.2027"


def wrong_date_of_another(window: "MainWindow") -> str:
    said = wrong_date(window)
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    page.action_list.table.select(page.action_list.table.source.rows[1].id)
    return said


def wrong_date_in_a_cell(window: "MainWindow") -> str:
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    table = page.action_list.table
    fields = [column.field for column in table.source.columns]
    table.setFocus()
    table.setCurrentIndex(table.source.index(0, fields.index("due")))
    table.edit(table.currentIndex())
    line = table.indexWidget(table.currentIndex())
    QTest.keyClicks(line, "30.2.2027")
    return "By when: 30.2.2027"


def wrong_number(window: "MainWindow") -> str:
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    page.details.minutes.setFocus()
    page.details.minutes.selectAll()
    QTest.keyClicks(page.details.minutes, "0")
    return "Minutes: 0"


def action_to_add(window: "MainWindow") -> str:
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    QTest.keyClicks(page.action_list.add_line.box, "Not yet")
    return "Not yet"


def person_to_add(window: "MainWindow") -> str:
    window.show_page("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    QTest.keyClicks(page.add_box.name, "Mari")
    return "Mari"


def lane_to_add(window: "MainWindow") -> str:
    window.show_page("board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    page.pane.name.ask("Question of the lane", "Add", lambda _: True)
    QTest.keyClicks(page.pane.name.box, "What else?")
    return "What else?"


@pytest.mark.parametrize(
    "typed",
    [
        wrong_date,
        wrong_date_of_another,
        wrong_date_in_a_cell,
        wrong_number,
        action_to_add,
        person_to_add,
        lane_to_add,
    ],
)
def test_closing_asks_about_what_is_only_in_a_line(
    program: "Program", monkeypatch: pytest.MonkeyPatch, typed: Callable[["MainWindow"], str]
) -> None:
    asked: list[str] = []
    window = program.window
    window.open_session(next(iter(program.desk.catalogue.of(Session))).id, "actions")
    said = typed(window)
    monkeypatch.setattr(ask, "decide", lambda *said: asked.append(said[2]))
    assert not window.close()
    assert asked == [said]
    # It is still there: whoever stays finds it, and is asked again.
    assert not window.close()
    assert asked == [said, said]


def test_what_was_added_or_given_up_is_not_asked_about(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.window
    window.open_session(next(iter(program.desk.catalogue.of(Session))).id, "actions")
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    action_to_add(window)
    QTest.keyClick(page.action_list.add_line.box, Qt.Key.Key_Return)
    wrong_date(window)
    QTest.keyClick(page.action_list.due, Qt.Key.Key_Escape)
    person_to_add(window)
    people_page = window.pages["people"]
    assert isinstance(people_page, PeoplePage)
    QTest.keyClick(people_page.add_box.name, Qt.Key.Key_Return)
    lane_to_add(window)
    board = window.pages["board"]
    assert isinstance(board, BoardPage)
    QTest.keyClick(board.pane.name.box, Qt.Key.Key_Escape)
    monkeypatch.setattr(ask, "decide", lambda *said: pytest.fail(str(said)))
    assert window.close()


def test_a_backup_takes_the_place_of_what_is_not_saved_only_if_it_may(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    backup = program.library.back_up("asked")
    window = program.window
    window.open_session(next(iter(program.desk.catalogue.of(Session))).id, "actions")
    said = action_to_add(window)
    monkeypatch.setattr(ask, "decide", lambda *said: asked.append(said[2]))
    program.restore(backup)
    assert asked == [said]
    assert program.window is window
    assert program.is_open
    monkeypatch.setattr(ask, "decide", lambda *_: True)
    program.restore(backup)
    assert program.window is not window
