"""Tallies as people type them: one by one, counted, or mixed; and written back as they read."""

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.language.tally_entry import MOST_PEOPLE, as_marks, read_marks, read_tally, write_marks


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("4 4 5", ((5, 1), (4, 2))),
        ("445", ((5, 1), (4, 2))),
        ("4, 4; 5", ((5, 1), (4, 2))),
        ("5:12 4:3", ((5, 12), (4, 3))),
        ("5 x 12", ((5, 12),)),
        ("5×2 5*3", ((5, 5),)),
        ("5:2 5 1", ((5, 3), (1, 1))),
        ("3:0", ()),
        ("", ()),
    ],
)
def test_marks_are_read_as_tables_give_them(typed: str, marks: object) -> None:
    assert read_marks(typed) == marks


@pytest.mark.parametrize("typed", ["6", "0", "4 a", "7:3", "5:99999", "5:9000 5:9000", "-4", "4.5"])
def test_what_is_no_mark_is_refused_whole(typed: str) -> None:
    with pytest.raises(Problem, match="one by one"):
        read_marks(typed)


@pytest.mark.parametrize(
    ("marks", "written"),
    [
        ({1: 1, 4: 2, 5: 1}, "5 4 4 1"),
        ({5: 12}, "5 5 5 5 5 5 5 5 5 5 5 5"),
        ({5: 12, 3: 1}, "5:12 3:1"),
        ({5: MOST_PEOPLE, 2: 0}, f"5:{MOST_PEOPLE}"),
        ({}, ""),
    ],
)
def test_what_is_written_reads_back(marks: dict[int, int], written: str) -> None:
    found = as_marks(marks)
    assert write_marks(found) == written
    assert read_marks(written) == found


def test_a_number_of_dots_and_nothing_for_none() -> None:
    assert [read_tally(typed, 99) for typed in ("7", " 99 ", "", "  ")] == [7, 99, 0, 0]
    for typed in ("100", "-1", "ten"):
        with pytest.raises(Problem):
            read_tally(typed, 99)
