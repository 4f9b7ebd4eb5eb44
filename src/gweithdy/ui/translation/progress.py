"""How far the texts are in each language, and what became of the last file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from gweithdy.domain.text import LANGUAGE_NAMES, Language
from gweithdy.domain.worklist import Worklist
from gweithdy.language.words import Words
from gweithdy.ui.announce import announce

Telling = Callable[[], str]


class Progress(QLabel):
    """A line of counts; below it what `tell` was given, until `forget`."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        # The name of a file must never be read as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        # Qt asks for more than its longest word, and at half a screen that is too much.
        self.setMinimumWidth(100)
        self._words = words
        self._counts = ""
        self._told: Telling = str

    def show_counts(self, worklist: Worklist) -> None:
        """Say how far the texts of `worklist` are."""
        # A line ends between the languages, not inside what is said of one.
        parts = (self._of(worklist, each).replace(" ", "\xa0") for each in Language)
        self._counts = " · ".join(parts)
        self._show()

    def tell(self, telling: Telling) -> None:
        """Say what became of a file; `telling` says it in the language of the screen."""
        self._told = telling
        self._show()
        announce(self, telling())

    def forget(self) -> None:
        """Say no more of files: another session is shown, or a step was undone or done again."""
        self._told = str
        self._show()

    def _show(self) -> None:
        self.setText("\n".join(filter(None, (self._counts, self._told()))))

    def _of(self, worklist: Worklist, language: Language) -> str:
        done = worklist.progress(language)
        ntr, name = self._words.ntr, LANGUAGE_NAMES[language]
        there = ntr("{there} of {n} text", "{there} of {n} texts", done.all, there=done.there)
        to_check = ntr("{n} to check", "{n} to check", done.to_check) if done.to_check else ""
        return f"{name}: " + ", ".join(filter(None, (there, to_check)))
