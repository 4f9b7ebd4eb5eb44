"""Saved views: kept under a name, kept again, and gone; each can be undone."""

import pytest
from tests.pack.builders import rich_day

from gweithdy.domain.board import Board, CardKind, Lane
from gweithdy.domain.looks import Look, Sorting
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Text, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board
from gweithdy.edits.looks import remove_look, save_look


@pytest.fixture
def workshop() -> Workshop:
    """A day with a board and cards on it."""
    return rich_day().workshop()


def test_what_is_narrowed_down_is_kept_under_a_name(workshop: Workshop) -> None:
    place, lane = workshop.of(Board)[0].id, workshop.of(Lane)[0].id
    edit = save_look(
        workshop, place, said("Barriers", "en"), lane=lane, votes=3, sorting=Sorting.VOTES
    )
    workshop.take(edit)
    (look,) = workshop.of(Look)
    assert (look.board, look.lane, look.votes, look.sorting) == (place, lane, 3, "votes")
    assert look.kind is CardKind.NONE


def test_the_same_name_is_the_same_view(workshop: Workshop) -> None:
    place, name = workshop.of(Board)[0].id, said("Structural", "en")
    workshop.take(save_look(workshop, place, name, words="money", votes=5))
    (first,) = workshop.of(Look)
    workshop.take(save_look(workshop, place, name, kind=CardKind.STRUCTURAL))
    (second,) = workshop.of(Look)
    assert second.id == first.id
    assert (second.words, second.votes, second.kind) == ("", 0, CardKind.STRUCTURAL)


def test_a_name_is_needed_and_what_is_gone_cannot_go_twice(workshop: Workshop) -> None:
    place = workshop.of(Board)[0].id
    with pytest.raises(Problem, match="name"):
        save_look(workshop, place, Text())
    workshop.take(save_look(workshop, place, said("All", "en")))
    (look,) = workshop.of(Look)
    workshop.take(remove_look(workshop, look.id))
    assert not workshop.of(Look)
    with pytest.raises(Problem):
        remove_look(workshop, look.id)


def test_a_board_that_is_gone_has_no_views(workshop: Workshop) -> None:
    place = workshop.of(Board)[0].id
    workshop.take(board.remove_board(workshop, place))
    with pytest.raises(Problem):
        save_look(workshop, place, said("All", "en"))
