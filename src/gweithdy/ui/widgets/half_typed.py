"""Half typed: what somebody is typing stays theirs, whatever is drawn anew around it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from gweithdy.domain.text import Language
from gweithdy.ui.attempt import NO_VISIT, Visit


def is_half_typed(line: QLineEdit) -> bool:
    """Whether somebody is typing in `line` what is not saved yet."""
    return line.hasFocus() and line.isModified()


@dataclass(frozen=True, slots=True)
class Filled:
    """What an editor in a list was opened with: the value, its language, and the position seen."""

    value: Any
    language: Language = Language.CY
    visit: Visit = NO_VISIT


def fill(editor: QWidget, filled: Filled) -> None:
    """Note what `editor` was opened with. Only once: after that a person is at work in it."""
    editor.setProperty("filled", filled)


def filled_with(editor: QWidget) -> Filled | None:
    """What `editor` was opened with; None before it was."""
    found = editor.property("filled")
    return found if isinstance(found, Filled) else None
