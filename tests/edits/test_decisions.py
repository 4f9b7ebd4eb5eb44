"""The verbs of decisions: apply, and undo brings back what was."""

from datetime import date

import pytest
from tests.edits.undoing import done

from gweithdy.domain.decisions import Decision
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import decisions


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en"), date=date(2026, 1, 1)))
    for words in ("a", "b", "c"):
        workshop.take(decisions.add(workshop, words, "en"))
    return workshop


def words(workshop: Workshop) -> str:
    return "".join(each.text.en.words for each in workshop.of(Decision))


def test_add_puts_a_decision_at_the_end(workshop: Workshop) -> None:
    done(workshop, decisions.add(workshop, " Un peilot ", "cy", decided_by="Mari"))
    last = workshop.of(Decision)[-1]
    assert (last.text, last.decided_by) == (said("Un peilot", "cy"), "Mari")


def test_add_needs_words(workshop: Workshop) -> None:
    with pytest.raises(Problem, match="Type what was decided first"):
        decisions.add(workshop, " \n ", "en")


def test_change_gives_other_values_and_keeps_words(workshop: Workshop) -> None:
    id = workshop.of(Decision)[1].id
    done(workshop, decisions.change(workshop, id, decided_by="Everyone"))
    assert workshop.get(Decision, id).decided_by == "Everyone"
    with pytest.raises(Problem, match="A decision needs words"):
        decisions.change(workshop, id, text=Text())


def test_remove(workshop: Workshop) -> None:
    done(workshop, decisions.remove(workshop, workshop.of(Decision)[1].id))
    assert words(workshop) == "ac"


@pytest.mark.parametrize(("index", "order"), [(0, "bac"), (2, "acb")])
def test_move(workshop: Workshop, index: int, order: str) -> None:
    done(workshop, decisions.move(workshop, workshop.of(Decision)[1].id, index))
    assert words(workshop) == order
