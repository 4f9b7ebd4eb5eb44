"""The library goes away while it is open: it is said, and what is in the window is saved."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.test_app import link_changed, link_of_first

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import change_session
from gweithdy.exchange.session_file import read_session
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.app import Program
from gweithdy.ui.library.files import export_session
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.preferences.page import PreferencesPage

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows holds a file that is open")

Choose = Callable[[int | None], list[list[str]]]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """The person takes one of the ways; what they were offered."""
    offered: list[list[str]] = []

    def answer(way: int | None) -> list[list[str]]:
        def ask_(_parent: object, _question: str, _detail: str, ways: list[str], _: str) -> object:
            offered.append(ways)
            return way

        monkeypatch.setattr(ask, "choose", ask_)
        return offered

    return answer


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person wants it."""
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "elsewhere" / "kept"

    def place(_parent: object, _title: str, suggestion: Path, _kinds: str) -> Path:
        return path.with_suffix(suggestion.suffix)

    monkeypatch.setattr(ask, "file_to_write", place)
    return path


def refused_edit(program: Program) -> None:
    first = program.desk.catalogue.of(Session)[0]
    assert not program.desk.do(change_session(first, online_link="https://example.org/lost"))


def lose(program: Program) -> None:
    link_changed(program, "https://example.org/saved")
    shutil.rmtree(program.library.path.parent / "backups", ignore_errors=True)
    program.library.path.unlink()


def test_it_is_said_once_in_a_question_and_then_in_the_bar(
    program: Program, qtbot: QtBot, choose: Choose
) -> None:
    offered = choose(None)
    lose(program)
    refused_edit(program)
    assert "Nothing more is saved" in program.window.notices.text()
    qtbot.waitUntil(lambda: len(offered) == 1)
    refused_edit(program)
    qtbot.wait(10)
    assert len(offered) == 1
    program.window.notices.say()
    program._on_time()
    program.context.jobs.finish(10_000)
    assert program.window.notices.text() == ""
    assert link_of_first(program) == "https://example.org/saved"


def test_the_whole_library_is_saved_and_the_window_goes_on_with_it(
    program: Program, qtbot: QtBot, choose: Choose, kept: Path
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    workshop = program.desk.workshop
    program.window.show_page("settings")
    page = program.window.pages["settings"]
    assert isinstance(page, PreferencesPage)
    choose(0)
    lose(program)
    refused_edit(program)
    path = kept.with_suffix(".gwdy")
    qtbot.waitUntil(lambda: program.library.path == path)
    assert str(path) in program.window.notices.text()
    assert program.desk.workshop is workshop, "nothing on the screen is read anew"
    assert page.library_section.path.text() == str(path)
    link_changed(program, "https://example.org/goes on")
    assert program.library.check() == []
    assert len(program.library.catalogue().of(Session)) == 2


def test_what_is_in_memory_is_saved_where_the_disk_gives_nothing_any_more(
    program: Program, qtbot: QtBot, choose: Choose, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = program.desk.catalogue.of(Session)[0]
    program.window.open_session(session.id)
    choose(0)
    lose(program)

    def fail(*_: object) -> None:
        raise Problem("The disk reported an error.")

    monkeypatch.setattr(Library, "save_as", fail)
    refused_edit(program)
    qtbot.waitUntil(lambda: program.library.path == kept.with_suffix(".gwdy"))
    (saved,) = program.library.catalogue().of(Session)
    assert saved.online_link == "https://example.org/saved"
    link_changed(program, "https://example.org/goes on")


def test_the_open_session_is_saved_as_a_file(
    program: Program, qtbot: QtBot, choose: Choose, kept: Path
) -> None:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id)
    choose(1)
    lose(program)
    refused_edit(program)
    file = kept.with_suffix(".yaml")
    qtbot.waitUntil(file.exists)
    assert read_session(file.read_bytes()).workshop.session.online_link.endswith("/saved")


def test_settings_saves_a_copy_elsewhere_at_any_time(
    program: Program, qtbot: QtBot, kept: Path
) -> None:
    program.window.show_page("settings")
    page = program.window.pages["settings"]
    assert isinstance(page, PreferencesPage)
    before = program.library.path
    page.library_section.elsewhere.click()
    copy = kept.with_suffix(".gwdy")
    qtbot.waitUntil(copy.exists)
    qtbot.waitUntil(lambda: str(copy) in program.window.notices.text())
    assert program.library.path == before
    library = Library.open(copy, read_only=True)
    assert library.check() == []
    library.close()


def test_an_export_out_of_a_library_that_is_gone_is_told_and_no_fault(
    program: Program,
    qtbot: QtBot,
    choose: Choose,
    kept: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ask, "tell", lambda *_: None)
    program.window.show_page("library")
    page = program.window.pages["library"]
    assert isinstance(page, LibraryPage)
    page.shelf.select(program.desk.catalogue.of(Session)[0].id)
    offered = choose(None)
    lose(program)
    export_session(page, page.context, program.desk.catalogue.of(Session)[0])
    qtbot.waitUntil(lambda: len(offered) == 1)
    assert not kept.with_suffix(".yaml").exists()
