"""Undo and redo bring values back exactly, also for things that were made or deleted."""

from dataclasses import replace

import pytest

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit, Turn
from gweithdy.domain.history import LONGEST, Earlier, History, Step, remembered
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


def theirs(*changes: Change, fact: bool = False) -> Edit:
    return Edit("Theirs", changes, SESSION, fact=fact)


def made(*ids: str) -> Edit:
    new = (("deleted", False), ("session", SESSION))
    return Edit("Add", tuple(Change("card", id, *each) for id in ids for each in new), SESSION)


def places(edit: Edit) -> list[tuple[str, str]]:
    return [(change.id, change.field) for change in edit.changes]


def test_what_each_of_several_others_changed_is_left() -> None:
    workshop, history = a_workshop(), History()
    fields = ("source", "kind", "lane")
    edit = Edit("Change", tuple(Change("card", CARD, field, "1") for field in fields), SESSION)
    do(workshop, history, edit)
    for field in ("source", "kind"):
        history.beside(theirs(Change("card", CARD, field, "2")))
    assert history.next_undo
    assert places(history.next_undo.back) == [(CARD, "lane")]


def test_what_each_of_several_others_wrote_on_stays() -> None:
    workshop, history = Workshop(Session(id=SESSION)), History()
    do(workshop, history, made("a", "b", "c"))
    for id in ("a", "b"):
        history.beside(theirs(Change("card", id, "source", "2")))
    assert history.next_undo
    assert places(history.next_undo.back) == [("c", "deleted")]


def test_what_others_named_among_several_stays() -> None:
    workshop, history = Workshop(Session(id=SESSION)), History()
    do(workshop, history, made("a", "b"))
    history.beside(theirs(Change("card", "theirs", "cards", ("x", "a"))))
    assert history.next_undo
    assert places(history.next_undo.back) == [("b", "deleted")]


def test_a_step_undone_leaves_what_somebody_else_has_changed_since() -> None:
    workshop, history = a_workshop(), History()
    changes = (Change("card", CARD, "source", "1"), Change("card", CARD, "lane", "1"))
    do(workshop, history, Edit("Change", changes, SESSION))
    undo(workshop, history)
    history.beside(theirs(Change("card", CARD, "source", "2")))
    assert history.next_redo
    assert places(history.next_redo.again) == [(CARD, "lane")]


def test_only_taking_away_is_left_of_a_thing_that_others_wrote_on() -> None:
    workshop, history = a_workshop(), History()
    changes = (Change("card", CARD, "lane", ""), Change("card", CARD, "deleted", True))
    do(workshop, history, Edit("Remove", changes, SESSION))
    undo(workshop, history)
    history.beside(theirs(Change("card", CARD, "source", "2")))
    assert history.next_redo
    assert places(history.next_redo.again) == [(CARD, "lane")]


def test_typing_on_over_somebody_elses_words_is_a_new_step() -> None:
    workshop, history = a_workshop(), History()

    def typed(words: str) -> None:
        changes = (Change("card", CARD, "text.cy.words", words),)
        do(workshop, history, Edit("Change", changes, SESSION, typing="visit"))

    typed("A")
    words = theirs(Change("card", CARD, "text.cy.words", "B"))
    workshop.take(words)
    history.beside(words)
    typed("C")
    undo(workshop, history)
    assert workshop.get(Card, CARD).text.cy.words == "B"


def test_what_somebody_elses_fact_overtook_is_no_step_any_more() -> None:
    workshop, history = a_workshop(), History()
    changes = (Change("card", CARD, "source", "1"), Change("card", CARD, "lane", "1"))
    do(workshop, history, Edit("Change", changes, SESSION))
    do(workshop, history, Edit("Change", changes, SESSION))
    undo(workshop, history)
    history.beside(theirs(Change("card", CARD, "source", "2"), fact=True))
    assert (history.to_undo, history.next_redo) == ([], None)


def test_what_was_on_screen_then_is_not_what_undo_and_redo_have_seen() -> None:
    workshop, history = a_workshop(), History()
    edit = Edit("Change", (Change("card", CARD, "source", "1"),), SESSION, seen=1)
    do(workshop, history, edit)
    step = history.next_undo
    assert step
    assert (step.back.seen, step.again.seen) == (None, None)


def test_the_oldest_steps_are_forgotten() -> None:
    workshop, history = a_workshop(), History()
    for n in range(LONGEST + 5):
        do(workshop, history, Edit("Change", (Change("card", CARD, "source", f"{n}"),), SESSION))
    assert len(history.to_undo) == LONGEST
    assert history.to_undo[-1].edit.changes[0].value == "5"


def test_steps_of_the_library_itself_stay_when_another_session_is_opened() -> None:
    history = History()
    series = Edit("Add a series", (Change("series", "s", "deleted", False),))
    for edit in (series, series):
        history.add(edit, edit)
    history.undone()
    history.keep_only("another")
    assert history.next_undo
    assert history.next_redo
    history.undone()
    assert history.next_undo is None
    assert history.next_redo


def test_a_new_session_that_was_undone_can_be_made_again_until_another_is_opened() -> None:
    history = History()
    new = Edit("New session", (Change("session", SESSION, "deleted", False),), SESSION)
    history.add(new, new)
    history.undone()
    history.keep_only("")
    assert history.next_redo
    history.keep_only("another")
    assert history.next_redo is None


def test_a_session_that_is_opened_is_not_taken_away_by_redo() -> None:
    history = History()
    away = Edit("Delete", (Change("session", SESSION, "deleted", True),))
    history.add(away, away)
    history.undone()
    history.keep_only("another")
    assert history.next_redo
    history.keep_only(SESSION)
    assert history.next_redo is None


def test_a_library_step_about_a_session_is_still_redone_once_that_is_opened() -> None:
    history = History()
    renamed = Edit("Change", (Change("session", SESSION, "title.en.words", "Day"),))
    history.add(renamed, renamed)
    history.undone()
    history.keep_only(SESSION)
    assert history.next_redo


@pytest.mark.parametrize(("noun", "id"), [("card", CARD), ("session", SESSION)])
def test_what_was_undone_in_a_session_is_forgotten_when_it_is_closed(noun: str, id: str) -> None:
    history = History()
    edit = Edit("Change", (Change(noun, id, "order", 1.0),), SESSION)
    history.add(edit, edit)
    history.undone()
    history.keep_only("")
    assert history.next_redo is None


def test_nothing_that_was_undone_comes_back_into_another_session() -> None:
    workshop, history = a_workshop(), History()
    do(workshop, history, Edit("Change", (Change("card", CARD, "source", "1"),), SESSION))
    undo(workshop, history)
    history.keep_only("another")
    assert history.next_redo is None


def test_a_visit_is_told_by_what_it_led_to() -> None:
    workshop, history = a_workshop(), History()
    for words in ("Dŵr g", "Dŵr glân"):
        changes = (Change("card", CARD, "text.cy.words", words),)
        do(workshop, history, Edit("Change", changes, SESSION, about=words, typing="visit"))
    assert history.next_undo
    assert history.next_undo.edit.about == "Dŵr glân"


def earlier(
    field: str, was: str, value: str, turn: Turn = Turn.STEP, *, mine: bool = True
) -> Earlier:
    before, edit = (
        Edit("Change", (Change("card", CARD, field, each),), SESSION, turn=turn)
        for each in (was, value)
    )
    return Earlier(edit, before, mine)


def told(steps: list[Step]) -> list[tuple[str, object]]:
    return [(change.field, change.value) for step in steps for change in step.edit.changes]


def test_after_a_restart_redo_passes_over_what_is_no_longer_ones_own() -> None:
    history = remembered(
        [
            earlier("source", "", "1"),
            earlier("kind", "none", "cultural"),
            earlier("kind", "cultural", "none", Turn.UNDO),
            earlier("source", "1", "", Turn.UNDO),
            earlier("source", "", "theirs", mine=False),
            earlier("kind", "none", "cultural", Turn.REDO),
        ]
    )
    assert told(history.to_undo) == [("kind", "cultural")]
    assert history.next_redo is None


def test_a_step_is_told_by_its_values_and_not_only_by_what_it_is_about() -> None:
    history = remembered(
        [
            earlier("deleted", "no", "yes"),
            earlier("deleted", "yes", "no"),
            earlier("deleted", "no", "yes", Turn.UNDO),
            earlier("deleted", "yes", "no", Turn.UNDO),
            earlier("source", "", "1"),
            earlier("source", "1", "", Turn.UNDO),
            # Out of another session, in which nothing was done in between.
            earlier("deleted", "no", "yes", Turn.REDO),
            earlier("deleted", "yes", "no", Turn.REDO),
            earlier("deleted", "no", "yes", Turn.UNDO),
        ]
    )
    assert told(history.to_undo) == [("deleted", "yes")]
    assert history.next_redo
    assert told([history.next_redo]) == [("deleted", "no")]


def test_a_step_that_lies_too_far_back_is_done_again_as_it_was_undone() -> None:
    history = remembered([earlier("source", "1", "", Turn.UNDO)])
    assert history.to_undo == []
    assert history.next_redo
    assert told([history.next_redo]) == [("source", "1")]


def test_half_a_visit_is_no_step() -> None:
    half = earlier("source", "1", "12", Turn.MORE)
    assert remembered([half]).to_undo == []
    undone = earlier("source", "12", "", Turn.UNDO)
    history = remembered([half, undone])
    assert history.to_undo == []
    assert history.next_redo
    assert told([history.next_redo]) == [("source", "12")]


def test_a_turn_that_changed_nothing_is_no_step() -> None:
    history = remembered([earlier("source", "", "", turn) for turn in (Turn.UNDO, Turn.REDO)])
    assert (history.to_undo, history.next_redo) == ([], None)


def test_a_session_that_is_opened_is_not_brought_back_by_redo_either() -> None:
    history = History()
    for deleted in (True, False):
        change = Change("session", SESSION, "deleted", deleted)
        back = Change("session", SESSION, "deleted", not deleted)
        history.add(Edit("In or out", (change,)), Edit("In or out", (back,)))
    history.undone()
    history.undone()
    history.keep_only(SESSION)
    assert history.next_redo is None


def test_what_lies_under_a_step_that_is_given_up_goes_with_it() -> None:
    """It would bring back what is there already, or what was never next to it."""
    workshop, history = a_workshop(), History()
    for field, value in (("lane", "1"), ("deleted", True), ("deleted", False)):
        do(workshop, history, Edit(field, (Change("card", CARD, field, value),), SESSION))
    history.beside(theirs(Change("card", CARD, "source", "2")))
    assert history.next_undo
    assert places(history.next_undo.back) == []
    history.given_up()
    assert told(history.to_undo) == [("lane", "1")]


def test_what_others_changed_takes_no_other_step_along() -> None:
    workshop, history = a_workshop(), History()
    both = (Change("card", CARD, "source", "1"), Change("card", CARD, "lane", "1"))
    do(workshop, history, Edit("Both", both, SESSION))
    do(workshop, history, Edit("Source", (Change("card", CARD, "source", "2"),), SESSION))
    history.beside(theirs(Change("card", CARD, "source", "3")))
    history.given_up()
    assert history.next_undo
    assert places(history.next_undo.back) == [(CARD, "lane")]


def test_after_a_restart_too_nothing_is_left_under_a_step_that_was_given_up() -> None:
    history = remembered(
        [
            earlier("lane", "", "1"),
            earlier("deleted", "", "yes"),
            earlier("deleted", "yes", ""),
            earlier("source", "", "theirs", mine=False),
            earlier("lane", "1", "", Turn.UNDO),
        ]
    )
    assert told(history.to_undo) == []
    assert history.next_redo
    assert told([history.next_redo]) == [("lane", "1")]
