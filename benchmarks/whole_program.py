"""The whole program on a library of its own, and a day with many cards in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cards import session_in, words
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.edits.board import add_cards
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.app import Program
from gweithdy.ui.garbage import Collector
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

LATER = hasattr(Program, "open")
"""Version 0.1.0 took an open library, and its collector was not its own."""


def day(folder: Path, cards: int) -> Id:
    """A library in `folder` with a session of `cards` cards in three lanes; its id."""
    library = Library.open(folder / "library.gwdy")
    workshop = session_in(library)
    for place, lane in enumerate(workshop.of(Lane)):
        lines = [words(number) for number in range(place, cards, 3)]
        library.write(add_cards(workshop, lines, lane.id, CardKind.NONE, "room", utc_now()))
    library.close()
    return workshop.id


def program(folder: Path, session: Id) -> Program:
    """The program as it runs, without its loop, with `session` open on the Plan page."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    settings = Settings(folder / "config")
    settings.put("last_session", session)
    theme = Theme(settings)
    theme.apply(app)
    words = Words("en")
    speech = ScreenLanguage(app, words)
    path = folder / "library.gwdy"
    library: Any = path if LATER else Library.open(path)
    running = Program(library, settings, theme, words, speech)
    running.window.resize(1366, 768)
    running.show()
    if LATER:
        running.open()
    else:
        running.collector = Collector()
    painted(running.window)
    return running


def put_away(running: Program, *more: QWidget) -> None:
    """Close the program, and delete its window and `more` while there is an application."""
    running.window.close()
    running.close()
    running.collector.stop()
    for each in (running.window, *more):
        each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class _Seen(QObject):
    """Notes that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted |= event.type() == QEvent.Type.Paint
        return False


def painted(widget: QWidget, work: Callable[[], object] = lambda: None) -> bool:
    """Do `work` and wait until `widget` has been painted; all of it, if nothing else asked for it.

    Whether something did.
    """
    seen = _Seen()
    widget.installEventFilter(seen)
    work()
    QApplication.processEvents()
    by_itself = seen.painted
    if not by_itself:
        widget.update()
    while not seen.painted:
        QApplication.processEvents()
    widget.removeEventFilter(seen)
    return by_itself
