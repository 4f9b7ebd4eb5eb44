"""What is said of each step: saved, undone, done again, refused; each once."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.problem import N_, Problem
from gweithdy.ui.announce import AfterFocus, announce
from gweithdy.ui.context import Context
from gweithdy.ui.steps_in_words import done_words, stepped_words


class Spoken(QObject):
    """Says what became of this person's steps, from what the desk tells.

    Of words saved at each pause in typing nothing is said before the field is left, but at once if
    they cannot be saved. Facts are said by those who know them: the day, the export. Who knows more
    of a step than its label tells it to the desk: only that is said.
    """

    def __init__(self, window: QWidget, context: Context, after: AfterFocus) -> None:
        super().__init__(window)
        self._window = window
        self._after = after
        self._words = context.words
        self._desk = context.desk
        self._last = self._step = ""
        self._refused_in = ""
        context.desk.saved.connect(self._on_saved)
        context.desk.told.connect(self._on_told)
        context.desk.undone.connect(self._on_undone)
        context.desk.redone.connect(self._on_redone)
        context.desk.refused.connect(self._on_refused)

    def _on_saved(self, edit: Edit) -> None:
        self._refused_in = ""
        if edit.strict:
            return  # Undo and redo have words of their own.
        if edit.typing:
            self._last = ""
            self._after.keep(self._words.tr(N_("Saved")))
        elif not edit.fact:
            what = done_words(self._words, edit)
            # Who captures card after card hears it in full once.
            again, self._last = what == self._last, what
            tr = self._words.tr
            self._say(tr(N_("Saved")) if again else tr(N_("Saved: {what}"), what=what))

    def _on_told(self, words: str) -> None:
        self._last = ""
        self._say(words, instead=self._step)

    def _on_undone(self, edit: Edit, left: bool) -> None:  # noqa: FBT001 - a signal's
        part = N_("Undone, but not what somebody else has since changed: {what}")
        self._say_step(part if left else N_("Undone: {what}"), edit)

    def _on_redone(self, edit: Edit, left: bool) -> None:  # noqa: FBT001 - a signal's
        part = N_("Redone, but not what somebody else has since changed: {what}")
        self._say_step(part if left else N_("Redone: {what}"), edit)

    def _on_refused(self, problem: Problem) -> None:
        said = self._words.problem(problem)
        visit = self._desk.doing.typing if self._desk.doing else ""
        # It is tried again at each pause.
        if not visit or visit != self._refused_in:
            self._after.drop()
            announce(self._window, said, assertive=True)
        self._last, self._refused_in = "", visit
        if visit:
            self._after.keep(said, assertive=True)

    def _say_step(self, message: str, edit: Edit) -> None:
        self._last = self._refused_in = ""
        self._say(self._words.tr(message, what=stepped_words(self._words, edit)))

    def _say(self, words: str, *, instead: str = "") -> None:
        self._after.drop()
        self._after.say(words, instead=instead)
        self._step = words
