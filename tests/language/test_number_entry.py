"""Numbers as they are typed."""

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.language.number_entry import read_number


@pytest.mark.parametrize(("typed", "number"), [("1", 1), (" 600 ", 600), ("0045", 45)])
def test_a_number(typed: str, number: int) -> None:
    assert read_number(typed, 1, 600) == number


@pytest.mark.parametrize("typed", ["0", "601", "-5", "4.5", "5 6", "ten", "9" * 9000, "²"])
def test_what_is_none_is_told_with_what_would_be_right(typed: str) -> None:
    with pytest.raises(Problem) as raised:
        read_number(typed, 1, 600)
    assert "from 1 to 600" in str(raised.value)
    assert typed in str(raised.value)


def test_nothing_is_no_number() -> None:
    with pytest.raises(Problem, match=r"^Write a whole number from 0 to 100\."):
        read_number("  ", 0, 100)
