"""The editors of a table of entities: a list, a spin box, a date or a line."""

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gweithdy.language.words import Words
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.rows_model import Index, RowsModel


class RowsDelegate(QStyledItemDelegate):
    """A drop-down list for choices, a spin box for whole numbers, a line for words and dates."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        column = model.columns[index.column()]
        made: QWidget
        if column.labels:
            made = ChoiceBox(self._words, column.labels)
            made.setParent(parent)
            made.activated.connect(lambda _=0: self._done(made))
        elif column.span:
            made = QSpinBox(parent)
            made.setRange(*column.span)
        elif column.date:
            made = self._date_line(model, parent, QPersistentModelIndex(index))
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
            if isinstance(editor, QSpinBox):
                editor.setValue(index.data(Qt.ItemDataRole.EditRole))
                editor.selectAll()
            elif isinstance(editor, DateLine):
                editor.show_date(index.data(Qt.ItemDataRole.EditRole))
                editor.selectAll()
            else:
                super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, ChoiceBox):
            index.model().setData(index, editor.value())
        elif isinstance(editor, QSpinBox):
            editor.interpretText()
            index.model().setData(index, editor.value())
        elif isinstance(editor, DateLine):
            editor.finish()
        else:
            super().setModelData(editor, index.model(), index)

    def _date_line(
        self, model: RowsModel, parent: QWidget, index: QPersistentModelIndex
    ) -> DateLine:
        made = DateLine(model.context, parent)
        made.given.connect(lambda day: index.isValid() and model.setData(index, day))
        made.refused.connect(model.refused)
        made.picked.connect(lambda: self._done(made))
        return made

    def _done(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
