"""Choices that open from a button: in their place in a page, or over it where that has no room."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.tab_order import first_in, put_as_seen
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.labels import mark


class LyingOver(QFrame):
    """Belongs to `opener`, a button that is down while this is shown.

    Over the page it is a window as a list that drops down is one: it goes with Esc, or with a
    click beside it.
    """

    def __init__(self, opener: QPushButton, theme: Theme) -> None:
        super().__init__()
        self._opener = opener
        self._theme = theme
        # The click that puts it away does not open it again, where it falls on the button.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.hide()

    def show_in_place(self, around: QWidget) -> None:
        """Show it where the layout of `around` has it."""
        self._be(Qt.WindowType.Widget)
        self.setContentsMargins(0, 0, 0, 0)
        self.show()
        put_as_seen(around)

    def show_over(self, around: QWidget) -> None:
        """Show it under the button, no wider than `around`, with the keyboard in it."""
        if self.isVisible() and self.isWindow():
            return
        self._be(Qt.WindowType.Popup)
        margin = self._theme.px(12)
        self.setContentsMargins(margin, margin, margin, margin)
        width = around.width()
        self.setFixedWidth(width)
        self.adjustSize()
        self.resize(width, self.heightForWidth(width))
        self.move(around.mapToGlobal(QPoint(0, around.height() + 4)))
        self.show()
        put_as_seen(self)
        if first := first_in(self):
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def let_through(self) -> None:
        """Go, if it lies over what is wanted now; that has the keyboard."""
        if self.isWindow() and self.isVisible():
            self._opener.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isWindow() and is_key(event, "window.leave"):
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isWindow() and self._opener.isChecked():
            # After it has gone: only then can the window under it have the keyboard.
            QTimer.singleShot(0, self._opener, self._go_back)

    def _go_back(self) -> None:
        if not self.isVisible():
            self._opener.setChecked(False)
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def _be(self, kind: Qt.WindowType) -> None:
        if self.isWindow() is not (kind is Qt.WindowType.Popup):
            # It keeps its place in the layout, which takes no notice of a window.
            self.setWindowFlags(kind)
            mark(self, "role", "over" if kind is Qt.WindowType.Popup else "")
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
