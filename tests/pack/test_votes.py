"""Votes in the pack: the most first, and of those with as many the one that stands first."""

from datetime import UTC, datetime

import pytest
from tests.pack.builders import Day, of, pack

from gweithdy.domain.board import Card, Theme, Vote
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.text import both
from gweithdy.exchange.lists import listings
from gweithdy.pack.bars import bars_of
from gweithdy.pack.copies import Copy
from gweithdy.pack.document import SectionBlock, Table
from gweithdy.pack.figures import Figure
from gweithdy.pack.pdf.attached import attachments
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import runs_in
from gweithdy.pack.writing import written


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


@pytest.fixture
def rounds(day: Day) -> list[Round]:
    """A round that is closed, one that is open, and one of rating that is closed."""
    theme = next(each for each in day.entities if isinstance(each, Theme))
    made = [
        day.add(Round, title=both("Cyntaf", "First"), closed=True, budget=3),
        day.add(Round, title=both("Cudd", "Hidden"), budget=3),
        day.add(
            Round,
            title=both("Sgorio", "Rating"),
            kind=RoundKind.RATING,
            closed=True,
            first=both("Pwysigrwydd", "Importance"),
            second=both("Rhwyddineb", "Ease"),
        ),
    ]
    day.add(Vote, target=theme.id, source="1", count=11, round=made[0].id)
    day.add(Vote, target=theme.id, source="1", count=777, round=made[1].id)
    for criterion, mark, count in ((1, 5, 2), (1, 1, 2), (2, 4, 3)):
        more = {"criterion": criterion, "mark": mark, "count": count}
        day.add(Vote, target=theme.id, source="1", round=made[2].id, **more)
    return made


def test_rounds_stand_side_by_side_and_a_hidden_one_stands_nowhere(
    day: Day, rounds: list[Round]
) -> None:
    document = pack(day, language="en")
    headings = [words_of(each.heading) for each in of(document, SectionBlock)]
    at = headings.index("Votes")
    assert headings[at + 1 : at + 4] == ["First", "Rating", "Votes without a round"]
    every = " ".join(run.text for run in runs_in(document))
    assert "777" not in every
    assert "Hidden" not in every
    assert "11 votes" in every, "the summary and the board have those of the round that may be seen"
    assert "3 dots for each person" in every
    assert rounds


def test_a_rating_has_its_means_the_mark_of_dissent_and_a_plot(
    day: Day, rounds: list[Round]
) -> None:
    document = pack(day, language="en")
    (table,) = [t for t in of(document, Table) if heads(t)[2:] == ["Importance", "Ease"]]
    assert cells(table) == [["1", "Theme", "3.0 ▲", "± 2.0 · 4 people", "4.0", "± 0.0 · 3 people"]]
    (figure,) = of(document, Figure)
    assert [(p.number, p.power, p.interest) for p in figure.drawing.points] == [(1, 50, 75)]
    assert (figure.drawing.up.text, figure.drawing.across.text) == ("Importance", "Ease")
    assert "Importance" in words_of(figure.alt)
    assert rounds


def test_the_files_inside_the_pack_hold_no_hidden_round(day: Day, rounds: list[Round]) -> None:
    files = attachments(pack(day, language="en"))
    assert len(files) == 3, "a round on themes, and themes and cards without a round"
    assert not any(b"777" in each.content for each in files)
    assert any(b"11" in each.content for each in files)
    assert rounds


def test_no_list_holds_a_hidden_round(day: Day, rounds: list[Round]) -> None:
    listed = {each.key: each for each in listings(day.workshop(), None, datetime.now(UTC))}
    assert not any(777 in row for row in listed["votes"].rows)
    assert any(11 in row for row in listed["votes"].rows)
    assert any(11 in row for row in listed["themes"].rows)
    assert len(listed["rounds"].rows) == len(rounds)


def test_all_three_forms_are_written_with_rounds(day: Day, rounds: list[Round]) -> None:
    assert rounds
    for ending in ("pdf", "html", "docx"):
        assert written(pack(day), ending)
