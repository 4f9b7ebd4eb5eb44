"""Page: what every page of the main window is, so that the window can show and refresh it."""

from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from gweithdy.domain.change import Origin
from gweithdy.domain.ids import Id
from gweithdy.domain.workshop import Taken, Workshop, together
from gweithdy.ui.bound import Bound
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import label

LOOK_AGAIN = 125
"""Milliseconds after which others' changes are drawn, if no hand is on the page."""


class Page(QWidget):
    """One part of the window. Build the widgets in `__init__`, give texts in `retranslate`.

    `show_all` draws everything anew (another session is open); `show_changes` redraws what is
    shown of what was taken. A page that is not on screen is drawn, and speaks another language,
    when it is next shown.

    What a page may ask of the window: `asked_for` another page by its key, `search_asked` also what
    to look for there, `capture_asked` the box
    that takes what is said, `session_asked` a session and the page of it, `thing_asked` also what
    to go to on that page and the field to write in ("title.en", or "" for none),
    `language_asked` the language of the screen, `restore_asked` a backup in the place of the
    library, `elsewhere_asked` the library in another place too, `arrival_asked` that a file of
    another program becomes cards: its path, or None for one that is to be chosen, `present_asked`
    that a board is shown to the room, of it one theme alone ("" for all), and from which thing on;
    without a board, the day.
    """

    needs_session = True
    shows_everything = False
    """Whether things of every page are here too, so that what is undone comes into sight."""

    titled = QSize()
    """Pixels across and down at 100 % from which there is a title; with none given, always."""

    asked_for = Signal(str)
    search_asked = Signal(str, str)
    capture_asked = Signal()
    session_asked = Signal(str, str)
    thing_asked = Signal(str, str, str, str)
    language_asked = Signal(str)
    restore_asked = Signal(Path)
    elsewhere_asked = Signal()
    arrival_asked = Signal(object)
    present_asked = Signal(str, str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.desk = context.desk
        self.words = context.words
        self.theme = context.theme
        self.bound = Bound(self, context, self.can)
        self.title = label("title")
        self._stale = True
        self._spoken = True
        self._waiting: Taken = {}
        self._free = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._free.timeout.connect(self._show_when_free)
        context.desk.opened.connect(self._draw_anew)
        context.desk.changed.connect(self._on_changed)
        context.theme.changed.connect(self._draw_anew)

    @property
    def workshop(self) -> Workshop | None:
        return self.desk.workshop

    def retranslate(self) -> None:
        """Give every text in the language of now; called at the start and at each switch."""

    def first(self) -> QWidget | None:
        """Where the keyboard is when the page is first shown; None leaves it to the page."""
        return None

    def room(self) -> QSize:
        """Pixels in which the page is seen; by what it holds it can be larger than these."""
        around = self.parentWidget()
        return around.size() if around is not None else self.size()

    def can(self, when: When) -> bool:
        """Whether what can be done `when` can be done now."""
        return when is When.ALWAYS or (when is When.OPEN and self.workshop is not None)

    def focus_search(self) -> bool:
        """Go to the box in which this page is searched; whether it has one in sight."""
        return False

    def reveal(self, ids: Collection[Id]) -> None:
        """Bring what was just captured, or undone, into sight; the keyboard stays where it is."""

    def go_to(self, thing: Id) -> None:
        """Go to something that this page shows: it is chosen, in sight, and has the keyboard."""

    def look_for(self, what: str) -> None:
        """Show only what is called so among the things that this page lists."""

    def write_in(self, field: str, language: str) -> None:
        """Put the caret into a text of what was gone to, in one language."""
        from gweithdy.ui.widgets.bilingual import BilingualField

        for each in self.fields_in().findChildren(BilingualField):
            if each.field == field and each.isVisible():
                each.go_to(language)
                return

    def fields_in(self) -> QWidget:
        """Where the texts are of what was gone to."""
        return self

    def show_all(self) -> None:
        """Draw everything from the desk."""

    def show_changes(self, taken: Taken) -> None:
        """Redraw what is shown of what was taken."""
        self.show_all()

    def is_held(self) -> bool:
        """Whether a hand is on something that a redraw would take out of it: what is dragged."""
        return False

    def unmoved(self) -> AbstractContextManager[None]:
        """While others' changes are drawn, what is in sight stays where it is."""
        return nullcontext()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._spoken = False
            self._draw_anew()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        # What it needs, not what it would like: below this the area around it scrolls.
        layout = self.layout()
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def _fit_title(self) -> None:
        # Where room is scarce what is on the page needs it more; the rail says where one is.
        if self.titled.isValid():
            room, px = self.room(), self.theme.px
            wide, high = px(self.titled.width()), px(self.titled.height())
            self.title.setVisible(room.width() >= wide and room.height() >= high)

    def _draw_anew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _on_changed(self, taken: Taken, origin: Origin | None) -> None:
        if not self.isVisible():
            self._stale = True
        elif self._has_something():
            self._waiting = together(self._waiting, taken)
            if origin is None:
                self._show_waiting()
            elif not self._free.isActive():
                # Not at once: when a whole room writes, one drawing does for many.
                self._free.start()

    def _show_when_free(self) -> None:
        """Draw what others did, but under nobody's hand: not while something is dragged or open."""
        if self.is_held() or QApplication.activePopupWidget():
            self._free.start()
        elif self._waiting:
            with self.unmoved():
                self._show_waiting()

    def _show_waiting(self) -> None:
        taken, self._waiting = self._waiting, {}
        self.show_changes(taken)
        self.bound.refresh()

    def _refresh(self) -> None:
        if not self._spoken:
            self._spoken = True
            self.retranslate()
        if self._stale and self._has_something():
            self._stale = False
            self._waiting = {}
            self._fit_title()
            self.show_all()
            self.bound.retranslate()

    def _has_something(self) -> bool:
        return self.workshop is not None or not self.needs_session
