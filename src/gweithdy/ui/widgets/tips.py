"""Tooltips: a person's words as they are, and the keys of what a widget does."""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import shown, with_keys


def tip(text: str) -> str:
    """`text` for a tooltip, which would take anything that looks like HTML for HTML."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text


def tip_with_keys(widget: QWidget, words: Words, text: str, *ids: str) -> None:
    """A tooltip of `text` with the keys of commands, once `widget` has its name.

    A reader says the name, and then the tooltip if nothing else describes the widget: where both
    are the same words only the keys come after the name.
    """
    widget.setToolTip(with_keys(words, text, *ids))
    name = widget.accessibleName() or getattr(widget, "text", str)()
    widget.setAccessibleDescription(shown(words, *ids) if name == text else "")
