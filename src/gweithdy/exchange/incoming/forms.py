"""Answers from Microsoft Forms: a sheet that begins with the same columns in every language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from gweithdy.exchange.incoming.columns import table_of
from gweithdy.exchange.incoming.tables import Row, Says, Table, is_address, is_nobody
from gweithdy.exchange.incoming.workbooks import Value

FIRST = (Says.ID, Says.NOTHING, Says.WHEN, Says.NOTHING, Says.AUTHOR)
"""The number, when it was begun and sent, the address, the name."""


def is_forms(rows: Sequence[Row]) -> bool:
    """Whether the rows are answers: numbered, with two moments and an address."""
    if len(rows) < 2 or len(rows[0]) <= len(FIRST):
        return False
    is_named = str(rows[0][0] or "").strip().casefold() == "id"
    answers = [row for row in rows[1:] if row]
    return sum(_is_answer(row, is_named=is_named) for row in answers) * 2 > len(answers)


def forms_table(rows: Sequence[Row]) -> Table:
    """The questions of a form, each of which gives a card for an answer."""
    table = table_of(rows, headed=True)
    says = [*FIRST, *table.says[len(FIRST) :]]
    for place in range(len(FIRST), len(says)):
        cells = [row[place] for row in table.rows if place < len(row) and row[place] is not None]
        # Empty, or a moment: the last change of an answer, which some forms tell.
        if place == len(FIRST) and all(isinstance(cell, datetime) for cell in cells):
            says[place] = Says.NOTHING
        elif says[place] in (Says.AUTHOR, Says.WHEN, Says.ID):
            # Here it is a question: "Name" or "When?" was asked, and is somebody's own answer.
            says[place] = Says.NOTHING
        elif cells and any(isinstance(cell, str) and _is_worded(cell) for cell in cells):
            ticked = sum(isinstance(c, str) and c.rstrip().endswith(";") for c in cells)
            says[place] = Says.CHOICES if ticked * 2 > len(cells) else Says.WORDS
    return replace(table, says=tuple(says))


def _is_answer(row: Row, *, is_named: bool) -> bool:
    _, begun, sent, address = (row + (None,) * 4)[:4]
    is_known = isinstance(address, str) and (is_address(address) or is_nobody(address))
    return _is_moment(begun) and _is_moment(sent) and (is_named or is_known)


def _is_moment(cell: Value) -> bool:
    return isinstance(cell, datetime) or (isinstance(cell, str) and cell[:1].isdigit())


def _is_worded(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell) and not is_address(cell.strip())
