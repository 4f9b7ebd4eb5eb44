"""Columns share the page: only the widest give way."""

import pytest

from gweithdy.pack.pdf.column_widths import _capped
from gweithdy.pack.pdf.sheet import USUAL

PART = USUAL.width / 10


@pytest.mark.parametrize(
    ("least", "given"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([1, 2, 20], [1, 2, 7]),
        ([20, 1, 2], [7, 1, 2]),
        ([20, 30, 2], [4, 4, 2]),
        ([5, 5], [5, 5]),
        ([20, 20, 20, 20], [2.5] * 4),
    ],
)
def test_only_the_widest_give_way(least: list[float], given: list[float]) -> None:
    """In tenths of the page."""
    found = _capped([each * PART for each in least], USUAL.width)
    assert found == pytest.approx([each * PART for each in given])
