"""The foot of a page: short title, version and date, page x of y."""

from collections.abc import Sequence

from gweithdy.pack.document import Foot
from gweithdy.pack.pdf.canvas import PackCanvas
from gweithdy.pack.pdf.fonts import REGULAR, width
from gweithdy.pack.pdf.lines import lines_of
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.styles import LINE, QUIET
from gweithdy.pack.pdf.tagged import FOOT

SIZE = 10.5
APART = 16.0
RULE, BENEATH = 20.0, 7.5
"""From the words of the page to the line above the foot, and from there to the letters."""


def draw_feet(canvas: PackCanvas, feet: Sequence[Foot], sheet: Sheet) -> None:
    """Draw the foot of the page that begins: a line for each of `feet`."""
    left, end = sheet.side, sheet.side + sheet.width
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(left, sheet.bottom - RULE, end, sheet.bottom - RULE)
    canvas.restoreState()
    for n, foot in enumerate(feet):
        _draw_foot(canvas, foot, n, sheet)


def _draw_foot(canvas: PackCanvas, foot: Foot, place: int, sheet: Sheet) -> None:
    number = canvas.getPageNumber()
    size, down = sheet.size(SIZE), sheet.leading(14, SIZE)
    base = sheet.bottom - RULE - BENEATH - size - place * down
    left, end = sheet.side, sheet.side + sheet.width

    def words(final: PackCanvas) -> None:
        page = foot.page.format(number=number, count=final.page_count)
        final.owner = FOOT
        final.setFillColor(QUIET)
        right = end - width(page, REGULAR, size)
        version = foot.version.text
        below = base - down if sheet.is_narrow else base
        middle = left if sheet.is_narrow else right - width(version, REGULAR, size) - APART
        room = sheet.width if sheet.is_narrow else middle - left - APART
        (title,) = lines_of(foot.title.text, room, size, 1)
        final.words(right, below, page, REGULAR, size)
        final.words(middle, below, version, REGULAR, size)
        final.words(left, base, title, REGULAR, size)

    canvas.later(words)
