"""Undo and redo at the top of the window, with what they would take back or do again, in words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gweithdy.ui.context import Context
from gweithdy.ui.steps_in_words import step_words
from gweithdy.ui.widgets.tips import tip_with_keys

LISTED = 12
"""Steps in the list."""


class HistoryButtons(QWidget):
    """A press takes one step; the arrow beside Undo lists the last steps, to go back to one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.undo = QToolButton()
        self.undo.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.undo.clicked.connect(context.desk.undo)
        self.steps = QMenu(self)
        self.steps.aboutToShow.connect(self._list_steps)
        self.undo.setMenu(self.steps)
        self.redo = QToolButton()
        self.redo.clicked.connect(context.desk.redo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        desk = context.desk
        for told in (desk.saved, desk.changed, desk.undone, desk.redone, desk.remembered):
            told.connect(self.retranslate)
        context.theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts and icons of now."""
        words, theme, history = self._context.words, self._context.theme, self._context.desk.history
        for made, word, id, icon, step in (
            (self.undo, words.tr("Undo"), "window.undo", "undo-2", history.next_undo),
            (self.redo, words.tr("Redo"), "window.redo", "redo-2", history.next_redo),
        ):
            what = f"{word}: {step_words(words, step.edit)}" if step else word
            made.setEnabled(step is not None)
            made.setIcon(theme.icon(icon, "ink" if step else "disabled"))
            made.setIconSize(QSize(theme.px(18), theme.px(18)))
            made.setAccessibleName(what)
            tip_with_keys(made, words, what, id)

    def _list_steps(self) -> None:
        words, desk = self._context.words, self._context.desk
        self.steps.clear()
        for number, step in enumerate(desk.history.to_undo[:LISTED], 1):
            # An ampersand in a person's words is no key.
            text = step_words(words, step.edit).replace("&", "&&")
            action = self.steps.addAction(text)
            action.triggered.connect(lambda _=False, n=number: self._undo(n))

    def _undo(self, steps: int) -> None:
        for _ in range(steps):
            self._context.desk.undo()
