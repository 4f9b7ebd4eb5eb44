"""Half typed: what somebody is typing stays theirs, whatever is drawn anew around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QWidget

from gweithdy.domain.text import Language
from gweithdy.ui.attempt import NO_VISIT, Visit, reaches_disk
from gweithdy.ui.desk import Desk


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


def hand_over(editor: QWidget, desk: Desk, give: Callable[[], None]) -> None:
    """`give` what was typed in `editor`: what does not reach the disk stays its own."""
    editor.setProperty("unsaved", not reaches_disk(desk, give))


def keep(editor: QWidget) -> None:
    """Let `editor` stay open: what was typed in it means nothing, and waits to be mended."""
    editor.setProperty("unsaved", True)


def is_unsaved(editor: QWidget) -> bool:
    """Whether what `editor` gave did not reach the disk, and was not given up since."""
    # Given up, it is hidden until Qt deletes it.
    return bool(editor.property("unsaved")) and not editor.isHidden()


def stays_open(
    view: QAbstractItemView, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
) -> bool:
    """Whether `editor` keeps its cell because it holds what was not saved; Esc gives that up."""
    if not is_unsaved(editor) or hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
        return False
    # The other cells can be written in meanwhile.
    view.setState(QAbstractItemView.State.NoState)
    return True
