"""The Library page: series with their sessions, what can be done with them, and the search."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import N_
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Text, Typed
from gweithdy.edits import sessions
from gweithdy.ui.attempt import Visit, attempt
from gweithdy.ui.commands import When
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, shown, tooltip, with_keys
from gweithdy.ui.library.bin_button import BinButton
from gweithdy.ui.library.menus import SeriesMenu, TemplateMenu
from gweithdy.ui.library.search import SearchResults
from gweithdy.ui.library.shelf import Shelf
from gweithdy.ui.library.titles import of_copy
from gweithdy.ui.page import Page
from gweithdy.ui.tab_order import put_as_seen
from gweithdy.ui.widgets.current_stack import CurrentStack
from gweithdy.ui.widgets.empty import EmptyState
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from gweithdy.exchange.session_file import SessionFile
    from gweithdy.ui.library.bin import Bin
    from gweithdy.ui.library.everything import EverythingLine
    from gweithdy.ui.library.new_line import NewLine

# What reads and writes session files is imported when first asked for: the program opens faster.


class LibraryPage(Page):
    """Every session of this person, and what can be done with one."""

    needs_session = False
    titled = QSize(640, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.new_session = button("primary")
        self.from_template = button()
        self.new_series = button()
        self.import_file = button()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.shelf = Shelf(context)
        self.results = SearchResults(context)
        self.empty = EmptyState(context.theme, "library")
        self.open_session = button()
        self.duplicate = button()
        self.export = button()
        self.to_series = button()
        self.delete = button()
        self._of_selected = (
            self.open_session,
            self.duplicate,
            self.to_series,
            self.export,
            self.delete,
        )
        self._new_line: NewLine | None = None
        self._bin: Bin | None = None
        self._everything: EverythingLine | None = None
        self.to_bin = BinButton(context)
        self.stack = CurrentStack()
        for widget in (self.shelf, self.results, self.empty):
            self.stack.addWidget(widget)
        self._moves = SeriesMenu(self, context, self.shelf.selection)
        self._moves.chosen.connect(self._on_moved)
        self.to_series.setMenu(self._moves)
        self._templates = TemplateMenu(self, context)
        self._templates.chosen.connect(self._on_template)
        self.from_template.setMenu(self._templates)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def new_line(self) -> "NewLine":
        """Where the title of something new is typed; made when somebody first makes something."""
        if self._new_line is None:
            from gweithdy.ui.library.new_line import NewLine

            self._new_line = NewLine(self.context)
            self._new_line.closed.connect(self._on_line_closed)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(column.indexOf(self.search), self._new_line)
            put_as_seen(self)
        return self._new_line

    @property
    def bin(self) -> "Bin":
        """What was deleted; made when somebody first looks at it."""
        if self._bin is None:
            from gweithdy.ui.library.bin import Bin

            self._bin = Bin(self.context)
            self._bin.retranslate()
            self._bin.left.connect(lambda: self.to_bin.setChecked(False))
            self.stack.addWidget(self._bin)
            put_as_seen(self)
        return self._bin

    @property
    def everything(self) -> "EverythingLine":
        """How far the export of a folder is; made when somebody first exports one."""
        if self._everything is None:
            from gweithdy.ui.library.everything import EverythingLine

            self._everything = EverythingLine(self.context)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.addWidget(self._everything)
            put_as_seen(self)
        return self._everything

    def focus_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def first(self) -> QWidget | None:
        return self.shelf

    def go_to(self, thing: Id) -> None:
        self._go_to_shelf()
        self.shelf.select(thing)
        self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Collection[Id]) -> None:
        for id in ids:
            if self.shelf.rows_model.row_of(id) >= 0:
                self.shelf.select(id)

    def is_held(self) -> bool:
        return self.shelf.is_written_in()

    def can(self, when: When) -> bool:
        # Nothing is done to a row that is out of sight behind the bin or what was found.
        row = self.shelf.selection() if self.stack.currentWidget() is self.shelf else None
        match when:
            case When.SESSION_CHOSEN:
                return isinstance(row, Session)
            case When.CHOSEN:
                return row is not None
        return super().can(when)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_key(event, "window.leave") and self.search.text():
                self._go_to_shelf()
                self.shelf.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if box is self.search and is_key(event, "board.found"):
                self._on_search_entered()
                return True
        return False

    def retranslate(self) -> None:
        tr = self.words.tr
        self.title.setText(tr("Library"))
        self.from_template.setText(tr("From a template"))
        self.new_series.setText(tr("New series"))
        self.import_file.setText(tr("Import…"))
        self.export.setText(tr("Export the session…"))
        self.to_series.setText(tr("Move to…"))
        self.to_series.setToolTip(with_keys(self.words, tr("To another series"), "list.move"))
        if self._new_line:
            self._new_line.retranslate()
        if self._bin:
            self._bin.retranslate()
        if self._everything:
            self._everything.retranslate()
        self.search.setPlaceholderText(tooltip(self.words, "library.find"))
        self.search.setAccessibleName(tr("Search all sessions"))
        self.search.setAccessibleDescription(shown(self.words, "library.find"))
        self.empty.say(
            tr("There is no session yet. Start one, or import one from a file."),
            tr("New session"),
        )
        self.bound.retranslate()
        self.shelf.retranslate()
        self.results.retranslate()

    def show_all(self) -> None:
        self.shelf.show_catalogue()
        if self.to_bin.isChecked():
            self.bin.show_all()
        self._show_right_view()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addStretch()
        for made in (self.import_file, self.new_series, self.from_template, self.new_session):
            top.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self.stack, 1)
        column.addWidget(WrappingRow(self._of_selected, (self.to_bin,)))

    def _connect(self) -> None:
        self.empty.asked.connect(self._on_new_session)
        self.new_series.clicked.connect(self._on_new_series)
        self.import_file.clicked.connect(self._on_import)
        self.search.textChanged.connect(self._on_search)
        for box in (self.search, self.results.items):
            box.installEventFilter(self)
        self.search.returnPressed.connect(self._on_search_entered)
        self.results.chosen.connect(lambda *where: self.thing_asked.emit(*where, ""))
        self.shelf.opened.connect(lambda id: self.session_asked.emit(id, "agenda"))
        self.shelf.renamed.connect(self._on_renamed)
        self.shelf.selected.connect(self._show_enabled)
        self.shelf.moved.connect(self._on_moved)
        self.to_bin.toggled.connect(self._on_bin)
        self.desk.forgotten.connect(self._draw_anew)
        self.export.clicked.connect(self._on_export)
        self.shelf.delete_asked.connect(lambda: self.bound.run("list.remove"))
        self.bound.bind(
            {
                "library.new": self._on_new_session,
                "library.open": self.shelf.open_selected,
                "library.duplicate": self._on_duplicate,
                "list.remove": self._on_delete,
            }
        )
        self.bound.dress(self.new_session, "library.new")
        self.bound.dress(self.open_session, "library.open")
        self.bound.dress(self.duplicate, "library.duplicate")
        self.bound.dress(self.delete, "list.remove", N_("Delete"))

    def _show_right_view(self) -> None:
        searching = bool(self.search.text().strip())
        if searching:
            self.stack.setCurrentWidget(self.results)
        elif self.to_bin.isChecked():
            self.stack.setCurrentWidget(self.bin)
        else:
            there = self.shelf.rows_model.rows
            self.stack.setCurrentWidget(self.shelf if there else self.empty)
        self.new_session.setVisible(self.stack.currentWidget() is not self.empty)
        for made in self._of_selected:
            made.setVisible(self.stack.currentWidget() is self.shelf)
        self.to_bin.show_count()
        self._show_enabled()

    def _go_to_shelf(self) -> None:
        """From what was found, or from the bin, back to the list of sessions."""
        self.search.clear()
        self.to_bin.setChecked(False)

    def _on_bin(self) -> None:
        if self.to_bin.isChecked():
            self.search.clear()
            self.bin.show_all()
        self._show_right_view()
        shown = self.bin.table if self.to_bin.isChecked() else self.shelf
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_enabled(self) -> None:
        self.bound.refresh()
        for made in (self.export, self.to_series):
            made.setEnabled(self.can(When.SESSION_CHOSEN))

    def _on_new_session(self) -> None:
        self.new_line.ask_session(self._new_session)

    def _on_line_closed(self) -> None:
        # A new session is opened: then its page has the keyboard.
        if self.isVisible():
            self.shelf.setFocus()

    def _new_session(self, title: Text, series: Id) -> bool:
        return self._open_made(
            lambda: sessions.new_session(title.get("cy"), title.get("en"), series)
        )

    def _on_template(self, template: "SessionFile") -> None:
        title = template.workshop.session.title
        self._open_made(
            lambda: sessions.from_template(template.workshop, title.get("cy"), title.get("en"))
        )

    def _on_new_series(self) -> None:
        self.new_line.ask_series(self._new_series)

    def _new_series(self, title: Text) -> bool:
        made = attempt(self.desk, lambda: sessions.new_series(title.get("cy"), title.get("en")))
        if made:
            self._go_to_shelf()
            self.shelf.select(made.changes[0].id)
        return made is not None

    def _on_moved(self, session: Session, series: Id) -> None:
        attempt(self.desk, lambda: sessions.move_to_series(session, series))

    def _on_duplicate(self) -> None:
        row = self.shelf.selection()
        if not isinstance(row, Session):
            return
        session = row
        library = self.context.library
        edit = attempt(
            self.desk,
            lambda: sessions.duplicate(library.workshop(session.id), *of_copy(session.title)),
        )
        if edit:
            self.shelf.rename(edit.session)

    def _on_delete(self) -> None:
        row = self.shelf.selection()
        if isinstance(row, Session):
            session = row
            attempt(self.desk, lambda: sessions.delete_session(session))
        elif row is not None:
            series = row
            attempt(self.desk, lambda: sessions.delete_series(series))

    def _on_renamed(self, id: Id, title: Typed, visit: Visit) -> None:
        catalogue = self.desk.catalogue
        if session := catalogue.find(Session, id):
            attempt(self.desk, lambda: sessions.change_session(session, title=title), visit)
        elif series := catalogue.find(Series, id):
            attempt(self.desk, lambda: sessions.change_series(series, title=title), visit)

    def _on_import(self) -> None:
        from gweithdy.ui.library.files import import_session

        import_session(self, self.context, self._on_imported)

    def _on_imported(self, session: Id) -> None:
        self._go_to_shelf()
        self.shelf.select(session)
        self.shelf.setFocus()

    def _on_export(self) -> None:
        from gweithdy.ui.library.files import as_folder, export_session

        row = self.shelf.selection()
        if isinstance(row, Session):
            session = row
            match as_folder(self, self.words):
                case True:
                    self.everything.export(session)
                case False:
                    export_session(self, self.context, session)

    def _on_search(self) -> None:
        self.results.ask(self.search.text())
        self._show_right_view()

    def _on_search_entered(self) -> None:
        if self.results.items.count():
            self.results.items.setFocus()
            self.results.items.setCurrentRow(0)

    def _open_made(self, make: Callable[[], Edit]) -> bool:
        edit = attempt(self.desk, make)
        if edit:
            self._go_to_shelf()
            self.session_asked.emit(edit.session, "agenda")
        return edit is not None
