"""The grid in which votes are counted: target by source, as paper comes to the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.edits.votes import MOST_VOTES
from gweithdy.language.tally_entry import read_marks, read_tally, write_marks
from gweithdy.ui.access.tables import cells_speak
from gweithdy.ui.board.voting.grid_model import GridModel
from gweithdy.ui.board.voting.tallies import Cell
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import WAYS, pressed
from gweithdy.ui.widgets.half_typed import hand_over, keep, stays_open
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.one_line import OneLine
from gweithdy.ui.widgets.rows import STEP, widen_column
from gweithdy.ui.widgets.still import CLICK_OR_TAB

NAME, SOURCE, MARKS = 220, 84, 128
"""Least widths in pixels at 100 %: of the names, of a source, and of one where marks are given."""


class Grid(QTableView):
    """Figures open a cell, Enter keeps and goes down, Tab goes across.

    `stepped` carries by how much the current cell is to change, `pasted` asks for what is on the
    clipboard, `gone_to` says that another cell is the current one.
    """

    stepped = Signal(int)
    pasted = Signal()
    emptied = Signal()
    gone_to = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        cells_speak(self)
        self.context = context
        self.source = GridModel(context)
        self.setModel(self.source)
        self.setItemDelegate(TallyDelegate(self))
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(CLICK_OR_TAB)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self.selectionModel().currentChanged.connect(lambda *_: self.gone_to.emit())
        self.source.modelReset.connect(self.show_sizes)
        context.theme.changed.connect(self.show_sizes)
        self.show_sizes()

    def show_sizes(self) -> None:
        """Widths at the size of text of now: the names take what the sources leave."""
        px, header = self.context.theme.px, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(px(34))
        # Below this the page scrolls: with one row in sight nobody counts.
        self.setMinimumHeight(px(140))
        wide = px(MARKS if self.source.tallies.rates else SOURCE)
        rest = self.viewport().width()
        for place in range(1, self.source.columnCount()):
            width = max(wide, header.sectionSizeHint(place))
            self.setColumnWidth(place, width)
            rest -= width
        self.setColumnWidth(0, max(px(NAME), rest))

    def current(self) -> tuple[Id, str]:
        """The target and the source of the current cell; "" for what there is not."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.source.things):
            return "", ""
        return self.source.things[index.row()].id, self.source.source_at(index.column())

    def go_to(self, target: Id, source: str = "") -> None:
        """Go to a cell, in sight; without a source to the first."""
        row = self.source.row_of(target)
        known = self.source.sources
        column = known.index(source) + 1 if source in known else min(1, len(known))
        if row >= 0:
            self.setCurrentIndex(self.source.index(row, column))

    def begin(self) -> None:
        """Put the keyboard into the grid, at the first cell if at none yet."""
        if not self.source.source_at(self.currentIndex().column()) and self.source.things:
            row = max(0, self.currentIndex().row())
            self.setCurrentIndex(self.source.index(row, 1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.source.things:
            # Qt would take the first cell, and in the names no number can be written.
            self.setCurrentIndex(self.source.index(0, 1))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sizes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        short = bool(self.context.settings.get("short_keys"))
        id, place = pressed(event, "votes", "table", short=short)
        match id:
            case "votes.down":
                # The Enter that ends an edit comes here too.
                if self.state() is not QAbstractItemView.State.EditingState:
                    self._go(1, 0)
            case "votes.change":
                self.edit(self.currentIndex())
            case "votes.more" | "votes.less":
                self.stepped.emit(1 if id == "votes.more" else -1)
            case "votes.empty":
                self.emptied.emit()
            case "votes.paste":
                self.pasted.emit()
            case "table.width":
                widen_column(self.horizontalHeader(), self.currentIndex(), (-STEP, STEP)[place])
            case _ if _types(event) and not event.text().isdecimal():
                # Only figures open a cell: a letter would be a command that nobody gave.
                event.accept()
            case _:
                super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down, Tab to the next cell that can be written in.

        What is no number stays in its cell until it is mended or Esc.
        """
        if stays_open(self, editor, hint):
            return
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        match hint:
            case hints.SubmitModelCache:
                self._go(1, 0)
            case hints.EditNextItem | hints.EditPreviousItem:
                self._go_across(1 if hint is hints.EditNextItem else -1)

    def leave_cell(self, editor: QWidget, by: int) -> None:
        """Keep what is typed, and go up or down."""
        self.commitData(editor)
        hints = QAbstractItemDelegate.EndEditHint
        if not stays_open(self, editor, hints.NoHint):
            super().closeEditor(editor, hints.NoHint)
            self._go(by, 0)

    def _go(self, down: int, across: int) -> None:
        index = self.currentIndex()
        after = self.source.index(index.row() + down, index.column() + across)
        if after.isValid():
            self.setCurrentIndex(after)

    def _go_across(self, by: int) -> None:
        index, many = self.currentIndex(), len(self.source.sources)
        place = index.row() * many + index.column() - 1 + by
        if 0 <= place < many * len(self.source.things):
            row, column = divmod(place, many)
            after = self.source.index(row, column + 1)
            self.setCurrentIndex(after)
            self.edit(after)


class TallyDelegate(QStyledItemDelegate):
    """Opens a line for the number, or the marks, of a cell."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.closeEditor.connect(_give_up)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        grid = self._grid
        line = TallyLine(grid.context, parent, rates=grid.source.tallies.rates)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(grid.source.heading(index.column()))
        target, source = grid.source.things[index.row()].id, grid.source.source_at(index.column())
        line.given.connect(lambda value: grid.source.given.emit(target, source, value))
        line.refused.connect(grid.context.desk.refused)
        line.walked.connect(lambda by: grid.leave_cell(line, by))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, TallyLine)
        if not editor.isModified():
            editor.show_value(self._grid.source.value_at(index), "cell")
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, _index: Index) -> None:
        assert isinstance(editor, TallyLine)
        hand_over(editor, self._grid.context.desk, editor.commit)
        if editor.unsaved():
            keep(editor)


class TallyLine(OneLine):
    """A number of dots, or the marks of the people of a source. `walked` on Up and Down."""

    walked = Signal(int)

    def __init__(self, context: Context, parent: QWidget, *, rates: bool) -> None:
        super().__init__(context, parent)
        self._rates = rates

    def read(self, typed: str) -> Cell:
        return read_marks(typed) if self._rates else read_tally(typed, MOST_VOTES)

    def written(self, value: Cell) -> str:
        return write_marks(value) if isinstance(value, tuple) else str(value or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, place = pressed(event, "votes")
        down = WAYS[place][1] if id == "votes.walk" else 0
        if down:
            self.walked.emit(down)
        else:
            super().keyPressEvent(event)


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return not held and event.text().isprintable() and bool(event.text())


def _give_up(editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
    # Otherwise it would give what Esc took back, as it goes and is left.
    if hint is QStyledItemDelegate.EndEditHint.RevertModelCache and isinstance(editor, TallyLine):
        editor.give_up()
