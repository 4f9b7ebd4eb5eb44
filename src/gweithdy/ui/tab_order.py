"""The order in which Tab goes through a window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, whole: QWidget) -> None:
    """Let Tab go from `before` through everything in `whole`, which may have been made later."""
    for part in whole.findChildren(QWidget):
        # A drop-down list is a window of its own.
        is_here = part.window() is before.window()
        if is_here and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, part)
            before = part


def first_in(whole: QWidget) -> QWidget | None:
    """What Tab comes to first in `whole`; None if there is nothing to come to."""
    part = whole.nextInFocusChain()
    while part is not None and part is not whole:
        can_take = part.isVisibleTo(whole) and part.isEnabled()
        if whole.isAncestorOf(part) and can_take and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return part
        part = part.nextInFocusChain()
    return None
