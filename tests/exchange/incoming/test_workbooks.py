"""Workbooks as programs really write them: what is empty is no part of a list."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from tests.exchange.incoming.samples import packed

from gweithdy.domain.problem import Problem
from gweithdy.exchange.incoming.workbooks import MOST_COLUMNS, MOST_ROWS, Book

COLOURED = PatternFill("solid", fgColor="FFFF00")


def rows(data: bytes) -> list[tuple[object, ...]]:
    found = Book(data)
    return list(found.rows(found.sheets[0]))


def test_what_is_coloured_and_empty_is_no_part_of_a_list() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Idea"])
    sheet.append([])
    sheet.append(["More water"])
    sheet.cell(1, MOST_COLUMNS + 5).fill = COLOURED
    sheet.cell(1_048_576, 1).fill = COLOURED
    file = io.BytesIO()
    made.save(file)
    assert rows(file.getvalue()) == [("Idea",), (), ("More water",)]


@pytest.mark.parametrize(
    ("at", "told"), [((MOST_ROWS + 1, 1), "rows"), ((1, MOST_COLUMNS + 1), "columns")]
)
def test_what_lies_further_than_any_list_goes_is_refused(at: tuple[int, int], told: str) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.cell(*at).value = "far"
    file = io.BytesIO()
    made.save(file)
    with pytest.raises(Problem, match=told):
        rows(file.getvalue())


def test_one_long_text_in_thousands_of_cells_is_refused() -> None:
    """It is there once in the file, and would be there once for each of them."""
    text = f"<si><t>{'a' * 20_000}</t></si>"
    with pytest.raises(Problem, match="larger inside"):
        rows(packed('<row><c t="s"><v>0</v></c></row>' * 2000, text))


def test_a_cell_that_does_not_say_its_place_stands_after_the_one_before() -> None:
    cells = '<c/><c r="C1" t="inlineStr"><is><t>c</t></is></c><c t="str"><v>d</v></c>'
    assert rows(packed(f"<row>{cells}</row>")) == [(None, None, "c", "d")]
