"""The second click of a double click that closed a sheet: the page beneath does not get it."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class SecondClick(QObject):
    """Takes what is pressed in `window` for as long as a double click lasts from now on."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        lasts = QGuiApplication.styleHints().mouseDoubleClickInterval()
        QTimer.singleShot(lasts, self, self.deleteLater)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        return event.type() in PRESSES
