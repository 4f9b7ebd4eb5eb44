"""The verbs of the Actions page: apply, and undo brings back what was."""

from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import actions


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), date=date(2026, 1, 1)))
    for words in ("a", "b", "c"):
        workshop.take(actions.add(workshop, words, "en"))
    return workshop


def words(workshop: Workshop) -> str:
    return "".join(action.text.en.words or action.text.cy.words for action in workshop.of(Action))


def test_add_puts_an_action_at_the_end(workshop: Workshop) -> None:
    done(workshop, actions.add(workshop, " Ffonio ", "cy", owner="Mari"))
    last = workshop.of(Action)[-1]
    assert (last.text, last.owner) == (said("Ffonio", "cy"), "Mari")
    assert (last.state, last.due, last.session) == (ActionState.NOT_STARTED, None, workshop.id)


def test_add_needs_words(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        actions.add(workshop, " \n ", "en")


def test_change_gives_other_values(workshop: Workshop) -> None:
    id = workshop.of(Action)[1].id
    due = date(2027, 3, 12)
    done(workshop, actions.change(workshop, id, due=due, state=ActionState.COMPLETED))
    assert workshop.get(Action, id).due == due
    done(workshop, actions.change(workshop, id, due=None))
    assert workshop.get(Action, id).due is None
    assert not actions.change(workshop, id, due=None)


def test_words_stay(workshop: Workshop) -> None:
    with pytest.raises(Problem):
        actions.change(workshop, workshop.of(Action)[0].id, text=Text())


def test_remove(workshop: Workshop) -> None:
    done(workshop, actions.remove(workshop, workshop.of(Action)[1].id))
    assert words(workshop) == "ac"


@pytest.mark.parametrize(("index", "order"), [(0, "bac"), (1, "abc"), (2, "acb"), (9, "acb")])
def test_move(workshop: Workshop, index: int, order: str) -> None:
    done(workshop, actions.move(workshop, workshop.of(Action)[1].id, index))
    assert words(workshop) == order
