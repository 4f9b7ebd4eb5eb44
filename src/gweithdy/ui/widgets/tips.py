"""Tooltips that show a person's words as they are."""

from html import escape

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """`text` for a tooltip, which would take anything that looks like HTML for HTML."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text
