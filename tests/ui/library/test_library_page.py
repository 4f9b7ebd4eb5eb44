"""The Library page: sessions in and out, renamed, searched and brought back."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import said
from gweithdy.edits.sessions import (
    bring_in,
    change_session,
    delete_session,
    new_series,
    new_session,
)
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.session_file import write_session
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.library import files
from gweithdy.ui.library.model import LOOSE
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.page import LOOK_AGAIN

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, empty_context: Context) -> LibraryPage:
    desk = empty_context.desk
    for file in demonstration():
        desk.do(bring_in(file.workshop, file.series, desk.catalogue, None))
    page = LibraryPage(empty_context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    page.show()
    QAbstractItemModelTester(
        page.shelf.rows_model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    return page


def sessions(page: LibraryPage) -> list[Session]:
    return page.desk.catalogue.of(Session)


def select_session(page: LibraryPage) -> Session:
    session = next(row for row in page.shelf.rows_model.rows if isinstance(row, Session))
    page.shelf.select(session.id)
    return session


def test_an_empty_library_says_how_to_begin(qtbot: QtBot, empty_context: Context) -> None:
    page = LibraryPage(empty_context)
    qtbot.addWidget(page)
    page.show()
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    qtbot.keyClicks(page.new_line.box, "A first day")
    with qtbot.waitSignal(page.session_asked) as asked:
        qtbot.keyClick(page.new_line.box, Key.Key_Return)
    assert asked.args == [sessions(page)[0].id, "agenda"]


def test_series_come_before_their_sessions(page: LibraryPage) -> None:
    kinds = [type(row) for row in page.shelf.rows_model.rows]
    assert kinds == [Series, Session, Series, Session]
    page.desk.do(new_session("Ar wahân", "Apart"))
    assert page.shelf.rows_model.rows[4] is LOOSE
    assert page.shelf.rows_model.index(4, 0).data() == "Without a series"


def test_enter_opens_the_session(page: LibraryPage, qtbot: QtBot) -> None:
    session = select_session(page)
    with qtbot.waitSignal(page.session_asked) as asked:
        qtbot.keyClick(page.shelf, Key.Key_Return)
    assert asked.args == [session.id, "agenda"]


def test_a_new_session_is_asked_for_in_the_language_typed(page: LibraryPage, qtbot: QtBot) -> None:
    select_session(page)
    page.new_session.click()
    with qtbot.waitSignal(page.session_asked) as asked:
        qtbot.keyClicks(page.new_line.box, "Sut mae cael pobl i siarad am eu gofal?")
        qtbot.keyClick(page.new_line.box, Key.Key_Return)
    made = page.desk.catalogue.get(Session, asked.args[0])
    # The screen is in English; and nobody asked for a series, though one of its rows is selected.
    assert made.title == said("Sut mae cael pobl i siarad am eu gofal?", "cy")
    assert made.series == ""
    assert page.new_line.isHidden()


def test_in_doubt_the_line_asks_for_the_language(page: LibraryPage, qtbot: QtBot) -> None:
    page.new_session.click()
    qtbot.keyClicks(page.new_line.box, "Panel")
    assert page.new_line.chip.text() == "English ?"
    page.new_line.chip.click()
    assert page.new_line.chip.text() == "Cymraeg"
    with qtbot.waitSignal(page.session_asked) as asked:
        qtbot.keyClick(page.new_line.box, Key.Key_Return)
    assert page.desk.catalogue.get(Session, asked.args[0]).title == said("Panel", "cy")


def test_a_new_session_joins_the_series_that_is_asked_for(page: LibraryPage, qtbot: QtBot) -> None:
    series = page.desk.catalogue.of(Series)[0].id
    page.new_session.click()
    box = page.new_line.series
    box.setCurrentIndex(box.findData(series))
    qtbot.keyClicks(page.new_line.box, "A third day")
    with qtbot.waitSignal(page.session_asked) as asked:
        page.new_line.accept.click()
    assert page.desk.catalogue.get(Session, asked.args[0]).series == series


def test_a_title_is_needed_and_esc_makes_nothing(page: LibraryPage, qtbot: QtBot) -> None:
    before = len(sessions(page))
    page.new_session.click()
    with qtbot.waitSignal(page.desk.refused):
        qtbot.keyClick(page.new_line.box, Key.Key_Return)
    assert page.new_line.isVisible()
    qtbot.keyClicks(page.new_line.box, "Never")
    qtbot.keyClick(page.new_line.box, Key.Key_Escape)
    assert len(sessions(page)) == before


def test_a_session_moves_between_series_by_key(page: LibraryPage, qtbot: QtBot) -> None:
    session = select_session(page)
    first, second = (each.id for each in page.shelf.rows_model.rows if isinstance(each, Series))
    assert session.series == first
    page.shelf.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    for series in (second, "", ""):
        qtbot.keyClick(page.shelf, Key.Key_Down, alt)
        assert page.desk.catalogue.get(Session, session.id).series == series
        chosen = page.shelf.selection()
        assert chosen is not None
        assert chosen.id == session.id
    qtbot.keyClick(page.shelf, Key.Key_Up, alt)
    assert page.desk.catalogue.get(Session, session.id).series == second
    page.desk.undo()
    assert page.desk.catalogue.get(Session, session.id).series == ""


def test_a_session_is_dragged_to_another_series_and_out_of_all(page: LibraryPage) -> None:
    session = select_session(page)
    model = page.shelf.rows_model
    row = model.row_of(session.id)
    other = [each for each in model.rows if isinstance(each, Series)][1]
    for target, series in ((model.index(model.row_of(other.id), 0), other.id), (QModelIndex(), "")):
        data = model.mimeData([model.index(model.row_of(session.id), 0)])
        move = Qt.DropAction.MoveAction
        assert model.canDropMimeData(data, move, -1, -1, target)
        model.dropMimeData(data, move, -1, -1, target)
        assert page.desk.catalogue.get(Session, session.id).series == series
    assert model.index(row, 0).flags() & Qt.ItemFlag.ItemIsDropEnabled
    assert page.shelf.dragEnabled()


def test_the_menu_moves_a_session_to_a_series(page: LibraryPage) -> None:
    session = select_session(page)
    page._moves.aboutToShow.emit()
    none, first, second = page._moves.actions()
    assert [each.isChecked() for each in (none, first, second)] == [False, True, False]
    second.trigger()
    moved = page.desk.catalogue.get(Session, session.id)
    assert moved.series not in ("", session.series)


def test_sessions_stand_to_the_right_of_their_series(page: LibraryPage) -> None:
    model = page.shelf.rows_model
    widths = [model.index(n, 0).data(Qt.ItemDataRole.DecorationRole).isNull() for n in range(2)]
    assert widths == [False, False]


def test_a_session_can_be_made_from_each_template(page: LibraryPage, qtbot: QtBot) -> None:
    page._templates.aboutToShow.emit()
    before = len(sessions(page))
    for action in page._templates.actions():
        with qtbot.waitSignal(page.session_asked):
            action.trigger()
    assert len(sessions(page)) == before + len(page._templates.actions())


def test_titles_change_in_place(page: LibraryPage) -> None:
    series, session = page.shelf.rows_model.rows[:2]
    rename(page, series.id, "Another series")
    press_enter(page)
    rename(page, session.id, "Another day")
    press_enter(page)
    assert page.desk.catalogue.get(Series, series.id).title.en.words == "Another series"
    assert page.desk.catalogue.get(Session, session.id).title.en.words == "Another day"
    assert page.desk.catalogue.get(Session, session.id).title.cy.words == session.title.cy.words


@pytest.mark.parametrize("what", ["language", "theirs", "disk"])
def test_a_title_that_is_typed_is_not_lost(
    page: LibraryPage, library: Library, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    session = page.shelf.rows_model.rows[1]
    assert isinstance(session, Session)
    rename(page, session.id, "Another day")
    if what == "language":
        page.words.switch("cy")
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    elif what == "theirs":
        library.write(new_series("AAA", "AAA"))
        QTest.qWait(2 * LOOK_AGAIN)
        press_enter(page)
    else:
        with monkeypatch.context() as disk:
            disk.setattr(library, "write", full)
            press_enter(page)
        assert page.desk.catalogue.get(Session, session.id) == session
        press_enter(page)
    title = library.catalogue().get(Session, session.id).title
    assert title.get("en") == "Another day"
    assert title.get("cy") == session.title.get("cy")


def full(_edit: object) -> int:
    raise Problem("The disk is full.")


def rename(page: LibraryPage, id: str, title: str) -> None:
    page.shelf.rename(id)
    title_line(page).setText(title)


def press_enter(page: LibraryPage) -> None:
    QTest.keyClick(title_line(page), Key.Key_Return)
    # The line gives what it holds only after the key.
    QApplication.processEvents()


def title_line(page: LibraryPage) -> QLineEdit:
    line = page.shelf.indexWidget(page.shelf.currentIndex())
    assert isinstance(line, QLineEdit)
    return line


def test_a_new_series_is_asked_for_and_selected(page: LibraryPage, qtbot: QtBot) -> None:
    page.new_series.click()
    assert page.new_line.series.isHidden()
    qtbot.keyClicks(page.new_line.box, "The waiting room")
    qtbot.keyClick(page.new_line.box, Key.Key_Return)
    row = page.shelf.selection()
    assert isinstance(row, Series)
    assert row.title == said("The waiting room", "en")


def test_duplicate_and_delete_can_be_undone(page: LibraryPage, qtbot: QtBot) -> None:
    session = select_session(page)
    page.duplicate.click()
    copy = page.shelf.selection()
    assert isinstance(copy, Session)
    assert copy.title.en.words == f"{session.title.en.words} (copy)"
    page.shelf.select(session.id)
    page.shelf.setFocus()
    qtbot.keyClick(page.shelf, Key.Key_Delete)
    assert session.id not in {each.id for each in sessions(page)}
    page.desk.undo()
    page.desk.undo()
    assert {each.id for each in sessions(page)} >= {session.id}
    assert copy.id not in {each.id for each in sessions(page)}


def test_deleting_a_series_keeps_its_sessions(page: LibraryPage) -> None:
    page.desk.do(new_series("Gwag", "Aaa"))
    page.shelf.select(page.shelf.rows_model.rows[1].id)
    before = len(sessions(page))
    page.delete.click()
    assert len(sessions(page)) == before
    assert LOOSE in page.shelf.rows_model.rows


def test_search_leads_to_the_page_of_what_was_found(page: LibraryPage, qtbot: QtBot) -> None:
    workshop = page.context.library.workshop(demonstration()[0].workshop.id)
    card = workshop.of(Card)[0]
    page.focus_search()
    page.search.setText(card.text.en.words)
    qtbot.waitUntil(lambda: page.results.items.count() > 0)
    lines = [page.results.items.item(row).text() for row in range(page.results.items.count())]
    place = next(row for row, line in enumerate(lines) if " › Card: " in line)
    assert lines[place].endswith(card.text.en.words)
    page.results.items.setCurrentRow(place)
    with qtbot.waitSignal(page.thing_asked) as asked:
        page.results.items.itemActivated.emit(page.results.items.item(place))
    assert asked.args == [workshop.id, "board", card.id, ""]
    page.search.clear()
    assert page.stack.currentWidget() is page.shelf


def test_nothing_found_is_said(page: LibraryPage, qtbot: QtBot) -> None:
    page.search.setText("zzzzqqqq")
    qtbot.waitUntil(lambda: page.results.sentence.text().startswith("Nothing found"))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session file, which the file dialogs choose."""
    path = tmp_path / "session.yaml"
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    monkeypatch.setattr(ask, "choose", lambda *_: 0)
    return path


def test_export_and_import_again(page: LibraryPage, file: Path, qtbot: QtBot) -> None:
    session = select_session(page)
    page.export.click()
    qtbot.waitUntil(file.exists)
    page.desk.do(delete_session(session))
    page.import_file.click()
    qtbot.waitUntil(lambda: page.desk.catalogue.find(Session, session.id) is not None)
    with qtbot.waitSignal(page.desk.refused) as refused:
        page.import_file.click()
    assert refused.args
    assert "just as it is" in str(refused.args[0])


@pytest.mark.parametrize(
    ("title", "name"), [("Gŵyl 2026!", "gwyl-2026"), ("???", "gweithdy"), ("Con", "con-1")]
)
def test_an_export_is_offered_a_name_that_every_system_takes(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch, title: str, name: str
) -> None:
    session = select_session(page)
    page.desk.do(change_session(session, title=said(title, "cy"), date=None))
    offered: list[Path] = []
    monkeypatch.setattr(ask, "choose", lambda *_: 0)
    monkeypatch.setattr(ask, "file_to_write", lambda _p, _t, path, _k: offered.append(path))
    page.export.click()
    assert [each.name for each in offered] == [f"{name}.yaml"]


@pytest.mark.parametrize(("way", "added"), [(None, 0), (0, 1), (1, 0)])
def test_other_contents_are_the_persons_choice(
    page: LibraryPage,
    file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    way: int | None,
    added: int,
) -> None:
    session = select_session(page)
    workshop = page.context.library.workshop(session.id)
    words = write_session(workshop).decode().replace(session.title.en.words, "Other title")
    file.write_text(words, encoding="utf-8")
    asked: list[int | None] = []

    def choose(*_: object) -> int | None:
        asked.append(way)
        return way

    monkeypatch.setattr(ask, "choose", choose)
    before = len(sessions(page))
    page.import_file.click()
    qtbot.waitUntil(lambda: bool(asked))
    assert len(sessions(page)) == before + added
    now = page.desk.catalogue.get(Session, session.id).title.en.words
    assert now == ("Other title" if way == 1 else session.title.en.words)
    if way == 1:
        page.desk.undo()
        assert page.desk.catalogue.get(Session, session.id).title == session.title


def test_a_bad_file_is_refused_with_its_line(page: LibraryPage, file: Path, qtbot: QtBot) -> None:
    file.write_text("gweithdy: 1\nsession: [\n", encoding="utf-8")
    with qtbot.waitSignal(page.desk.refused) as refused:
        page.import_file.click()
    assert refused.args
    assert isinstance(refused.args[0], Problem)
    file.unlink()
    with qtbot.waitSignal(page.desk.refused):
        page.import_file.click()


@pytest.mark.parametrize("way", [None, 0])
def test_a_file_never_takes_rows_away_from_another_session(
    page: LibraryPage,
    file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    way: int | None,
) -> None:
    session = select_session(page)
    before = write_session(page.context.library.workshop(session.id))
    # Somebody copied a file and changed only the id of the session.
    other = before.decode().replace(session.id, "0c6f7c2e-8f0e-4b0b-9b57-0f7a3c1d2e3f")
    file.write_text(other, encoding="utf-8")
    asked: list[int | None] = []

    def choose(*_: object) -> int | None:
        asked.append(way)
        return way

    monkeypatch.setattr(ask, "choose", choose)
    count = len(sessions(page))
    page.import_file.click()
    qtbot.waitUntil(lambda: bool(asked))
    assert len(sessions(page)) == count + (way == 0)
    assert write_session(page.context.library.workshop(session.id)) == before


@pytest.mark.usefixtures("file")
def test_closing_during_an_import_brings_nothing_in_and_asks_nothing(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = page.context.library.workshop(select_session(page).id)
    begun, closing, told = Event(), Event(), list[object]()
    monkeypatch.setattr(ask, "choose", lambda *_: told.append("asked"))

    def read_file(_path: Path) -> bytes:
        begun.set()
        closing.wait()
        return write_session(workshop)

    monkeypatch.setattr(files, "read_file", read_file)
    page.desk.refused.connect(told.append)
    page.import_file.click()
    begun.wait()
    [job] = page.context.jobs._running
    job.cancel()
    closing.set()
    page.context.jobs.finish()
    # Otherwise it would say or ask that this session is already there.
    assert told == []


def test_down_leads_to_what_was_found_and_escape_back(page: LibraryPage, qtbot: QtBot) -> None:
    assert page.focus_search()
    page.search.setText("gwasanaeth")
    qtbot.waitUntil(lambda: page.results.items.count() > 0)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.results.items.currentRow() == 0
    qtbot.keyClick(page.results.items, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.stack.currentWidget() is page.shelf


def test_escape_in_the_search_shows_the_sessions_again(page: LibraryPage, qtbot: QtBot) -> None:
    page.search.setText("gwasanaeth")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.stack.currentWidget() is page.shelf


@pytest.mark.parametrize("before", ["", "agenda"])
def test_a_new_session_is_written_on_at_once(program: "Program", qtbot: QtBot, before: str) -> None:
    window = program.window
    if before:
        window.open_session(program.desk.catalogue.of(Session)[0].id, before)
    window.show_page("library")
    page = window.pages["library"]
    assert isinstance(page, LibraryPage)
    page.new_session.click()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Gwrando ar y dyffryn")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.key == "agenda"
    keyboard = QApplication.focusWidget()
    assert isinstance(keyboard, QLineEdit)
    assert window.pages["agenda"].isAncestorOf(keyboard)


def test_the_row_with_the_keyboard_is_in_sight(qtbot: QtBot, page: LibraryPage) -> None:
    shelf = page.shelf
    last = shelf.rows_model.index(len(shelf.rows_model.rows) - 1, 0)
    shelf.setCurrentIndex(last)
    page.search.setFocus()
    shelf.setFixedHeight(110)
    qtbot.wait(1)
    shelf.verticalScrollBar().setValue(0)
    shelf.setFocus(Qt.FocusReason.TabFocusReason)
    assert shelf.viewport().rect().contains(shelf.visualRect(last).center())


def test_a_column_that_is_not_there_has_no_heading(page: LibraryPage) -> None:
    # A reader may ask for any, and a fault in an answer to Qt can end the program.
    shown = page.shelf.rows_model
    for section in (-1, shown.columnCount(), 99):
        assert shown.headerData(section, Qt.Orientation.Horizontal) is None
