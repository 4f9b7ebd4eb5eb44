"""The editors of the table of texts: words saved while they are typed, and the state."""

from PySide6.QtCore import QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gweithdy.domain.ids import new_id
from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.edits.checks import LONGEST
from gweithdy.language.words import Words
from gweithdy.ui.attempt import Visit
from gweithdy.ui.translation.model import STATE, LinesModel
from gweithdy.ui.translation.states import choices
from gweithdy.ui.widgets.bilingual import PAUSE
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.half_typed import Filled, fill, filled_with
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows_delegate import RowsDelegate


class LinesDelegate(RowsDelegate):
    """As `RowsDelegate`; what is typed is on disk at each pause, and Esc brings back what was."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent, words)
        self.closeEditor.connect(_bring_back)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, LinesModel)
        if index.column() == STATE:
            line = model.rows[index.row()]
            return self.list_of(parent, model.columns[STATE], choices(line.text, line.target))
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            # A language is called by its own name.
            made.setAccessibleName(model.columns[index.column()].heading)
            other = model.language_at(index).other
            beside = model.rows[index.row()].text.get(other)
            # Who hears the cell cannot look at what stands beside it.
            made.setAccessibleDescription(f"{LANGUAGE_NAMES[other]}: {beside}" if beside else "")
            made.setMaxLength(LONGEST)
            pause = QTimer(made, singleShot=True, interval=PAUSE)
            pause.timeout.connect(lambda: self.commitData.emit(made))
            made.textEdited.connect(lambda _words: pause.start())
            made.setProperty("cell", QPersistentModelIndex(index))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        is_new = filled_with(editor) is None
        super().setEditorData(editor, index)
        filled = filled_with(editor)
        if is_new and filled and not isinstance(editor, ChoiceBox):
            # All pauses of one stay in the cell are one step of undo.
            fill(editor, Filled(filled.value, filled.language, Visit(new_id(), filled.visit.seen)))

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        filled = filled_with(editor)
        if isinstance(editor, QLineEdit) and filled and editor.text() == filled.value:
            # Typed back to what it was: that is to be saved too.
            _give(editor, filled)
        else:
            super().setModelData(editor, _model, index)


def _bring_back(editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
    filled = filled_with(editor)
    if hint is QStyledItemDelegate.EndEditHint.RevertModelCache and filled:
        _give(editor, filled)


def _give(editor: QWidget, filled: Filled) -> None:
    """Give the cell of `editor` what it was opened with, if a pause saved something else."""
    cell = editor.property("cell")
    model = cell.model() if isinstance(cell, QPersistentModelIndex) and cell.isValid() else None
    if isinstance(model, LinesModel):
        model.give(cell, filled.value, filled.language, filled.visit)
