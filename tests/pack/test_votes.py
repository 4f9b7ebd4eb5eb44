"""Votes in the pack: the most first, each counted where it was given."""

from tests.pack.builders import Day, of, pack

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.text import both
from gweithdy.pack.document import Paragraph, Table, words_of
from gweithdy.pack.figures import BarChart, Figure


def voted(*counts: int) -> Day:
    """A day with a theme, then a card for each count; all votes are from the room."""
    day = Day()
    lane = day.lane()
    for n, count in enumerate(counts):
        noun, name = (Theme, "title") if n == 0 else (Card, "text")
        there = day.add(noun, lane=lane.id, **{name: both(f"Rhif {n}", f"Number {n}")})
        day.add(Vote, target=there.id, source="room", count=count)
    return day


def bars(day: Day) -> list[tuple[str, int]]:
    return [
        (words_of(bar.label), bar.value)
        for figure in of(pack(day), Figure)
        if isinstance(figure.drawing, BarChart)
        for bar in figure.drawing.bars
    ]


def table(day: Day) -> list[list[str]]:
    votes = next(table for table in of(pack(day), Table) if len(table.columns) == 4)
    return [
        [words_of(b.runs) for cell in row.cells for b in cell if isinstance(b, Paragraph)]
        for row in votes.rows
    ]


def test_the_most_votes_come_first_whatever_they_were_for() -> None:
    day = voted(2, 3, 9, 3)
    assert bars(day) == [("Rhif 2", 9), ("Rhif 1", 3), ("Rhif 3", 3), ("Rhif 0", 2)]
    assert [row[0] for row in table(day)] == ["Rhif 2", "Rhif 1", "Rhif 3", "Rhif 0"]


def test_what_nobody_voted_for_is_not_there() -> None:
    assert bars(voted(2, 0)) == [("Rhif 0", 2)]
    assert of(pack(voted(0, 0)), Figure) == []


def test_votes_of_tables_and_of_the_room_are_those_of_the_room() -> None:
    day = voted(4, 1)
    theme = next(each for each in day.entities if isinstance(each, Theme))
    for source, count in (("3", 2), ("online", 5), ("room", 0)):
        day.add(Vote, target=theme.id, source=source, count=count)
    assert table(day)[0] == ["Rhif 0", "6", "5", "11"]


def test_a_long_result_is_drawn_in_part_and_told_whole() -> None:
    day = voted(*range(20, 0, -1))
    assert len(bars(day)) == 15
    assert len(table(day)) == 20
    (figure,) = (each for each in of(pack(day), Figure) if isinstance(each.drawing, BarChart))
    assert "15" in words_of(figure.caption)
    assert "20" in words_of(figure.caption)
    assert "Rhif 2 (18)" in figure.alt
    assert "Rhif 3" not in figure.alt
