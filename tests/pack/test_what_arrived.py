"""Cards made from a chat or a form: where they come from is named, the line is not there."""

import pytest
from tests.pack.builders import Day, pack, read, text_of

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card
from gweithdy.domain.text import both
from gweithdy.pack.copies import Copy


@pytest.mark.parametrize("copy", list(Copy))
def test_the_line_it_was_made_from_is_in_no_copy(copy: Copy) -> None:
    day = Day()
    lane = day.lane()
    card = day.add(Card, lane=lane.id, text=both("Fferi", "A ferry"), source="before")
    day.add(Arrived, card=card.id, line="14:05 Priya Nand: A ferry", author="Priya Nand", mark="a1")
    words = text_of(read(pack(day, language="en", copy=copy)))
    assert "A ferry" in words
    assert "Priya" not in words
    assert "14:05" not in words


def test_where_it_was_said_is_named() -> None:
    day = Day()
    lane = day.lane()
    for source in ("before", "imported"):
        day.add(Card, lane=lane.id, text=both("Fferi", "A ferry"), source=source)
    words = text_of(read(pack(day, language="en")))
    assert "Before the session" in words
    assert "Imported" in words
    assert "Table" not in words
