"""Undo and redo at the top of the window, with what they would take back or do again, in words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.text import Text
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.pages import PAGES
from gweithdy.ui.widgets.tips import tip_with_keys

LONGEST = 60
"""Characters of the person's own words that fit beside the label of an edit."""

LISTED = 12
"""Steps in the list."""


def step_words(words: Words, edit: Edit) -> str:
    """An edit as people read it: what was done, and their words in this language after a colon."""
    said = edit.about
    about = said.best(words.language)[0] if isinstance(said, Text) else said
    about = about if len(about) <= LONGEST else about[: LONGEST - 1] + "…"
    about = about.replace("\n", " ")
    what = words.tr(edit.label)
    return f"{what}: {about}" if about else what


def stepped_words(words: Words, edit: Edit) -> str:
    """An edit that was undone or done again, after the page on which it can be seen."""
    page, what = page_of(edit), step_words(words, edit)
    return f"{words.tr(PAGES[page].title)} · {what}" if page else what


def page_of(edit: Edit) -> str:
    """The key of the page that shows what an edit changes; "" for none."""
    # What is done to whole sessions is done in the library.
    return NOUNS[edit.changes[0].entity].noun.page if edit.session else "library"


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
