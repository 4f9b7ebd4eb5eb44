"""Times are read as people write them, in both languages, and nothing else is taken for one."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gweithdy.domain.problem import Problem
from gweithdy.language.time_entry import read_time


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("09:30", time(9, 30)),
        ("930", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("9 30", time(9, 30)),
        ("9,30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9", time(9, 0)),
        ("14", time(14, 0)),
        ("14h", time(14, 0)),
        ("1400", time(14, 0)),
        ("0", time(0, 0)),
        ("2pm", time(14, 0)),
        ("2.30 PM", time(14, 30)),
        ("12am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("12:15 a.m.", time(0, 15)),
        ("9yb", time(9, 0)),
        ("2.30 yp", time(14, 30)),
        ("7 y.h.", time(19, 0)),
        ("  9 : 30 ", time(9, 30)),
        ("", None),
        ("   ", None),
    ],
)
def test_times(typed: str, at: time | None) -> None:
    assert read_time(typed) == at


@pytest.mark.parametrize(
    "typed",
    ["24", "9:60", "25:00", "9:3", "12345", "later", "9pmx", "14pm", "0am", "9:30:00"],
)
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(Problem, match="is not a time"):
        read_time(typed)


@given(st.times())
def test_what_is_shown_can_be_typed(at: time) -> None:
    wanted = at.replace(second=0, microsecond=0)
    for shown in (f"{at:%H:%M}", f"{at:%H.%M}", f"{at:%H%M}"):
        assert read_time(shown) == wanted
