"""Cymraeg | English: in full, in the same place on every window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.words import Words
from gweithdy.ui.access.language import speak
from gweithdy.ui.widgets.one_of import OneOf


class LanguageSwitch(QWidget):
    """Two buttons, one of them pressed; `asked` carries the language a person wants."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = OneOf(self)
        self._group.chosen.connect(lambda wanted: self.asked.emit(str(wanted)))
        self.buttons: dict[Language, QPushButton] = {}
        for language, name in LANGUAGE_NAMES.items():
            button = QPushButton(name)
            button.setAutoDefault(True)
            button.setProperty("role", "switch")
            speak(button, language)
            self._group.take(button, language)
            self.buttons[language] = button
            row.addWidget(button)
        self.show_language()

    def say(self, name: str) -> None:
        """What is chosen here: the buttons alone are two names of languages."""
        self.setAccessibleName(name)
        for button in self.buttons.values():
            button.setAccessibleDescription(name)

    def show_language(self) -> None:
        """Mark the language of now."""
        self._group.show(self._words.language)
