"""The table of people: keys, editors and columns."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gweithdy.domain.ids import Id
from gweithdy.language.words import Words
from gweithdy.ui.context import Context
from gweithdy.ui.people.model import COLUMNS, PeopleModel
from gweithdy.ui.widgets.choice import ChoiceBox

Index = QModelIndex | QPersistentModelIndex

ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

WIDTHS = (150, 150, 150, 110, 70, 146, 110)
"""Least widths in pixels at 100 %; the first two columns share what is left."""


class PeopleTable(QTableView):
    """`moved` carries a person and by how many rows; `paste_asked`, `delete_asked`: the keys."""

    moved = Signal(str, int)
    delete_asked = Signal()
    add_asked = Signal()
    paste_asked = Signal()
    selected = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.people = PeopleModel(context.words)
        self.setModel(self.people)
        self.setItemDelegate(PeopleDelegate(self, context.words))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        context.theme.changed.connect(self.show_sizes)
        self.show_sizes()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.setAccessibleName(self._context.words.tr("People"))
        self.people.retranslate()
        self.show_sizes()

    def show_sizes(self) -> None:
        """Widths and heights at the size of text of now; a heading is never cut."""
        px, header = self._context.theme.px, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(px(36))
        header.setMinimumSectionSize(px(60))
        widths = [
            max(px(width), header.sectionSizeHint(column)) for column, width in enumerate(WIDTHS)
        ]
        left = max(0, self.viewport().width() - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + (left // 2 if column < 2 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sizes()

    def current(self) -> Id:
        """The person of the current row, "" without one."""
        index = self.currentIndex()
        return self.people.rows[index.row()].id if index.isValid() else ""

    def chosen(self) -> list[Id]:
        """Everybody selected, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.people.rows[place].id for place in places]

    def select(self, id: Id) -> None:
        """Go to the row of a person."""
        place = self.people.row_of(id)
        if place >= 0:
            index = self.people.index(place, max(0, self.currentIndex().column()))
            # Not setCurrentIndex: with Shift or Alt still held down it would select more.
            self.selectionModel().setCurrentIndex(index, ONE_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        alone = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and step:
            self.moved.emit(self.current(), step)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif alone and key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif alone and key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif alone and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The Enter that ends an edit comes here too.
            if index.isValid() and not isinstance(self.indexWidget(index), QWidget):
                self.edit(index)
        else:
            super().keyPressEvent(event)


class PeopleDelegate(QStyledItemDelegate):
    """A drop-down list for choices, a line for words."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        if column.labels:
            box = ChoiceBox(self._words, column.labels)
            box.setParent(parent)
            box.activated.connect(lambda _=0: self._done(box))
            made: QWidget = box
        else:
            made = super().createEditor(parent, option, index)
        made.setAccessibleName(self._words.tr(column.heading))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            editor.showPopup()
        elif not editor.property("filled"):
            # Only once: what is half typed stays when the row changes underneath.
            editor.setProperty("filled", True)
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            index.model().setData(index, editor.value())
        else:
            super().setModelData(editor, index.model(), index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
