"""A line for one value of a thing: what could not be kept stays in it, and is told."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import tidy
from gweithdy.ui.attempt import reaches_disk
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.labels import mark

AGAIN = 300
"""Milliseconds after which what was not kept is tried again, once its thing is shown again."""


class OneLine(QLineEdit):
    """`given` carries the value that was typed, at Enter and when the line is left.

    What is typed stays until it is on disk: while the disk is full, and while it means nothing.
    Then `refused` carries the Problem, the line is marked, and its description says what is wrong.
    It waits for its own thing when another one is shown. Esc brings back the value that stands.
    """

    given = Signal(object)
    refused = Signal(object)

    _shown: Any = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._of: Id = ""
        self._unsaved: dict[Id, str] = {}
        self._problem: Problem | None = None
        self._is_refused = False
        self._sign: QAction | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.commit)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._on_edited)
        context.desk.refused.connect(self._on_refused)

    def read(self, typed: str) -> Any:
        """The value of what was typed. Raises Problem, which says what would be one."""
        return tidy(typed)

    def written(self, value: Any) -> str:
        """`value` as it stands in the line."""
        return str(value or "")

    def show_value(self, value: Any, of: Id = "") -> None:
        """Show `value`, that of the thing `of`, unless something that is not kept stands here."""
        if of != self._of:
            self._put_by()
            self._of = of
        self._shown = value
        if of in self._unsaved:
            self.put(value)
            self.setText(self._unsaved.pop(of))
            self.setModified(True)
            self._again.start()
        elif not self.isModified():
            self.put(value)

    def value(self) -> Any:
        """The value that stands, whatever is being typed."""
        return self._shown

    def unsaved(self) -> list[str]:
        """What was typed here and is not on disk, also that for other things, after its name."""
        waiting = [*self._unsaved.values(), *([self.text()] if self.isModified() else [])]
        name = self._face().accessibleName()
        return [f"{name}: {typed}" if name else typed for typed in waiting]

    def commit(self) -> None:
        """Give what was typed, now."""
        self._again.stop()
        if not self.isModified():
            return
        try:
            value = self.read(self.text())
        except Problem as problem:
            # Enter and leaving both come here: it is told once.
            if str(problem) != str(self._problem):
                self._mark(problem)
                self.refused.emit(problem)
            return
        self._mark(None)
        of = self._of
        if value != self._shown and not self._give(value):
            return
        self._unsaved.pop(of, None)
        # Who hears of it may show another thing here.
        if of == self._of:
            self.put(self._shown)

    def put(self, value: Any) -> None:
        """Write `value` into the line, over whatever stands there."""
        self._mark(None)
        self.setText(self.written(value))
        self.setModified(False)

    def retranslate(self) -> None:
        """What is wrong, in the language of now; what is typed stays."""
        self._mark(self._problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, "window.leave") and self.isModified():
            self.give_up()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Bring back the value that stands; what was wrong is told no longer."""
        wrong = self._problem
        self.put(self._shown)
        self._say_mended(wrong)

    def _give(self, value: Any) -> bool:
        """Whether it was taken, or may not be so; False while it is not on disk."""
        desk, before, of = self._context.desk, self._shown, self._of
        self._is_refused = False
        if not reaches_disk(desk, lambda: self.given.emit(value)):
            return False
        if of == self._of and self._shown == before and not self._is_refused:
            self._shown = value
        return True

    def _put_by(self) -> None:
        self._again.stop()
        if self.isModified():
            self._unsaved[self._of] = self.text()
            self.put(self._shown)

    def _on_refused(self) -> None:
        self._is_refused = True

    def _on_edited(self) -> None:
        if self._problem:
            try:
                self.read(self.text())
            except Problem:
                return
            wrong = self._problem
            self._mark(None)
            self._say_mended(wrong)

    def _say_mended(self, wrong: Problem | None) -> None:
        if wrong:
            self._context.desk.mended.emit(wrong)

    def _mark(self, problem: Problem | None) -> None:
        """Show and say that what stands here means nothing, and why; None that all is well."""
        if problem is None and self._problem is None:
            return
        self._problem = problem
        said = self._context.words.problem(problem) if problem else ""
        face = self._face()
        face.setAccessibleDescription(said)
        face.setToolTip(said)
        mark(face, "wrong", problem is not None)
        self._show_sign(said)

    def _face(self) -> QWidget:
        """What is marked and described."""
        return self

    def _show_sign(self, said: str) -> None:
        if self._sign is None:
            icon = self._context.theme.icon("triangle-alert", "over", 18)
            self._sign = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._sign.setVisible(bool(said))
        self._sign.setToolTip(said)
