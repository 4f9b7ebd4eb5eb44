"""How the PDF looks: its colours, and what letters and spaces each kind of words has."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.pack.pdf.fonts import ITALIC, REGULAR, SEMIBOLD

INK: Color = HexColor("#1F2A30")
QUIET: Color = HexColor("#55646D")
ACCENT: Color = HexColor("#0F5E5A")
LINE: Color = HexColor("#DDD9CF")
TIE: Color = HexColor("#849997")
CARD: Color = HexColor("#F7F6F2")
KIND_COLOURS = ByChoice[CardKind, Color](
    {
        CardKind.CULTURAL: HexColor("#8A4B9C"),
        CardKind.STRUCTURAL: HexColor("#1F6FB2"),
        CardKind.BEHAVIOURAL: HexColor("#B5541C"),
    },
    QUIET,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of words on the usual page: font, size of letters, and from line to line.

    `colour` None is that of the house. `settings` are ReportLab's; their spaces grow with a page.
    """

    font: str
    size: float
    leading: float
    settings: dict[str, Any]
    colour: Color | None = INK


SPACES = frozenset({"spaceBefore", "spaceAfter"})
INDENTS = frozenset({"leftIndent", "rightIndent", "bulletIndent", "borderPadding"})
"""The settings that grow with the letters, and not with the spaces between paragraphs."""
_LONG_CARD = {
    "backColor": CARD,
    "borderColor": LINE,
    "borderWidth": 0.6,
    "borderPadding": 10,
    "leftIndent": 10,
    "rightIndent": 10,
    "spaceBefore": 14,
    "spaceAfter": 16,
}
KINDS = {
    "body": Kind(REGULAR, 12, 17, {"spaceAfter": 8}),
    "quiet": Kind(REGULAR, 12, 16, {"spaceAfter": 8}, QUIET),
    "caption": Kind(REGULAR, 12, 16, {"spaceBefore": 4, "spaceAfter": 6}, QUIET),
    "item": Kind(REGULAR, 12, 17, {"leftIndent": 18, "bulletIndent": 4, "spaceAfter": 4}),
    "itemline": Kind(REGULAR, 12, 17, {"leftIndent": 18, "bulletIndent": 4, "spaceAfter": 1}),
    "itemend": Kind(REGULAR, 12, 17, {"leftIndent": 18, "spaceAfter": 10}),
    "subitem": Kind(REGULAR, 12, 17, {"leftIndent": 36, "bulletIndent": 22, "spaceAfter": 4}),
    "cell": Kind(REGULAR, 12, 16, {}),
    "number": Kind(REGULAR, 12, 16, {"alignment": 2}),
    "head": Kind(SEMIBOLD, 12, 16, {}, None),
    "headnumber": Kind(SEMIBOLD, 12, 16, {"alignment": 2}, None),
    "card": Kind(REGULAR, 12, 16, {}),
    "longcard": Kind(REGULAR, 12, 16, _LONG_CARD),
    "longfacts": Kind(REGULAR, 12, 16, {"leftIndent": 25, "spaceAfter": 12}, QUIET),
    "facts": Kind(REGULAR, 12, 16, {}, QUIET),
    "quote": Kind(ITALIC, 13, 19, {"leftIndent": 18}),
    "saidby": Kind(REGULAR, 12, 16, {"leftIndent": 18}, QUIET),
    "h0": Kind(SEMIBOLD, 28, 34, {"spaceAfter": 10}),
    "h1": Kind(SEMIBOLD, 22, 28, {"spaceBefore": 22, "spaceAfter": 8}, None),
    "h2": Kind(SEMIBOLD, 16, 21, {"spaceBefore": 15, "spaceAfter": 5}),
    "h3": Kind(SEMIBOLD, 13, 18, {"spaceBefore": 10, "spaceAfter": 5}),
    "contents": Kind(SEMIBOLD, 22, 28, {"spaceAfter": 14}, None),
    "entry1": Kind(SEMIBOLD, 12, 17, {"spaceBefore": 9}),
    "entry2": Kind(REGULAR, 12, 17, {"leftIndent": 16, "spaceBefore": 3}),
    "kind": Kind(SEMIBOLD, 14, 19, {}, None),
    "title36": Kind(SEMIBOLD, 36, 43, {}),
    "title28": Kind(SEMIBOLD, 28, 34, {}),
    "title20": Kind(SEMIBOLD, 20, 26, {}),
    "othertitle": Kind(REGULAR, 19, 26, {}, QUIET),
    "fact": Kind(REGULAR, 13, 19, {}),
    "factname": Kind(REGULAR, 13, 19, {}, QUIET),
}
"""By their names."""
