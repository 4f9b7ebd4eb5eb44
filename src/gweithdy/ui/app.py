"""Start the program: settings, language, library, desk and the first window."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_config_path
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.storage.glance import Glance, glance
from gweithdy.storage.location import default_library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.first_paint import show_painted
from gweithdy.ui.garbage import Collector
from gweithdy.ui.jobs import FAULT, Answers, Job, Jobs
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.opening import open_or_ask, say_restored
from gweithdy.ui.rescue import Rescue
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme
from gweithdy.ui.welcome import Welcome, system_language

if TYPE_CHECKING:
    from gweithdy.storage.library import Library

FaultHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

BACKUP_EVERY = 10 * 60 * 1000
"""Milliseconds between backups while something changes."""

BACKUP_SOON = 60 * 1000
"""Milliseconds after the start until what no backup holds yet gets one."""

AT_WORK = ("people", "run", "board", "stakeholders", "actions")
"""The pages to which one comes back in the middle of a day. They need no open library yet."""

PATIENCE = 1000
"""Milliseconds that a backup may take on closing. The next start makes up for one that was cut."""


def run(library: Path | None, language: str | None) -> int:
    """Open the window on a library and stay until it is closed; the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("gweithdy")
    app.setStyle("Fusion")
    settings = Settings(user_config_path("gweithdy", appauthor=False))
    theme = Theme(settings)
    theme.prepare(app)
    words = Words(language or settings.get("language") or system_language())
    speech = ScreenLanguage(app, words)
    if not language and not settings.get("language"):
        theme.apply(app)
        welcome = Welcome()
        welcome.exec()
        settings.put("language", str(welcome.chosen))
        words.switch(welcome.chosen)
    speech.speak(words.language)
    sys.excepthook = _on_fault(words)
    program = Program(library or default_library(), settings, theme, words, speech)
    theme.apply(app)
    program.show()
    if not program.open_or_ask():
        program.window.hide()
        return 2
    code = app.exec()
    program.close()
    _take_down(program.window)
    return code


class Program:
    """Everything that lives as long as the program. Tests make one on a library of their own.

    It begins with what a glance at the library tells: `show` paints that, and `open` opens the
    library behind it. What a person types or clicks in between waits for the program's own loop.
    A library that is open already is shown at once.
    """

    def __init__(
        self,
        library: "Path | Library",
        settings: Settings,
        theme: Theme,
        words: Words,
        speech: ScreenLanguage,
    ) -> None:
        self.path = library if isinstance(library, Path) else library.path
        self.settings = settings
        self.theme = theme
        self.words = words
        self.speech = speech
        self.is_open = False
        self.collector = Collector(is_busy=lambda: self.context.jobs.is_busy)
        self._backups = QTimer()
        self._backups.timeout.connect(self._on_time)
        seen = glance(self.path, settings.get("last_session"))
        self._furnish(Desk(seen or Glance()))
        if seen:
            self._show_page()
        settings.changed.connect(self._on_setting)
        if not isinstance(library, Path):
            self._take(library)
            self.is_open = True

    def show(self) -> None:
        """Paint the window."""
        show_painted(self.window)

    def open_or_ask(self) -> bool:
        """Open the library, asking what becomes of one that does not; False if it stays closed."""
        return open_or_ask(self.window, self.context, self.path, lambda anew: self.open(anew=anew))

    def open(self, *, anew: bool = False) -> None:
        """Open the library behind the window. Problem says why it cannot be.

        Where there was one an empty one is made only if it is wanted `anew`.
        """
        # A third of what the program loads: only now, when the window is there.
        from gweithdy.storage.library import Library

        library = Library.open(self.path, look_later=True, anew=anew)
        try:
            self._take(library)
        except BaseException:
            library.close()
            raise
        self.is_open = True
        if library.wants_look:
            self._look_through(library)

    def speak(self, language: str) -> None:
        """Switch the language of the screen."""
        self.settings.put("language", str(Language(language)))
        self.speech.speak(language)

    def restore(self, backup: Path) -> None:
        """Put `backup` in the place of the library and open a window on it.

        What is in memory belongs to the library that goes away, so desk and window are new too.
        What was typed and is not saved would go with them: the person is asked first.
        """
        from gweithdy.storage.library import restore
        from gweithdy.ui.unsaved import may_restore

        old = self.window
        old.leave_field()
        if not may_restore(old, self.words):
            return
        self.desk.leave_library()
        self.settings.put_geometry(old.saveGeometry())
        self._put_away()
        refused: Problem | None = None
        try:
            kept = restore(self.path, backup)
        except Problem as problem:
            refused = problem
        finally:
            # After a fault of ours too: a window never stays on a closed library.
            is_open = self._begin_again(old)
        if refused and is_open:
            self.window.notices.show_problem(refused)
        elif is_open:
            say_restored(self.window, self.context, kept)

    def move_to(self, path: Path) -> None:
        """Go on with the library at `path`, which holds what the window shows; the old one is gone.

        Raises Problem if it cannot be opened.
        """
        from gweithdy.storage.library import Library

        library, gone = Library.open(path, look_later=True), self.context.library
        self.desk.leave_library()
        try:
            self._take(library)
        except BaseException:
            self.library = self.context.library = gone
            library.close()
            raise
        self.path = path
        gone.close()
        if settings := self.window.pages.get("settings"):
            # It says where the library is.
            settings.retranslate()
            settings.show_all()

    def _begin_again(self, old: MainWindow) -> bool:
        """Open a new window in the place of `old`; False if the library does not open."""
        self._furnish(Desk(Glance()))
        self.window.show()
        is_open = self.open_or_ask()
        if is_open:
            self.window.show_page("settings")
        else:
            self.window.hide()
        # Only now: without any window the program would end.
        old.hide()
        old.deleteLater()
        if not is_open:
            QApplication.quit()
        return is_open

    def close(self) -> None:
        """Stop the work, keep a backup if that is quick, and put the library away."""
        self._backups.stop()
        try:
            if self.is_open:
                self.context.jobs.finish()
                self._back_up("close", self._tell)
                self.context.jobs.finish(PATIENCE)
        finally:
            if self.is_open:
                self.is_open = False
                self.library.close()
            self.collector.stop()

    def _put_away(self) -> None:
        self._backups.stop()
        self.context.jobs.finish()
        self.is_open = False
        self.library.close()

    def _furnish(self, desk: Desk) -> None:
        self.desk = desk
        self.damage: Problem | None = None
        self.desk.author = self.settings.get("author")
        self.desk.opened.connect(self.collector.on_loaded)
        self.desk.changed.connect(self.collector.on_changed)
        self.context = Context(desk, self.words, self.theme, self.settings, Jobs())
        self.window = MainWindow(self.context)
        self.window.language_asked.connect(self.speak)
        self.window.restore_asked.connect(self.restore)
        self.desk.opened.connect(self._tell_unread)
        self.rescue = Rescue(self.window, self.context, self.move_to)
        self.window.resize(1280, 720)
        self.window.restoreGeometry(self.settings.geometry())

    def _take(self, library: "Library") -> None:
        self.library = self.context.library = library
        if library.is_new:
            _bring_demonstration(library)
        self.desk.go_on(library)
        if not self.window.pages:
            self._show_page()
        if library.warnings:
            said = library.warnings
            self.window.notices.say(lambda: "\n".join(self.words.tr(each) for each in said))
        self._tell_unread()
        self._backups.start(BACKUP_SOON if library.changed_since_backup else BACKUP_EVERY)

    def _show_page(self) -> None:
        """Show the session that was open last, else the library."""
        last = self.settings.get("last_session")
        if self.desk.catalogue.find(Session, last):
            was = self.settings.get("last_page")
            self.window.open_session(last, running=was if was in AT_WORK else "")
        else:
            self.window.show_page("library")

    def _on_setting(self, key: str) -> None:
        if key == "author":
            self.desk.author = self.settings.get("author")

    def _on_time(self) -> None:
        self._backups.start(BACKUP_EVERY)
        self._tell_damage()
        self._back_up("timed", self.window.notices.show_problem)
        self._empty_bin()

    def _back_up(self, reason: str, failed: Callable[[Problem], None]) -> None:
        library = self.library

        def work(job: Job) -> Path | None:
            return library.back_up(reason, job.cancelled)

        # A copy of what is damaged would be the newest one, and push good ones out. Of what is gone
        # there is none, and whoever was told needs not be told again.
        can_be = self.damage is None and not self.rescue.has_asked
        if can_be and library.changed_since_backup:
            self.context.jobs.start(self.window, work, Answers(failed=failed))

    def _empty_bin(self) -> None:
        """What has been in the bin for long goes for good; a copy is kept first."""
        library = self.library

        def work(job: Job) -> list[Id]:
            overdue = library.overdue(utc_now())
            if not overdue:
                return []
            library.back_up("timed", job.cancelled)
            return library.erase(overdue)

        # Of what is gone nothing can be erased, and whoever was told needs not be told again.
        if self.damage is None and not (library.unclean or self.rescue.has_asked):
            told = self.window.notices.show_problem
            self.context.jobs.start(self.window, work, Answers(failed=told, done=self.desk.forget))

    def _look_through(self, library: "Library") -> None:
        """After an unclean end: beside the window, which does not wait for it."""

        def work(job: Job) -> None:
            library.look_through(job.cancelled)

        self.context.jobs.start(self.window, work, Answers(failed=self._on_damage))

    def _on_damage(self, problem: Problem) -> None:
        # Whoever captures would wipe it with the next card: it is said again and again.
        self.damage = problem
        self._tell_damage()
        self.desk.opened.connect(self._tell_damage)

    def _tell_damage(self) -> None:
        if self.damage:
            self.window.notices.show_problem(self.damage)

    def _tell_unread(self) -> None:
        problem = (self.desk.workshop or self.desk.catalogue).damage
        if problem:
            self.window.notices.show_problem(problem)

    def _tell(self, problem: Problem) -> None:
        """Everything is saved; only a copy could not be made, and the window is gone."""
        ask.tell(None, self.words.problem(problem), self.words.tr("Close"))


def _take_down(window: MainWindow) -> None:
    """Delete `window` while Python is whole.

    At exit Qt's objects go in any order, and a view whose scene goes first calls into Python.
    """
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _bring_demonstration(library: "Library") -> None:
    # Not through the desk: nobody did this, so nobody hears of it or finds it under Undo. Read
    # only on the very first start: the program opens without a YAML parser otherwise.
    from gweithdy.edits.sessions import bring_in
    from gweithdy.exchange.demo import demonstration

    for file in demonstration():
        library.write(bring_in(file.workshop, file.series, library.catalogue(), None))


def _on_fault(words: Words) -> FaultHook:
    def report(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        traceback.print_exception(kind, fault, trace)
        if QApplication.instance() and issubclass(kind, Exception):
            text = "".join(traceback.format_exception_only(kind, fault)).strip()
            ask.tell(None, words.tr(FAULT, text=text), words.tr("Close"))

    return report
