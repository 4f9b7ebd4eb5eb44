"""Separated values: the rows of a CSV file, whatever stands between its cells."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.incoming.workbooks import MOST_COLUMNS, MOST_ROWS, too_many_rows
from gweithdy.formulas import unguarded

SEPARATORS = "\t;,|"
LOOKED_AT = 200
"""Lines by which the separator is found."""


def separator_of(text: str) -> str:
    """What stands between the cells of most lines, the same number of times; "" if nothing does."""
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    start = "\n".join(lines)
    best, most = "", 0.0
    for each in SEPARATORS:
        try:
            rows = list(csv.reader(io.StringIO(start, newline=""), delimiter=each))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
        if not widths:
            continue
        [(width, times)] = widths.most_common(1)
        share = times / widths.total()
        if width > 1 and share >= 0.6 and (score := share + min(width, 10) / 100) > most:
            best, most = each, score
    return best


def separated(text: str, separator: str) -> list[tuple[str, ...]]:
    """The rows of the text; Problem if they are more, or longer, than those of any list."""
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator or "\t"):
            rows.append(_cells(row))
            if len(rows) > MOST_ROWS:
                raise too_many_rows()
            if len(row) > MOST_COLUMNS:
                raise Problem(
                    N_("A list may have up to {most} columns. Nothing was imported."),
                    most=MOST_COLUMNS,
                )
    except csv.Error as error:
        raise Problem(
            N_("Line {line}: the cells of this table cannot be told apart. Nothing was imported."),
            line=len(rows) + 1,
        ) from error
    return rows


def _cells(row: Sequence[str]) -> tuple[str, ...]:
    cells = [unguarded(cell.strip()) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
