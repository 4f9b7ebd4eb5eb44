"""How the PDF looks: colours, sizes, spaces, and runs of words as paragraph markup."""

from functools import cache
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from gweithdy.domain.board import CardKind
from gweithdy.domain.choice import ByChoice
from gweithdy.pack.document import Run, Runs, Tone
from gweithdy.pack.pdf.fonts import ITALIC, REGULAR, SEMIBOLD, letters, pieces

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 76.0, 68.0, 84.0
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

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
_LINK_COLOUR = 'color="#0F5E5A"'
_QUIET_MARKUP = '<font color="#55646D">'


@cache
def style(name: str) -> ParagraphStyle:
    """A paragraph style by its name."""
    font, size, leading, settings = _STYLES[name]
    letters(font)
    given = {"textColor": INK, "allowWidows": 0, "allowOrphans": 0, **settings}
    return ParagraphStyle(
        name, fontName=font, bulletFontName=REGULAR, fontSize=size, leading=leading, **given
    )


_LONG_CARD: dict[str, object] = {
    "backColor": CARD,
    "borderColor": LINE,
    "borderWidth": 0.6,
    "borderPadding": 10,
    "leftIndent": 10,
    "rightIndent": 10,
    "spaceBefore": 14,
    "spaceAfter": 16,
}
_STYLES: dict[str, tuple[str, float, float, dict[str, object]]] = {
    "body": (REGULAR, 12, 17.5, {"spaceAfter": 8}),
    "quiet": (REGULAR, 12, 16, {"textColor": QUIET, "spaceAfter": 8}),
    "caption": (REGULAR, 12, 16, {"textColor": QUIET, "spaceBefore": 4, "spaceAfter": 6}),
    "item": (REGULAR, 12, 17.5, {"leftIndent": 18, "bulletIndent": 4, "spaceAfter": 4}),
    "subitem": (REGULAR, 12, 17.5, {"leftIndent": 36, "bulletIndent": 22, "spaceAfter": 4}),
    "cell": (REGULAR, 12, 16, {}),
    "number": (REGULAR, 12, 16, {"alignment": 2}),
    "head": (SEMIBOLD, 12, 16, {"textColor": ACCENT}),
    "headnumber": (SEMIBOLD, 12, 16, {"textColor": ACCENT, "alignment": 2}),
    "card": (REGULAR, 12, 16, {}),
    "longcard": (REGULAR, 12, 16, _LONG_CARD),
    "longfacts": (REGULAR, 12, 16, {"textColor": QUIET, "leftIndent": 25, "spaceAfter": 12}),
    "facts": (REGULAR, 12, 16, {"textColor": QUIET}),
    "quote": (ITALIC, 13, 19, {"leftIndent": 18}),
    "saidby": (REGULAR, 12, 16, {"leftIndent": 18, "textColor": QUIET}),
    "h1": (SEMIBOLD, 22, 28, {"textColor": ACCENT, "spaceBefore": 26, "spaceAfter": 10}),
    "h2": (SEMIBOLD, 16, 21, {"spaceBefore": 18, "spaceAfter": 6}),
    "h3": (SEMIBOLD, 13, 18, {"spaceBefore": 12, "spaceAfter": 6}),
    "contents": (SEMIBOLD, 22, 28, {"textColor": ACCENT, "spaceAfter": 14}),
    "entry1": (SEMIBOLD, 12, 17, {"spaceBefore": 9}),
    "entry2": (REGULAR, 12, 17, {"leftIndent": 16, "spaceBefore": 3}),
    "kind": (SEMIBOLD, 14, 19, {"textColor": ACCENT}),
    "title36": (SEMIBOLD, 36, 43, {}),
    "title28": (SEMIBOLD, 28, 34, {}),
    "title20": (SEMIBOLD, 20, 26, {}),
    "othertitle": (REGULAR, 19, 26, {"textColor": QUIET}),
    "fact": (REGULAR, 13, 19, {}),
    "factname": (REGULAR, 13, 19, {"textColor": QUIET}),
}  # fmt: skip


def markup(runs: Runs, font: str = REGULAR) -> str:
    """Runs as paragraph markup. All words are escaped: nothing a person wrote is read as a tag."""
    return "".join(_run(run, font) for run in runs)


def _run(run: Run, font: str) -> str:
    wanted = SEMIBOLD if run.tone is Tone.STRONG else font
    if run.tone is Tone.QUIET and font == SEMIBOLD:
        wanted = REGULAR
    said = ""
    for name, words in pieces(run.text, wanted):
        safe = escape(words).replace("\n", "<br/>")
        said += safe if name == font else f'<font name="{name}">{safe}</font>'
    if run.link:
        return f"<a href={quoteattr(run.link)} {_LINK_COLOUR}><u>{said}</u></a>"
    return f"{_QUIET_MARKUP}{said}</font>" if run.tone is Tone.QUIET else said
