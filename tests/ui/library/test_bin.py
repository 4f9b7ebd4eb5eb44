"""The bin in the window: what was deleted is there, comes back, or goes for good when asked."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import delete_session, new_series
from gweithdy.ui import ask
from gweithdy.ui.library.page import LibraryPage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

Key = Qt.Key


@pytest.fixture
def page(program: "Program") -> LibraryPage:
    program.window.show_page("library")
    page = program.window.pages["library"]
    assert isinstance(page, LibraryPage)
    return page


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions asked; each is answered with what it offers."""
    questions: list[str] = []

    def decide(_parent: object, question: str, *_: str) -> bool:
        questions.append(question)
        return True

    monkeypatch.setattr(ask, "decide", decide)
    return questions


def delete_first(page: LibraryPage) -> Session:
    session = page.desk.catalogue.of(Session)[0]
    page.desk.do(delete_session(session))
    return session


def test_the_bin_is_empty_at_first(page: LibraryPage) -> None:
    assert page.to_bin.text() == "Bin"
    assert not page.to_bin.isEnabled()


def test_what_is_deleted_can_be_restored_from_the_bin(page: LibraryPage, qtbot: QtBot) -> None:
    session = delete_first(page)
    assert page.to_bin.text() == "Bin (1)"
    page.to_bin.click()
    assert page.stack.currentWidget() is page.bin
    assert page.bin.table.current() == session.id
    assert page.bin.table.hasFocus()
    qtbot.mouseClick(page.bin.restore, Qt.MouseButton.LeftButton)
    assert page.desk.catalogue.find(Session, session.id)
    assert page.bin.table.source.rows == []
    page.desk.undo()
    assert page.desk.catalogue.find(Session, session.id) is None
    assert [row.id for row in page.bin.table.source.rows] == [session.id]


def test_esc_leads_back_to_the_library(page: LibraryPage, qtbot: QtBot) -> None:
    delete_first(page)
    page.to_bin.click()
    qtbot.keyClick(page.bin.table, Key.Key_Escape)
    assert page.stack.currentWidget() is page.shelf
    assert page.shelf.hasFocus()


def test_what_goes_for_good_is_asked_about_and_gone(
    page: LibraryPage, qtbot: QtBot, asked: list[str], program: "Program"
) -> None:
    session = delete_first(page)
    page.to_bin.click()
    with qtbot.waitSignal(page.desk.forgotten):
        qtbot.keyClick(page.bin.table, Key.Key_Delete)
    assert asked == [f"Delete this session for good: {session.title.en.words}"]
    assert page.bin.table.source.rows == []
    assert program.library.binned() == {}
    # Nothing of it is left to be undone: neither that it was deleted, nor what was done in it.
    while program.desk.history.next_undo:
        program.desk.undo()
    assert session.id not in {each.id for each in program.desk.catalogue.everything()}


@pytest.mark.usefixtures("asked")
def test_nothing_offers_to_undo_what_has_gone_for_good(
    page: LibraryPage, qtbot: QtBot, program: "Program"
) -> None:
    page.desk.do(new_series("Cyfres", "Series"))
    delete_first(page)
    page.to_bin.click()
    assert program.window.notices.text()
    with qtbot.waitSignal(page.desk.forgotten):
        page.bin.empty.click()
    # The button would take back the new series.
    assert program.window.notices.text() == ""
    assert program.window.notices._undo.isHidden()


def test_the_keyboard_stays_in_the_bin_when_the_last_one_leaves_it(page: LibraryPage) -> None:
    delete_first(page)
    page.to_bin.click()
    page.bin.restore.setFocus()
    page.bin.restore.click()
    assert page.bin.table.source.rows == []
    assert QApplication.focusWidget() is page.bin.table


def test_the_bin_is_emptied_when_asked(page: LibraryPage, qtbot: QtBot, asked: list[str]) -> None:
    for _ in range(2):
        delete_first(page)
    page.to_bin.click()
    with qtbot.waitSignal(page.desk.forgotten):
        page.bin.empty.click()
    assert asked == ["Delete 2 sessions in the bin for good?"]
    assert page.context.library.binned() == {}


def test_leaving_it_as_it_is_erases_nothing(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = delete_first(page)
    page.to_bin.click()
    monkeypatch.setattr(ask, "decide", lambda *_: False)
    page.bin.empty.click()
    assert list(page.context.library.binned()) == [session.id]


def test_the_bin_speaks_both_languages(page: LibraryPage, program: "Program") -> None:
    delete_first(page)
    page.to_bin.click()
    program.speak("cy")
    assert page.bin.restore.text() == "Adfer"
    assert page.to_bin.text() == "Yn ôl i'r llyfrgell"


def test_what_was_in_the_bin_for_long_goes_by_itself(
    program: "Program", page: LibraryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, fresh = (delete_first(page) for _ in range(2))
    monkeypatch.setattr(program.library, "overdue", lambda _now: [session.id])
    copies = len(program.library.backups())
    with qtbot.waitSignal(program.desk.forgotten):
        program._on_time()
    qtbot.waitUntil(lambda: list(program.library.binned()) == [fresh.id])
    program.context.jobs.finish()
    assert session.id not in {each.id for each in program.desk.catalogue.everything()}
    assert page.to_bin.text() == "Bin (1)"
    # The copy is the one way back.
    assert len(program.library.backups()) > copies


def test_what_went_by_itself_leaves_the_bin_that_is_open(page: LibraryPage) -> None:
    session = delete_first(page)
    page.to_bin.click()
    page.context.library.erase([session.id])
    page.desk.forget([session.id])
    assert page.bin.table.source.rows == []
    assert not page.bin.restore.isEnabled()


def test_what_was_undone_is_shown_from_the_bin_too(page: LibraryPage) -> None:
    series = new_series("Cyfres", "Series")
    page.desk.do(series)
    delete_first(page)
    page.to_bin.click()
    page.go_to(series.changes[0].id)
    assert page.stack.currentWidget() is page.shelf
    row = page.shelf.selection()
    assert row
    assert row.id == series.changes[0].id


def test_nothing_is_done_to_a_row_behind_the_bin(page: LibraryPage) -> None:
    delete_first(page)
    assert page.shelf.selection()
    before = page.desk.catalogue.of(Session)
    page.to_bin.click()
    page.bound.run("library.duplicate")
    page.bound.run("list.remove")
    assert page.desk.catalogue.of(Session) == before
    assert page.to_bin.isChecked()


def test_a_bin_that_cannot_be_read_is_told(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def binned() -> None:
        raise problem

    problem = Problem("The disk is asleep.")
    delete_first(page)
    monkeypatch.setattr(page.context.library, "binned", binned)
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    page.to_bin.click()
    assert told == [problem]
    assert page.bin.table.source.rows == []
