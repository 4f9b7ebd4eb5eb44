"""The editors of a table of entities: a list, a spin box, a date or a line."""

from PySide6.QtCore import QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLineEdit,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gweithdy.language.words import Words
from gweithdy.ui.access.language import LANGUAGE, speak
from gweithdy.ui.attempt import Visit
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.half_typed import Filled, fill, filled_with, hand_over, keep
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows_model import RowsModel
from gweithdy.ui.widgets.still import StillSpinBox

RELEASE = 150
"""Milliseconds in which the button of a double click comes up."""


class RowsDelegate(QStyledItemDelegate):
    """A drop-down list for choices, a spin box for whole numbers, a line for words and dates.

    An editor that was only looked at gives nothing back: others may have changed the value.
    """

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
            made.call(self._words.tr(column.heading))
        elif column.span:
            made = StillSpinBox(parent)
            made.setRange(*column.span)
        elif column.date:
            made = self._date_line(model, parent, QPersistentModelIndex(index))
        else:
            made = QLineEdit(parent)
            made.setFrame(False)
        made.setAccessibleName(self._words.tr(column.heading))
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, ChoiceBox):
            editor.setGeometry(_in_sight(editor, option))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, DateLine):
            # Esc, or its row is gone: nothing in the table is wrong any more.
            editor.give_up()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ChoiceBox):
            editor.show_value(value)
            # The mouse button that opened the editor comes up in a list and would close it.
            held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
            QTimer.singleShot(RELEASE if held else 0, editor, editor.showPopup)
        elif filled_with(editor) is None:
            model = index.model()
            assert isinstance(model, RowsModel)
            fill(editor, Filled(value, model.language_at(index), Visit(seen=model.seen)))
            if isinstance(editor, QSpinBox):
                editor.setValue(value)
                editor.selectAll()
            elif isinstance(editor, DateLine):
                editor.show_value(value)
                editor.selectAll()
            elif isinstance(editor, QLineEdit):
                editor.setText(value)
                speak(editor, index.data(LANGUAGE))

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        with hand_over(editor, model.context.desk):
            self._give(editor, model, index)
        if isinstance(editor, DateLine) and editor.isModified():
            keep(editor)

    def _give(self, editor: QWidget, model: RowsModel, index: Index) -> None:
        filled = filled_with(editor)
        if isinstance(editor, ChoiceBox):
            model.give(index, editor.value())
        elif isinstance(editor, DateLine):
            editor.finish()
        elif filled:
            value: object = ""
            if isinstance(editor, QSpinBox):
                editor.interpretText()
                value = editor.value()
            elif isinstance(editor, QLineEdit):
                value = editor.text()
            if value != filled.value:
                model.give(index, value, filled.language, filled.visit)

    def _date_line(
        self, model: RowsModel, parent: QWidget, index: QPersistentModelIndex
    ) -> DateLine:
        made = DateLine(model.context, parent)

        def give(day: object) -> None:
            if index.isValid():
                model.give(index, day)

        made.given.connect(give)
        made.refused.connect(model.refused)
        made.picked.connect(lambda: self._done(made))
        return made

    def _done(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _in_sight(editor: ChoiceBox, option: QStyleOptionViewItem) -> QRect:
    """The whole cell, and to the left of it in the last column, as wide as what can be chosen."""
    editor.ensurePolished()
    place = QRect(option.rect)
    place.setWidth(max(place.width(), editor.sizeHint().width()))
    parent = editor.parentWidget()
    if parent is not None:
        place.moveRight(min(place.right(), parent.rect().right()))
    return place
