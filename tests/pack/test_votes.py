"""Votes in the pack: the most first, and of those with as many the one that stands first."""

import pytest
from tests.pack.builders import Day, of, pack

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.text import both
from gweithdy.pack.bars import bars_of
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import Table
from gweithdy.pack.runs import words_of


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


def charts(day: Day, copy: Copy = Copy.PARTICIPANTS) -> list[Table]:
    tables = of(pack(day, language="en", copy=copy), Table)
    return [table for table in tables if any(column.bars for column in table.columns)]


def heads(table: Table) -> list[str]:
    return [words_of(column.heading) for column in table.columns]


def cells(table: Table) -> list[list[str]]:
    return [[words_of(p.runs) for c in row.cells for p in c] for row in table.rows]  # type: ignore[attr-defined]


def test_themes_and_single_cards_have_a_chart_each_with_the_most_first(day: Day) -> None:
    of_themes, of_cards = charts(day)
    assert cells(of_themes) == [["Theme", "7", "4", "3"]]
    assert cells(of_cards) == [
        ["e", "40", "1"],
        ["b", "7", "2"],
        ["a", "2", "3 ="],
        ["c", "2", "3 ="],
    ]
    said = [words_of(table.caption) for table in (of_themes, of_cards)]
    assert said == ["Votes on themes, most first", "Votes on single cards, most first"]


def test_a_bar_is_as_long_against_the_longest_as_its_number(day: Day) -> None:
    _, of_cards = charts(day)
    assert list(bars_of(of_cards)) == [{1: 1.0}, {1: 7 / 40}, {1: 2 / 40}, {1: 2 / 40}]


def test_a_sum_stands_only_where_it_is_another_number(day: Day) -> None:
    of_themes, of_cards = charts(day)
    assert heads(of_themes) == ["Theme", "All votes", "Room", "Online"]
    assert heads(of_cards) == ["Card", "Room", "Rank"]


def test_without_sources_there_is_the_sum_alone(day: Day) -> None:
    of_themes, of_cards = charts(day, Copy.COMMISSIONER)
    assert heads(of_themes) == ["Theme", "All votes"]
    assert heads(of_cards) == ["Card", "All votes", "Rank"]


def test_votes_of_a_table_have_a_column_of_their_own(day: Day) -> None:
    theme = next(each for each in day.entities if isinstance(each, Theme))
    day.add(Vote, target=theme.id, source="3", count=2)
    of_themes, _ = charts(day)
    assert cells(of_themes) == [["Theme", "9", "4", "2", "3"]]
    assert heads(of_themes) == ["Theme", "All votes", "Room", "Table\u00a03", "Online"]
