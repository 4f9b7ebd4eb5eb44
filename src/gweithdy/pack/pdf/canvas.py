"""A canvas that draws at the end what is known only then: page numbers and counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab import rl_config

from gweithdy.domain.boxes import Box
from gweithdy.pack.pdf.fonts import pieces
from gweithdy.pack.pdf.said import Said, Stood, lines_read, spots_read
from gweithdy.pack.pdf.tagged import TaggedCanvas
from gweithdy.pack.reading import Page, Spot
from gweithdy.pack.runs import Runs, Thing

# Pages as bytes: a fifth smaller and faster than as printable characters.
rl_config.useA85 = 0

Fill = Callable[["PackCanvas"], None]


@dataclass(frozen=True)
class _Gap:
    """A place in a page where something is drawn once all pages are there."""

    page: int
    place: int
    fill: Fill


class PackCanvas(TaggedCanvas):
    """Pages are laid out once; what was left open in them is drawn before the file is written.

    Open places are known by their position in the list of drawing commands of a page. Words are
    never searched or replaced: whatever a person typed is printed as it is. `made` is the date in
    the properties of the file. What is drawn is noted, with its place, only if it is `read`.
    """

    def __init__(self, *args: Any, made: date, read: bool = False, **settings: Any) -> None:
        super().__init__(*args, **settings)
        # A day and no moment: the same version has the same bytes each time.
        self.setDateFormatter(lambda *_: f"D:{made:%Y%m%d}")
        self._gaps: list[_Gap] = []
        self._commands: dict[int, list[str]] = {}
        self.places: dict[str, int] = {}
        self._is_read = read
        self._said: dict[int, list[Said]] = {}
        self._stood: dict[int, list[Stood]] = {}

    def say(self, said: Said, width: float = 0, height: float = 0) -> None:
        """Note that these words stand on this page, after those that were noted before.

        They are in a box of that size, whose lower left corner is where drawing begins.
        """
        if self._is_read:
            self._said.setdefault(self._pageNumber, []).append(said)
            self.stand(said.thing, said.runs, Box(0, 0, width, height))

    def stand(self, thing: Thing | None, runs: Runs, box: Box) -> None:
        """Note that what came from `thing`, which says `runs`, is in `box`."""
        if self._is_read and thing:
            x, y = self.absolutePosition(box.x, box.y)
            placed = Box(x, y, box.width, box.height)
            self._stood.setdefault(self._pageNumber, []).append(Stood(thing, runs, placed))

    def pages(self) -> tuple[Page, ...]:
        """What each page says, once all are there."""
        numbers = range(1, self.page_count + 1)
        return tuple(lines_read(self._said.get(number, ()), self.places) for number in numbers)

    def spots(self) -> tuple[tuple[Spot, ...], ...]:
        """Where on each page something stands that came from a thing."""
        numbers = range(1, self.page_count + 1)
        return tuple(spots_read(self._stood.get(number, ())) for number in numbers)

    @property
    def page_count(self) -> int:
        """Pages so far; all of them inside a fill."""
        return len(self._doc.Pages.pages)

    def later(self, fill: Fill) -> None:
        """Let `fill` draw at this point of this page once all pages are there."""
        self.end_decoration()
        self._gaps.append(_Gap(self._pageNumber, len(self._code), fill))
        self._code.append("")

    def place(self, anchor: str, height: float) -> None:
        """Let links and numbers lead here."""
        self.bookmarkHorizontal(anchor, 0, height + 8)
        self.places[anchor] = self._pageNumber

    def words(self, x: float, y: float, text: str, font: str, size: float) -> float:
        """Draw one line of words from `x`; returns where it ends."""
        line = self.beginText(x, y)
        for name, part in pieces(text, font):
            line.setFont(name, size)
            line.textOut(part)
        self.drawText(line)
        return float(line.getX())

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self.end_decoration()
        # ReportLab begins each page with a new list, so this one stays as it is.
        self._commands[self._pageNumber] = self._code
        super().showPage()

    def save(self) -> None:
        if self._code:
            self.showPage()
        for gap in self._gaps:
            self._pageNumber = gap.page
            self._commands[gap.page][gap.place] = self._drawn(gap.fill)
        for page in {gap.page for gap in self._gaps}:
            self._doc.Pages.pages[page - 1].setStream([self._preamble, *self._commands[page]])
        super().save()

    def _drawn(self, fill: Fill) -> str:
        """The commands of what `fill` draws."""
        self._code = []
        self.saveState()
        fill(self)
        self.owner = None
        self.restoreState()
        drawn, self._code = self._code, []
        return "\n".join(drawn)
