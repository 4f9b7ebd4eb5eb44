"""The agenda in the pack: the plan, and beside it what happened, in the time of Wales."""

from datetime import UTC, date, datetime, time

from tests.pack.builders import Day, headings, of, pack

from gweithdy.domain.agenda import Block, BlockKind
from gweithdy.domain.text import Text, both
from gweithdy.pack.document import Paragraph, Table
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import blocks_in


def at(hour: int, minute: int = 0) -> datetime:
    """A moment of a summer's day, when Wales is an hour ahead of UTC."""
    return datetime(2026, 7, 14, hour, minute, tzinfo=UTC)


def rows(day: Day) -> list[list[list[str]]]:
    """The words of each cell of the agenda, paragraph by paragraph."""
    table = of(pack(day, language="en"), Table)[0]
    return [
        [[words_of(b.runs) for b in cell if isinstance(b, Paragraph)] for cell in row.cells]
        for row in table.rows
    ]


def minutes(day: Day) -> str:
    """The sentence above the table."""
    document = pack(day, language="en")
    (agenda,) = (s for _, s in headings(document) if s.anchor == "en-agenda")
    first = next(iter(blocks_in(agenda)))
    paragraph = first if isinstance(first, Paragraph) else agenda.blocks[0]
    assert isinstance(paragraph, Paragraph)
    return words_of(paragraph.runs)


def test_a_plan_that_was_not_run_says_only_what_was_planned() -> None:
    day = Day(start=time(9, 30))
    day.add(Block, title=both("Un", "One"), kind=BlockKind.TALK, minutes=20, lead="Mair")
    day.add(Block, title=Text(), kind=BlockKind.LUNCH, minutes=45)
    assert minutes(day) == "Planned: 1 h 5 min."
    assert rows(day) == [
        [["09:30–09:50"], ["One\u00a0· Talk\u00a0· Mair"]],
        [["09:50–10:35"], ["Lunch"]],
    ]


def test_a_day_that_was_run_says_when_each_block_was() -> None:
    day = Day(start=time(10, 0))
    title = both("Un", "One")
    day.add(Block, title=title, minutes=20, began=at(9, 5), ended=at(9, 31))
    day.add(Block, title=title, minutes=20, began=at(9, 31))
    day.add(Block, title=title, minutes=20)
    assert minutes(day) == "Planned: 1 h. As run: 26 min."
    assert [row[1] for row in rows(day)] == [["10:05–10:31"], ["10:31–"], ["–"]]


def test_without_a_start_the_lengths_stand_until_a_time_is_fixed() -> None:
    day = Day()
    for locked in (None, time(11, 0), None):
        day.add(Block, title=both("Un", "One"), minutes=30, locked=locked)
    assert [row[0] for row in rows(day)] == [["30 min"], ["11:00–11:30"], ["11:30–12:00"]]


def test_a_block_that_was_run_on_another_day_says_which() -> None:
    day = Day(start=time(10, 0), date=date(2026, 7, 14))
    title = both("Un", "One")
    day.add(Block, title=title, began=at(9, 5), ended=at(9, 31))
    late = datetime(2026, 7, 14, 23, 30, tzinfo=UTC)
    day.add(Block, title=title, began=late, ended=late)
    assert [row[1] for row in rows(day)] == [["10:05–10:31"], ["15 Jul 2026 00:30–00:30"]]


def test_planned_re_planned_and_as_run_stand_side_by_side() -> None:
    day = Day(start=time(10, 0))
    title = both("Un", "One")
    day.add(
        Block, title=title, minutes=20, promised=600, replanned=25, began=at(9, 5), ended=at(9, 31)
    )
    day.add(Block, title=title, minutes=20, promised=620, left_out=True)
    day.add(Block, title=title, minutes=10, began=at(9, 31), ended=at(9, 40))
    assert minutes(day) == "Planned: 50 min. As run: 35 min."
    assert [row[:3] for row in rows(day)] == [
        [["10:00–10:20"], ["25 min"], ["10:05–10:31"]],
        [["10:20–10:40"], ["Left out"], ["–"]],
        [["–"], [], ["10:31–10:40"]],
    ]
