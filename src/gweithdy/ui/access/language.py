"""In which language words are, told to a screen reader so that it can change its voice.

A widget has a locale of its own (`speak`), a cell of a model answers `LANGUAGE` (and its view is
made to pass it on, see `cells_speak`). What has neither is in the language of the screen.
"""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QWidget

from gweithdy.domain.text import Language

LANGUAGE = int(Qt.ItemDataRole.UserRole) + 100
"""The role under which a model says the `Language` of a cell; None for that of the screen."""

LOCALE = getattr(QAccessible.Attribute, "Locale", None)
"""From Qt 6.10 on; before, nothing is told."""


def locale_of(language: str) -> QLocale:
    """The locale of "cy" or "en"."""
    return QLocale(Language(language).tag.replace("-", "_"))


def speak(widget: QWidget, language: str | None) -> None:
    """Say that the words on `widget` are in `language`; None for the language of the screen."""
    has_own = widget.testAttribute(Qt.WidgetAttribute.WA_SetLocale)
    if language is None:
        if has_own:
            widget.unsetLocale()
    elif not has_own or widget.locale() != locale_of(language):
        widget.setLocale(locale_of(language))


class InLanguage(QAccessibleAttributesInterface):
    """What an accessible interface written in Python hands out for its language.

    Keep it with the interface, and hand it out by `interface_cast`. `language` is asked
    each time, and may answer None.
    """

    def __init__(self, language: Callable[[], str | None]) -> None:
        super().__init__()
        self._language = language

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [LOCALE] if LOCALE is not None else []

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        if LOCALE is None or key is not LOCALE:
            return None
        language = self._language()
        return locale_of(language) if language else QLocale()
