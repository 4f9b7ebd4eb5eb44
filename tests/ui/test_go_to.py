"""A hit of the search leads to the very thing, whatever page, board or list it is in."""

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.photographs import NOON, pictured

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.nouns import printed_texts
from gweithdy.domain.people import Participant
from gweithdy.domain.photos import Photo
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.reflections import Reflection
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language, Typed, both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import agenda, board, photos, rounds
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.widgets.rows import RowsTable

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

MADE: dict[type[Entity], Callable[[Workshop], Edit]] = {
    Photo: lambda w: photos.add_photos(w, [pictured(), pictured("Wal")], NOON),
    Round: lambda w: rounds.add_round(w, both("Rownd", "Round"), RoundKind.RATING),
}
"""What the demonstration has none of."""

PRINTED = sorted(printed_texts(), key=lambda each: (each[0].__name__, each[1].name))


@pytest.mark.parametrize(
    "noun", [Block, Participant, Stakeholder, Action, Reflection, Quote, Parked]
)
@pytest.mark.parametrize("opened", [True, False], ids=["open", "on the shelf"])
def test_a_hit_in_a_list_is_chosen_and_has_the_keyboard(
    program: "Program",
    noun: type[Entity],
    opened: bool,  # noqa: FBT001 - a case
) -> None:
    window = program.window
    session = program.desk.catalogue.of(Session)[0].id
    thing = program.library.workshop(session).of(noun)[-1]
    if opened:
        window.open_session(session)
    window.show_page("library")
    window.pages["library"].thing_asked.emit(session, noun.noun.page, thing.id, "")
    QApplication.processEvents()
    table = window.focusWidget()
    assert isinstance(table, RowsTable)
    assert table.isVisible()
    assert table.current() == thing.id


@pytest.mark.parametrize("noun", [Card, Theme])
def test_a_hit_on_a_board_is_in_sight_though_a_filter_hid_it(
    program: "Program", noun: type[Entity]
) -> None:
    window = program.window
    session = program.desk.catalogue.of(Session)[0].id
    window.open_session(session, "board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    page.filter.text.setText("Nothing is called that")
    page.show_view("outline")
    thing = program.library.workshop(session).of(noun)[-1]
    window.show_page("library")
    window.pages["library"].thing_asked.emit(session, "board", thing.id, "")
    QApplication.processEvents()
    view = page.pane.view
    assert window.focusWidget() is view
    assert view.current == thing.id
    box = page.pane.scene.place(thing.id)
    assert box
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(box.topLeft())


def test_a_hit_on_another_board_shows_that_board(program: "Program") -> None:
    window, desk = program.window, program.desk
    session = desk.catalogue.of(Session)[0].id
    window.open_session(session, "board")
    assert desk.workshop
    desk.do(board.add_board(desk.workshop, both("Arall", "Other")))
    lane = desk.workshop.of(Lane)[-1]
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    card = board.add_card(desk.workshop, "Far away", "en", lane.id, "none", "room", desk.now())
    desk.do(card)
    page.boards.activated.emit(0)
    window.pages["board"].thing_asked.emit(session, "board", card.changes[0].id, "")
    assert page.pane.scene.place(card.changes[0].id)


@pytest.mark.parametrize(
    ("noun", "field"), [pytest.param(n, f.name, id=f"{n.__name__}-{f.name}") for n, f in PRINTED]
)
@pytest.mark.parametrize("language", Language)
def test_a_missing_text_is_written_where_its_line_leads(
    program: "Program", noun: type[Entity], field: str, language: Language, qtbot: QtBot
) -> None:
    window, desk = program.window, program.desk
    session = desk.catalogue.of(Session)[0].id
    window.open_session(session, "pack")
    assert desk.workshop
    if noun in MADE:
        desk.do(MADE[noun](desk.workshop))
    thing = desk.workshop.of(noun)[-1]
    page = window.pages["pack"]
    page.thing_asked.emit(session, noun.noun.page, thing.id, f"{field}.{language}")
    QApplication.processEvents()
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.clear()
    qtbot.keyClicks(box, "Xyz")
    window.leave_field()
    now = desk.workshop.find(noun, thing.id)
    if noun is Board:
        # Its name is asked in a line of its own.
        qtbot.keyClick(box, Qt.Key.Key_Return)
        now = desk.workshop.find(noun, thing.id)
    assert getattr(now, field).get(language) == "Xyz"
    assert getattr(now, field).get(language.other) == getattr(thing, field).get(language.other)


def test_a_click_on_a_missing_text_leads_there(program: "Program", qtbot: QtBot) -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "pack")
    assert desk.workshop
    block = desk.workshop.of(Block)[2]
    desk.do(agenda.change(desk.workshop, block.id, title=Typed(Language.CY, "")))
    page = window.pages["pack"]
    assert isinstance(page, PackPage)
    lines = page.findings.items
    qtbot.waitUntil(lambda: any("Agenda" in lines.item(n).text() for n in range(lines.count())))
    item = next(i for n in range(lines.count()) if (i := lines.item(n)) and "Agenda" in i.text())
    qtbot.mouseClick(
        lines.viewport(), Qt.MouseButton.LeftButton, pos=lines.visualItemRect(item).center()
    )
    assert window.key == "agenda"
    plan = window.pages["agenda"]
    assert isinstance(plan, AgendaPage)
    assert plan.table.current() == block.id
    assert window.focusWidget() is plan.details.title.boxes[Language.CY]


def test_a_finding_leads_to_the_field_that_mends_it(program: "Program", qtbot: QtBot) -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    assert desk.workshop
    blocks = desk.workshop.of(Block)
    no_words, late = blocks[1], blocks[3]
    desk.do(agenda.change(desk.workshop, no_words.id, title=Typed(Language.EN, "")))
    desk.do(agenda.change(desk.workshop, late.id, locked=time(0, 30)))
    wanted = {
        "no English": page.details.title.boxes[Language.EN],
        "no online": page.details.online.boxes[Language.EN],
        "fixed time": page.details.locked.edit,
    }
    for words, field in wanted.items():
        made = next(b for b in page.findings.buttons if words in b.text() and b.isVisible())
        page.table.setFocus()
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is field, words
