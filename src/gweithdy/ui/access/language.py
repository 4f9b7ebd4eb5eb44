"""In which language words are, told to a screen reader so that it can change its voice.

A widget has a locale of its own (`speak`), a cell of a model answers `LANGUAGE`, and an accessible
interface of ours hands out `Spoken`. What has none of these is in the language of the screen.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QComboBox, QWidget
from shiboken6 import Shiboken, getCppPointer

from gweithdy.domain.text import Language

LANGUAGE = int(Qt.ItemDataRole.UserRole) + 100
"""The role under which a model says the `Language` of a cell; None for that of the screen."""

LOCALE = getattr(QAccessible.Attribute, "Locale", None)
"""Qt 6.8 and 6.9 have no such attribute: there, nothing is told."""


def locale_of(language: str) -> QLocale:
    """The locale of "cy" or "en"."""
    return QLocale(Language(language).tag.replace("-", "_"))


def speak(widget: QWidget, language: str | None) -> None:
    """Say that the words on `widget` are in `language`; None for the language of the screen."""
    if language is None:
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetLocale):
            widget.unsetLocale()
    elif not (
        widget.testAttribute(Qt.WidgetAttribute.WA_SetLocale)
        and widget.locale() == locale_of(language)
    ):
        widget.setLocale(locale_of(language))


def speak_items(box: QComboBox, languages: Sequence[str | None]) -> None:
    """Say in which languages the choices of `box` are, one for each."""
    for place, language in enumerate(languages):
        box.setItemData(place, language, LANGUAGE)


class Spoken(QAccessibleAttributesInterface):
    """What an accessible interface written in Python hands out for its language.

    Keep it with the interface, and answer `interface_cast(kind)` with `spoken.cast(kind)`.
    `language` is asked each time, and may answer None.
    """

    def __init__(self, language: Callable[[], str | None]) -> None:
        super().__init__()
        self._language = language

    def cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The pointer that Qt wants for the attributes; None for any other kind."""
        if kind is QAccessible.InterfaceType.AttributesInterface and LOCALE is not None:
            return Shiboken.VoidPtr(getCppPointer(self)[0])
        return None

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [LOCALE] if LOCALE is not None else []

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        if key != LOCALE:
            return None
        language = self._language()
        return locale_of(language) if language else QLocale()
