"""Flowables made of words: headings, list items, quotes, and lines of the contents."""

from reportlab.platypus import Flowable, Paragraph

from gweithdy.domain.board import CardKind
from gweithdy.pack.document import Entry, Runs, SectionBlock, words_of
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR, pieces, width
from gweithdy.pack.pdf.styles import ACCENT, QUIET, markup, style
from gweithdy.pack.pdf.symbols import draw_kind


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that is broken into lines once for each width, however often it is asked."""

    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        # A paragraph that could not be split throws its lines away.
        known = self._wrapped if "blPara" in self.__dict__ else None
        if known is None or known[0] != available:
            self._wrapped = known = (available, super().wrap(available, height))
        return known[1]


def paragraph(runs: Runs, name: str, bullet: str | None = None) -> Words:
    """A paragraph of `runs` in the style called `name`."""
    look = style(name)
    return Words(markup(runs, look.fontName), look, bulletText=bullet)


class HeadingLine(Words):
    """A heading that links and bookmarks can lead to."""

    def __init__(self, section: SectionBlock, level: int) -> None:
        look = style(f"h{min(level, 3)}")
        super().__init__(markup(section.heading, look.fontName), look)
        self._section = section
        self._level = level
        for run in section.heading:
            pieces(run.text, REGULAR)

    def split(self, width: float, height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        canvas: PackCanvas = self.canv
        anchor = self._section.anchor
        canvas.place(anchor, self.height)
        title = words_of(self._section.heading).replace("\n", " ")
        canvas.addOutlineEntry(title, anchor, self._level, closed=True)
        super().draw()


class Lead(Words):
    """A short line that stays with what follows it: a caption, a count."""


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
    return QuoteLine(markup(runs, look.fontName), look)


class ContentsLine(Words):
    """A heading in the list of contents, its leader of dots, and the number of its page."""

    numbers = 34.0
    """Width kept for page numbers."""

    def __init__(self, entry: Entry, level: int) -> None:
        look = style(f"entry{min(level, 2)}")
        super().__init__(markup(entry.heading, look.fontName), look)
        self._entry = entry

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
