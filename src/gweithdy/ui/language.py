"""The language of the screen, switched while the program runs."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.resources import catalogue_folder


class ScreenLanguage:
    """Switches our wording, Qt's own words and the locale together."""

    def __init__(self, app: QApplication, words: Words) -> None:
        self._app = app
        self._words = words
        self._qt = QTranslator()
        self._qt.load(str(catalogue_folder() / "qtbase_cy.qm"))

    def speak(self, language: str) -> None:
        """Show everything in `language` from now on; what is being typed stays."""
        self._words.switch(language)
        locale = QLocale(Language(language).tag.replace("-", "_"))
        QLocale.setDefault(locale)
        self._app.removeTranslator(self._qt)
        if language == Language.CY:
            self._app.installTranslator(self._qt)
        # The translator has had Qt post the same to each window: all would be drawn twice.
        QCoreApplication.removePostedEvents(None, QEvent.Type.LanguageChange.value)  # type: ignore[arg-type]
        for window in self._app.topLevelWidgets():
            # The calendars and spin boxes of Qt take their language from the locale.
            window.setLocale(locale)
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
