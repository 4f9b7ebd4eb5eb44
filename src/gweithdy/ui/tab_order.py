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
