"""Pages of which one is shown, and only that one needs room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class CurrentStack(QStackedWidget):
    """Qt's own is as large as the largest of its pages: a hidden one would make others scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown else QSize(0, 0)

    def turn_to(self, place: int, start: QWidget) -> None:
        """Show the page at `place`; the keyboard goes to `start` on it if it was on the other one.

        In one step: as a page goes Qt would pass the keyboard to whatever comes next in the window,
        and a reader tell of that too.
        """
        page, going = self.widget(place), self.currentWidget()
        focused: QWidget | None = self.window().focusWidget()
        if going and page and going is not page and focused and going.isAncestorOf(focused):
            page.show()
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(place)
