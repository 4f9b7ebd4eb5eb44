"""The button that says in which language the words of a line will be kept; unsure, it asks."""

from PySide6.QtWidgets import QLineEdit, QPushButton

from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.language.detection import guess
from gweithdy.language.words import Words
from gweithdy.ui.access.language import speak


class LanguageChip(QPushButton):
    """Follows what is typed in `line`; a press takes the other language for these words."""

    def __init__(self, words: Words, line: QLineEdit) -> None:
        super().__init__()
        self._words = words
        self._line = line
        self._by_hand: Language | None = None
        self.setProperty("role", "chip")
        line.textChanged.connect(self._on_typed)
        self.clicked.connect(self._on_pressed)
        self.retranslate()

    def language(self) -> Language:
        """The language in which the words will be kept."""
        return self._by_hand or guess(self._line.text()) or Language(self._words.language)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        typed = self._line.text()
        is_known = self._by_hand or guess(typed) or not typed.strip()
        name = LANGUAGE_NAMES[self.language()]
        speak(self._line, self.language())
        self.setText(name if is_known else f"{name} ?")
        spoken = self._words.tr("Language of these words: {name}", name=name)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setAccessibleDescription(self._words.tr("Other language of these words"))

    def _on_typed(self, typed: str) -> None:
        if not typed:
            self._by_hand = None
        self.retranslate()

    def _on_pressed(self) -> None:
        self._by_hand = self.language().other
        self.retranslate()
        self._line.setFocus()
