"""Every action of the window as data: name, words, keys and icon."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gweithdy.domain.problem import N_
from gweithdy.language.words import Words


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`key` names the action; `text` is a catalogue text."""

    key: str
    text: str
    shortcut: str


ACTIONS = (
    ActionSpec("undo", N_("Undo"), "Ctrl+Z"),
    ActionSpec("redo", N_("Redo"), "Ctrl+Y"),
    ActionSpec("redo_too", N_("Redo"), "Ctrl+Shift+Z"),
    ActionSpec("capture", N_("Capture"), "Ctrl+K"),
    ActionSpec("language", N_("Switch language"), "Ctrl+L"),
    ActionSpec("full_screen", N_("Full screen"), "F11"),
    ActionSpec("next_page", N_("Next page"), "Ctrl+PgDown"),
    ActionSpec("previous_page", N_("Previous page"), "Ctrl+PgUp"),
    ActionSpec("search", N_("Search all sessions"), "Ctrl+Shift+F"),
)


def make_actions(
    window: QWidget, words: Words, handlers: dict[str, Callable[[], None]]
) -> dict[str, QAction]:
    """The actions of the table, each bound to its handler."""
    made = {}
    for spec in ACTIONS:
        action = QAction(words.tr(spec.text), window)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda _=False, do=handlers[spec.key]: do())
        window.addAction(action)
        made[spec.key] = action
    return made
