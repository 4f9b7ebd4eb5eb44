"""The one-line box that adds people: type, Enter, next; pasted lines are several people."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gweithdy.domain.people import MODE_LABELS, Mode
from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button


class AddBox(QWidget):
    """`named` carries the name that was typed, `pasted` several lines; `mode` is for both."""

    named = Signal(str)
    pasted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.name = LinesEdit()
        self.name.setMaxLength(200)
        self.mode = ChoiceBox(words, MODE_LABELS)
        self.add = button("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.mode)
        row.addWidget(self.add)
        self.name.returnPressed.connect(self._on_enter)
        self.name.pasted.connect(self.pasted)
        self.add.clicked.connect(self._on_enter)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.name.setPlaceholderText(tr("Name or pseudonym, then Enter; or paste a list"))
        self.name.setAccessibleName(tr("Add a person"))
        self.mode.setAccessibleName(tr("Takes part"))
        self.mode.retranslate()
        self.add.setText(tr("Add"))

    def chosen_mode(self) -> Mode:
        """How the next person takes part."""
        return Mode(self.mode.value())

    def _on_enter(self) -> None:
        self.named.emit(self.name.text())
        self.name.setFocus()


class LinesEdit(QLineEdit):
    """A line that does not run several pasted lines together but hands them over."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = QGuiApplication.clipboard().text()
        if is_key(event, "people.paste") and "\n" in words.strip():
            self.pasted.emit(words)
            return
        super().keyPressEvent(event)
