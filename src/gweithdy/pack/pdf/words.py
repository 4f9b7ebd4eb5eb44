"""Flowables made of words: paragraphs, headings, list items, quotes."""

from itertools import accumulate
from typing import Any, TypeVar

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import SectionBlock
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element, Wording
from gweithdy.pack.pdf.fonts import REGULAR, pieces
from gweithdy.pack.pdf.lines import in_short
from gweithdy.pack.pdf.pieces import pieces_of
from gweithdy.pack.pdf.said import Said, cut
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.symbols import draw_kinds, width_of
from gweithdy.pack.pdf.tagged import Owner, TaggedText
from gweithdy.pack.runs import words_of

W = TypeVar("W", bound="Words")


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that is broken into lines once for each width, however often it is asked.

    `wording` is what it says, and the element that its words are. `owner` is that, or decoration
    where they stand for a second time; `speaker` is the element of its first words.
    `said` is what it tells its page as it is drawn; None if that is told elsewhere.
    """

    wording: Wording
    owner: Owner = None
    speaker: Element | None = None
    said: Said | None = None
    before = 0
    """Letters of the paragraph that stand on earlier pages; those after it in the same way."""
    breaks: frozenset[int] | None = None
    goes_on = False
    """Whether more of its words follow after its last line."""
    blPara: Any  # noqa: N815 - ReportLab's name for the lines
    width: float
    _wrapped: tuple[float, tuple[float, float]] | None = None

    def tell(self, wording: Wording, level: int = 0) -> None:
        """Be drawn for `wording`, and tell it to the page as well."""
        self.wording = self.owner = wording
        self.said = Said(wording.runs, level, thing=wording.thing)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        known = self._wrapped
        if known is None or known[0] != available:
            self._wrapped = known = (available, super().wrap(available, height))
            if self._splitLongWordCount:
                self.breaks = _breaks(self.wording)
        return known[1]

    def split(self, width: float, height: float) -> list[Flowable]:
        # Not for `width`: a table tells that of the column with the space beside the words.
        if self._wrapped is None:
            self.wrap(width, height)
        whole = self.blPara
        parts: list[Flowable] = super().split(width, height)
        # ReportLab throws the lines of a paragraph away that could not be split.
        self.blPara = whole
        if len(parts) > 1:
            first, rest = parts
            lines = whole.lines
            many = len(first.blPara.lines)
            first.take_lines(whole, lines[:many], self.width)
            rest.take_lines(whole, lines[many:], self.width)
            self._share(first, rest, lines[:many])
        return parts

    def _share(self, first: "Words", rest: "Words", lines: list[Any]) -> None:
        """Let the parts know what they are of, and where in it the second begins."""
        letters = sum(_letters_in(line) for line in lines)
        for part in (first, rest):
            part.wording, part.owner, part.speaker = self.wording, self.owner, self.speaker
            part.breaks = self.breaks
        first.before, rest.before = self.before, self.before + letters
        first.goes_on, rest.goes_on = True, self.goes_on
        rest.speaker = _last_speaker(lines) or self.speaker
        if self.said:
            first.said, rest.said = cut(self.said, letters)

    def beginText(self, x: float, y: float) -> TaggedText:  # noqa: N802 - ReportLab's name
        text: TaggedText = super().beginText(x, y)
        if text.owner is self.owner is not self.speaker and isinstance(self.owner, Element):
            text.owner = self.speaker
        text.breaks, text.letters = self.breaks, self.before
        text.line_ends = len(self.blPara.lines) - (not self.goes_on)
        return text

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        if self.said:
            canvas.say(self.said, self.width, self.height)
        canvas.owner = self.owner
        super().draw()
        canvas.owner = None

    def take_lines(self, whole: Any, lines: list[Any], width: float) -> None:
        """Take these of the lines of `whole`, which was split at the end of a page."""
        # ReportLab would break the rest anew at each page: a minute for a very long text.
        if hasattr(lines[0], "sFW"):
            gone = lines[0].sFW
            lines = [line.clone(sFW=line.sFW - gone) for line in lines]
        self.blPara = whole.clone(lines=lines)
        self.width, self.height = width, len(lines) * self.style.leading
        self._wrapped = (width, (self.width, self.height))


def _letters_in(line: Any) -> int:
    """The letters of a laid-out line, spaces not counted."""
    words = [part.text for part in line.words] if hasattr(line, "words") else line[1]
    return sum(not letter.isspace() for word in words for letter in word)


def _last_speaker(lines: list[Any]) -> Element | None:
    """Whose words are the last of these lines; None if none of them says so."""
    parts = (part for line in reversed(lines) for part in reversed(getattr(line, "words", ())))
    return next((part.cbDefn.label for part in parts if hasattr(part, "cbDefn")), None)


def _breaks(wording: Wording) -> frozenset[int]:
    """After how many letters there is a space: elsewhere a line may end in the middle of a word."""
    drawn = "".join(words for _, words in pieces(wording.words, REGULAR))
    return frozenset(accumulate(len(word) for word in drawn.split()))


def paragraph(wording: Wording, look: ParagraphStyle, level: int = 0) -> Words:
    """A paragraph; `level` is that of a heading that is no section's."""
    return of_words(Words, wording, look, level)


def of_words(kind: type[W], wording: Wording, look: ParagraphStyle, level: int = 0) -> W:
    """A flowable of `kind` that says `wording`."""
    words, first = pieces_of(wording, look)
    made = kind(None, look, frags=words)
    made.speaker = first
    made.tell(wording, level)
    return made


class HeadingLine(Words):
    """A heading that links and bookmarks can lead to; on its way over pages, to its first words."""

    section: SectionBlock | None = None
    level = 0

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        if parts:
            parts[0].section, parts[0].level = self.section, self.level
        return parts

    def draw(self) -> None:
        if self.section:
            canvas: PackCanvas = self.canv
            canvas.place(self.section.anchor, self.height)
            title = words_of(in_short(self.section.heading, LONGEST_ENTRY))
            canvas.addOutlineEntry(title, self.section.anchor, self.level, closed=True)
        super().draw()


def heading_line(section: SectionBlock, wording: Wording, level: int, sheet: Sheet) -> HeadingLine:
    """The heading of `section`; `level` is 1 for those directly in the part, 0 for the part's."""
    line = of_words(HeadingLine, wording, sheet.style(f"h{min(level, 3)}"), max(level, 1))
    line.section, line.level = section, level
    return line


LONGEST_ENTRY = 160
"""Characters of a heading in the list of contents and in the bookmarks."""


class Lead(Words):
    """A short line that stays with what follows it: a caption, a count."""


def lead(wording: Wording, look: ParagraphStyle) -> Lead:
    """Such a line."""
    return of_words(Lead, wording, look)


SYMBOL = 0.75
"""How large the symbol of a kind is beside letters of 1."""


class ItemLine(Words):
    """A paragraph with a bullet or the symbols of kinds before its first line."""

    kinds: tuple[CardKind, ...] = ()
    bullet: Wording | None = None

    @property
    def size(self) -> float:
        """Of the symbol."""
        return float(self.style.fontSize * SYMBOL)

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        if parts:
            parts[0].kinds, parts[0].bullet = self.kinds, self.bullet
        return parts

    def draw(self) -> None:
        look, canvas = self.style, self.canv
        base = self.height - look.fontSize
        if self.bullet:
            canvas.owner = self.bullet
            canvas.setFillColor(look.textColor)
            canvas.words(look.bulletIndent, base, self.bullet.words, REGULAR, look.fontSize)
        super().draw()
        x = look.leftIndent - 6 - width_of(self.kinds, self.size)
        draw_kinds(canvas, self.kinds, x, base, self.size)


def item_line(wording: Wording, look: ParagraphStyle, kinds: tuple[CardKind, ...] = ()) -> ItemLine:
    """A list item or a line of facts; one of some kinds begins with their symbols."""
    item = of_words(ItemLine, wording, look)
    item.kinds = kinds
    return item


class QuoteLine(Words):
    """A paragraph of a quote with the bar that runs down its left side."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(self.style.surface)
        self.canv.setLineWidth(2)
        self.canv.line(3, 0, 3, self.height)
        self.canv.restoreState()
        super().draw()


def quote_line(wording: Wording, look: ParagraphStyle) -> QuoteLine:
    """A line of a quote."""
    return of_words(QuoteLine, wording, look)
