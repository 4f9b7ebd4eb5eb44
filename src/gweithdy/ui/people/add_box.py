"""The one-line box that adds people: type, Enter, next; pasted lines are several people."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gweithdy.domain.people import MODE_LABELS, Mode
from gweithdy.language.words import Words
from gweithdy.ui.keystrokes import is_key
from gweithdy.ui.widgets.adding_line import AddingLine
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import button

LIST = re.compile(r"[\n\t;]|,.*,|<[^<>]+@")
"""What is more than the name of somebody."""


class AddBox(QWidget):
    """`named` carries the name that was typed, `pasted` a list; `mode` is for both.

    `file_asked` when the people of a file are wanted.
    """

    named = Signal(str)
    pasted = Signal(str)
    file_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.name = LinesEdit()
        self.name.setMaxLength(200)
        self.mode = ChoiceBox(words, MODE_LABELS)
        self.add = button("primary")
        self.paste = button()
        self.file = button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.mode)
        row.addWidget(self.add)
        row.addWidget(self.paste)
        row.addWidget(self.file)
        self.file.clicked.connect(self.file_asked)
        self.name.returnPressed.connect(self._on_enter)
        self.name.pasted.connect(self.pasted)
        self.add.clicked.connect(self._on_enter)
        self.paste.clicked.connect(lambda: self.pasted.emit(QGuiApplication.clipboard().text()))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.name.call(tr("Add a person"), tr("Name or pseudonym, then Enter; or paste a list"))
        self.mode.call(tr("Takes part"))
        self.mode.retranslate()
        self.add.setText(tr("Add"))
        self.paste.setText(tr("Paste a list"))
        self.paste.setToolTip(
            tr("From a sheet, a mail or a report of a meeting. You see it before it is added.")
        )

        self.file.setText(tr("From a file…"))
        self.file.setToolTip(tr("A report of Teams or Zoom, a sheet or a list"))

    def chosen_mode(self) -> Mode:
        """How the next person takes part."""
        return Mode(self.mode.value())

    def _on_enter(self) -> None:
        self.named.emit(self.name.text())
        self.name.setFocus()


class LinesEdit(AddingLine):
    """A line that does not run several pasted lines together but hands them over."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = QGuiApplication.clipboard().text()
        if is_key(event, "people.paste") and LIST.search(words.strip()):
            self.pasted.emit(words)
            return
        super().keyPressEvent(event)
