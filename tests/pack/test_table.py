"""Columns as wide as their words, as far as the page allows."""

import pytest

from gweithdy.domain.text import Language
from gweithdy.pack.document import Run, Runs, Table
from gweithdy.pack.pdf.fonts import SEMIBOLD, width
from gweithdy.pack.pdf.styles import TEXT_WIDTH
from gweithdy.pack.pdf.table import PADDING, column_widths


def words(text: str) -> Runs:
    return (Run(text, Language.CY),)


def table(header: list[str], row: list[str], weights: tuple[float, ...]) -> Table:
    return Table(
        language=Language.CY,
        caption=(),
        header=tuple(map(words, header)),
        rows=(tuple(map(words, row)),),
        widths=weights,
    )


def test_weights_hold_where_words_fit() -> None:
    widths = column_widths(table(["a", "b"], ["c", "d"], (3.0, 1.0)))
    assert widths[0] / widths[1] == pytest.approx(3)
    assert sum(widths) == pytest.approx(TEXT_WIDTH)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    widths = column_widths(table(["Rhanddeiliad", "Cefnogaeth"], ["x", "y"], (50.0, 1.0)))
    assert widths[1] >= width("Cefnogaeth", SEMIBOLD, 12)
    assert sum(widths) == pytest.approx(TEXT_WIDTH)


def test_an_endless_word_gives_way_before_short_ones() -> None:
    long = "https://example.org/" + "x" * 300
    header = ["Rhanddeiliad", "Pwy", "Cefnogaeth"]
    widths = column_widths(table(header, [long, long, "y"], (1.0, 1.0, 1.0)))
    assert sum(widths) == pytest.approx(TEXT_WIDTH)
    assert widths[2] >= width("Cefnogaeth", SEMIBOLD, 12)
    assert widths[0] >= width("Rhanddeiliad", SEMIBOLD, 12) + PADDING
