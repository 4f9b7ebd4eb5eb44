"""Tables of the Word file."""

from collections.abc import Iterator, Mapping, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from gweithdy.domain.text import Language
from gweithdy.pack.bars import bars_of
from gweithdy.pack.document import Blocks, Column, ListBlock, Paragraph, Row, Table
from gweithdy.pack.letters import one_line
from gweithdy.pack.paper import A4, Paper
from gweithdy.pack.runs import Runs, Tone, words_of
from gweithdy.pack.walking import blocks_in, runs_in
from gweithdy.pack.word.styles import POINT
from gweithdy.pack.word.words import Ink, tab
from gweithdy.pack.word.xml import WORD, paragraph, w

LETTER = 140
"""A letter with the room around it, in twentieths of a point: what columns are measured by."""
BESIDE = 300
"""Free space beside the words of a column."""
LONGEST_WORD, LONGEST_LINE = 16, 60
BAR, NUMBER, BAR_END = 20, 4, 100
"""Letters that fit into a column of bars and into a number, and the room between the two."""
SMALL = 10
"""Rows up to which a table stays on one page."""


def table(block: Table, ink: Ink, heading: Runs, paper: Paper) -> Iterator[BaseOxmlElement]:
    """A table under its caption. One without is called by the `heading` that it stands under."""
    if block.caption:
        yield paragraph("Caption", *ink.said(block.caption))
    name = one_line(words_of(block.caption or heading))
    widths = column_widths(block, paper)
    yield w(
        "tbl",
        _properties(block, name, widths),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        _heads(block, ink, widths),
        *_rows(block, ink, widths),
    )
    yield paragraph("Space")


def column_widths(block: Table, paper: Paper = A4) -> list[int]:
    """The width of each column: its longest word, and what is left by how long its lines are.

    The two languages of a pair have the same.
    """
    columns = [_letters(block, place) for place in range(len(block.columns))]
    letter, room = round(LETTER * paper.scale), round(paper.text * POINT)
    least = [word * letter + BESIDE for word, _ in columns]
    if block.pair:
        before = least[:-2]
        return [*before, *[(room - sum(before)) // 2] * 2]
    wanted = [max(line - word, 0) * letter for word, line in columns]
    left = room - sum(least)
    if left < 0:
        return [width * room // sum(least) for width in least]
    share = min(1.0, left / (sum(wanted) or 1))
    return [round(width + more * share) for width, more in zip(least, wanted, strict=True)]


def _letters(block: Table, place: int) -> tuple[int, int]:
    """The letters of the longest word and of the longest line of a column, within reason."""
    if block.columns[place].bars:
        return BAR, BAR
    inside = blocks_in(tuple(row.cells[place] for row in block.rows))
    lines = [words_of(block.columns[place].heading)]
    lines += [words_of(each.runs) for each in inside if isinstance(each, Paragraph)]
    words = (word for line in lines for word in line.split())
    longest = max(map(len, words), default=1), max(map(len, lines))
    return min(longest[0], LONGEST_WORD), min(longest[1], LONGEST_LINE)


_NO_BANDS = {"noHBand": 1, "noVBand": 1}


def _properties(block: Table, name: str, widths: Sequence[int]) -> BaseOxmlElement:
    first_names = int(block.names == 0)
    return w(
        "tblPr",
        w("tblStyle", val="PackTable"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", firstRow=1, firstColumn=first_names, lastRow=0, lastColumn=0, **_NO_BANDS),
        w("tblCaption", val=name),
    )


def _heads(block: Table, ink: Ink, widths: Sequence[int]) -> BaseOxmlElement:
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader")))
    for place, column in enumerate(block.columns):
        words = ink.said(column.heading)
        if place == block.names:
            # What screen readers look for: heads are in this row and in this column.
            words = ink.crossing(*words)
        style = "TableHeadNumber" if column.numbers else "TableHead"
        row.append(_cell(widths[place], paragraph(style, *words)))
    return row


def _rows(block: Table, ink: Ink, widths: Sequence[int]) -> Iterator[BaseOxmlElement]:
    last = len(block.rows) - 1
    for n, (row, bars) in enumerate(zip(block.rows, bars_of(block), strict=True)):
        made = _row(row, block, ink, widths, bars)
        if last < SMALL and n < last:
            for each in made.iter(f"{WORD}pPr"):
                each.insert(1, w("keepNext"))
        yield made


def _row(
    row: Row, block: Table, ink: Ink, widths: Sequence[int], bars: Mapping[int, float]
) -> BaseOxmlElement:
    made = w("tr", w("trPr", w("cantSplit")))
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        if place in bars:
            inside = [_bar(cell, row.language, bars[place], ink)]
        else:
            inside = list(_paragraphs(cell, block.columns[place], ink)) or [paragraph("TableText")]
        made.append(_cell(width, *inside))
    return made


def _bar(cell: Blocks, language: Language, share: float, ink: Ink) -> BaseOxmlElement:
    """A number at the end of its bar, which is a tab on a ground: nothing that is read."""
    end = round(share * (BAR - NUMBER) * LETTER)
    words = tab(language, "Bar"), tab(language), *ink.said(tuple(runs_in(cell)))
    made = paragraph("TableText", *words)
    made[0].append(w("tabs", *(w("tab", val="left", pos=pos) for pos in (end, end + BAR_END))))
    return made


def _cell(width: int, *inside: BaseOxmlElement) -> BaseOxmlElement:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *inside)


def _paragraphs(cell: Blocks, column: Column, ink: Ink) -> Iterator[BaseOxmlElement]:
    for block in cell:
        match block:
            case Paragraph(tone=Tone.QUIET):
                yield paragraph("TableBeneath", *ink.said(block.runs))
            case Paragraph():
                style = "TableNumber" if column.numbers else "TableText"
                yield paragraph(style, *ink.said(block.runs))
            case ListBlock():
                for item in block.items:
                    yield from _paragraphs(item.blocks, column, ink)
            case _:
                raise TypeError(block)
