"""The editor of words in a list: a line, in the language in which the words are shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Text, Typed
from gweithdy.ui.access.language import speak
from gweithdy.ui.attempt import Visit
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.half_typed import Filled, fill, filled_with, hand_over
from gweithdy.ui.widgets.index import Index

ID = Qt.ItemDataRole.UserRole + 1
"""The role under which a list tells the id of what it shows."""


class WordsEditor(QStyledItemDelegate):
    """`typed` carries the id, what was `Typed`, and the `Visit`; nothing if it was only read."""

    typed = Signal(str, object, object)

    def __init__(self, parent: QWidget, context: Context, text_of: Callable[[Id], Text]) -> None:
        super().__init__(parent)
        self._context = context
        self._text_of = text_of

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        # Only the words; the model leaves every cell open, so as not to be asked about each.
        if index.column():
            return None  # type: ignore[return-value]
        made = QLineEdit(parent)
        made.setFrame(False)
        made.setAccessibleName(self._context.words.tr("Text"))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and filled_with(editor) is None:
            # What is shown may be the other language, because this one is missing.
            language = self._text_of(index.data(ID)).best(self._context.words.language)[1]
            words = str(index.data(Qt.ItemDataRole.EditRole))
            fill(editor, Filled(words, language, Visit(seen=self._context.desk.seen)))
            editor.setText(words)
            speak(editor, language)
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        filled = filled_with(editor)
        if isinstance(editor, QLineEdit) and filled and editor.text() != filled.value:
            typed, id = Typed(filled.language, editor.text()), index.data(ID)
            visit = filled.visit
            hand_over(editor, self._context.desk, lambda: self.typed.emit(id, typed, visit))
