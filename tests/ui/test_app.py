"""The program as a whole: first start, language, backups and the way back."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import change_session
from gweithdy.exchange.demo import demonstration
from gweithdy.storage.library import Library
from gweithdy.ui import app, ask
from gweithdy.ui.app import Program
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.preferences.page import PreferencesPage


def link_of_first(program: Program) -> str:
    return program.desk.catalogue.of(Session)[0].online_link


def link_changed(program: Program, link: str) -> None:
    first = program.desk.catalogue.of(Session)[0]
    assert program.desk.do(change_session(first, online_link=link))


def test_the_first_start_shows_the_demonstration(start: Callable[[], Program]) -> None:
    program = start()
    shown = {session.id for session in program.desk.catalogue.of(Session)}
    assert shown == {file.workshop.id for file in demonstration()}
    assert program.window.isVisible()
    assert program.window.key == "library"


def test_the_session_that_was_open_is_open_again(
    program: Program, start: Callable[[], Program]
) -> None:
    session = program.desk.catalogue.of(Session)[0]
    program.window.open_session(session.id)
    program.close()
    again = start()
    assert again.desk.workshop
    assert again.desk.workshop.id == session.id
    assert again.window.key == "agenda"


def test_a_library_that_is_open_already_is_shown_at_once(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    library = Library.open(tmp_path / "library.gwdy")
    program = begin(library)
    assert program.library is library
    assert program.window.pages["library"].isVisibleTo(program.window)
    assert program.desk.catalogue.of(Session)


def test_the_language_is_kept(program: Program) -> None:
    program.speak("cy")
    assert program.settings.get("language") == "cy"
    assert program.words.language == "cy"


def test_a_backup_is_restored_into_a_new_window(program: Program) -> None:
    before = link_of_first(program)
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    program.window.show_page("settings")
    page = program.window.pages["settings"]
    assert isinstance(page, PreferencesPage)
    backup = program.library.back_up("asked")
    link_changed(program, "https://example.org/later")
    old = program.window
    page.restore_asked.emit(backup)
    assert program.window is not old
    assert program.window.isVisible()
    assert not old.isVisible()
    (kept,) = program.library.path.parent.glob("*before-restore*")
    said = f"The backup was restored. The library as it was before is kept here: {kept}"
    assert program.window.notices.text() == said
    assert link_of_first(program) == before
    assert program.desk.workshop
    link_changed(program, "https://example.org/after")
    assert program.library.check() == []


def test_a_backup_that_cannot_be_read_changes_nothing(program: Program, tmp_path: Path) -> None:
    link_changed(program, "https://example.org/kept")
    rubbish = tmp_path / "rubbish.gwdy"
    rubbish.write_bytes(b"not a library" * 100)
    program.restore(rubbish)
    assert link_of_first(program) == "https://example.org/kept"
    assert program.window.isVisible()
    assert program.window.notices.text()
    link_changed(program, "https://example.org/still works")


def test_closing_leaves_a_backup(program: Program) -> None:
    link_changed(program, "https://example.org/last")
    program.close()
    assert program.library.backups()[0].reason == "close"
    again = Library.open(program.library.path)
    try:
        assert any(
            session.online_link.endswith("/last") for session in again.catalogue().of(Session)
        )
    finally:
        again.close()


def test_the_author_of_now_signs(program: Program) -> None:
    program.settings.put("author", "Mari Puw")
    link_changed(program, "https://example.org/signed")
    with closing(sqlite3.connect(program.library.path)) as file:
        last = file.execute(
            "SELECT text FROM edit JOIN word ON word.number = author "
            "ORDER BY edit.number DESC LIMIT 1"
        ).fetchone()
    assert last == ("Mari Puw",)


def test_the_demonstration_is_not_something_to_undo(start: Callable[[], Program]) -> None:
    program = start()
    window = program.window
    assert program.desk.catalogue.of(Session)
    assert program.desk.history.next_undo is None
    assert not window.history.undo.isEnabled(), "no button that does nothing"
    assert not window.bound.actions["window.undo"].isEnabled()
    assert window.notices.text() == "", "nobody saved anything"


def test_a_library_that_was_not_closed_is_looked_through_beside_the_window(
    start: Callable[[], Program], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    threads: list[bool] = []

    def look(_library: Library, _stopped: object) -> None:
        threads.append(current_thread() is main_thread())
        raise Problem("Damaged after all.")

    monkeypatch.setattr(Library, "unclean", property(lambda _: True))
    monkeypatch.setattr(Library, "look_through", look)
    program = start()
    qtbot.waitUntil(lambda: program.window.notices.text() == "Damaged after all.")
    assert threads == [False]
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    assert program.window.notices.text() == "Damaged after all.", "opening a session wipes it not"
    program.window.notices.say()
    before = program.library.backups()
    assert program.library.changed_since_backup
    program._on_time()
    program.context.jobs.finish()
    assert program.window.notices.text() == "Damaged after all.", "it is said again"
    assert program.library.backups() == before, "no copy is made of what is damaged"


def test_the_window_does_not_wait_for_a_look_at_the_whole_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def refuse(_path: Path, *, look_later: bool = False, anew: bool = False) -> Library:
        assert not anew
        asked.append(look_later)
        raise Problem("No.")

    monkeypatch.setattr(Library, "open", refuse)
    monkeypatch.setattr(app, "user_config_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(ask, "tell", lambda *_: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app.run(tmp_path / "library.gwdy", "en") == 2
    assert asked == [True]


def test_the_window_goes_before_python_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At exit Qt's objects go in any order: a scene that went before its view crashed at times."""
    windows: list[MainWindow] = []
    paint = app.show_painted

    def painted(window: MainWindow) -> None:
        windows.append(window)
        paint(window)

    monkeypatch.setattr(app, "user_config_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(app, "show_painted", painted)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app.run(tmp_path / "library.gwdy", "en") == 0
    assert not isValid(windows[0])
