"""Cards from elsewhere: the line is kept, twice adds nothing, what was undone can come again."""

from datetime import UTC, datetime

import pytest

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, Lane
from gweithdy.domain.change import Origin
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.arrived import Line, known_marks, take_in

NOW = datetime(2026, 9, 10, 15, tzinfo=UTC)
SAID = datetime(2026, 9, 10, 13, 5, tzinfo=UTC)
LINES = [
    Line("Fferi drwy'r flwyddyn", "cy", "a1", "14:05 …: Fferi drwy'r flwyddyn", at=SAID),
    Line("A market", "en", "b2", "14:06 Sam: A market", "Sam"),
]


@pytest.fixture
def workshop() -> Workshop:
    return Workshop(Session(id=new_id(), title=both("Diwrnod", "Day")))


def take(workshop: Workshop, lines: list[Line] = LINES, lane: str = "") -> None:
    edit = take_in(workshop, lines, lane, (), "online", "zoom-chat", NOW)
    workshop.take(edit)


def test_a_card_for_each_line_with_what_it_was_made_from(workshop: Workshop) -> None:
    take(workshop)
    cards = workshop.of(Card)
    assert [(c.text.as_said(), c.text.original, c.captured, c.source) for c in cards] == [
        ("Fferi drwy'r flwyddyn", "cy", SAID, "online"),
        ("A market", "en", NOW, "online"),
    ]
    assert {card.lane for card in cards} == {workshop.of(Lane)[0].id}
    [ferry], [market] = (workshop.inside(Arrived, card.id) for card in cards)
    assert (ferry.line, ferry.author, ferry.format, ferry.mark) == (
        "14:05 …: Fferi drwy'r flwyddyn", "", "zoom-chat", "a1",
    )  # fmt: skip
    assert market.author == "Sam"
    assert known_marks(workshop) == {"a1", "b2"}


def test_all_of_it_is_one_step_back(workshop: Workshop) -> None:
    edit = take_in(workshop, LINES, "", (), "online", "zoom-chat", NOW)
    assert edit.origin is Origin.IMPORT
    undo = workshop.reverse(edit)
    workshop.take(edit)
    workshop.take(undo)
    assert not workshop.of(Card)
    assert not workshop.of(Arrived)
    assert known_marks(workshop) == frozenset()
    # What was undone comes again, as the same cards.
    before = {each.id for each in workshop.everything()}
    take(workshop)
    assert [card.text.as_said() for card in workshop.of(Card)] == [each.words for each in LINES]
    assert {card.id for card in workshop.of(Card)} <= before


def test_a_card_that_was_removed_stays_known(workshop: Workshop) -> None:
    take(workshop)
    workshop.take(board.remove_cards(workshop, [workshop.of(Card)[0].id]))
    assert known_marks(workshop) == {"a1", "b2"}


def test_two_laptops_make_the_same_cards_of_a_file(workshop: Workshop) -> None:
    workshop.take(board.start_board(workshop))
    other = workshop.copy()
    take(workshop)
    take(other)
    assert [card.id for card in workshop.of(Card)] == [card.id for card in other.of(Card)]


def test_what_is_there_comes_a_second_time_only_as_another_card(workshop: Workshop) -> None:
    take(workshop)
    take(workshop, LINES[:1])
    assert len({card.id for card in workshop.of(Card)}) == 3
    [first, *_] = workshop.of(Card)
    workshop.take(board.change_card(workshop, first.id, source="3"))
    assert [card.source for card in workshop.of(Card)].count("online") == 2


def test_of_nothing_nothing_is_made(workshop: Workshop) -> None:
    with pytest.raises(Problem, match="nothing new"):
        take(workshop, [])
    with pytest.raises(Problem, match="no words"):
        take(workshop, [LINES[0], Line(" ", "en", "c3", "")])
    assert not workshop.of(Card)
