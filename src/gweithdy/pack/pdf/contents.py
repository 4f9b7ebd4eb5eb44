"""The list of contents: headings, leaders of dots, and page numbers that are known at the end."""

from collections.abc import Iterable, Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from gweithdy.pack.document import ContentsList, Entry
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.elements import Element, Wording, heading
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.lines import in_short
from gweithdy.pack.pdf.said import Said
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.side_by_side import side_by_side
from gweithdy.pack.pdf.styles import QUIET
from gweithdy.pack.pdf.words import LONGEST_ENTRY, Words, of_words, paragraph


def contents(block: ContentsList, part: Element, sheet: Sheet) -> Iterator[Flowable]:
    """The list under its title, in two columns."""
    yield paragraph(part.say(heading(2), (block.title,)), sheet.style("contents"), 1)
    toc = part.add("TOC", block.language)
    yield from side_by_side(
        [[*_entries((entry,), 1, toc, sheet)] for entry in block.entries], sheet
    )


def _entries(
    entries: Iterable[Entry], level: int, toc: Element, sheet: Sheet
) -> Iterator[Flowable]:
    for entry in entries:
        item = toc.add("TOCI")
        yield _line(entry, item.add("Reference"), sheet.style(f"entry{min(level, 2)}"))
        if entry.entries:
            yield from _entries(entry.entries, level + 1, item.add("TOC"), sheet)


NUMBERS = 34 / 12
"""Width kept for page numbers, for letters of 1."""


class ContentsLine(Words):
    """A heading in the list of contents, its leader of dots, and the number of its page."""

    anchor: str
    link: Wording
    goes_on = True

    @property
    def numbers(self) -> float:
        """Width kept for page numbers."""
        return float(self.style.fontSize * NUMBERS)

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
        self._draw_dots(start, end, base + 1.2)
        canvas.lead(self.link, self.anchor, (0, 0, self._whole, self.height))

        def number(final: PackCanvas) -> None:
            final.owner = self.link
            final.setFillColor(look.textColor)
            said = str(final.places[self.anchor])
            size = look.fontSize
            final.words(self._whole - width(said, REGULAR, size), base, said, REGULAR, size)

        canvas.later(number)

    def _draw_dots(self, start: float, end: float, base: float) -> None:
        canvas: PackCanvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(QUIET)
        canvas.setLineCap(1)
        canvas.setLineWidth(0.9)
        canvas.setDash([0, 4.5])
        first = end - (end - start) // 4.5 * 4.5
        if first < end:
            canvas.line(first, base, end, base)
        canvas.restoreState()

    def _last_line(self) -> float:
        last = self.blPara.lines[-1]
        room = self._whole - self.numbers - self.style.leftIndent
        left = last[0] if isinstance(last, tuple) else last.extraSpace
        return float(room - left)


def _line(entry: Entry, reference: Element, look: ParagraphStyle) -> ContentsLine:
    short = in_short(entry.heading, LONGEST_ENTRY)
    link = reference.say("Link", short)
    made = of_words(ContentsLine, link, look)
    made.said = Said(short, anchor=entry.anchor)
    made.link, made.anchor = link, entry.anchor
    return made
