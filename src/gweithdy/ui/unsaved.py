"""Unsaved: words that are only in the window, because the disk refused them."""

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.ui import ask
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.half_typed import is_unsaved

IN_SIGHT = 5
"""Of the words that were not saved, how many the question shows."""


def may_go(window: QWidget, words: Words) -> bool:
    """Whether `window` may close: all its words are saved, or the person gives up the rest."""
    left = unsaved(window)
    return not left or ask.decide(
        window,
        words.tr(N_("These words are not saved. Close without them?")),
        "\n\n".join(left[:IN_SIGHT]) + ("\n\n…" if len(left) > IN_SIGHT else ""),
        words.tr(N_("Close without them")),
        words.tr(N_("Stay here")),
    )


def unsaved(window: QWidget) -> list[str]:
    """What still cannot be saved of the words in the fields and cells of `window`."""
    for view in window.findChildren(QAbstractItemView):
        for line in view.viewport().findChildren(QLineEdit):
            if is_unsaved(line):
                view.commitData(line)
    fields = window.findChildren(BilingualField)
    for field in fields:
        field.commit()
    cells = [line.text() for line in window.findChildren(QLineEdit) if is_unsaved(line)]
    return cells + [words for field in fields for words in field.unsaved()]
