"""The face of the cards: fonts, colours and sizes that all share."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText, QTextOption

from gweithdy.domain.board import CardKind, ThemeRole
from gweithdy.domain.choice import ByChoice
from gweithdy.language.words import Words
from gweithdy.ui.board.notes import SIGN
from gweithdy.ui.theme import Theme
from gweithdy.ui.widgets.card_kinds import ROLES
from gweithdy.ui.widgets.theme_roles import ROLES as THEME_ROLES


@dataclass(frozen=True)
class Face:
    """Made once for a theme, a scale and a language. `sign` is how wide that of a kind is."""

    words: Words
    width: float
    pad: float
    font: QFont
    strong: QFont
    small: QFont
    small_height: float
    sign: float
    colors: dict[str, QColor]
    kinds: ByChoice[CardKind, QColor]
    roles: ByChoice[ThemeRole, QColor]

    @classmethod
    def of(cls, theme: Theme, words: Words, width: float) -> "Face":
        """The face of now."""
        roles = ("paper", "raised", "lane", "line", "border", "ink", "quiet", "accent")
        colors = {role: theme.color(role) for role in (*roles, "accent_soft")}
        known = {kind: theme.color(role) for kind, role in ROLES.items()}
        kinds = ByChoice(known, theme.color(ROLES.other))
        hues = {role: theme.color(name) for role, name in THEME_ROLES.items()}
        roles_of = ByChoice(hues, theme.color(THEME_ROLES.other))
        pad = float(theme.px(12))
        small = theme.font(13)
        height = theme.px(18)
        sign = QFontMetricsF(small).horizontalAdvance(SIGN)
        strong = theme.font(weight=QFont.Weight.DemiBold)
        return cls(
            words, width, pad, theme.font(), strong, small, height, sign, colors, kinds, roles_of
        )

    @property
    def inner(self) -> float:
        """The width that the words of a card have."""
        return self.width - 2 * self.pad

    def height(self, text: float, notes: float) -> float:
        """How high a card is with words and notes of these heights; no notes have 0."""
        return float(round(text + 2 * self.pad + (notes + 4 if notes else 0.0)))


def prepared(words: str, font: QFont, width: float) -> QStaticText:
    """`words` broken into lines, ready to be drawn."""
    text = QStaticText(words.replace("\n", "\u2028"))
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    text.setTextWidth(width)
    text.prepare(font=font)
    return text
