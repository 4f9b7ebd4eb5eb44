"""Two parts of a page with a line between them that mouse and keyboard can pull."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from gweithdy.ui.access.separator import tell_pulled, tell_separators
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import WAYS, pressed, shown

GAP = 16
"""Pixels between the two."""

STEP = 24
"""Pixels at 100 % by which a key pulls the line."""


class Splitter(QSplitter):
    """As Qt's, with a line that Tab comes to, between the two parts."""

    def __init__(self, context: Context, way: Qt.Orientation) -> None:
        self._context = context
        super().__init__(way)
        tell_separators()
        self.splitterMoved.connect(lambda *_: tell_pulled(self))
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)

    def say(self, name: str) -> None:
        """Give the line a name, in the language of now."""
        line = self.handle(1)
        line.setAccessibleName(name)
        line.setToolTip(name)
        line.setAccessibleDescription(shown(self._context.words, "pane.pull"))

    def createHandle(self) -> QSplitterHandle:
        return _Line(self, self._context)


class _Line(QSplitterHandle):
    """The line itself."""

    def __init__(self, splitter: Splitter, context: Context) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "pane")
        across, down = WAYS[place] if id else (0, 0)
        is_upright = self.orientation() is Qt.Orientation.Horizontal
        by = across if is_upright else down
        if by:
            now = self.x() if is_upright else self.y()
            self.moveSplitter(now + by * self._theme.px(STEP))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
            painter.end()
