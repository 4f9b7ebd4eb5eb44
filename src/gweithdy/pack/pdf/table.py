"""Tables of the PDF: light rules, repeated header rows, columns as wide as what stands in them."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from reportlab import platypus
from reportlab.platypus import CondPageBreak, Flowable

from gweithdy.pack.bars import bars_of
from gweithdy.pack.document import Blocks, ListBlock, Paragraph, Table
from gweithdy.pack.pdf.bars import bar_line
from gweithdy.pack.pdf.column_widths import PADDING, column_widths
from gweithdy.pack.pdf.elements import Attributes, Element
from gweithdy.pack.pdf.fonts import REGULAR
from gweithdy.pack.pdf.lists import list_lines
from gweithdy.pack.pdf.said import Row
from gweithdy.pack.pdf.sheet import Sheet
from gweithdy.pack.pdf.styles import LINE
from gweithdy.pack.pdf.tagged import ARTIFACT
from gweithdy.pack.pdf.words import Words, paragraph
from gweithdy.pack.runs import Runs, Tone
from gweithdy.pack.walking import runs_in

ENDS = 4
"""Rows from which no page holds only the first or the last row of a table."""
SMALL = 1 / 3
"""Of the page: a table up to this height is not cut."""
_STARTS = 3
"""Rows with which a table begins on a page, the header among them."""
_FIRST, _LAST = ("NOSPLIT", (0, 0), (-1, _STARTS - 1)), ("NOSPLIT", (0, -2), (-1, -1))


class Grid(platypus.Table):  # type: ignore[misc]
    """Rows that are measured once for each width, though asked when placed and again when cut."""

    sheet: Sheet
    _measured: float | None = None

    def _calc(self, width: float, height: float) -> None:
        # However much room there is below: words are as high as their lines.
        if self._measured != width:
            super()._calc(width, height)
            self._measured = width

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        for part in parts[1:]:
            part.repeat_heads()
        for part in parts:
            part.sheet = self.sheet
        # A row taller than what is left of the page begins the next one: else ReportLab would
        # begin it here, under a second header in the middle of the page.
        return [parts[0], CondPageBreak(self.sheet.height - 1), *parts[1:]] if parts[1:] else parts

    def repeat_heads(self) -> None:
        """Let the heads of the columns be seen here and not told: they were told before."""
        # ReportLab has made a tuple of what each cell holds.
        self._cellvalues[0] = [type(cell)(map(_seen_only, cell)) for cell in self._cellvalues[0]]

    def least(self) -> float:
        """How much of it must fit on the page on which it begins: all, if it is low."""
        tall = float(self.wrap(self.sheet.width, self.sheet.height)[1])
        return tall if tall < self.sheet.height * SMALL else float(sum(self._rowHeights[:_STARTS]))

    def keep_ends(self) -> None:
        """Let the first rows, and the last ones, each stay together on a page."""
        # ReportLab never ends when rows that must stay together are taller than a page.
        self.wrap(self.sheet.width, self.sheet.height)
        heights: list[float] = self._rowHeights
        small = self.sheet.height * SMALL
        if all(sum(each) < small for each in (heights[:_STARTS], [heights[0], *heights[-2:]])):
            self.setStyle([_FIRST, _LAST])
            # Measured without them; ReportLab works them out while it measures.
            self._calcNoSplitRanges()


def _seen_only(words: Words) -> Words:
    same = copy(words)
    same.owner = ARTIFACT
    return same


def grid(block: Table, element: Element, sheet: Sheet, room: float | None = None) -> Grid:
    """The rows of a table with its header, in `room` points from left to right: the page."""
    looks = ["number" if column.numbers else "cell" for column in block.columns]
    rows: list[list[Flowable | list[Flowable]]] = []
    heads = _heads(block, element.add("TR"), sheet)
    for row, bars in zip(block.rows, bars_of(block), strict=True):
        told = element.add("TR", row.language, row.thing)
        cells = [
            _bar(cell, told, bars[place], sheet)
            if place in bars
            else _cell(cell, look, told, "TH" if place == block.names else "TD", sheet)
            for place, (cell, look) in enumerate(zip(row.cells, looks, strict=True))
        ]
        _tell_row(cells, block)
        rows.append(cells)
    made = Grid(
        [heads, *rows],
        colWidths=column_widths(block, sheet, room),
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
        style=_rules(sheet),
        spaceAfter=sheet.space(14),
    )
    made.sheet = sheet
    if len(rows) > ENDS:
        made.keep_ends()
    return made


def _rules(sheet: Sheet) -> list[tuple[object, ...]]:
    return [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), sheet.space(PADDING)),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), sheet.space(3)),
        ("BOTTOMPADDING", (0, 0), (-1, -1), sheet.space(4)),
        ("LINEBELOW", (0, 0), (-1, 0), 1, sheet.surface),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]


def _heads(block: Table, row: Element, sheet: Sheet) -> list[Words]:
    heads = []
    for column in block.columns:
        wording = row.say("TH", column.heading, attributes=scope("Column"))
        look = sheet.style("headnumber" if column.numbers else "head")
        heads.append(paragraph(wording, look))
        # Read before each value: whoever hears a row has forgotten the first one.
        heads[-1].said = None
    return heads


def scope(of: str) -> Attributes:
    """The attributes of a cell that is the head of a `Row` or a `Column`."""
    return {"Table": {"Scope": of}}


def _cell(
    blocks: Blocks, look: str, row: Element, kind: str, sheet: Sheet
) -> Flowable | list[Flowable]:
    given = scope("Row") if kind == "TH" else {}
    match blocks:
        case [Paragraph() as lone]:
            # ReportLab measures a single flowable faster than a list of one.
            return paragraph(row.say(kind, _said(lone), attributes=given), sheet.style(look))
        case _:
            spoken = {block.language for block in blocks}
            language = spoken.pop() if len(spoken) == 1 else None
            return list(_inside(blocks, look, row.add(kind, language, attributes=given), sheet))


def _bar(number: Blocks, row: Element, share: float, sheet: Sheet) -> Words:
    return bar_line(
        row.say("TD", tuple(runs_in(number))), sheet.style("cell"), share, sheet.surface
    )


def _tell_row(cells: list[Flowable | list[Flowable]], block: Table) -> None:
    """Let the words in `cells` know the row that they are in, and the head of their column."""
    row = Row()
    for cell, column in zip(cells, block.columns, strict=True):
        head = column.heading
        for words in cell if isinstance(cell, list) else [cell]:
            if isinstance(words, Words) and words.said:
                words.said = replace(words.said, row=row, head=head)
                head = ()


def _inside(blocks: Blocks, look: str, cell: Element, sheet: Sheet) -> Iterator[Flowable]:
    for block in blocks:
        match block:
            case Paragraph():
                yield paragraph(cell.say("P", _said(block)), sheet.style(look))
            case ListBlock():
                yield from list_lines(block, cell, sheet)
            case _:
                raise TypeError(block)


def _said(block: Paragraph) -> Runs:
    if block.tone is not Tone.QUIET:
        return block.runs
    return tuple(replace(run, tone=Tone.QUIET) for run in block.runs)
