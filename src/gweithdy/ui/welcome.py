"""The first start: one bilingual screen, Welsh first, that asks for the language."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.ui.access.language import speak
from gweithdy.ui.widgets.labels import button, label

_WORDS = {
    Language.CY: (
        "Croeso i gweithdy",
        "Dewiswch iaith y sgrin. Gallwch ei newid unrhyw bryd, ar frig pob ffenestr.",
    ),
    Language.EN: (
        "Welcome to gweithdy",
        (
            "Choose the language of the screen. You can change it at any time, "
            "at the top of every window."
        ),
    ),
}


class Welcome(QDialog):
    """Asks once; `chosen` is the language. Closing it chooses what the computer speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("gweithdy")
        self.chosen = system_language()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(8)
        column.addStretch()
        for language, (title, words) in _WORDS.items():
            for role, said in (("title", title), ("body", words)):
                line = label(role, wrap=True)
                line.setMinimumWidth(520)
                line.setText(said)
                speak(line, language)
                column.addWidget(line)
            column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.buttons: dict[Language, QPushButton] = {}
        for language, name in LANGUAGE_NAMES.items():
            # Neither is pressed on anybody, unless the computer itself speaks Welsh.
            is_default = language == self.chosen == Language.CY
            made = button("primary" if is_default else "plain")
            made.setText(name)
            made.setMinimumHeight(48)
            speak(made, language)
            made.clicked.connect(lambda _=False, wanted=language: self._choose(wanted))
            self.buttons[language] = made
            row.addWidget(made, 1)
        column.addLayout(row)
        column.addStretch()
        self.buttons[Language.CY].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, language: Language) -> None:
        self.chosen = language
        self.accept()


def system_language() -> Language:
    """The language of the computer: Welsh if it is set to Welsh, otherwise English."""
    is_welsh = QLocale.system().language() == QLocale.Language.Welsh
    return Language.CY if is_welsh else Language.EN
