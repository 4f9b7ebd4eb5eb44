"""Start the program: settings, language, library, desk and the first window."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from platformdirs import user_config_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.storage.library import Library, restore
from gweithdy.storage.location import default_library
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.garbage import Collector
from gweithdy.ui.jobs import FAULT, Answers, Job, Jobs
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme
from gweithdy.ui.welcome import Welcome, system_language

FaultHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

BACKUP_EVERY = 10 * 60 * 1000
"""Milliseconds between backups while something changes."""

BACKUP_SOON = 60 * 1000
"""Milliseconds after the start until what no backup holds yet gets one."""

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
    theme.apply(app)
    words = Words(language or settings.get("language") or system_language())
    speech = ScreenLanguage(app, words)
    if not language and not settings.get("language"):
        welcome = Welcome()
        welcome.exec()
        settings.put("language", str(welcome.chosen))
        words.switch(welcome.chosen)
    speech.speak(words.language)
    sys.excepthook = _on_fault(words)
    try:
        opened = Library.open(library or default_library(), look_later=True)
    except Problem as problem:
        ask.tell(None, words.problem(problem), words.tr("Close"))
        return 2
    collector = Collector()
    program = Program(opened, settings, theme, words, speech)
    program.show()
    code = app.exec()
    program.close()
    collector.stop()
    return code


class Program:
    """Everything that lives as long as the program. Tests make one on a library of their own."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        theme: Theme,
        words: Words,
        speech: ScreenLanguage,
    ) -> None:
        self.settings = settings
        self.theme = theme
        self.words = words
        self.speech = speech
        self._backups = QTimer()
        self._backups.timeout.connect(self._on_time)
        self._take(library)
        settings.changed.connect(self._on_setting)

    def show(self) -> None:
        """Show the window with the session that was open last."""
        known = {session.id for session in self.desk.catalogue.of(Session)}
        last = self.settings.get("last_session")
        if last in known:
            self.window.open_session(last)
        else:
            self.window.show_page("library")
        for warning in self.library.warnings:
            self.window.notices.say(self.words.tr(warning))
        self.window.show()
        if self.library.unclean:
            self._look_through()

    def speak(self, language: str) -> None:
        """Switch the language of the screen."""
        self.settings.put("language", str(Language(language)))
        self.speech.speak(language)

    def restore(self, backup: Path) -> None:
        """Put `backup` in the place of the library and open a window on it.

        What is in memory belongs to the library that goes away, so desk and window are new too.
        """
        old, path = self.window, self.library.path
        old.leave_field()
        self.desk.leave_library()
        self.settings.put_geometry(old.saveGeometry())
        self.context.jobs.finish()
        self.library.close()
        refused: Problem | None = None
        try:
            restore(path, backup)
        except Problem as problem:
            refused = problem
        self._take(Library.open(path))
        self.show()
        self.window.show_page("settings")
        if refused:
            self.window.notices.show_problem(refused)
        else:
            self.window.notices.say(self.words.tr(N_("The backup was restored.")))
        # Only now: without any window the program would end.
        old.hide()
        old.deleteLater()

    def close(self) -> None:
        """Stop the work, keep a backup if that is quick, and put the library away."""
        self._backups.stop()
        try:
            self.context.jobs.finish()
            self._back_up("close", self._tell)
            self.context.jobs.finish(PATIENCE)
        finally:
            self.library.close()

    def _take(self, library: Library) -> None:
        self.library = library
        self.desk = Desk(library)
        self.desk.author = self.settings.get("author")
        if library.is_new:
            self._bring_demonstration()
        self.context = Context(self.desk, self.words, self.theme, self.settings, Jobs(), library)
        self.window = MainWindow(self.context)
        self.window.language_asked.connect(self.speak)
        self.window.restore_asked.connect(self.restore)
        self.window.resize(1280, 720)
        self.window.restoreGeometry(self.settings.geometry())
        self._backups.start(BACKUP_SOON if library.changed_since_backup else BACKUP_EVERY)

    def _on_setting(self, key: str) -> None:
        if key == "author":
            self.desk.author = self.settings.get("author")

    def _on_time(self) -> None:
        self._backups.start(BACKUP_EVERY)
        self._back_up("timed", self.window.notices.show_problem)

    def _back_up(self, reason: str, failed: Callable[[Problem], None]) -> None:
        library = self.library

        def work(job: Job) -> Path | None:
            return library.back_up(reason, job.cancelled)

        if library.changed_since_backup:
            self.context.jobs.start(self.window, work, Answers(failed=failed))

    def _look_through(self) -> None:
        """After an unclean end: beside the window, which does not wait for it."""
        library = self.library

        def work(job: Job) -> None:
            library.look_through(job.cancelled)

        answers = Answers(failed=self.window.notices.show_problem)
        self.context.jobs.start(self.window, work, answers)

    def _tell(self, problem: Problem) -> None:
        """Everything is saved; only a copy could not be made, and the window is gone."""
        ask.tell(None, self.words.problem(problem), self.words.tr("Close"))

    def _bring_demonstration(self) -> None:
        # Read only on the very first start: the program opens without a YAML parser otherwise.
        from gweithdy.edits.sessions import bring_in
        from gweithdy.exchange.demo import demonstration

        for file in demonstration():
            self.desk.do(bring_in(file.workshop, file.series, self.desk.catalogue, None))
        # Nobody did this, so nobody finds it under Undo.
        self.desk.history.clear()


def _on_fault(words: Words) -> FaultHook:
    def report(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        traceback.print_exception(kind, fault, trace)
        if QApplication.instance() and issubclass(kind, Exception):
            text = "".join(traceback.format_exception_only(kind, fault)).strip()
            ask.tell(None, words.tr(FAULT, text=text), words.tr("Close"))

    return report
