"""The foot of a page: short title, version and date, page x of y."""

from gweithdy.pack.document import Foot
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.lines import lines_of
from gweithdy.pack.pdf.styles import BOTTOM, LINE, QUIET, SIDE, TEXT_WIDTH

SIZE = 10.0
BASE = BOTTOM - 42


def draw_foot(canvas: PackCanvas, foot: Foot) -> None:
    """Draw the foot of the page that begins."""
    number = canvas.getPageNumber()
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, BASE + 18, SIDE + TEXT_WIDTH, BASE + 18)
    canvas.restoreState()

    def words(final: PackCanvas) -> None:
        page = foot.page.format(number=number, count=final.page_count)
        final.setFillColor(QUIET)
        right = SIDE + TEXT_WIDTH - width(page, REGULAR, SIZE)
        final.words(right, BASE, page, REGULAR, SIZE)
        version = foot.version.text
        middle = right - width(version, REGULAR, SIZE) - 22
        final.words(middle, BASE, version, REGULAR, SIZE)
        (title,) = lines_of(foot.title.text, middle - SIDE - 22, SIZE, 1)
        final.words(SIDE, BASE, title, REGULAR, SIZE)

    canvas.later(words)
