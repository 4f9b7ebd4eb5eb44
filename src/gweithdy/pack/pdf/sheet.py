"""How the pages of a layout look: paper, margins, letters, spaces, and the colour of the house."""

from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.styles import ParagraphStyle

from gweithdy.domain.colour import accent
from gweithdy.pack.pdf.fonts import REGULAR, letters
from gweithdy.pack.pdf.styles import ACCENT, INDENTS, KINDS, SPACES


@dataclass(frozen=True)
class Sheet:
    """All lengths are points, and all others come from these.

    plus    added to the size of all letters; the space between lines grows in proportion
    airy    how many times as large the spaces are
    across  how many columns lists and small tables have; where it is one, nothing stands beside
            anything else, and the foot of a page has two lines

    Words that stand out have the `accent`, bars and lines that mean something the `surface`, and
    the stripe of the cover the `band`.
    """

    paper: tuple[float, float] = A4
    side: float = 72.0
    top: float = 58.0
    bottom: float = 74.0
    plus: float = 0.0
    airy: float = 1.0
    across: int = 2
    accent: Color = ACCENT
    surface: Color = ACCENT
    band: Color = ACCENT
    _styles: dict[tuple[str, float], ParagraphStyle] = field(
        default_factory=dict, compare=False, repr=False
    )

    def coloured(self, house: str) -> "Sheet":
        """The same in the colour of a `house` ("#RRGGBB"), if it has one."""
        if not house:
            return self
        hues = accent(house)
        return replace(
            self,
            accent=HexColor(hues.words),
            surface=HexColor(hues.surfaces),
            band=HexColor(hues.band),
            _styles={},
        )

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for anything beside anything else."""
        return self.across == 1

    @property
    def width(self) -> float:
        """Of the words on a page."""
        return self.paper[0] - 2 * self.side

    @property
    def height(self) -> float:
        """Of the words on a page."""
        return self.paper[1] - self.top - self.bottom

    def size(self, points: float) -> float:
        """How large letters are here that usually have `points`."""
        return points + self.plus

    def leading(self, points: float, size: float) -> float:
        """From line to line, for letters that usually have `size` on lines `points` apart."""
        return points * self.size(size) / size

    def space(self, points: float) -> float:
        """How large a space is here that usually has `points`."""
        return points * self.airy

    def style(self, name: str, further: float = 0.0) -> ParagraphStyle:
        """The paragraph style of a kind of words, by its name; they begin so much further in."""
        key = (name, further)
        made = self._styles.get(key)
        if made is None:
            self._styles[key] = made = self._made(name)
            made.leftIndent += further
            made.bulletIndent += further
        return made

    def _made(self, name: str) -> ParagraphStyle:
        kind = KINDS[name]
        letters(kind.font)
        settings = {each: self._grown(each, value) for each, value in kind.settings.items()}
        return ParagraphStyle(
            name,
            fontName=kind.font,
            bulletFontName=REGULAR,
            fontSize=self.size(kind.size),
            leading=self.leading(kind.leading, kind.size),
            textColor=kind.colour or self.accent,
            accent=self.accent,
            surface=self.surface,
            allowWidows=0,
            allowOrphans=0,
            **settings,
        )

    def _grown(self, setting: str, value: Any) -> Any:
        if setting in SPACES:
            return self.space(value)
        return self.leading(value, 12) if setting in INDENTS else value


USUAL = Sheet()
LARGE = Sheet(side=54.0, top=52.0, bottom=92.0, plus=6.0, airy=1.25, across=1)
_WALL = Sheet(A3, side=64.0, top=48.0, bottom=70.0, airy=0.9)
WALL = tuple(replace(_WALL, plus=plus, _styles={}) for plus in (20.0, 16.0, 12.0, 8.0))
"""To be read from two metres away, the larger letters first."""
