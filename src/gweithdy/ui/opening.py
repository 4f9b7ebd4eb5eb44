"""Opening the library of a window; what becomes of one that does not open a person decides."""

from collections.abc import Callable
from pathlib import Path

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.unusable import Unusable
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.main_window import MainWindow

Open = Callable[[bool], None]
"""What opens the library of a window, anew or not; Problem says why it cannot be."""


def open_or_ask(window: MainWindow, context: Context, path: Path, open_it: Open) -> bool:
    """Open the library at `path`, asking until it is open; False if the person gives up."""
    words = context.words
    try:
        open_it(False)
    except Unusable as problem:
        return _ask(window, context, path, open_it, problem)
    except Problem as problem:
        ask.tell(window, words.problem(problem), words.tr("Close"))
        return False
    return True


def _ask(
    window: MainWindow, context: Context, path: Path, open_it: Open, unusable: Problem
) -> bool:
    from gweithdy.storage.library import backups_of, restore
    from gweithdy.ui.unopened import Unopened, Way

    problem: Problem | None = unusable
    while problem:
        question = Unopened(window, context, problem, backups_of(path))
        question.exec()
        if question.way is Way.CLOSE:
            return False
        problem = None
        try:
            if question.way is Way.RESTORE:
                old = restore(path, question.backup)
                open_it(False)
                say_restored(window, context, old)
            else:
                open_it(question.way is Way.ANEW)
        except Problem as another:
            problem = another
    return True


def say_restored(window: MainWindow, context: Context, old: Path) -> None:
    """Say that a backup was restored, and where what was there before is kept."""
    words, is_kept = context.words, old.exists()

    def said() -> str:
        restored = words.tr(N_("The backup was restored."))
        kept = words.tr(N_("The library as it was before is kept here: {path}"), path=old)
        return f"{restored} {kept}" if is_kept else restored

    window.notices.say(said)
