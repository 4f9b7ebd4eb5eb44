"""What the clock says of the time that is left."""

from types import SimpleNamespace
from typing import Any

import pytest

from gweithdy.domain.clock import ClockState
from gweithdy.language.words import Words
from gweithdy.ui.run.wording import said


@pytest.mark.parametrize(
    ("left", "role"),
    [(121.0, "ink"), (120.0, "late"), (0.0, "late"), (-0.5, "late"), (-1.0, "over")],
)
def test_the_colour_turns_in_the_second_in_which_it_is_told(left: float, role: str) -> None:
    clock = SimpleNamespace(state=ClockState.RUNNING)
    day: Any = SimpleNamespace(left=lambda _now: left, clock=clock)
    ticker: Any = SimpleNamespace(now=None)
    assert said(day, ticker, Words("en")).role == role
