"""The table of texts: Enter goes on to the next one, several can be marked at once."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.text import MARKS, Language, Translation
from gweithdy.domain.worklist import Line
from gweithdy.ui.announce import announce
from gweithdy.ui.bound import Bound
from gweithdy.ui.context import Context
from gweithdy.ui.keystrokes import is_key, shown, to_end
from gweithdy.ui.translation.delegate import LinesDelegate
from gweithdy.ui.translation.model import COLUMNS, STATE, LinesModel, column_of
from gweithdy.ui.translation.states import state_words
from gweithdy.ui.widgets.half_typed import is_unsaved
from gweithdy.ui.widgets.rows import ONE_ROW, RowsTable, pick_row

KEYS = {
    Translation.TRANSLATED: "translation.translated",
    Translation.REVIEWED: "translation.reviewed",
}
"""The commands that give a state."""


ROW = 31
"""Pixels at 100 % of a row: there are many, and half the window is for the text in full."""


class LinesTable(RowsTable):
    """`marked` carries the state that a person gave to the lines that are selected."""

    marked = Signal(object)

    def __init__(self, context: Context, bound: Bound) -> None:
        self.lines = LinesModel(context)
        super().__init__(context, COLUMNS, row_height=ROW, source=self.lines)
        self._bound = bound
        self.setItemDelegate(LinesDelegate(self, context.words))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())

    def retranslate(self) -> None:
        self.setAccessibleName(self._context.words.tr("Texts of the session"))
        super().retranslate()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; where one was, one stays, or goes to the line that took its place."""
        current, chosen = self.current(), self.chosen()
        row, column = self.currentIndex().row(), self.currentIndex().column()
        with self.unmoved():
            self.lines.show(lines)
        if current and self.current() == current:
            return
        place = self.lines.row_of(current)
        if place < 0:
            # Of another line the words that are to be written, not those that were said.
            place, column = min(max(row, 0), len(lines) - 1), -1
        if place >= 0:
            self._go(place, column)
            self._choose_again(chosen)

    def _choose_again(self, chosen: Sequence[Id]) -> None:
        """Select what was selected before all rows were shown anew, besides the current one."""
        if len(chosen) > 1:
            again = QItemSelection()
            for place in filter(lambda place: place >= 0, map(self.lines.row_of, chosen)):
                again.select(self.lines.index(place, 0), self.lines.index(place, STATE))
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().select(again, flags.Select)

    def line(self) -> Line | None:
        """The line of the current row."""
        index = self.currentIndex()
        return self.lines.rows[index.row()] if index.isValid() else None

    def chosen_lines(self) -> list[Line]:
        """The lines that are selected, from top to bottom."""
        return [self.lines.rows[self.lines.row_of(id)] for id in self.chosen()]

    def write_in(self, language: Language) -> None:
        """Put the caret into the words of the current row in `language`."""
        index = self.currentIndex().siblingAtColumn(column_of(language))
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, ONE_ROW)
            self.edit(index)

    def go_on(self) -> bool:
        """To the words still to be translated of the next row; False after the last one."""
        place = self.currentIndex().row() + 1
        if place >= len(self.lines.rows):
            announce(self, self._context.words.tr("That was the last text shown"))
            return False
        self._go(place, column_of(self.lines.rows[place].target))
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        by_enter = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if by_enter and not is_unsaved(editor) and self.go_on():
            self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, line = self.currentIndex(), self.line()
        if is_key(event, "many.pick"):
            pick_row(self)
        elif end := to_end(event):
            # Qt would move the current cell alone: what is marked then is another line.
            self._go(0 if end < 0 else len(self.lines.rows) - 1, index.column())
        elif is_key(event, "translation.next") and line and not COLUMNS[index.column()].editable:
            self.write_in(line.target)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bound.fill(menu, "translation.open")
        menu.addSeparator()
        chosen = self.chosen_lines()
        for state in (*MARKS, Translation.MISSING):
            action = menu.addAction(self._with_keys(state))
            action.triggered.connect(lambda _=False, state=state: self.marked.emit(state))
            # What can be said of none of them rests.
            fits = (line.text.marked(line.target, state) != line.text for line in chosen)
            action.setEnabled(any(fits))
        menu.popup(self._at(event))

    def _with_keys(self, state: Translation) -> str:
        """A state as the menu has it, with the keys that give it."""
        said = state_words(self._context.words, state)
        return f"{said}\t{shown(self._context.words, KEYS[state])}" if state in KEYS else said

    def _at(self, event: QContextMenuEvent) -> QPoint:
        """By key the menu comes at the current cell."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        return event.globalPos()

    def _go(self, place: int, column: int) -> None:
        if column < 1:
            column = column_of(self.lines.rows[place].target)
        self.selectionModel().setCurrentIndex(self.lines.index(place, column), ONE_ROW)
