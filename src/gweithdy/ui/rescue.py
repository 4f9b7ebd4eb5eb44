"""Rescue: the library went away while it was open; what this window holds is saved elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.session import Series
from gweithdy.edits.sessions import bring_in
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Answers, Job
from gweithdy.ui.main_window import MainWindow

NAME = "gweithdy.gwdy"


class Rescue(QObject):
    """Asks once what becomes of a window whose library is gone; Settings offers it again.

    `has_asked` while the person knows that it is gone. `move_to` lets the window go on with another
    library; it raises Problem if that does not open.
    """

    def __init__(
        self, window: MainWindow, context: Context, move_to: Callable[[Path], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._move_to = move_to
        self.has_asked = False
        context.desk.refused.connect(self._on_refused)
        window.elsewhere_asked.connect(self.save_library)

    def _on_refused(self, problem: Problem) -> None:
        from gweithdy.storage.library import Gone

        if isinstance(problem, Gone) and not self.has_asked:
            self.has_asked = True
            # Not from inside the edit that was refused: its field is still being left.
            QTimer.singleShot(0, self, lambda: self.ask(problem))

    def ask(self, problem: Problem) -> None:
        """Ask where to save what is in the window."""
        words = self._context.words
        ways = [words.tr("Save the library elsewhere…")]
        if self._context.desk.workshop:
            ways.append(words.tr("Save this session as a file…"))
        way = ask.choose(
            self._window,
            words.tr("The library is gone. Nothing more is saved."),
            words.problem(problem),
            ways,
            words.tr("Not now"),
        )
        if way == 0:
            self.save_library()
        elif way == 1:
            self.save_session()

    def save_library(self) -> None:
        """Copy the library where the person wants it; if it is gone, go on with the copy."""
        path = self._place(NAME, N_("Libraries and backups"), N_("Save the library elsewhere"))
        if path is None:
            return
        library = self._context.library

        def work(_job: Job) -> None:
            library.save_as(path)

        def failed(problem: Problem) -> None:
            if library.is_gone and self._context.desk.workshop:
                self._save_from_memory(path)
            else:
                self._tell(problem)

        answers = Answers(failed=failed, done=lambda _: self._on_copied(path))
        self._context.jobs.start(self, work, answers)

    def save_session(self) -> None:
        """Write the open session, as it is in memory, to a session file."""
        from gweithdy.exchange.session_file import write_session
        from gweithdy.whole_file import write_file

        desk = self._context.desk
        if desk.workshop is None:
            return
        path = self._place("gweithdy.yaml", N_("Session files"), N_("Export the session"))
        if path is None:
            return
        series = desk.catalogue.find(Series, desk.workshop.session.series)
        try:
            write_file(path, write_session(desk.workshop, series))
        except Problem as problem:
            self._tell(problem)
        else:
            self._say(N_("Written: {path}"), path)

    def _save_from_memory(self, path: Path) -> None:
        try:
            made_from_memory(self._context.desk, path)
        except Problem as problem:
            self._tell(problem)
        else:
            said = N_("The open session was saved, and this window goes on with it: {path}")
            self._go_on(path, said)

    def _on_copied(self, path: Path) -> None:
        if self._context.library.is_gone:
            self._go_on(path, N_("The library was saved, and this window goes on with it: {path}"))
        else:
            self._say(N_("A copy of the library was written: {path}"), path)

    def _go_on(self, path: Path, message: str) -> None:
        try:
            self._move_to(path)
        except Problem as problem:
            self._tell(problem)
        else:
            self.has_asked = False
            self._say(message, path)

    def _place(self, name: str, kinds: str, title: str) -> Path | None:
        tr, ending = self._context.words.tr, Path(name).suffix
        kind = f"{tr(kinds)} (*{ending})"
        return ask.file_to_write(self._window, tr(title), Path.home() / name, kind)

    def _say(self, message: str, path: Path) -> None:
        self._window.notices.say(lambda: self._context.words.tr(message, path=path))

    def _tell(self, problem: Problem) -> None:
        self._window.notices.show_problem(problem)


def made_from_memory(desk: Desk, path: Path) -> None:
    """Make a library with the session that is open at `desk`; Problem if it cannot be written."""
    from gweithdy.storage.library import Library

    workshop = desk.workshop
    assert workshop
    library = Library.open(path, anew=True)
    try:
        series = desk.catalogue.find(Series, workshop.session.series)
        library.write(bring_in(workshop, series, library.catalogue(), None))
    finally:
        library.close()
