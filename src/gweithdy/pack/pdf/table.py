"""Tables of the PDF: light rules, repeated header rows, and columns no narrower than a word."""

from collections.abc import Iterator

from reportlab.platypus import Flowable
from reportlab.platypus import Table as Grid

from gweithdy.pack.document import Runs, Table, words_of
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.styles import ACCENT, LINE, TEXT_WIDTH
from gweithdy.pack.pdf.words import paragraph

SIZE = 12.0
PADDING = 12.0
SHORT = 16
"""Characters of a cell that is better kept on one line."""
WIDEST_WORD = 0.4
"""Of the table: a longer word (a web address) is broken rather than the column widened."""

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
LONGEST_KEPT = 400
_ENDS = [("NOSPLIT", (0, 0), (-1, 2)), ("NOSPLIT", (0, -2), (-1, -1))]
"""No page holds only the first or the last row of a table."""


def grid(block: Table) -> Flowable:
    """The rows of a table with its header."""
    heads = [
        paragraph(runs, "headnumber" if n in block.numbers else "head")
        for n, runs in enumerate(block.header)
    ]
    rows = [
        [paragraph(runs, "number" if n in block.numbers else "cell") for n, runs in enumerate(row)]
        for row in block.rows
    ]
    return Grid(
        [heads, *rows],
        colWidths=column_widths(block),
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
        style=[*_GRID, *_ENDS] if _keeps_ends(block) else _GRID,
        spaceAfter=18,
    )


def _keeps_ends(block: Table) -> bool:
    # ReportLab never ends when rows that must stay together are taller than a page.
    longest = max((len(words_of(cell)) for row in block.rows for cell in row), default=0)
    return len(block.rows) > ENDS and longest < LONGEST_KEPT


def column_widths(block: Table) -> list[float]:
    """The widths by weight, after each column has what its short cells and words need."""
    whole = TEXT_WIDTH * block.share
    most = whole * WIDEST_WORD
    last = len(block.widths) - 1
    least = [
        min(most, max(_needed(block, n))) + (0 if n == last else PADDING) + 1
        for n in range(len(block.widths))
    ]
    if sum(least) > whole:
        return _capped(least, whole)
    # Columns whose weight gives them too little take what they need; the others share the rest.
    fixed: set[int] = set()
    while True:
        room = whole - sum(least[n] for n in fixed)
        weight = sum(w for n, w in enumerate(block.widths) if n not in fixed)
        tight = {
            n for n, w in enumerate(block.widths) if n not in fixed and room * w / weight < least[n]
        }
        if not tight:
            return [
                least[n] if n in fixed else room * w / weight for n, w in enumerate(block.widths)
            ]
        fixed |= tight


def _capped(least: list[float], whole: float) -> list[float]:
    """`least` cut to fit `whole`; only the widest give way, so that short words stay whole."""
    kept = sorted(least)
    for n, each in enumerate(kept):
        cap = (whole - sum(kept[:n])) / (len(kept) - n)
        if each > cap:
            return [min(one, cap) for one in least]
    return least


def _needed(block: Table, column: int) -> Iterator[float]:
    yield max(width(word, SEMIBOLD, SIZE) for word in _words(block.header[column]) or [""])
    cells = {words_of(row[column]) for row in block.rows}
    lines = {line for cell in cells for line in cell.split("\n")}
    words = {w for line in lines for w in ([line] if len(line) <= SHORT else line.split())}
    # Width grows with length closely enough: only the longest need to be measured.
    for word in sorted(words, key=len)[-6:]:
        yield width(word, REGULAR, SIZE)


def _words(runs: Runs) -> list[str]:
    return words_of(runs).split()
