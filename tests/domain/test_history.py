"""Undo and redo bring values back exactly, also for things that were made or deleted."""

from dataclasses import replace

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.history import History
from gweithdy.domain.session import Session
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop

SESSION = "11111111-1111-4111-8111-111111111111"
CARD = "22222222-2222-4222-8222-222222222222"


def a_workshop() -> Workshop:
    return Workshop(Session(id=SESSION), [Card(id=CARD, session=SESSION, text=said("Dŵr", "cy"))])


def do(workshop: Workshop, history: History, edit: Edit) -> None:
    back = workshop.reverse(edit)
    workshop.take(edit)
    history.add(edit, back)


def undo(workshop: Workshop, history: History) -> None:
    step = history.next_undo
    assert step is not None
    workshop.take(step.back)
    history.undone()


def redo(workshop: Workshop, history: History) -> None:
    step = history.next_redo
    assert step is not None
    workshop.take(step.again)
    history.redone()


def test_a_made_card_goes_and_comes_back_whole() -> None:
    workshop, history = Workshop(Session(id=SESSION)), History()
    made = Edit(
        "Add a card",
        (
            Change("card", CARD, "deleted", False),
            Change("card", CARD, "session", SESSION),
            Change("card", CARD, "text.cy.words", "Dŵr"),
        ),
        SESSION,
    )
    do(workshop, history, made)
    undo(workshop, history)
    assert workshop.of(Card) == []
    redo(workshop, history)
    assert [card.text.cy.words for card in workshop.of(Card)] == ["Dŵr"]


def test_a_deleted_card_comes_back_and_goes_again() -> None:
    workshop, history = a_workshop(), History()
    do(workshop, history, Edit("Delete", (Change("card", CARD, "deleted", True),), SESSION))
    undo(workshop, history)
    assert len(workshop.of(Card)) == 1
    redo(workshop, history)
    assert workshop.of(Card) == []


def test_typing_in_one_visit_is_one_step() -> None:
    workshop, history = a_workshop(), History()
    for words in ("Dŵr g", "Dŵr glân"):
        edit = Edit(
            "Change", (Change("card", CARD, "text.cy.words", words),), SESSION, typing="visit"
        )
        do(workshop, history, edit)
    later = Edit(
        "Change", (Change("card", CARD, "text.en.words", "Water"),), SESSION, typing="visit"
    )
    do(workshop, history, later)
    undo(workshop, history)
    assert workshop.get(Card, CARD).text == said("Dŵr", "cy")
    assert history.next_undo is None
    redo(workshop, history)
    assert workshop.get(Card, CARD).text.cy.words == "Dŵr glân"
    assert workshop.get(Card, CARD).text.en.words == "Water"


def test_another_visit_is_another_step() -> None:
    workshop, history = a_workshop(), History()
    for visit, words in (("one", "A"), ("two", "B")):
        edit = Edit(
            "Change", (Change("card", CARD, "text.cy.words", words),), SESSION, typing=visit
        )
        do(workshop, history, edit)
    undo(workshop, history)
    assert workshop.get(Card, CARD).text.cy.words == "A"


def test_facts_are_not_undone() -> None:
    workshop, history = a_workshop(), History()
    fact = Edit("Start", (Change("card", CARD, "source", "room"),), SESSION, fact=True)
    do(workshop, history, fact)
    assert history.next_undo is None


def test_a_new_step_forgets_what_was_undone() -> None:
    workshop, history = a_workshop(), History()
    edit = Edit("Change", (Change("card", CARD, "source", "1"),), SESSION)
    do(workshop, history, edit)
    undo(workshop, history)
    do(workshop, history, replace(edit, changes=(Change("card", CARD, "source", "2"),)))
    assert history.next_redo is None


def test_steps_of_other_sessions_are_forgotten_when_another_is_opened() -> None:
    workshop, history = a_workshop(), History()
    do(workshop, history, Edit("Change", (Change("card", CARD, "source", "1"),), SESSION))
    history.keep_only("another")
    assert history.next_undo is None
