"""The editors of the table of texts: words saved while they are typed, and the state."""

from PySide6.QtCore import QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gweithdy.domain.ids import new_id
from gweithdy.domain.text import LANGUAGE_NAMES, Text, tidy
from gweithdy.language.words import Words
from gweithdy.ui.attempt import Visit
from gweithdy.ui.translation.model import STATE, LinesModel
from gweithdy.ui.translation.states import choices
from gweithdy.ui.widgets.bilingual import PAUSE
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.half_typed import Filled, fill, filled_with, keep
from gweithdy.ui.widgets.index import Index
from gweithdy.ui.widgets.rows_delegate import RowsDelegate


class LinesDelegate(RowsDelegate):
    """As `RowsDelegate`; what is typed is on disk at each pause, and Esc brings back what was."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent, words)
        self.closeEditor.connect(_on_closed)

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
            model = index.model()
            assert isinstance(model, LinesModel)
            editor.setProperty("before", model.rows[index.row()].text)

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        filled = filled_with(editor)
        if not (isinstance(editor, QLineEdit) and filled):
            super().setModelData(editor, _model, index)
        elif editor.text() == filled.value:
            # Typed back to what it was: that is to be saved too.
            _put_back(editor)
        else:
            super().setModelData(editor, _model, index)
            words = tidy(editor.text())
            if words and _is_refused(editor, words, filled):
                keep(editor)


def _on_closed(editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
    if hint is QStyledItemDelegate.EndEditHint.RevertModelCache:
        _put_back(editor)


def _put_back(editor: QWidget) -> None:
    """Give the cell of `editor` what it was opened with, if a pause saved something else."""
    cell, filled, before = _cell(editor), filled_with(editor), editor.property("before")
    if cell and filled and isinstance(before, Text):
        model, index = cell
        model.put_back(index, filled.language, before, filled.visit)


def _is_refused(editor: QWidget, words: str, filled: Filled) -> bool:
    """Whether `words` are not what stands in the cell of `editor` once they were given."""
    cell = _cell(editor)
    return bool(cell and cell[0].rows[cell[1].row()].text.get(filled.language) != words)


def _cell(editor: QWidget) -> tuple[LinesModel, QPersistentModelIndex] | None:
    """Where `editor` is; None once its row is gone."""
    index = editor.property("cell")
    model = index.model() if isinstance(index, QPersistentModelIndex) and index.isValid() else None
    return (model, index) if isinstance(model, LinesModel) else None
