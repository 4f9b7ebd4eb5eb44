"""The colour of the organisation: typed or picked, and judged in words."""

from math import floor

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gweithdy.domain.colour import FOR_SURFACES, FOR_WORDS, accent, contrast
from gweithdy.domain.problem import N_
from gweithdy.edits.organisation import colour_meant
from gweithdy.language.words import Words
from gweithdy.ui import ask
from gweithdy.ui.announce import announce
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.labels import button, label
from gweithdy.ui.widgets.one_line import OneLine

USUAL = N_("No colour of its own: packs have the green of gweithdy.")
ENOUGH = N_(
    "Contrast with white paper: {ratio}:1. That is enough for words (4.5) and for bars (3)."
)
FOR_BARS = N_(
    "Contrast with white paper: {ratio}:1. That is enough for bars (3), but not for words (4.5): "
    "headings and links are printed in {shade}, the nearest shade that can be read."
)
TOO_LITTLE = N_(
    "Contrast with white paper: {ratio}:1. That is not enough for words (4.5) or bars (3): words "
    "are printed in {shade} and bars in {bars}. Only the band on the cover keeps the colour."
)


def judged(words: Words, colour: str) -> str:
    """What can be said of `colour` ("#RRGGBB" or "") on white paper."""
    if not colour:
        return words.tr(USUAL)
    hues, found = accent(colour), contrast(colour)
    # Never rounded up to what is enough.
    ratio = f"{floor(found * 10) / 10:.1f}"
    if found >= FOR_WORDS:
        return words.tr(ENOUGH, ratio=ratio)
    if found >= FOR_SURFACES:
        return words.tr(FOR_BARS, ratio=ratio, shade=hues.words)
    return words.tr(TOO_LITTLE, ratio=ratio, shade=hues.words, bars=hues.surfaces)


class ColourLine(OneLine):
    """A line for a colour, or for none."""

    def read(self, typed: str) -> str:
        return colour_meant(typed) if typed.strip() else ""


class ColourPart(QWidget):
    """`given` carries a colour, "" for none; `refused` why what was typed is none."""

    given = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._caption = label("field")
        self.line = ColourLine(context)
        self.line.setPlaceholderText("#0F5E5A")
        self.line.setMaxLength(20)
        self._caption.setBuddy(self.line)
        self.pick, self.use = button("plain"), button("plain")
        self.judged = label("quiet", wrap=True)
        self.line.given.connect(self.given)
        self.line.refused.connect(self.refused)
        self.pick.clicked.connect(self._on_pick)
        self.use.clicked.connect(self._on_use)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(row)
        column.addWidget(self.judged)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        tr = self._context.words.tr
        self._caption.setText(tr("Colour of headings, bars and the band on the cover"))
        self.line.setAccessibleName(self._caption.text())
        self.line.retranslate()
        self.pick.setText(tr("Pick a colour…"))

    def show_colour(self, colour: str, of: str) -> None:
        """Show the colour that stands, and what can be said of it."""
        words = self._context.words
        before = self.judged.text()
        self.line.show_value(colour, of)
        self.judged.setText(judged(words, colour))
        if before and self.judged.text() != before and self.isVisible():
            announce(self, self.judged.text())
        readable = accent(colour).words if colour else ""
        if self.use.hasFocus() and readable == colour:
            self.focusPreviousChild()
        self.use.setVisible(readable != colour)
        self.use.setText(words.tr("Use {shade} for all", shade=readable))

    def _on_pick(self) -> None:
        now = self.line.value() or self.line.placeholderText()
        colour = ask.colour(self, self._caption.text(), now)
        if colour:
            # Over what was typed and is none.
            self.line.give_up()
            self.given.emit(colour)

    def _on_use(self) -> None:
        self.given.emit(accent(self.line.value()).words)
