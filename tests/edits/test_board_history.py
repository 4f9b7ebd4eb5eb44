"""Back to what a card was: its words in both languages, or its place, while that is still there."""

from collections.abc import Callable

import pytest
from tests.edits.undoing import done
from tests.pack.builders import Day

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Text, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.board_history import back_to_place, back_to_words


@pytest.fixture
def workshop() -> Workshop:
    """Two questions with a theme each, and a card in the first theme."""
    day = Day()
    first = day.lane()
    second = day.add(Lane, board=first.board, title=both("Ac eto?", "And then?"))
    theme, _ = (day.add(Theme, lane=lane.id, title=said("T", "en")) for lane in (first, second))
    day.add(Card, lane=first.id, theme=theme.id, text=both("Bws", "Bus"))
    return day.workshop()


def test_both_languages_come_back_as_they_were(workshop: Workshop) -> None:
    (then,) = workshop.of(Card)
    workshop.take(board.change_card(workshop, then.id, text=said("Trên", "cy")))
    done(workshop, back_to_words(workshop, then))
    assert workshop.get(Card, then.id).text == both("Bws", "Bus")


def test_there_is_no_way_back_to_no_words(workshop: Workshop) -> None:
    (then,) = workshop.of(Card)
    with pytest.raises(Problem, match="no words"):
        back_to_words(workshop, Card(id=then.id, session=then.session, text=Text()))


def test_a_card_goes_back_to_its_question_and_its_theme(workshop: Workshop) -> None:
    (then,) = workshop.of(Card)
    workshop.take(board.move_cards(workshop, [then.id], workshop.of(Lane)[1].id, ""))
    loose = workshop.get(Card, then.id)
    done(workshop, back_to_place(workshop, then))
    found = workshop.get(Card, then.id)
    assert (found.lane, found.theme) == (then.lane, then.theme)
    done(workshop, back_to_place(workshop, loose))
    found = workshop.get(Card, then.id)
    assert (found.lane, found.theme) == (loose.lane, "")


GONE: dict[str, Callable[[Workshop], Edit]] = {
    "its question is gone": lambda w: board.remove_lane(w, w.of(Lane)[0].id),
    "its theme is gone": lambda w: board.ungroup(w, w.of(Theme)[0].id),
    "its theme is elsewhere": lambda w: board.move_theme(w, w.of(Theme)[0].id, w.of(Lane)[1].id),
}


@pytest.mark.parametrize("what", GONE)
def test_where_its_place_is_no_longer_there_that_is_said(workshop: Workshop, what: str) -> None:
    (then,) = workshop.of(Card)
    workshop.take(board.move_cards(workshop, [then.id], workshop.of(Lane)[1].id, ""))
    workshop.take(GONE[what](workshop))
    with pytest.raises(Problem, match="no longer there"):
        back_to_place(workshop, then)
