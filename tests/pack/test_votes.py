"""Votes in the pack: the most first, and of those with as many the one that stands first."""

import pytest
from tests.pack.builders import Day, of, pack

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.text import both
from gweithdy.pack.document import Table, words_of
from gweithdy.pack.figures import BarChart, Figure
from gweithdy.pack.votes import MOST_BARS


@pytest.fixture
def day() -> Day:
    day = Day()
    lane = day.lane()
    theme = day.add(Theme, lane=lane.id, title=both("Thema", "Theme"))
    counts = {"a": 2, "b": 7, "c": 2, "d": 0, "e": 40}
    for name, count in counts.items():
        card = day.add(Card, lane=lane.id, text=both(name, name))
        day.add(Vote, target=card.id, source="room", count=count)
    day.add(Vote, target=theme.id, source="online", count=3)
    day.add(Vote, target=theme.id, source="room", count=4)
    return day


def test_the_most_come_first_in_the_chart_and_in_the_table(day: Day) -> None:
    document = pack(day, language="en")
    (figure,) = of(document, Figure)
    assert isinstance(figure.drawing, BarChart)
    shown = [(words_of(bar.label), bar.value) for bar in figure.drawing.bars]
    assert shown == [("e", 40), ("Theme", 7), ("b", 7), ("a", 2), ("c", 2)]
    assert "Most votes: e (40); Theme (7); b (7)." in words_of(figure.alt)
    (table,) = of(document, Table)
    cells = [[words_of(p.runs) for c in row.cells for p in c] for row in table.rows]  # type: ignore[attr-defined]
    assert [(row[0], row[-1]) for row in cells] == [(name, str(votes)) for name, votes in shown]
    assert cells[1] == ["Theme", "4", "3", "7"]


def test_a_chart_of_many_shows_those_with_the_most(day: Day) -> None:
    lane = day.lane()
    for n in range(30):
        card = day.add(Card, lane=lane.id, text=both(f"k{n}", f"k{n}"))
        day.add(Vote, target=card.id, source="room", count=100 + n)
    figure = of(pack(day, language="en"), Figure)[0]
    assert isinstance(figure.drawing, BarChart)
    values = [bar.value for bar in figure.drawing.bars]
    assert values == [129 - n for n in range(MOST_BARS)]
    assert words_of(figure.caption) == "Votes: the first 15 of 35"


def test_votes_of_a_table_of_the_room_are_those_of_the_room(day: Day) -> None:
    theme = next(each for each in day.entities if isinstance(each, Theme))
    day.add(Vote, target=theme.id, source="3", count=2)
    (table,) = of(pack(day, language="en"), Table)
    cells = [[words_of(p.runs) for c in row.cells for p in c] for row in table.rows]  # type: ignore[attr-defined]
    assert cells[1] == ["Theme", "6", "3", "9"]
