"""Unsaved: what is only in the window, because the disk refused it or it means nothing yet."""

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.ui import ask
from gweithdy.ui.widgets.adding_line import AddingLine
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.half_typed import is_unsaved
from gweithdy.ui.widgets.one_line import OneLine

IN_SIGHT = 5
"""Of the words that were not saved, how many the question shows."""


def may_close(window: QWidget, words: Words) -> bool:
    """Whether `window` may close: all its words are saved, or the person gives up the rest."""
    return _may_go(
        window,
        words,
        words.tr(N_("These words are not saved. Close without them?")),
        words.tr(N_("Close without them")),
    )


def may_restore(window: QWidget, words: Words) -> bool:
    """Whether a backup may take the place of what `window` shows, as in `may_close`."""
    return _may_go(
        window,
        words,
        words.tr(N_("These words are not saved. Restore the backup without them?")),
        words.tr(N_("Restore without them")),
    )


def unsaved(window: QWidget) -> list[str]:
    """What still cannot be saved of what was typed in the fields, lines and cells of `window`."""
    for view in window.findChildren(QAbstractItemView):
        for cell in view.viewport().findChildren(QLineEdit):
            if is_unsaved(cell):
                view.commitData(cell)
    fields = window.findChildren(BilingualField)
    for field in fields:
        field.commit()
    lines = window.findChildren(OneLine)
    for line in lines:
        line.commit()
    cells = [
        cell.text()
        for cell in window.findChildren(QLineEdit)
        if is_unsaved(cell) and not isinstance(cell, OneLine)
    ]
    places: list[BilingualField | OneLine | AddingLine]
    places = [*fields, *lines, *window.findChildren(AddingLine)]
    return cells + [typed for place in places for typed in place.unsaved()]


def _may_go(window: QWidget, words: Words, question: str, go: str) -> bool:
    left = unsaved(window)
    shown = "\n\n".join(left[:IN_SIGHT]) + ("\n\n…" if len(left) > IN_SIGHT else "")
    return not left or ask.decide(window, question, shown, go, words.tr(N_("Stay here")))
