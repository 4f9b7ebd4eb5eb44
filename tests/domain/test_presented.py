"""What the whole room is shown: released cards, in order, and nothing of who and how many."""

import pytest
from tests.pack.builders import rich_day

from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.presented import Role, presented
from gweithdy.domain.restraint import Standing
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board


@pytest.fixture
def workshop() -> Workshop:
    day = rich_day()
    (on,) = (each.id for each in day.entities if isinstance(each, Board))
    day.add(Lane, board=on, title=both("Ac eto?", "And then?"))
    return day.workshop()


def test_everything_of_the_board_in_its_order(workshop: Workshop) -> None:
    shown = presented(workshop, workshop.of(Board)[0].id)
    cards = [each.id for each in shown if each.role is Role.CARD]
    assert set(cards) == {card.id for card in workshop.of(Card)}
    assert shown[0].role is Role.LANE
    for theme in workshop.of(Theme):
        place = [each.id for each in shown].index(theme.id)
        assert workshop.get(Card, shown[place + 1].id).theme == theme.id


def test_one_theme_has_its_question_above_it(workshop: Workshop) -> None:
    theme = workshop.of(Theme)[0]
    first, second, *cards = shown = presented(workshop, workshop.of(Board)[0].id, theme.id)
    assert (first.id, second.id) == (theme.lane, theme.id)
    assert [each.role for each in shown].count(Role.LANE) == 1
    assert {workshop.get(Card, each.id).theme for each in cards} == {theme.id}


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.RELEASED])
def test_what_is_not_released_is_not_shown(workshop: Workshop, standing: Standing) -> None:
    held, *_ = workshop.of(Card)
    workshop.take(Edit("", (Change("card", held.id, "standing", standing),), workshop.id))
    shown = [each.id for each in presented(workshop, workshop.of(Board)[0].id)]
    assert held.id not in shown
    assert len(shown) > 3


def test_what_is_removed_goes_and_a_question_stays(workshop: Workshop) -> None:
    workshop.take(board.remove_cards(workshop, [card.id for card in workshop.of(Card)]))
    shown = presented(workshop, workshop.of(Board)[0].id)
    assert {each.role for each in shown} == {Role.LANE}
