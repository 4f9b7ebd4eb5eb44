"""Flowables made of words: headings, list items, quotes, and lines of the contents."""

from typing import Any

from reportlab.platypus import Flowable, Paragraph

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Entry, Runs, SectionBlock, words_of
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.lines import in_short
from gweithdy.pack.pdf.said import Said, cut
from gweithdy.pack.pdf.styles import ACCENT, QUIET, markup, style
from gweithdy.pack.pdf.symbols import draw_kind


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that is broken into lines once for each width, however often it is asked.

    `said` is what it tells its page as it is drawn; None if that is told elsewhere.
    """

    said: Said | None = None
    blPara: Any  # noqa: N815 - ReportLab's name for the lines
    width: float
    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        known = self._wrapped
        if known is None or known[0] != available:
            self._wrapped = known = (available, super().wrap(available, height))
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
            if self.said:
                letters = sum(_letters_in(line) for line in lines[:many])
                first.said, rest.said = cut(self.said, letters)
        return parts

    def draw(self) -> None:
        if self.said:
            self.canv.say(self.said)
        super().draw()

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


LEVELS = {"title36": 1, "title28": 1, "title20": 1, "contents": 1}
"""Of headings that no section has."""


def paragraph(runs: Runs, name: str, bullet: str | None = None) -> Words:
    """A paragraph of `runs` in the style called `name`."""
    look = style(name)
    made = Words(markup(runs, look.fontName), look, bulletText=bullet)
    made.said = Said(runs, LEVELS.get(name, 0))
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


def heading_line(section: SectionBlock, level: int) -> HeadingLine:
    """The heading of `section`; `level` is 1 for those directly in the part."""
    look = style(f"h{min(level, 3)}")
    line = HeadingLine(markup(section.heading, look.fontName), look)
    line.section, line.level = section, level
    line.said = Said(section.heading, level)
    return line


LONGEST_ENTRY = 160
"""Characters of a heading in the list of contents and in the bookmarks."""


class Lead(Words):
    """A short line that stays with what follows it: a caption, a count."""


def lead(runs: Runs, name: str) -> Lead:
    """Such a line in the style called `name`."""
    made = Lead(markup(runs), style(name))
    made.said = Said(runs)
    return made


class KindItem(Words):
    """A paragraph with the symbol of a kind before its first line."""

    kind = CardKind.NONE
    size = 9.0

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        if parts:
            parts[0].kind = self.kind
        return parts

    def draw(self) -> None:
        super().draw()
        if self.kind is not CardKind.NONE:
            look = self.style
            base = self.height - look.fontSize
            x = look.leftIndent - self.size - 6
            draw_kind(self.canv, self.kind, x, base, self.size)


def kind_item(runs: Runs, kind: CardKind, name: str) -> KindItem:
    """A list item or a line of facts that begins with the symbol of `kind`."""
    look = style(name)
    item = KindItem(markup(runs, look.fontName), look)
    item.kind = kind
    item.said = Said(runs)
    return item


class QuoteLine(Words):
    """A paragraph of a quote with the bar that runs down its left side."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(ACCENT)
        self.canv.setLineWidth(2)
        self.canv.line(3, 0, 3, self.height)
        self.canv.restoreState()
        super().draw()


def quote_line(runs: Runs, name: str) -> QuoteLine:
    """A line of a quote in the style called `name`."""
    look = style(name)
    line = QuoteLine(markup(runs, look.fontName), look)
    line.said = Said(runs)
    return line


class ContentsLine(Words):
    """A heading in the list of contents, its leader of dots, and the number of its page."""

    numbers = 34.0
    """Width kept for page numbers."""

    def __init__(self, entry: Entry, level: int) -> None:
        look = style(f"entry{min(level, 2)}")
        short = in_short(entry.heading, LONGEST_ENTRY)
        super().__init__(markup(short, look.fontName), look)
        self._entry = entry
        self.said = Said(short, anchor=entry.anchor)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self._whole = available
        _, tall = super().wrap(available - self.numbers, height)
        return available, tall

    def split(self, width: float, height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        super().draw()
        canvas: PackCanvas = self.canv
        look = self.style
        base = self.height - look.fontSize - (len(self.blPara.lines) - 1) * look.leading
        start = look.leftIndent + self._last_line() + 6
        end = self._whole - self.numbers + 12
        canvas.saveState()
        canvas.setStrokeColor(QUIET)
        canvas.setLineCap(1)
        canvas.setLineWidth(0.9)
        canvas.setDash([0, 4.5])
        first = end - (end - start) // 4.5 * 4.5
        if first < end:
            canvas.line(first, base + 1.2, end, base + 1.2)
        canvas.restoreState()
        title, anchor = words_of(self._entry.heading), self._entry.anchor
        canvas.linkRect(title, anchor, (0, 0, self._whole, self.height), relative=1)

        def number(final: PackCanvas) -> None:
            final.setFillColor(look.textColor)
            said = str(final.places[anchor])
            final.words(self._whole - width(said, REGULAR, 12), base, said, REGULAR, 12)

        canvas.later(number)

    def _last_line(self) -> float:
        last = self.blPara.lines[-1]
        room = self._whole - self.numbers - self.style.leftIndent
        left = last[0] if isinstance(last, tuple) else last.extraSpace
        return float(room - left)
