"""The editors of a table of entities: a list, a number, a date or a line."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLineEdit,
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
from gweithdy.ui.widgets.number_box import NumberBox
from gweithdy.ui.widgets.rows_model import Column, RowsModel

RELEASE = 150
"""Milliseconds in which the button of a double click comes up."""


class RowsDelegate(QStyledItemDelegate):
    """A drop-down list for choices, a box for whole numbers, a line for words and dates.

    An editor that was only looked at gives nothing back: others may have changed the value.
    """

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words
        self.closeEditor.connect(_give_up)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, RowsModel)
        column = model.columns[index.column()]
        made: QWidget
        if column.labels:
            made = self.list_of(parent, column, column.labels)
        elif column.span:
            made = NumberBox(model.context, *column.span, parent, in_cell=True)
            _connect(made, model, index)
        elif column.date:
            made = DateLine(model.context, parent)
            made.picked.connect(lambda: self._done(made))
            _connect(made, model, index)
        else:
            made = QLineEdit(parent)
            made.setFrame(False)
        made.setAccessibleName(self._words.tr(column.heading))
        return made

    def list_of(self, parent: QWidget, column: Column, labels: Mapping[Any, str]) -> ChoiceBox:
        """The editor of a choice in `column`, of which these can be chosen."""
        made = ChoiceBox(self._words, labels)
        made.setParent(parent)
        made.activated.connect(lambda _=0: self._done(made))
        made.call(self._words.tr(column.heading))
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
            if isinstance(editor, NumberBox | DateLine):
                editor.show_value(value)
                editor.selectAll()
            elif isinstance(editor, QLineEdit):
                editor.setText(value)
                speak(editor, index.data(LANGUAGE))

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        hand_over(editor, model.context.desk, lambda: self._give(editor, model, index))
        if isinstance(editor, NumberBox | DateLine) and editor.unsaved():
            keep(editor)

    def _give(self, editor: QWidget, model: RowsModel, index: Index) -> None:
        filled = filled_with(editor)
        if isinstance(editor, ChoiceBox):
            model.give(index, editor.value())
        elif isinstance(editor, NumberBox | DateLine):
            editor.commit()
        elif filled and isinstance(editor, QLineEdit) and editor.text() != filled.value:
            model.give(index, editor.text(), filled.language, filled.visit)

    def _done(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _connect(editor: NumberBox | DateLine, model: RowsModel, index: Index) -> None:
    """Let `editor` give the cell its value. It may stay open while rows come and go around it."""
    lasting = QPersistentModelIndex(index)

    def give(value: object) -> None:
        filled = filled_with(editor)
        if lasting.isValid() and filled:
            model.give(lasting, value, visit=filled.visit)

    editor.given.connect(give)
    editor.refused.connect(model.refused)


def _give_up(editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
    # Otherwise it would give what Esc took back, as it goes and is left.
    if hint is QStyledItemDelegate.EndEditHint.RevertModelCache and isinstance(
        editor, NumberBox | DateLine
    ):
        editor.give_up()


def _in_sight(editor: ChoiceBox, option: QStyleOptionViewItem) -> QRect:
    """The whole cell, and to the left of it in the last column, as wide as what can be chosen."""
    editor.ensurePolished()
    place = QRect(option.rect)
    place.setWidth(max(place.width(), editor.sizeHint().width()))
    parent = editor.parentWidget()
    if parent is not None:
        place.moveRight(min(place.right(), parent.rect().right()))
    return place
