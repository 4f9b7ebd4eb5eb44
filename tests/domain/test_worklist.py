"""The worklist: a line for each text that is translated, kept up by what was taken."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import workshops

from gweithdy.domain.actions import Action
from gweithdy.domain.board import Board, Card, Lane, Theme
from gweithdy.domain.change import Change, Committed, Edit
from gweithdy.domain.decisions import Decision
from gweithdy.domain.entity import declared, noun_name
from gweithdy.domain.ids import new_id
from gweithdy.domain.nouns import OWNED
from gweithdy.domain.people import Participant
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Language, Text, Translation, both, said
from gweithdy.domain.worklist import Progress, Worklist, organisers_lines
from gweithdy.domain.workshop import Workshop

SESSION = Session(id=new_id(), title=said("Diwrnod", "cy"))


def workshop_of(*rows: object) -> Workshop:
    return Workshop(SESSION, rows)  # type: ignore[arg-type]


def card(words: str, lane: str = "", **more: object) -> Card:
    return Card(
        id=new_id(),
        session=SESSION.id,
        lane=lane,
        text=said(words, "en"),
        **more,  # type: ignore[arg-type]
    )


def words(worklist: Worklist) -> list[str]:
    return [line.cy or line.en for line in worklist.lines.values()]


def test_a_board_is_read_question_by_question_with_its_themes() -> None:
    board = Board(id=new_id(), session=SESSION.id, title=said("Wall", "en"))
    first, last = (
        Lane(id=new_id(), session=SESSION.id, board=board.id, title=said(name, "en"), order=order)
        for name, order in (("First", 1.0), ("Last", 2.0))
    )
    theme = Theme(id=new_id(), session=SESSION.id, lane=first.id, title=said("Theme", "en"))
    cards = (
        card("loose", first.id, order=1.0),
        card("grouped", first.id, theme=theme.id, order=2.0),
        card("other", last.id, order=0.0),
    )
    worklist = Worklist(workshop_of(*cards, theme, last, first, board))
    assert words(worklist) == [
        "Diwrnod", "Wall", "First", "Theme", "grouped", "loose", "Last", "other",
    ]  # fmt: skip


def test_a_card_without_a_board_is_not_forgotten_and_a_name_is_no_work() -> None:
    person = Participant(id=new_id(), session=SESSION.id, organisation=said("Cyngor", "cy"))
    assert words(Worklist(workshop_of(card("lost"), person))) == ["Diwrnod", "lost"]


def test_the_organiser_wrote_the_plan_and_not_what_was_said() -> None:
    action = Action(id=new_id(), session=SESSION.id, text=said("Do it", "en"))
    agreed = Decision(id=new_id(), session=SESSION.id, text=said("One pilot", "en"))
    workshop = workshop_of(action, agreed, card("said"))
    written = [line.cy or line.en for line in organisers_lines(workshop)]
    assert written == ["Diwrnod", "One pilot", "Do it"]
    assert {line.noun for line in Worklist(workshop).lines.values() if line.is_organisers} == {
        "session",
        "decision",
        "action",
    }


def test_progress_in_each_language() -> None:
    done = replace(card(""), text=both("Dŵr", "Water"))
    drafted = replace(card(""), text=said("Bus", "en").having("cy", "Bws"))
    machine = replace(drafted, id=new_id(), text=drafted.text.marked("cy", Translation.MACHINE))
    sent = replace(drafted, id=new_id(), text=said("Tea", "en").marked("cy", Translation.SENT))
    worklist = Worklist(workshop_of(done, drafted, machine, sent, card("missing")))
    assert worklist.progress(Language.CY) == Progress(all=6, there=3, to_check=2)
    assert worklist.progress(Language.EN) == Progress(all=6, there=5, to_check=0)


def taken(workshop: Workshop, *changes: Change) -> "list[str] | None":
    """The words of the lines that a worklist says are other ones; it is as a new one then."""
    worklist = Worklist(workshop)
    edit = Edit("", changes, workshop.id)
    found = worklist.take(workshop.catch_up(Committed(edit, workshop.position + 1)))
    if found is not None:
        assert [line for line in worklist.lines.values() if line.text] == list(
            Worklist(workshop).lines.values()
        )
    return None if found is None else [line.en for line in found]


def test_only_what_changed_is_told() -> None:
    one, two = card("one"), card("two")
    changed = Change("card", one.id, "text.en.words", "other")
    assert taken(workshop_of(one, two), changed) == ["other"]
    # An action has texts that nobody has written yet: they have no line.
    action = Action(id=new_id(), session=SESSION.id, text=Text(), owner="Mari")
    assert taken(workshop_of(one, action), Change("action", action.id, "owner", "Aled")) == []
    assert taken(workshop_of(one, two), Change("card", one.id, "source", "3")) == []
    assert taken(workshop_of(one, two), Change("card", one.id, "text.en.words", "")) == [""]


def test_what_comes_goes_or_moves_is_gathered_anew() -> None:
    one, two = card("one", order=1.0), card("two", order=2.0)
    purpose = Change("session", SESSION.id, "purpose.en.words", "Why")
    assert taken(workshop_of(one, two), Change("card", one.id, "deleted", True)) is None
    assert taken(workshop_of(one, two), Change("card", one.id, "order", 3.0)) is None
    assert taken(workshop_of(one, two), purpose) is None


@settings(max_examples=60, deadline=None)
@given(workshops(), st.data())
def test_what_is_taken_is_as_if_gathered_anew(
    drawn: tuple[Workshop, Series | None], data: st.DataObject
) -> None:
    workshop, _ = drawn
    worklist = Worklist(workshop)
    texts = [
        (noun_name(row), row.id, one.name)
        for noun in (Session, *OWNED)
        for row in workshop.of(noun)
        for one in declared(noun)
        if isinstance(getattr(row, one.name), Text)
    ]
    for _ in range(3):
        noun, id, field = data.draw(st.sampled_from(texts))
        part = data.draw(st.sampled_from(["cy.words", "en.words", "en.state", "original"]))
        value = data.draw(
            st.sampled_from({"original": ["cy", "en"], "en.state": ["machine", ""]}.get(part, "ab"))
        )
        edit = Edit("", (Change(noun, id, f"{field}.{part}", value),), workshop.id)
        told = worklist.take(workshop.catch_up(Committed(edit, workshop.position + 1)))
        if told is None:
            worklist = Worklist(workshop)
        fresh = Worklist(workshop)
        assert list(worklist.lines.values()) == list(fresh.lines.values())
        for language in Language:
            assert worklist.progress(language) == fresh.progress(language)
