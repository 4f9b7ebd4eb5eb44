"""The frame: rail, pages, top bar, capture bar and notice bar. No feature logic."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.workshop import Taken
from gweithdy.ui import ask
from gweithdy.ui.announce import AfterFocus
from gweithdy.ui.bound import Bound
from gweithdy.ui.box_menu import open_menu
from gweithdy.ui.box_undo import BoxUndo
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.history_buttons import HistoryButtons
from gweithdy.ui.notice_bar import NoticeBar
from gweithdy.ui.page import Page
from gweithdy.ui.page_stack import PageStack
from gweithdy.ui.page_told import PageTold
from gweithdy.ui.pages import DAY, HOUSE, PAGES
from gweithdy.ui.present.door import Presenting
from gweithdy.ui.rail import Rail
from gweithdy.ui.run.clock_label import ClockLabel
from gweithdy.ui.run.day_told import DayTold
from gweithdy.ui.run.set_clock import SetClock
from gweithdy.ui.scrolling import ScrollingColumn
from gweithdy.ui.settling import settle
from gweithdy.ui.spoken import Spoken
from gweithdy.ui.steps_in_words import page_of
from gweithdy.ui.tab_order import put_as_seen
from gweithdy.ui.way_back import WayBack
from gweithdy.ui.widgets.language_switch import LanguageSwitch

if TYPE_CHECKING:
    from gweithdy.ui.capture.bar import CaptureBar

# What is not in sight at the start is loaded when first asked for: the window is painted sooner.


class MainWindow(QMainWindow):
    """`language_asked` carries the language a person wants; the app switches.

    `restore_asked` carries the backup that is to take the place of the library,
    `elsewhere_asked` when the library is to be saved in another place too.
    """

    language_asked = Signal(str)
    restore_asked = Signal(Path)
    elsewhere_asked = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._bar: CaptureBar | None = None
        self.rail = Rail(context)
        self.rail.asked.connect(self.show_page)
        self.stack = PageStack(context)
        self.stack.made.connect(self._on_made)
        self._box_undo = BoxUndo(self)
        self.switch = LanguageSwitch(context.words)
        self.switch.asked.connect(self.language_asked)
        self.history = HistoryButtons(context)
        self.clock = ClockLabel(context)
        self.clock.asked.connect(self._show_running)
        self.notices = NoticeBar(context)
        after = AfterFocus(self)
        self._spoken = Spoken(self, context, after)
        self._day_told = DayTold(self, context)
        self._set_clock = SetClock(context.desk)
        self.way_back = WayBack(self, context)
        self._page_told = PageTold(context, after)
        self.notices.undo_asked.connect(context.desk.undo)
        self.notices.place_asked.connect(self._show_thing)
        self.notices.left.connect(self.stack.go_back)
        self.presenting = Presenting(self, context)
        self._lay_out()
        self.bound = Bound(self, context, self.can)
        self.bound.bind(
            {
                "window.keys": self.show_keys,
                "window.undo": context.desk.undo,
                "window.redo": context.desk.redo,
                "window.capture": self.show_capture,
                "window.language": self._other_language,
                "window.full_screen": self._full_screen,
                "window.menu": lambda: open_menu(self.focusWidget()),
                "window.next": lambda: self._step(1),
                "window.previous": lambda: self._step(-1),
                "window.find": self._find,
                "window.search": self._search,
                "window.return": self.way_back.go,
                "window.room_next": lambda: self.presenting.step(1),
                "window.room_back": lambda: self.presenting.step(-1),
                "window.room_black": self.presenting.go_black,
            },
        )
        desk = context.desk
        for told in (desk.saved, desk.changed, desk.undone, desk.redone, desk.opened):
            told.connect(self._show_possible)
        desk.remembered.connect(self._show_possible)
        context.desk.undone.connect(self._bring)
        context.desk.redone.connect(self._bring)
        context.desk.leaving.connect(self.leave_field)
        context.desk.settling.connect(self._settle_field)
        context.desk.opened.connect(self._on_opened)
        context.desk.changed.connect(self._on_changed)
        self.retranslate()
        self._show_capture_bar()

    @property
    def capture(self) -> "CaptureBar":
        """The box that takes what is said, on every page; made when it is first needed."""
        if self._bar is None:
            self._bar = self._make_bar()
        return self._bar

    @property
    def pages(self) -> dict[str, Page]:
        """The pages that were shown so far, by name."""
        return self.stack.pages

    @property
    def key(self) -> str:
        """The name of the page that is shown."""
        return self.stack.key

    def show_page(self, key: str) -> None:
        """Show the page named `key`; one that needs a session only if there is one."""
        if PAGES[key].needs_session and self.context.desk.workshop is None:
            key = "library"
        with _unpainted(self):
            self.stack.turn_to(key)
            self._show_capture_bar()
            # Its words were given as it came: everything finds its place before it is painted.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.rail.show_page(key)
            self._page_told.tell(key)
        if PAGES[key].needs_session:
            self.context.settings.keep("last_page", key)

    def open_session(self, session: str, page: str = "agenda", *, running: str = "") -> None:
        """Open a session and show a page of it; a Problem goes to the notice bar.

        `running`: the page to show instead while its day runs; "" for the same.
        """
        try:
            self.context.desk.open(session)
        except Problem as problem:
            if not self.pages:
                self.show_page("library")
            self.notices.show_problem(problem)
            return
        self.context.settings.put("last_session", session)
        self.show_page(running if running and self._is_running() else page)

    def _show_thing(self, session: str, page: str, thing: str, path: str) -> None:
        workshop = self.context.desk.workshop
        self.way_back.leave(self.key)
        if not PAGES[page].needs_session or (workshop and workshop.id == session):
            self.show_page(page)
        else:
            self.open_session(session, page)
        if self.key == page:
            self.pages[page].go_to(thing)
            field, _, language = path.partition(".")
            if field:
                self.pages[page].write_in(field, language)
            self.way_back.tell()

    def _show_list(self, page: str, what: str) -> None:
        self.show_page(page)
        if self.key == page:
            self.pages[page].look_for(what)

    def _show_running(self, session: str) -> None:
        """To the day that runs, also out of another session."""
        workshop = self.context.desk.workshop
        if workshop and workshop.id == session:
            self.show_page("run")
        else:
            self.open_session(session, "run")

    def _bring(self, edit: Edit) -> None:
        """What was undone or done again comes into sight, if it is on this page."""
        page = self.stack.page
        if page_of(edit) == self.key or page.shows_everything:
            page.reveal({change.id for change in edit.changes})

    def show_capture(self) -> None:
        """One key away on every page: the box that takes what is said."""
        if self.context.desk.workshop is None:
            return
        self.capture.show()
        self.capture.focus_box()

    def show_keys(self) -> None:
        """Every key there is, those of where the keyboard is first."""
        from gweithdy.ui.key_sheet import KeySheet

        boxed = self.capture.box.hasFocus()
        ask.lay_over(KeySheet(self, self.context, self.key, boxed=boxed))

    def can(self, when: When) -> bool:
        """Whether what can be done `when` can be done now."""
        desk = self.context.desk
        match when:
            case When.UNDOABLE:
                return desk.is_undoable
            case When.REDOABLE:
                return desk.is_redoable
            case When.OPEN:
                return desk.workshop is not None
        return True

    def leave_field(self) -> None:
        """Leaving a field saves it: words still waiting for a pause in typing go to disk."""
        focused: QWidget | None = self.focusWidget()
        page = self.pages.get(self.key)
        if focused is None:
            return
        if page and not page.needs_session and page.isAncestorOf(focused):
            # What is typed here is not the session's. Qt would tell readers of the field anew.
            self._settle_field()
        else:
            focused.clearFocus()

    def _settle_field(self) -> None:
        """What is half typed counts as the last step: it is saved, and the caret stays there."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None:
            settle(focused)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        words = self.context.words
        self.bound.retranslate()
        self.switch.show_language()
        self.switch.say(words.tr("Language of the screen"))
        self.rail.retranslate()
        self.notices.retranslate()
        self.history.retranslate()
        self.presenting.retranslate()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        from gweithdy.ui.unsaved import may_close

        self.leave_field()
        if not may_close(self, self.context.words):
            event.ignore()
            return
        self.context.settings.put_geometry(self.saveGeometry())
        self.presenting.close()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        top = QFrame()
        top.setProperty("role", "top")
        row = QHBoxLayout(top)
        row.setContentsMargins(18, 2, 16, 2)
        row.addWidget(self.history)
        row.addStretch()
        row.addWidget(self.clock)
        row.addSpacing(16)
        row.addWidget(self.switch)
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notices)
        self._whole = whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        rail = ScrollingColumn(self.rail)
        self.context.theme.changed.connect(rail.updateGeometry)
        across.addWidget(rail)
        across.addLayout(column, 1)
        self.setCentralWidget(whole)
        put_as_seen(whole)

    def _on_made(self, page: Page) -> None:
        """Grant what a page may ask of the window."""
        put_as_seen(self._whole)
        page.asked_for.connect(self.show_page)
        page.search_asked.connect(self._show_list)
        page.capture_asked.connect(self.show_capture)
        page.session_asked.connect(self.open_session)
        page.thing_asked.connect(self._show_thing)
        page.language_asked.connect(self.language_asked)
        page.restore_asked.connect(self.restore_asked)
        page.elsewhere_asked.connect(self.elsewhere_asked)
        page.arrival_asked.connect(self._bring_file)
        page.present_asked.connect(self.presenting.toggle)

    def _show_possible(self) -> None:
        self.bound.refresh()

    def _show_kept(self, noun: str) -> None:
        """Show where the words go; who captures goes on capturing."""
        from gweithdy.ui.board.page import BoardPage

        self.show_page("board")
        page = self.pages["board"]
        assert isinstance(page, BoardPage)
        page.show_noun(noun)
        self.capture.focus_box()

    def _on_kept(self, ids: list[str]) -> None:
        self.stack.page.reveal(ids)

    def _bring_file(self, path: Path | None) -> None:
        """Cards out of a file; which one is asked where none is given."""
        from gweithdy.ui.arriving.door import ask_for_file, show_file

        if path is None:
            ask_for_file(self, self.context, self._show_brought)
        else:
            show_file(self, self.context, path, self._show_brought)

    def _bring_text(self, text: str, lane: str) -> None:
        """Cards out of what was pasted into the capture box, which is empty once they are kept."""
        from gweithdy.ui.arriving.door import show_text

        def done(ids: list[str]) -> None:
            self.capture.forget(text)
            self._show_brought(ids)
            # Who captures goes on capturing; on the board each letter would be a command.
            self.capture.focus_box()

        show_text(self, self.context, text, done, (lane, self.capture.source.source()))

    def _bring_picture(self, image: QImage) -> None:
        """A photo out of a picture that was pasted into the capture box."""
        from gweithdy.ui.board.page import BoardPage

        self.show_page("board")
        page = self.pages["board"]
        assert isinstance(page, BoardPage)
        page.pictures.take_image(image)

    def _show_brought(self, ids: list[str]) -> None:
        self.show_page("board")
        self.pages["board"].reveal(ids)

    def _on_opened(self) -> None:
        self._show_title()
        if self.context.desk.workshop is None and PAGES[self.key].needs_session:
            self.show_page("library")
        self._show_capture_bar()

    def _on_changed(self, taken: Taken) -> None:
        workshop = self.context.desk.workshop
        if workshop and workshop.id in taken:
            if workshop.session.deleted:
                self.context.desk.close()
            else:
                self._show_title()
        if workshop and clock_id(workshop.id) in taken:
            self._show_capture_bar()

    def _show_title(self) -> None:
        workshop = self.context.desk.workshop
        title = workshop.session.title.best(self.context.words.language)[0] if workshop else ""
        self.setWindowTitle(f"{title} – gweithdy" if title else "gweithdy")

    def _make_bar(self) -> "CaptureBar":
        from gweithdy.ui.capture.bar import CaptureBar

        bar = CaptureBar(self.context)
        bar.hide()
        bar.wants_board.connect(self._show_kept)
        bar.kept.connect(self._on_kept)
        bar.arrival_asked.connect(self._bring_text)
        bar.box.pictured.connect(self._bring_picture)
        bar.left.connect(self.stack.begin)
        self._column.insertWidget(self._column.indexOf(self.notices), bar)
        # Whenever it is made, Tab comes to it after the page.
        put_as_seen(self._whole)
        return bar

    def _show_capture_bar(self) -> None:
        is_open = self.context.desk.workshop is not None
        # On Run before the day begins too: nothing may move under the pointer that starts it.
        if is_open and (self.key in ("board", "run") or self._is_running()):
            self.capture.show()
        elif self._bar is not None:
            self._bar.hide()

    def _is_running(self) -> bool:
        workshop = self.context.desk.workshop
        clock = workshop.find(Clock, clock_id(workshop.id)) if workshop else None
        return clock is not None and clock.state in (ClockState.RUNNING, ClockState.PAUSED)

    def _other_language(self) -> None:
        self.language_asked.emit(str(self.context.words.language.other))

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _step(self, by: int) -> None:
        keys = [spec.key for spec in (*DAY, *HOUSE)]
        self.show_page(keys[(keys.index(self.key) + by) % len(keys)])

    def _find(self) -> None:
        """Search where one is: this page if it can be searched, else all sessions."""
        if not self.stack.page.focus_search():
            self._search()

    def _search(self) -> None:
        self.way_back.remember(self.key)
        self.show_page("library")
        self.pages["library"].focus_search()


@contextmanager
def _unpainted(window: QWidget) -> Iterator[None]:
    """Nothing is painted that is only on its way to its place."""
    window.setUpdatesEnabled(False)
    try:
        yield
    finally:
        window.setUpdatesEnabled(True)
