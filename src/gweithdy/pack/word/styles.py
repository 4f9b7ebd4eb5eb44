"""The styles of the Word file: how its paragraphs, words and tables look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docx.oxml.xmlchemy import BaseOxmlElement

from gweithdy.domain.text import Language
from gweithdy.pack.colours import colours
from gweithdy.pack.document import Document
from gweithdy.pack.paper import A4, Paper
from gweithdy.pack.word.numbering import LIST
from gweithdy.pack.word.xml import WORD, w

FONT = "Arial"
"""On every computer that opens such files, with all letters of Welsh."""
POINT = 20
"""Of a point there are so many: all sizes here but those of letters are counted in them."""
TEXT_WIDTH = 9106
"""Of the words on usual paper."""
MARK = 280
"""From the mark of an item to its words."""
MORE = 190
"""So much more for each mark beside the first."""
CARD = 120
"""From the edge of the page to the words of a card."""
_DEFAULT = f"{WORD}default"

Hues = Mapping[str, str]
"""The colour of each role."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style.

    size      of its letters, in points
    keep      it stays on the page of what follows it
    left      how far it is moved in, its first line by `hanging` less, and its end by `inset`
    outline   the level of a heading, from 0
    tab       the kind of its one tab stop, and where that is
    sides     those that have a line, around all paragraphs of the style that follow one another
    numbered  the list whose marks it has, and at which `level`
    """

    name: str
    size: float = 12
    strong: bool = False
    italic: bool = False
    colour: str = "ink"
    before: int = 0
    after: int = 120
    keep: bool = False
    left: int = 0
    hanging: int = 0
    inset: int = 0
    right: bool = False
    outline: int | None = None
    tab: tuple[str, int] | None = None
    sides: tuple[str, ...] = ()
    shade: str = ""
    numbered: int = 0
    level: int = 0

    @property
    def id(self) -> str:
        """What paragraphs call it."""
        return "".join(part[:1].upper() + part[1:] for part in self.name.split())


_BOX = ("top", "left", "bottom", "right", "between")
LOOKS = (
    Look("Normal"),
    Look("Title", 32, strong=True, after=160, keep=True),
    Look("Subtitle", 18, colour="quiet", after=480),
    Look("Pack Kind", 14, strong=True, colour="accent", before=1500, after=160, keep=True),
    Look("Pack Also", before=1200),
    Look("Fact", 12.5, after=80, left=2000, hanging=2000, tab=("left", 2000)),
    Look(
        "heading 1", 20, strong=True, colour="accent", before=480, after=160, keep=True, outline=0
    ),
    Look("heading 2", 15, strong=True, before=360, after=100, keep=True, outline=1),
    Look("heading 3", 13, strong=True, before=260, after=100, keep=True, outline=2),
    Look("heading 4", strong=True, before=220, after=80, keep=True, outline=3),
    Look("heading 5", strong=True, before=220, after=80, keep=True, outline=4),
    Look("heading 6", strong=True, before=220, after=80, keep=True, outline=5),
    Look("TOC Heading", 20, strong=True, colour="accent", after=200, keep=True),
    Look("toc 1", strong=True, before=140, after=40),
    Look("toc 2", after=40, left=MARK),
    Look("Quiet Line", colour="quiet", keep=True),
    Look("List Bullet", after=60, left=MARK, hanging=MARK, numbered=LIST),
    Look("List Bullet 2", after=60, left=2 * MARK, hanging=MARK, numbered=LIST, level=1),
    Look("List Continue", after=60, left=MARK),
    Look("Card", after=0, left=CARD, inset=CARD, sides=_BOX, shade="paper"),
    Look("Quote", 13, italic=True, before=200, after=60, keep=True, left=320, sides=("left",)),
    Look("Quote Source", colour="quiet", after=60, left=320, sides=("left",)),
    Look("caption", colour="quiet", before=120, after=100, keep=True),
    Look("Figure", before=160, after=60, keep=True),
    Look("Figure Caption", colour="quiet", after=240),
    Look("Table Head", strong=True, colour="accent", after=0, keep=True),
    Look("Table Head Number", strong=True, colour="accent", after=0, keep=True, right=True),
    Look("Table Text", after=0),
    Look("Table Beneath", colour="quiet", after=0),
    Look("Table Number", after=0, right=True),
    Look("Space", 6, after=0),
    Look("footer", 10.5, colour="quiet", after=0, tab=("right", TEXT_WIDTH)),
)


UNDER_A_LOGO = (
    Look("Logo", after=0, keep=True),
    Look(
        "Pack Kind Under Logo",
        14,
        strong=True,
        colour="accent",
        before=900,
        after=160,
        keep=True,
        tab=("right", TEXT_WIDTH),
    ),
)
"""Of covers with a logo."""


def fill(styles: BaseOxmlElement, document: Document, paper: Paper = A4) -> None:
    """Put our styles in the place of all; words that do not say it are in its first language."""
    hues = colours(house=document.colour)
    looks = LOOKS + UNDER_A_LOGO * any(part.cover.logo for part in document.parts)
    for each in list(styles):
        styles.remove(each)
    styles.append(_defaults(document.language, hues, paper))
    styles.extend(_paragraph(_grown(look, paper), hues) for look in looks)
    styles.extend(_characters(hues, paper))
    styles.extend((_no_list(), _plain_table(), _table(hues)))


def _grown(look: Look, paper: Paper) -> Look:
    """The style on such paper; its tab at the end of a line stays there."""
    if paper == A4:
        return look
    kind, place = look.tab or ("", 0)
    end = round(paper.text * POINT) if kind == "right" else round(place * paper.scale)
    before, after = (0, min(look.after, 200)) if paper.is_one else (look.before, look.after)
    is_heading = look.outline is not None
    return replace(
        look,
        size=look.size + paper.plus,
        before=min(look.before, 240) if is_heading and paper.is_one else before,
        after=after,
        left=round(look.left * paper.scale),
        hanging=round(look.hanging * paper.scale),
        tab=(kind, end) if kind else None,
    )


def _defaults(language: Language, hues: Hues, paper: Paper) -> BaseOxmlElement:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    spoken = w("lang", val=language.tag, eastAsia=language.tag, bidi="ar-SA")
    letters = w("rPr", fonts, *_letters(12 + paper.plus, hues["ink"]), spoken)
    lines = w("pPr", w("widowControl"), w("spacing", after=120, line=288, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", lines))


def _paragraph(look: Look, hues: Hues) -> BaseOxmlElement:
    normal = look.name == "Normal"
    made = w("style", w("name", val=look.name), type="paragraph", styleId=look.id)
    if normal:
        made.set(_DEFAULT, "1")
    else:
        made.append(w("basedOn", val="Normal"))
    made.extend((w("qFormat"), w("pPr", *_layout(look, hues)), w("rPr", *_looks(look, hues))))
    return made


def _layout(look: Look, hues: Hues) -> Iterator[BaseOxmlElement]:
    """In the order in which the format wants them."""
    if look.keep:
        yield w("keepNext")
    yield w("keepLines")
    if look.numbered:
        yield w("numPr", w("ilvl", val=look.level), w("numId", val=look.numbered))
    if look.sides:
        yield w("pBdr", *(_side(side, look, hues) for side in look.sides))
    if look.shade:
        yield _ground(hues[look.shade])
    if look.tab:
        yield w("tabs", w("tab", val=look.tab[0], pos=look.tab[1]))
    yield w("spacing", before=look.before, after=look.after)
    if look.left or look.hanging:
        yield w("ind", left=look.left, right=look.inset, hanging=look.hanging)
    if look.right:
        yield w("jc", val="right")
    if look.outline is not None:
        yield w("outlineLvl", val=look.outline)


def _ground(hue: str) -> BaseOxmlElement:
    return w("shd", val="clear", color="auto", fill=_hex(hue))


def _side(side: str, look: Look, hues: Hues) -> BaseOxmlElement:
    alone = len(look.sides) == 1
    colour, wide, room = ("surface", 18, 12) if alone else ("line", 6, 7)
    return w(side, val="single", sz=wide, space=room, color=_hex(hues[colour]))


def _looks(look: Look, hues: Hues) -> Iterator[BaseOxmlElement]:
    if look.strong:
        yield w("b")
    if look.italic:
        yield w("i")
    yield from _letters(look.size, hues[look.colour])


def _letters(size: float, colour: str) -> Iterator[BaseOxmlElement]:
    yield w("color", val=_hex(colour))
    yield w("sz", val=round(size * 2))
    yield w("szCs", val=round(size * 2))


def _characters(hues: Hues, paper: Paper) -> Iterator[BaseOxmlElement]:
    bar = round(2 * (9 + paper.plus))
    looks = {
        "Strong": [w("b")],
        "Quiet": [w("b", val=0), w("color", val=_hex(hues["quiet"]))],
        "Hyperlink": [w("color", val=_hex(hues["accent"])), w("u", val="single")],
        "Bar": [w("sz", val=bar), w("szCs", val=bar), _ground(hues["surface"])],
    }
    for name, look in looks.items():
        yield w("style", w("name", val=name), w("rPr", *look), type="character", styleId=name)


def _no_list() -> BaseOxmlElement:
    return w("style", w("name", val="No List"), type="numbering", styleId="NoList", default=1)


def _plain_table() -> BaseOxmlElement:
    name = w("name", val="Normal Table")
    return w("style", name, type="table", styleId="TableNormal", default=1)


def _table(hues: Hues) -> BaseOxmlElement:
    """Light rules, and the first row in the accent."""
    rules = w("tblBorders", _rule("bottom", hues["line"], 4), _rule("insideH", hues["line"], 4))
    sides = {"top": 80, "left": 0, "bottom": 90, "right": 170}
    margins = w("tblCellMar", *(w(side, w=wide, type="dxa") for side, wide in sides.items()))
    heads = w(
        "tblStylePr",
        w("tcPr", w("tcBorders", _rule("bottom", hues["surface"], 8))),
        type="firstRow",
    )
    return w(
        "style",
        w("name", val="Pack Table"),
        w("basedOn", val="TableNormal"),
        w("tblPr", rules, margins),
        heads,
        type="table",
        styleId="PackTable",
    )


def _rule(side: str, colour: str, wide: int) -> BaseOxmlElement:
    return w(side, val="single", sz=wide, space=0, color=_hex(colour))


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
