"""Tables of the PDF: light rules, repeated header rows, columns as wide as what stands in them."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab import platypus
from reportlab.platypus import CondPageBreak, Flowable

from gweithdy.pack.document import Blocks, ListBlock, Paragraph, Runs, Table, Tone
from gweithdy.pack.pdf.column_widths import PADDING, column_widths
from gweithdy.pack.pdf.fonts import REGULAR
from gweithdy.pack.pdf.lists import list_lines
from gweithdy.pack.pdf.said import Row
from gweithdy.pack.pdf.styles import ACCENT, LINE, TEXT_HEIGHT, TEXT_WIDTH
from gweithdy.pack.pdf.words import Words, paragraph

_GRID = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 4.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
    ("LINEBELOW", (0, 0), (-1, 0), 1, ACCENT),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
]
ENDS = 4
"""Rows from which no page holds only the first or the last row of a table."""
SMALL = TEXT_HEIGHT / 3
_FIRST, _LAST = ("NOSPLIT", (0, 0), (-1, 2)), ("NOSPLIT", (0, -2), (-1, -1))


class Grid(platypus.Table):  # type: ignore[misc]
    """Rows that are measured once for each room, though asked when placed and again when cut."""

    _measured: tuple[float, float] | None = None

    def _calc(self, width: float, height: float) -> None:
        if self._measured != (width, height):
            super()._calc(width, height)
            self._measured = (width, height)

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        # A row taller than what is left of the page begins the next one: else ReportLab would
        # begin it here, under a second header in the middle of the page.
        return [parts[0], CondPageBreak(TEXT_HEIGHT - 1), *parts[1:]] if parts[1:] else parts

    def ends_are_low(self) -> bool:
        """Whether the first rows, and the last ones, can each stay together on a page."""
        # ReportLab never ends when rows that must stay together are taller than a page.
        self.wrap(TEXT_WIDTH, TEXT_HEIGHT)
        heights: list[float] = self._rowHeights
        return all(sum(ends) < SMALL for ends in (heights[:3], [heights[0], *heights[-2:]]))


def grid(block: Table) -> Grid:
    """The rows of a table with its header."""
    heads = [
        paragraph(column.heading, "headnumber" if column.numbers else "head")
        for column in block.columns
    ]
    for each in heads:
        # Read before each value: whoever hears a row has forgotten the first one.
        each.said = None
    looks = ["number" if column.numbers else "cell" for column in block.columns]
    rows = []
    for row in block.rows:
        cells = [_cell(cell, look) for cell, look in zip(row.cells, looks, strict=True)]
        _tell_row(cells, block)
        rows.append(cells)
    made = Grid(
        [heads, *rows],
        colWidths=column_widths(block),
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
        style=_GRID,
        spaceAfter=18,
    )
    if len(rows) > ENDS and made.ends_are_low():
        made.setStyle([_FIRST, _LAST])
    return made


def _cell(blocks: Blocks, look: str) -> Flowable | list[Flowable]:
    inside = list(_inside(blocks, look))
    # ReportLab measures a single flowable faster than a list of one.
    return inside[0] if len(inside) == 1 else inside


def _tell_row(cells: list[Flowable | list[Flowable]], block: Table) -> None:
    """Let the words in `cells` know the row that they are in, and the head of their column."""
    row = Row()
    for cell, column in zip(cells, block.columns, strict=True):
        head = column.heading
        for words in cell if isinstance(cell, list) else [cell]:
            if isinstance(words, Words) and words.said:
                words.said = replace(words.said, row=row, head=head)
                head = ()


def _inside(blocks: Blocks, look: str) -> Iterator[Flowable]:
    for block in blocks:
        match block:
            case Paragraph():
                runs = _quiet(block.runs) if block.tone is Tone.QUIET else block.runs
                yield paragraph(runs, look)
            case ListBlock():
                yield from list_lines(block)
            case _:
                raise TypeError(block)


def _quiet(runs: Runs) -> Runs:
    return tuple(replace(run, tone=Tone.QUIET) for run in runs)
