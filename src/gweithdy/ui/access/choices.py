"""In which languages the choices of a drop-down list are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from gweithdy.ui.access.language import LANGUAGE, speak
from gweithdy.ui.access.tables import cells_speak

_SPEAKS = "choices-speak"


def speak_choices(box: QComboBox, languages: Sequence[str | None]) -> None:
    """The choices of `box` are in these languages, and the box is in that of the chosen one."""
    for place, language in enumerate(languages):
        if box.itemData(place, LANGUAGE) != language:
            box.setItemData(place, language, LANGUAGE)
    if not box.property(_SPEAKS):
        box.setProperty(_SPEAKS, True)
        cells_speak(box)
        box.currentIndexChanged.connect(lambda: speak(box, box.currentData(LANGUAGE)))
    speak(box, box.currentData(LANGUAGE))
