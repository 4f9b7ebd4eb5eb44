"""Cymraeg | English: in full, in the same place on every window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.words import Words
from gweithdy.ui.access.language import speak


class LanguageSwitch(QWidget):
    """Two buttons, one of them pressed; `asked` carries the language a person wants."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[Language, QPushButton] = {}
        for language, name in LANGUAGE_NAMES.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.setProperty("role", "switch")
            speak(button, language)
            button.clicked.connect(lambda _=False, wanted=language: self.asked.emit(str(wanted)))
            self._group.addButton(button)
            self.buttons[language] = button
            row.addWidget(button)
        self.show_language()

    def show_language(self) -> None:
        """Mark the language of now."""
        self.buttons[self._words.language].setChecked(True)
