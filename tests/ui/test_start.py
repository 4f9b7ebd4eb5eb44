"""The window first: it is painted with what is there, then the library opens behind it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.ui.test_app import link_of_first

from gweithdy.domain.clock import utc_now
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits import running
from gweithdy.edits.sessions import change_session, delete_session
from gweithdy.storage.library import Library
from gweithdy.storage.lock import Lock
from gweithdy.ui import app, ask, first_paint
from gweithdy.ui.app import Program
from gweithdy.ui.desk import Desk
from gweithdy.ui.first_paint import show_painted
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.settings import Settings

Begin = Callable[[], Program]


class Seen(QObject):
    """Notes the events of some kinds that reach a window or a widget, and what was done."""

    def __init__(self, watched: QObject, *kinds: QEvent.Type) -> None:
        super().__init__()
        self._kinds = kinds
        self.done: list[str] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in self._kinds:
            self.done.append(event.type().name)
        return False


@pytest.fixture
def shelved(tmp_path: Path, demonstration_library: Path) -> Path:
    """The library of this test, closed, with the demonstration in it."""
    return Path(shutil.copy(demonstration_library, tmp_path / "library.gwdy"))


def first_session(path: Path) -> Session:
    library = Library.open(path)
    session = library.catalogue().of(Session)[0]
    library.close()
    return session


def shelf_page(program: Program) -> LibraryPage:
    page = program.window.pages["library"]
    assert isinstance(page, LibraryPage)
    return page


def listed(program: Program) -> list[str]:
    model = shelf_page(program).shelf.rows_model
    places = [(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
    return [model.data(model.index(*place)) for place in places]


@pytest.mark.usefixtures("shelved")
def test_the_window_is_painted_before_the_library_opens(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = begin()
    seen = Seen(shelf_page(program).shelf.viewport(), QEvent.Type.Paint)
    opening = Library.open

    def opened(path: Path, **how: bool) -> Library:
        seen.done.append("open")
        return opening(path, **how)

    monkeypatch.setattr(Library, "open", opened)
    program.show()
    assert any("vision" in cell for cell in listed(program))
    program.open()
    assert seen.done.index("Paint") < seen.done.index("open")


@pytest.mark.usefixtures("shelved")
def test_what_is_listed_is_what_the_open_library_lists(begin: Begin) -> None:
    program = begin()
    program.show()
    before, seen = listed(program), program.desk.catalogue
    program.open()
    shelf_page(program).show_all()
    assert listed(program) == before
    assert program.desk.catalogue is not seen
    assert program.desk.catalogue.everything() == seen.everything()


def test_the_session_that_was_open_is_in_sight_and_read_once(
    begin: Begin, shelved: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.put("last_session", first_session(shelved).id)
    program = begin()
    program.show()
    workshop = program.desk.workshop
    assert workshop
    assert program.window.key == "agenda"
    monkeypatch.setattr(Library, "workshop", None)
    program.open()
    assert program.desk.workshop is workshop
    assert program.window.key == "agenda"


@pytest.mark.parametrize(
    ("key", "then"), [("board", "board"), ("actions", "actions"), ("pack", "agenda")]
)
def test_while_the_day_runs_one_comes_back_to_the_page_where_one_was(
    begin: Begin, shelved: Path, key: str, then: str
) -> None:
    library = Library.open(shelved)
    session = max(library.catalogue().of(Session), key=lambda each: str(each.date))
    library.write(running.start(library.workshop(session.id), utc_now()))
    library.close()
    program = begin()
    program.show()
    program.open()
    program.window.open_session(session.id, key)
    program.close()
    again = begin()
    again.show()
    assert again.window.key == then
    again.open()
    assert again.window.key == then
    assert again.window.pages[then].isAncestorOf(again.window.focusWidget())


def test_before_the_day_one_comes_back_to_the_plan(begin: Begin, shelved: Path) -> None:
    session = first_session(shelved)
    program = begin()
    program.show()
    program.open()
    program.window.open_session(session.id, "board")
    program.close()
    again = begin()
    again.show()
    assert again.window.key == "agenda"


def test_what_was_written_in_between_is_shown(
    begin: Begin, shelved: Path, settings: Settings
) -> None:
    session = first_session(shelved)
    settings.put("last_session", session.id)
    program = begin()
    program.show()
    other = Library.open(shelved)
    other.write(change_session(session, online_link="https://example.org/meanwhile"))
    other.close()
    program.open()
    assert link_of_first(program) == "https://example.org/meanwhile"
    assert program.desk.workshop
    assert program.desk.workshop.session.online_link == "https://example.org/meanwhile"
    assert program.window.key == "agenda"


def test_a_session_that_was_deleted_in_between_is_put_back(
    begin: Begin, shelved: Path, settings: Settings
) -> None:
    session = first_session(shelved)
    settings.put("last_session", session.id)
    program = begin()
    program.show()
    other = Library.open(shelved)
    other.write(delete_session(session))
    other.close()
    program.open()
    assert program.desk.workshop is None
    assert program.window.key == "library"
    assert session.title.en.words not in listed(program)


def test_nothing_is_said_of_a_library_that_only_opening_can_tell(begin: Begin) -> None:
    program = begin()
    program.show()
    assert program.window.isVisible()
    assert program.window.pages == {}
    program.open()
    assert program.window.key == "library"
    assert any("vision" in cell for cell in listed(program))


@pytest.mark.usefixtures("shelved")
def test_what_is_written_too_early_is_refused_and_not_lost(begin: Begin) -> None:
    program = begin()
    program.show()
    session = program.desk.catalogue.of(Session)[0]
    early = change_session(session, online_link="https://example.org/early")
    refused: list[Problem] = []
    program.desk.refused.connect(refused.append)
    assert not program.desk.do(early)
    assert len(refused) == 1
    program.open()
    assert program.desk.do(early)
    assert link_of_first(program) == "https://example.org/early"


def test_the_mouse_waits_for_the_programs_own_loop(qapp: QApplication) -> None:
    window = QLabel("Here")
    show_painted(window)
    moved = Seen(window.windowHandle(), QEvent.Type.MouseMove, QEvent.Type.Enter)
    QCursor.setPos(window.geometry().center())
    painted = Seen(window, QEvent.Type.Paint)
    window.update()
    show_painted(window)
    assert painted.done
    assert moved.done == []
    qapp.processEvents()
    assert "MouseMove" in moved.done
    window.close()


@pytest.mark.usefixtures("qapp")
def test_what_is_never_painted_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "PATIENCE", 1)
    hidden = QWidget()
    inside = QWidget(hidden)
    seen = Seen(inside, QEvent.Type.Paint)
    show_painted(inside)
    assert seen.done == []


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[bool, str]]:
    """What a start that fails says, and whether the window was in sight then."""
    said: list[tuple[bool, str]] = []

    def tell(parent: QWidget | None, message: str, _close: str) -> None:
        said.append((parent is not None and parent.isVisible(), message))

    monkeypatch.setattr(ask, "tell", tell)
    monkeypatch.setattr(app, "user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return said


@pytest.mark.usefixtures("qapp")
def test_a_library_that_is_open_elsewhere_is_told_over_the_window(
    shelved: Path, told: list[tuple[bool, str]]
) -> None:
    elsewhere = Lock(shelved)
    elsewhere.take()
    try:
        assert app.run(shelved, "en") == 2
    finally:
        elsewhere.free()
    [(in_sight, message)] = told
    assert in_sight
    assert "already open" in message
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())


def test_a_library_that_cannot_be_gone_on_with_is_put_away(
    begin: Begin, shelved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Problem("This session cannot be read.")

    program = begin()
    program.show()
    with monkeypatch.context() as patch:
        patch.setattr(Desk, "go_on", fail)
        with pytest.raises(Problem, match="cannot be read"):
            program.open()
    del program.library
    Library.open(shelved).close()


START = """
import sys
from PySide6.QtWidgets import QApplication
from gweithdy.cli import main
from gweithdy.ui.app import Program
from gweithdy.ui.desk import Desk

opening = Program.open

def opened(program, anew=False):
    loaded = {"sqlalchemy", "alembic", "filelock", "asyncio", "yaml", "reportlab", "gweithdy.pack"}
    assert not loaded & set(sys.modules), loaded & set(sys.modules)
    assert program.window.isVisible()
    assert program.window.pages["library"].shelf.rows_model.rowCount()
    opening(program, anew=anew)

Program.open = opened
QApplication.exec = lambda *_: 0
sys.exit(main(["--language", "en", "--library", sys.argv[1]]))
"""


def test_the_first_picture_loads_nothing_that_it_does_not_need(
    shelved: Path, tmp_path: Path
) -> None:
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    environment = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", START, str(shelved)], check=True, env=environment)
