"""One line that adds: type, Enter, next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gweithdy.ui.access.language import speak
from gweithdy.ui.widgets.adding_line import AddingLine
from gweithdy.ui.widgets.labels import button


class AddLine(QWidget):
    """`typed` carries the words; call `clear` once they are on disk. `add` is the button."""

    typed = Signal(str)

    def __init__(self, role: str = "primary") -> None:
        super().__init__()
        self.box = AddingLine()
        self.box.setMaxLength(5000)
        self.add = button(role)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(self.add)
        self.box.returnPressed.connect(self._on_enter)
        self.add.clicked.connect(self._on_enter)

    def say(self, name: str, prompt: str, action: str, language: str) -> None:
        """What the box is, the prompt in it, the words on the button, and the language typed."""
        self.box.call(name, prompt)
        speak(self.box, language)
        self.add.setText(action)

    def clear(self) -> None:
        """Make room for the next."""
        # Not clear(): what is on disk is undone there, and does not come back as words to add.
        self.box.setText("")
        self.box.setFocus()

    def _on_enter(self) -> None:
        if self.box.text().strip():
            self.typed.emit(self.box.text())
        else:
            self.box.setFocus()
