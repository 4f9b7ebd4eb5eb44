"""The list of series and sessions: choose, open, rename in place."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeView,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Text
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import pressed
from gweithdy.ui.library.model import DATE, LOOSE, PLACE, STATUS, TITLE, LibraryModel
from gweithdy.ui.widgets.half_typed import stays_open
from gweithdy.ui.widgets.still import CLICK_OR_TAB
from gweithdy.ui.widgets.words_editor import WordsEditor

ROOMY = 800
"""Pixels of width at 100 % from which there is room for the day of the week."""


class Shelf(QTreeView):
    """`opened` carries the session a person opened, `renamed` an id and the title
    that was `Typed` for it, with the `Visit`.

    `moved` carries a session and the series, or none (""), to which it was dragged or moved by key.
    """

    opened = Signal(str)
    renamed = Signal(str, object, object)
    selected = Signal()
    moved = Signal(object, str)
    delete_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        cells_speak(self)
        self._context = context
        self._opened: Id = ""
        self.rows_model = LibraryModel(context.words, context.theme)
        self.setModel(self.rows_model)
        titles = WordsEditor(self, context, self._title_of)
        titles.typed.connect(self.renamed)
        self.setItemDelegate(titles)
        self.rows_model.moved.connect(self.moved)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        # On a row and never between two: a session lands in a series, not at a place in it.
        self.setDragDropOverwriteMode(True)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (DATE, STATUS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_double_click)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())
        self.rows_model.modelReset.connect(self._span_headings)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.setAccessibleName(self._context.words.tr("Series and sessions"))
        self.rows_model.retranslate()

    def show_catalogue(self) -> None:
        """Show what the library holds; what was selected stays so."""
        # Rows may go to other places now, and with them the line in which somebody types.
        self.leave_line()
        row, place = self.selection(), self.verticalScrollBar().value()
        self.rows_model.show(self._context.desk.catalogue)
        opened = self._context.desk.workshop.id if self._context.desk.workshop else ""
        # Whoever comes back from a session means that one, also for Export and Delete.
        came_back = opened and opened != self._opened
        self.select(row.id if row and not came_back else opened)
        self._opened = opened
        self.verticalScrollBar().setValue(place)
        size = self._context.theme.px(18)
        self.setIconSize(QSize(size, size))
        self.selected.emit()

    def selection(self) -> Series | Session | None:
        """What is selected; not the heading of the sessions without a series."""
        index = self.currentIndex()
        row = self.rows_model.rows[index.row()] if index.isValid() else None
        return None if row is LOOSE else row

    def select(self, id: Id) -> None:
        """Select the row of `id`; the first session if there is none."""
        rows = self.rows_model.rows
        row = self.rows_model.row_of(id)
        if row < 0:
            row = next((n for n, each in enumerate(rows) if isinstance(each, Session)), 0)
        if row < len(rows):
            self.setCurrentIndex(self.rows_model.index(row, TITLE))

    def rename(self, id: Id) -> None:
        """Let a person type the title of a series or a session."""
        row = self.rows_model.row_of(id)
        if row >= 0:
            self.select(id)
            self.setFocus()
            self.edit(self.rows_model.index(row, TITLE))

    def is_written_in(self) -> bool:
        """Whether somebody is typing a title."""
        return self.state() is QAbstractItemView.State.EditingState

    def leave_line(self) -> None:
        """Save the title that is being typed, or was not saved before."""
        for place in range(len(self.rows_model.rows)):
            line = self.indexWidget(self.rows_model.index(place, TITLE))
            if line is not None:
                self.commitData(line)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if not stays_open(self, editor, hint):
            super().closeEditor(editor, hint)

    def open_selected(self) -> None:
        """Open the selected session."""
        row = self.selection()
        if isinstance(row, Session):
            self.opened.emit(row.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rows_model.be_brief(self.width() < self._context.theme.px(ROOMY))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "library", "list")
        match id:
            case "list.move":
                self._move((-1, 1)[place])
            case "library.open":
                # The Enter that ends an edit comes here too.
                if not isinstance(self.indexWidget(self.currentIndex()), QWidget):
                    self._on_enter()
            case "list.remove":
                self.delete_asked.emit()
            case _:
                super().keyPressEvent(event)

    def _title_of(self, id: Id) -> Text:
        return self.rows_model.rows[self.rows_model.row_of(id)].title

    def _move(self, by: int) -> None:
        """To the series before or after; after the last one the session belongs to none."""
        row = self.selection()
        if isinstance(row, Session):
            shown = [each.id for each in self.rows_model.rows if isinstance(each, Series)]
            series = [*(id for id in shown if id != LOOSE.id), LOOSE.id]
            known = row.series if row.series in series else LOOSE.id
            place = series.index(known) + by
            if 0 <= place < len(series):
                self.moved.emit(row, series[place])

    def _on_enter(self) -> None:
        row = self.selection()
        if isinstance(row, Series):
            self.rename(row.id)
        self.open_selected()

    def _on_double_click(self, index: QModelIndex) -> None:
        row = self.rows_model.rows[index.row()]
        if isinstance(row, Session):
            self.opened.emit(row.id)
        elif row is not LOOSE:
            self.rename(row.id)

    def _span_headings(self) -> None:
        for place, row in enumerate(self.rows_model.rows):
            self.setFirstColumnSpanned(place, QModelIndex(), isinstance(row, Series))
