"""The door to the second screen: which screen that is, and what the main window asks of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from gweithdy.domain.ids import Id
from gweithdy.ui.context import Context

if TYPE_CHECKING:
    from gweithdy.ui.present.screen import RoomScreen

# Loaded when it is first asked for: the main window is painted sooner.


class Presenting(QObject):
    """At most one window for the room, on a screen other than that of `window` where there is one.

    There the keyboard stays in `window`, where one goes on capturing. When that screen goes, so
    does its window, and when it comes back, the window does too.
    """

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._host, self._context = window, context
        self.shown: RoomScreen | None = None
        self._asked: tuple[Id, Id, Id] = ("", "", "")
        self._is_lost = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_screen_gone)
        app.screenAdded.connect(self._on_screen_there)

    def toggle(self, board: Id, theme: Id, start: Id) -> None:
        """Show a board to the room, or one `theme` of it, from `start` on; without one, the day.

        What is shown already is closed; another thing takes its place.
        """
        before, self._asked, self._is_lost = self._asked, (board, theme, start), False
        if self.shown is not None:
            self.shown.close()
            if bool(before[0]) == bool(board):
                return
        if self._context.desk.workshop is not None:
            self._show()

    def _show(self) -> None:
        board, theme, start = self._asked
        screen = self._other_screen()
        made: RoomScreen
        if board:
            from gweithdy.ui.present.window import PresentWindow

            made = PresentWindow(self._context, is_alone=screen is None)
            made.present(board, theme, start)
        else:
            from gweithdy.ui.present.day_window import DayWindow

            made = DayWindow(self._context, is_alone=screen is None)
        made.left.connect(self._on_left)
        self.shown = made
        place = screen or self._host.screen()
        made.setGeometry(place.geometry())
        made.showFullScreen()
        if screen is None:
            made.activateWindow()
            made.setFocus()
        else:
            self._host.activateWindow()

    def step(self, by: int) -> None:
        """Turn the pages of what is shown, from where one is."""
        if self.shown is not None:
            self.shown.step(by)

    def go_black(self) -> None:
        """Let the room see nothing, or what was there before."""
        if self.shown is not None:
            self.shown.go_black()

    def retranslate(self) -> None:
        """Texts in the language of now; the words of the board stay in those that were chosen."""
        if self.shown is not None:
            self.shown.refresh()

    def close(self) -> None:
        """Show nothing any more."""
        if self.shown is not None:
            self.shown.close()

    def _on_left(self) -> None:
        shown, self.shown = self.shown, None
        if shown is not None:
            shown.deleteLater()
            self._host.activateWindow()

    def _on_screen_gone(self, screen: QScreen) -> None:
        # The system would put it over the window in which somebody works.
        if self.shown is not None and self.shown.screen() is screen:
            self.shown.close()
            self._is_lost = True

    def _on_screen_there(self) -> None:
        workshop = self._context.desk.workshop
        if self._is_lost and self.shown is None and workshop and self._other_screen():
            self._is_lost = False
            self._show()

    def _other_screen(self) -> QScreen | None:
        own = self._host.screen()
        return next((each for each in QGuiApplication.screens() if each is not own), None)
