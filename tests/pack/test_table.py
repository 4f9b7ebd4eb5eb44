"""Columns as wide as their words, as far as the page allows."""

from collections.abc import Sequence

import pytest

from gweithdy.domain.text import Language
from gweithdy.pack.document import Column, Paragraph, Row, Table
from gweithdy.pack.pdf.column_widths import NARROW, PADDING
from gweithdy.pack.pdf.column_widths import column_widths as widths_on
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.pdf.fonts import REGULAR, SEMIBOLD, width
from gweithdy.pack.pdf.sheet import USUAL
from gweithdy.pack.pdf.table import grid
from gweithdy.pack.runs import Run, Runs


def words(text: str) -> Runs:
    return (Run(text, Language.CY),)


def row(*cells: str) -> Row:
    said = ((Paragraph(language=Language.CY, runs=words(text)),) for text in cells)
    return Row(language=Language.CY, cells=tuple(said))


def table(header: Sequence[str], *rows: Sequence[str], numbers: Sequence[int] = ()) -> Table:
    columns = (Column(words(text), n in numbers) for n, text in enumerate(header))
    return Table(
        language=Language.CY,
        caption=(),
        columns=tuple(columns),
        rows=tuple(row(*cells) for cells in rows),
    )


def column_widths(block: Table) -> list[float]:
    return widths_on(block, USUAL)


def wide(text: str) -> float:
    return width(text, REGULAR, 12)


def test_a_table_of_few_words_is_narrow_and_numbers_stand_at_its_end() -> None:
    widths = column_widths(table(["Sector", "Pobl"], ["Iechyd", "12"], numbers=[1]))
    assert sum(widths) == pytest.approx(USUAL.width * NARROW)
    assert widths[1] == pytest.approx(width("Pobl", SEMIBOLD, 12) + 1)
    other = column_widths(table(["Dull cymryd rhan", "Pobl"], ["Ar-lein", "7"], numbers=[1]))
    assert other == pytest.approx(widths), "tables under one another end alike"


def test_a_table_of_more_words_fills_the_page() -> None:
    name = "Prif weithredwyr y 22 cyngor"
    widths = column_widths(table(["O", "I"], [name, name]))
    assert sum(widths) == pytest.approx(USUAL.width)
    assert widths[0] - widths[1] == pytest.approx(PADDING * widths[0] / (wide(name) + PADDING + 1))
    long = "gair " * 400
    assert sum(column_widths(table(["O", "I"], [name, long]))) == pytest.approx(USUAL.width)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    widths = column_widths(table(["Rhanddeiliad", "Cefnogaeth"], ["x " * 500, "y"]))
    assert widths[1] >= width("Cefnogaeth", SEMIBOLD, 12)
    assert sum(widths) == pytest.approx(USUAL.width)


def test_short_lines_stay_whole_beside_long_ones() -> None:
    widths = column_widths(table(["Cam", "Erbyn pryd"], ["gair " * 200, "20 Tach 2026"]))
    assert widths[1] >= wide("20 Tach 2026")


def test_columns_share_the_page_by_how_much_stands_in_them() -> None:
    rows = [["gair " * 40, "gair " * 10]] * 9
    widths = column_widths(table(["Un", "Dau"], *rows))
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.01)


def test_one_long_cell_does_not_take_the_room_of_a_column_that_is_full_in_each_row() -> None:
    name = "Y cyngor gwirfoddol sirol yn y gogledd"
    widths = column_widths(table(["Un", "Dau"], *[[name, "Ie"]] * 20, ["Ie", "gair " * 40]))
    assert widths[0] >= wide(name) + PADDING


def test_an_endless_word_gives_way_before_short_ones() -> None:
    long = "https://example.org/" + "x" * 300
    header = ["Rhanddeiliad", "Pwy", "Cefnogaeth"]
    widths = column_widths(table(header, [long, long, "y"]))
    assert sum(widths) == pytest.approx(USUAL.width)
    assert widths[2] >= width("Cefnogaeth", SEMIBOLD, 12)
    assert widths[0] >= width("Rhanddeiliad", SEMIBOLD, 12) + PADDING


@pytest.mark.parametrize("rows", [[], [["", ""]]])
def test_a_table_without_words_has_room_for_its_header(rows: list[list[str]]) -> None:
    widths = column_widths(table(["Rhanddeiliad", "Pobl"], *rows, numbers=[0, 1]))
    assert widths[0] >= width("Rhanddeiliad", SEMIBOLD, 12) + PADDING
    assert sum(widths) <= USUAL.width


def test_a_table_that_begins_a_page_and_is_longer_than_one_is_cut() -> None:
    made = grid(table(["O", "I"], *[["a", "b"]] * 80), Element("Table", Language.CY), USUAL)
    made.wrap(USUAL.width, USUAL.height)
    assert len(made.split(USUAL.width, USUAL.height)) == 3
