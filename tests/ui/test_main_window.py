"""The window: every page in both languages, its keys, and nothing half typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.parking import empty_parking_lot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.clock import Clock
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.edits import board, people, running
from gweithdy.edits.sessions import delete_session
from gweithdy.storage.library import Library
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.app import Program
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.pages import DAY, HOUSE, PAGES
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.run.page import RunPage

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> Program:
    """The program with a session open, its window active so that keys reach it."""
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program


def people_page(program: Program) -> PeoplePage:
    program.window.show_page("people")
    page = program.window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def half_typed(program: Program) -> tuple[PeoplePage, str]:
    """Words typed into the organisation of the first person, not yet saved; their id."""
    page = people_page(program)
    person = page.table.source.rows[0].id
    page.table.select(person)
    box = page.organisation.boxes[Language.EN]
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.setText("Half typ")
    return page, person


def test_a_page_out_of_sight_shows_the_session_that_was_opened_meanwhile(opened: Program) -> None:
    page = people_page(opened)
    opened.window.show_page("agenda")
    other = opened.desk.catalogue.of(Session)[1].id
    opened.window.open_session(other, "agenda")
    opened.window.show_page("people")
    assert opened.desk.workshop
    assert opened.desk.workshop.id == other
    shown = {row.id for row in page.table.source.rows}
    assert shown == {person.id for person in opened.desk.workshop.of(Participant)}
    assert shown


@pytest.mark.parametrize("language", list(Language))
def test_every_page_opens(opened: Program, language: Language) -> None:
    opened.speak(language)
    for key, spec in PAGES.items():
        opened.window.show_page(key)
        assert [k for k, page in opened.window.pages.items() if page.isVisible()] == [key]
        assert opened.window.rail.buttons[key].isChecked()
        assert opened.window.rail.buttons[key].text() == opened.words.tr(spec.title)


def test_while_the_day_runs_words_are_captured_on_every_page(opened: Program) -> None:
    desk, window = opened.desk, opened.window
    assert desk.workshop
    window.show_page("people")
    assert not any(bar.isVisible() for bar in window.findChildren(CaptureBar))
    desk.do(running.start(desk.workshop, desk.now()))
    assert window.capture.isVisible()
    window.show_page("agenda")
    assert window.capture.isVisible()
    empty_parking_lot(desk)
    desk.do(running.finish(desk.workshop, desk.now()))
    assert not window.capture.isVisible()


def test_what_happened_offers_no_undo(opened: Program) -> None:
    desk, notices = opened.desk, opened.window.notices
    assert desk.workshop
    desk.do(people.add(desk.workshop, "Eleri"))
    assert notices._undo.isVisible()
    desk.do(running.start(desk.workshop, desk.now()))
    assert desk.history.next_undo is not None
    assert not notices._undo.isVisible()


def test_pages_that_need_a_session_lead_to_the_library_without_one(program: Program) -> None:
    program.window.show_page("board")
    assert program.window.key == "library"
    assert not program.window.rail.buttons["board"].isEnabled()


def test_the_language_switches_while_everything_is_open(opened: Program) -> None:
    for key in PAGES:
        opened.window.show_page(key)
    undo = opened.window.bound.actions["window.undo"]
    english = undo.text()
    opened.window.switch.buttons[Language.CY].click()
    assert opened.words.language == "cy"
    assert undo.text() != english
    assert opened.window.rail.buttons["library"].text() == opened.words.tr("Library")
    title = opened.desk.catalogue.get(Session, opened.settings.get("last_session")).title
    assert opened.window.windowTitle().startswith(title.cy.words)
    opened.window.switch.buttons[Language.EN].click()
    assert undo.text() == english


def test_ctrl_and_a_number_go_to_the_pages(opened: Program, qtbot: QtBot) -> None:
    numbers = [Key(Key.Key_0 + number) for number in range(1, 10)]
    for key, spec in zip((*numbers, Key.Key_Comma), (*DAY, *HOUSE), strict=True):
        qtbot.keyClick(opened.window, key, Ctrl)
        assert opened.window.key == spec.key


def test_no_two_actions_share_a_key(opened: Program) -> None:
    keys = [
        shortcut.toString()
        for action in opened.window.findChildren(QAction)
        for shortcut in action.shortcuts()
        if action.parent() is opened.window
    ]
    keys += [button.shortcut().toString() for button in opened.window.rail.buttons.values()]
    assert len(keys) == len(set(keys))


def test_ctrl_k_opens_the_capture_box_on_every_page(opened: Program, qtbot: QtBot) -> None:
    opened.window.show_page("agenda")
    qtbot.keyClick(opened.window, Key.Key_K, Ctrl)
    assert opened.window.capture.isVisible()
    assert opened.window.capture.isAncestorOf(opened.window.focusWidget())


def test_ctrl_z_brings_the_last_step_back(opened: Program, qtbot: QtBot) -> None:
    page = people_page(opened)
    assert opened.desk.workshop
    before = len(opened.desk.workshop.of(Participant))
    opened.desk.do(people.add(opened.desk.workshop, "Newydd"))
    assert "Newydd" in opened.window.notices.text()
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Z, Ctrl)
    assert len(opened.desk.workshop.of(Participant)) == before
    qtbot.keyClick(page.table, Key.Key_Y, Ctrl)
    assert len(opened.desk.workshop.of(Participant)) == before + 1


def test_half_typed_words_survive_the_switch_of_language(opened: Program, qtbot: QtBot) -> None:
    page, person = half_typed(opened)
    opened.speak("cy")
    assert page.organisation.boxes[Language.EN].property("text") == "Half typ"
    assert opened.desk.workshop
    workshop = opened.desk.workshop
    qtbot.waitUntil(lambda: workshop.get(Participant, person).organisation.en.words == "Half typ")


def test_half_typed_words_are_saved_on_closing(opened: Program) -> None:
    _, person = half_typed(opened)
    assert opened.desk.workshop
    session = opened.desk.workshop.id
    opened.window.close()
    opened.close()
    again = Library.open(opened.library.path)
    try:
        saved = again.workshop(session).get(Participant, person)
    finally:
        again.close()
    assert saved.organisation.en.words == "Half typ"


def test_another_page_takes_the_words_along(opened: Program) -> None:
    _, person = half_typed(opened)
    opened.window.show_page("library")
    assert opened.desk.workshop
    assert opened.desk.workshop.get(Participant, person).organisation.en.words == "Half typ"


def test_deleting_the_open_session_leads_to_the_library(opened: Program) -> None:
    people_page(opened)
    assert opened.desk.workshop
    opened.desk.do(delete_session(opened.desk.workshop.session))
    assert opened.window.key == "library"
    assert opened.desk.workshop is None
    opened.desk.undo()
    assert len(opened.desk.catalogue.of(Session)) == 2


def test_search_is_one_key_away(opened: Program, qtbot: QtBot) -> None:
    opened.window.show_page("people")
    qtbot.keyClick(opened.window, Key.Key_F, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert opened.window.key == "library"
    assert opened.window.focusWidget() is opened.window.pages["library"].search  # type: ignore[attr-defined]


def test_large_text_still_fits_on_a_small_screen(opened: Program) -> None:
    opened.settings.put("scale", 200)
    for key in PAGES:
        opened.window.show_page(key)
    smallest = opened.window.minimumSizeHint()
    assert (smallest.width(), smallest.height()) <= (1366, 768)
    assert smallest.height() <= 768


def test_what_is_half_typed_goes_into_the_session_that_is_left(opened: Program) -> None:
    first, other = opened.desk.catalogue.of(Session)
    opened.window.show_page("agenda")
    page = opened.window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    page.session.set_open(True)
    box = page.session.field("title").boxes[Language.EN]
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.setText("Half typed")
    opened.desk.open(other.id)
    sessions = {each.id: each for each in opened.library.catalogue().of(Session)}
    assert sessions[first.id].title.en.words == "Half typed"
    assert sessions[other.id].title == other.title
    assert box.text() == other.title.en.words


@pytest.mark.parametrize("key", ["library", "board", "stakeholders", "actions"])
def test_a_page_takes_the_keyboard_where_its_work_begins(opened: Program, key: str) -> None:
    opened.window.show_page(key)
    page = opened.window.pages[key]
    assert page.first() is not None
    assert opened.window.focusWidget() is page.first()


def test_who_captures_sees_the_card_arrive(opened: Program) -> None:
    opened.window.show_page("board")
    page = opened.window.pages["board"]
    assert isinstance(page, BoardPage)
    bar = opened.window.capture
    for number in range(20):
        bar.box.setText(f"The thing number {number}")
        assert bar.keep()
    view, workshop = page.pane.view, opened.desk.workshop
    assert workshop
    newest = next(c for c in workshop.of(Card) if c.text.get("en") == "The thing number 19")
    assert view.viewport().rect().contains(centre_of(view, newest.id))


def test_a_card_of_somebody_else_does_not_move_the_board(opened: Program) -> None:
    opened.window.show_page("board")
    page, workshop = opened.window.pages["board"], opened.desk.workshop
    assert isinstance(page, BoardPage)
    assert workshop
    opened.window.capture.focus_box()
    bar = page.pane.view.verticalScrollBar()
    lane = workshop.of(Lane)[0].id
    for number in range(20):
        words = f"Said elsewhere {number}"
        opened.desk.do(
            board.add_card(workshop, words, "en", lane, CardKind.NONE, "online", opened.desk.now())
        )
    assert bar.maximum() > 0
    assert bar.value() == 0


@pytest.mark.parametrize("key", list(PAGES))
def test_after_a_change_of_page_the_keyboard_is_in_the_page(opened: Program, key: str) -> None:
    window = opened.window
    for _ in range(2):
        window.show_page("library" if key == "board" else "board")
        window.show_capture()
        assert window.focusWidget() is window.capture.box
        window.show_page(key)
        QApplication.processEvents()
        assert window.pages[key].isAncestorOf(window.focusWidget())


def said_on(program: Program) -> list[str]:
    workshop = program.desk.workshop
    assert workshop
    return [card.text.as_said() for card in workshop.of(Card)]


def test_undo_in_an_empty_box_takes_back_the_last_card(opened: Program, qtbot: QtBot) -> None:
    opened.window.show_page("board")
    before = said_on(opened)
    box = opened.window.capture.box
    opened.window.show_capture()
    for words in ("Said first", "Said last"):
        qtbot.keyClicks(box, words)
        qtbot.keyClick(box, Key.Key_Return)
    assert sorted(said_on(opened)) == sorted([*before, "Said first", "Said last"])
    qtbot.keyClick(box, Key.Key_Z, Ctrl)
    assert box.text() == ""
    assert sorted(said_on(opened)) == sorted([*before, "Said first"])
    qtbot.keyClick(box, Key.Key_Y, Ctrl)
    assert sorted(said_on(opened)) == sorted([*before, "Said first", "Said last"])
    qtbot.keyClicks(box, "Half")
    qtbot.keyClick(box, Key.Key_Z, Ctrl)
    assert box.text() == "", "the box's own step comes first"
    assert len(said_on(opened)) == len(before) + 2


def test_a_page_goes_on_where_the_keyboard_was_in_it(opened: Program) -> None:
    window = opened.window
    window.show_page("board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    page.filter.text.setFocus()
    window.show_page("people")
    window.show_page("board")
    assert window.focusWidget() is page.filter.text


@pytest.mark.parametrize(
    ("row", "view"), [(0, "board"), (-2, "quotes"), (-1, "parked")], ids=["card", "quote", "lot"]
)
def test_the_button_beside_the_box_shows_where_the_words_go(
    opened: Program, row: int, view: str
) -> None:
    window = opened.window
    window.show_page("people")
    window.show_capture()
    window.capture.where.setCurrentIndex(row % window.capture.where.count())
    window.capture.to_board.click()
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    assert (window.key, page.view()) == ("board", view)
    assert window.focusWidget() is window.capture.box


def test_nothing_moves_under_the_pointer_that_starts_the_day(opened: Program) -> None:
    window = opened.window
    planned = opened.desk.catalogue.of(Session)
    for session in planned:
        window.open_session(session.id, "run")
        assert opened.desk.workshop
        if not opened.desk.workshop.of(Clock):
            break
    QApplication.processEvents()
    page = window.pages["run"]
    assert isinstance(page, RunPage)
    parts = (page.now, page.day, window.capture, page.go, page.next, page.minute)
    places = {part: part.mapTo(window, QPoint()) for part in parts}
    page.go.click()
    QApplication.processEvents()
    assert opened.desk.workshop.of(Clock), "the day has begun"
    assert {part: part.mapTo(window, QPoint()) for part in places} == places


def test_a_session_that_cannot_be_read_leaves_the_library_in_sight(
    start: Callable[[], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    session = program.desk.catalogue.of(Session)[0].id
    window = MainWindow(program.context)

    def refuse(_session: str) -> None:
        raise Problem("It is damaged.")

    monkeypatch.setattr(program.desk, "open", refuse)
    window.open_session(session)
    assert window.key == "library"
    assert window.notices.text() == "It is damaged."
    window.deleteLater()
