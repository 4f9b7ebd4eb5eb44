"""Unsaved: words that are only in the window, because the disk refused them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QSpinBox, QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words
from gweithdy.ui import ask
from gweithdy.ui.widgets.bilingual import BilingualField
from gweithdy.ui.widgets.half_typed import is_unsaved
from gweithdy.ui.widgets.one_line import OneLine

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
    """What still cannot be saved of the words in the fields, lines and cells of `window`."""
    for view, editor in _open_cells(window):
        view.commitData(editor)
    fields: list[BilingualField | OneLine] = [
        *window.findChildren(BilingualField),
        *window.findChildren(OneLine),
    ]
    for field in fields:
        field.commit()
    # A date is a line in its cell too.
    cells = [editor.text() for _, editor in _open_cells(window) if not isinstance(editor, OneLine)]
    return cells + [words for field in fields for words in field.unsaved()]


def _open_cells(window: QWidget) -> Iterator[tuple[QAbstractItemView, QLineEdit | QSpinBox]]:
    """The editors in which something is typed that did not reach the disk, each with its list."""
    for view in window.findChildren(QAbstractItemView):
        inside = view.viewport()
        lines, numbers = inside.findChildren(QLineEdit), inside.findChildren(QSpinBox)
        yield from ((view, line) for line in lines if is_unsaved(line))
        yield from ((view, number) for number in numbers if is_unsaved(number))
