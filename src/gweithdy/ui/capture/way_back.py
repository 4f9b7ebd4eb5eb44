"""The way back: where the keyboard was before somebody came to write down what is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class WayBack:
    """The way back from a widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._before: QWidget | None = None

    def remember(self) -> None:
        """The keyboard is about to come: remember where it is, if that is elsewhere."""
        focused = QApplication.focusWidget()
        if focused is not None and not self._widget.isAncestorOf(focused):
            self._before = focused

    def go(self) -> bool:
        """Go there; False if that is nowhere any more."""
        before = self._before
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
