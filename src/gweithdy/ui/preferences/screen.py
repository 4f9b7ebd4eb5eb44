"""How the screen speaks and looks, and who is writing."""

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gweithdy.domain.problem import N_
from gweithdy.domain.text import LANGUAGE_NAMES
from gweithdy.ui.context import Context
from gweithdy.ui.preferences.section import Section
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.labels import label

PAUSE = 300
"""Milliseconds from a choice of looks to the look: arrow keys walk over those between."""


class Look(StrEnum):
    """What the colours follow: the system, or one of the themes that are shipped."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_DARK = "contrast_dark"
    CONTRAST_LIGHT = "contrast_light"


class Size(StrEnum):
    """The sizes of text, in per cent."""

    S100 = "100"
    S110 = "110"
    S125 = "125"
    S150 = "150"
    S175 = "175"
    S200 = "200"


class Typeface(StrEnum):
    """The typefaces that are shipped; both have every Welsh letter."""

    SOURCE = "Source Sans 3"
    ATKINSON = "Atkinson Hyperlegible Next"


# Typefaces keep their own names; they are not translated.
_LOOKS = {
    Look.SYSTEM: N_("As the system"),
    Look.LIGHT: N_("Light"),
    Look.DARK: N_("Dark"),
    Look.CONTRAST_DARK: N_("High contrast on black"),
    Look.CONTRAST_LIGHT: N_("High contrast on white"),
}
_SIZES = {size: f"{size} %" for size in Size}
_TYPEFACES = {face: str(face) for face in Typeface}


class ScreenSection(Section):
    """Every choice is kept at once, and the look follows the last of them.

    `language_asked`: the app switches the language.
    """

    language_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._settings = context.settings
        self.language = ChoiceBox(context.words, LANGUAGE_NAMES)
        self.look = ChoiceBox(context.words, _LOOKS)
        self.text_size = ChoiceBox(context.words, _SIZES)
        self.typeface = ChoiceBox(context.words, _TYPEFACES)
        self.author = QLineEdit()
        self.author.setMaxLength(100)
        self._note = label("quiet", wrap=True)
        self._fields: tuple[tuple[str, QWidget], ...] = (
            (N_("Language of the screen"), self.language),
            (N_("Colours"), self.look),
            (N_("Size of text"), self.text_size),
            (N_("Typeface"), self.typeface),
            (N_("Your name"), self.author),
        )
        self._captions = [label("field") for _ in self._fields]
        column = QVBoxLayout()
        column.setSpacing(4)
        for caption, (_, field) in zip(self._captions, self._fields, strict=True):
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(10)
        column.addWidget(self._note)
        self.body.addLayout(column)
        self.body.addStretch()
        self.language.chosen.connect(lambda value: self.language_asked.emit(str(value)))
        self.look.chosen.connect(lambda value: self._keep("theme", str(value)))
        self.text_size.chosen.connect(lambda value: self._keep("scale", int(value)))
        self.typeface.chosen.connect(lambda value: self._keep("font", str(value)))
        self._untold: set[str] = set()
        self._last = QTimer(self, singleShot=True, interval=PAUSE)
        self._last.timeout.connect(self._tell)
        self.author.editingFinished.connect(self._on_author)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._words.tr
        self.heading.setText(tr("The screen"))
        for caption, (message, field) in zip(self._captions, self._fields, strict=True):
            caption.setText(tr(message))
            field.setAccessibleName(tr(message))
            if isinstance(field, ChoiceBox):
                field.retranslate()
        self._note.setText(
            tr("Your name is kept with every change you make, so that others know whom to ask.")
        )

    def show_values(self) -> None:
        """Show the settings as they are."""
        self.language.show_value(self._words.language)
        self.look.show_value(_known(Look, self._settings.get("theme"), Look.SYSTEM))
        self.text_size.show_value(_known(Size, str(self._settings.get("scale")), Size.S100))
        self.typeface.show_value(_known(Typeface, self._settings.get("font"), Typeface.SOURCE))
        if not self.author.hasFocus():
            self.author.setText(self._settings.get("author"))

    def _keep(self, key: str, value: str | int) -> None:
        """Keep what was chosen, and dress the program in it once nothing more is chosen."""
        if self._settings.keep(key, value):
            self._untold.add(key)
        self._last.start()

    def _tell(self) -> None:
        while self._untold:
            self._settings.changed.emit(self._untold.pop())

    def _on_author(self) -> None:
        self._settings.put("author", " ".join(self.author.text().split()))


def _known(choices: type[StrEnum], value: str, default: StrEnum) -> StrEnum:
    # The file of settings can be edited by hand.
    return choices(value) if value in set(choices) else default
