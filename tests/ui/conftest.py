"""A desk over a real library in a folder of its own, and what pages are given."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from tests.ui.heard import CAN_HEAR, Recorder, listening

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import both
from gweithdy.edits.changes import created
from gweithdy.edits.sessions import bring_in
from gweithdy.exchange.demo import demonstration
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that a test does not answer fails it at once: waiting, it holds up all others."""

    def unanswered(dialog: QDialog) -> None:
        raise AssertionError(f"Nobody answers: {dialog.windowTitle()} {dialog}")

    monkeypatch.setattr(QDialog, "exec", unanswered)
    for name in ("getOpenFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, unanswered)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new, empty library."""
    opened = Library.open(tmp_path / "library" / "library.gwdy", anew=True)
    yield opened
    opened.close()


@pytest.fixture
def words() -> Words:
    """English, so that tests can say what they expect."""
    return Words("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of nobody."""
    return Settings(tmp_path / "config")


@pytest.fixture
def empty_context(
    qapp: QApplication, library: Library, words: Words, settings: Settings
) -> Iterator[Context]:
    """What pages are given, with no session in the library."""
    theme = Theme(settings)
    qapp.setStyle("Fusion")
    theme.apply(qapp)
    jobs = Jobs()
    yield Context(Desk(library), words, theme, settings, jobs, library)
    jobs.finish()
    _bury()


@pytest.fixture
def context(empty_context: Context) -> Context:
    """What pages are given, with one session, which is open."""
    series = Series(id=new_id(), title=both("Cyfres", "Series"))
    session = Session(
        id=new_id(),
        series=series.id,
        title=both("Diwrnod", "Day"),
        date=date(2026, 11, 12),
        start=time(9, 30),
    )
    desk = empty_context.desk
    desk.do(Edit("Start", (*created(series), *created(session)), session.id))
    desk.open(session.id)
    return empty_context


@pytest.fixture
def desk(context: Context) -> Desk:
    """The desk of `context`."""
    return context.desk


@pytest.fixture
def heard() -> Iterator[Recorder]:
    """What a screen reader is told from now on; ask for it after what is to be there before."""
    if not CAN_HEAR:
        pytest.skip("Accessible events are recorded on Linux only.")
    with listening() as recorder:
        yield recorder


@pytest.fixture(scope="session")
def demonstration_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a closed library with the demonstration, to be copied."""
    path = tmp_path_factory.mktemp("demonstration") / "library.gwdy"
    library = Library.open(path)
    desk = Desk(library)
    for file in demonstration():
        desk.do(bring_in(file.workshop, file.series, desk.catalogue, None))
    library.close()
    return path


def _bury() -> None:
    """Delete at once what was closed: the next style sheet would dress it too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def begin(
    qapp: QApplication, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., "Program"]]:
    """Makes the whole program in English for the library in `tmp_path`, open already or not yet."""
    # Here and not above: a page's own tests need none of the other pages.
    from gweithdy.ui.app import Program

    theme = Theme(settings)
    qapp.setStyle("Fusion")
    theme.apply(qapp)
    words = Words("en")
    speech = ScreenLanguage(qapp, words)
    speech.speak("en")
    begun: list[Program] = []

    def begin(library: Library | None = None) -> Program:
        path = tmp_path / "library.gwdy"
        program = Program(library or path, settings, theme, words, speech)
        begun.append(program)
        return program

    yield begin
    # What a test left half typed nobody wants.
    monkeypatch.setattr(ask, "decide", lambda *_: True)
    for program in begun:
        program.window.close()
        if hasattr(program, "library"):
            program.close()
        program.window.deleteLater()
        _bury()
    speech.speak("en")


@pytest.fixture
def start(begin: Callable[[], "Program"]) -> Callable[[], "Program"]:
    """Starts the whole program in English on the library in `tmp_path`, new if there is none."""

    def start() -> "Program":
        program = begin()
        program.show()
        program.open()
        return program

    return start


@pytest.fixture
def program(
    start: Callable[[], "Program"], demonstration_library: Path, tmp_path: Path
) -> "Program":
    """The whole program on a library with the demonstration."""
    shutil.copy(demonstration_library, tmp_path / "library.gwdy")
    return start()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, context: Context) -> Iterator[list[tuple[str, str]]]:
    """While a screen reader listens: what we tell it, each event with the name of its thing.

    "Told" is what a page says of a step, for the window to announce.
    """
    told: list[tuple[str, str]] = []
    context.desk.told.connect(lambda words: told.append(("Told", words)))

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.type().name, event.message()))
        else:
            name = event.accessibleInterface().text(QAccessible.Text.Name)
            told.append((event.type().name, name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    yield told
    QAccessible.setActive(False)
