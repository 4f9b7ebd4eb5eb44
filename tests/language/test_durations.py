"""Durations are said in hours and minutes, not in hundreds of minutes."""

import pytest

from gweithdy.language.durations import duration
from gweithdy.language.words import Words


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (250, "4 h 10 min"), (1441, "24 h 1 min")],
)
def test_a_duration_is_said_as_people_say_it(minutes: int, said: str) -> None:
    assert duration(minutes, Words("en")) == said
