"""Opening the library of a window; what becomes of one that does not open a person decides."""

from typing import TYPE_CHECKING

from gweithdy.domain.problem import N_, Problem
from gweithdy.storage.unusable import Unusable
from gweithdy.ui import ask

if TYPE_CHECKING:
    from pathlib import Path

    from gweithdy.ui.app import Program


def open_or_ask(program: "Program") -> bool:
    """Open the library of `program`, asking until it is open; False if the person gives up."""
    words = program.words
    try:
        program.open()
    except Unusable as problem:
        return _ask(program, problem)
    except Problem as problem:
        ask.tell(program.window, words.problem(problem), words.tr("Close"))
        return False
    return True


def _ask(program: "Program", unusable: Problem) -> bool:
    from gweithdy.storage.library import backups_of
    from gweithdy.ui.unopened import Unopened, Way

    problem: Problem | None = unusable
    while problem:
        question = Unopened(program.window, program.context, problem, backups_of(program.path))
        question.exec()
        if question.way is Way.CLOSE:
            return False
        problem = None
        try:
            if question.way is Way.RESTORE:
                _restore(program, question.backup)
            else:
                program.open(anew=question.way is Way.ANEW)
        except Problem as another:
            problem = another
    return True


def _restore(program: "Program", backup: "Path") -> None:
    from gweithdy.storage.library import restore

    old = restore(program.path, backup)
    program.open()
    say_restored(program, old)


def say_restored(program: "Program", old: "Path") -> None:
    """Say that a backup was restored, and where what was there before is kept."""
    words = program.words
    said = words.tr(N_("The backup was restored."))
    if old.exists():
        kept = N_("The library as it was before is kept here: {path}")
        said += " " + words.tr(kept, path=old)
    program.window.notices.say(said)
