"""The face of the cards: fonts, colours and sizes that all share."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption

from gweithdy.domain.board import CardKind, ThemeRole
from gweithdy.domain.choice import ByChoice
from gweithdy.language.words import Words
from gweithdy.ui.board.densities import USUAL, Density
from gweithdy.ui.board.notes import SIGN
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.card_kinds import ROLES
from gweithdy.ui.widgets.theme_roles import ROLES as THEME_ROLES


@dataclass(frozen=True)
class Face:
    """Made once for a theme, a scale, a language, a density and a width of cards.

    `sign` is how wide that of a kind is, `above` the room between words and notes below them.
    """

    words: Words
    width: float
    pad: float
    above: float
    beside: bool
    font: QFont
    strong: QFont
    small: QFont
    small_height: float
    sign: float
    colors: dict[str, QColor]
    kinds: ByChoice[CardKind, QColor]
    roles: ByChoice[ThemeRole, QColor]

    @classmethod
    def of(cls, theme: Theme, words: Words, width: float, density: Density = USUAL) -> "Face":
        """The face of now."""
        roles = ("paper", "raised", "lane", "line", "border", "ink", "quiet", "accent")
        colors = {role: theme.color(role) for role in (*roles, "accent_soft")}
        known = {kind: theme.color(role) for kind, role in ROLES.items()}
        kinds = ByChoice(known, theme.color(ROLES.other))
        hues = {role: theme.color(name) for role, name in THEME_ROLES.items()}
        return cls(
            words=words,
            width=width,
            pad=float(theme.px(density.pad)),
            above=float(theme.px(density.notes)),
            beside=density.beside,
            font=theme.font(density.text),
            strong=theme.font(density.text, weight=QFont.Weight.DemiBold),
            small=(small := theme.font(density.small)),
            small_height=theme.px(density.small + 5),
            sign=QFontMetricsF(small).horizontalAdvance(SIGN),
            colors=colors,
            kinds=kinds,
            roles=ByChoice(hues, theme.color(THEME_ROLES.other)),
        )

    @property
    def side(self) -> float:
        """The room beside the words of a card or the name of a theme."""
        return self.pad + 4

    @property
    def inner(self) -> float:
        """The width that the words of a card have."""
        return self.width - 2 * self.side

    def room_beside(self, notes: float) -> float:
        """How long the last line of words may be for notes of this width to stand beside it."""
        return self.inner - notes - self.sign if self.beside else -1.0

    def height(self, text: float, notes: float) -> float:
        """How high a card is with words and notes of these heights; no notes have 0."""
        return float(round(text + 2 * self.pad + (notes + self.above if notes else 0.0)))


def last_line(words: str, font: QFont, width: float) -> float:
    """How long the last line of `words` is, broken into lines as `prepared` breaks them."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    long = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        long = line.naturalTextWidth()
    layout.endLayout()
    return long


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def prepared(words: str, font: QFont, width: float) -> QStaticText:
    """`words` broken into lines, ready to be drawn."""
    text = QStaticText(words.replace("\n", "\u2028"))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextOption(_wrapping())
    text.setTextWidth(width)
    text.prepare(font=font)
    return text
