"""A canvas that fills in at the end what is known only then, and the three symbols of kinds."""

from collections.abc import Callable
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from gweithdy.domain.board import CardKind
from gweithdy.pack.pdf_fonts import pieces
from gweithdy.pack.pdf_styles import KIND_COLOURS

# Pages as bytes: a fifth smaller and faster than as printable characters.
rl_config.useA85 = 0

Fill = Callable[["PackCanvas"], None]


class PackCanvas(Canvas):  # type: ignore[misc]
    """Pages are laid out once; page numbers and counts are put in before the file is written."""

    _code: list[str]

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._fills: list[tuple[int, Fill]] = []
        self.places: dict[str, int] = {}

    @property
    def page_count(self) -> int:
        """Pages so far; all of them inside a fill."""
        return len(self._doc.Pages.pages)

    def later(self, fill: Fill) -> None:
        """Let `fill` draw at this point of this page once all pages are there."""
        self._code.append(_mark(len(self._fills)))
        self._fills.append((self._pageNumber, fill))

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

    def save(self) -> None:
        if self._code:
            self.showPage()
        for number, (page, fill) in enumerate(self._fills):
            self._code = []
            self.saveState()
            fill(self)
            self.restoreState()
            leaf = self._doc.Pages.pages[page - 1]
            leaf.stream = leaf.stream.replace(_mark(number), "\n".join(self._code), 1)
        self._code = []
        super().save()


def _mark(number: int) -> str:
    # A comment of a PDF page, so that a forgotten one would still draw nothing.
    return f"%fill {number};"


def draw_kind(canvas: Canvas, kind: CardKind, x: float, y: float, size: float) -> None:
    """The symbol of a kind in a square of `size` whose lower left corner is at x, y."""
    if kind is CardKind.NONE:
        return
    canvas.saveState()
    canvas.setFillColor(KIND_COLOURS[kind])
    if kind is CardKind.CULTURAL:
        canvas.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
    elif kind is CardKind.STRUCTURAL:
        inset = size * 0.06
        canvas.rect(x + inset, y + inset, size - 2 * inset, size - 2 * inset, stroke=0, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x, y)
        path.lineTo(x + size, y)
        path.lineTo(x + size / 2, y + size)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
