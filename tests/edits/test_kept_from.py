"""One thing made of another, and what is parked: each is undone whole, and nothing is forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.edits.undoing import done, living

from gweithdy.domain.actions import Action
from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, CardKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, ParkedState, Quote
from gweithdy.domain.released import released
from gweithdy.domain.restraint import Naming
from gweithdy.domain.session import Series, Session, Status
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits import agenda, board, quotes, running
from gweithdy.edits.carrying import carry_over, next_session, waiting
from gweithdy.edits.changes import created
from gweithdy.edits.kept_from import act_on, made_of, park_cards, quote_cards
from gweithdy.edits.moderation import set_aside
from gweithdy.edits.naming import tighten

NOW = datetime(2026, 11, 12, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 12, 10, 5, tzinfo=UTC)


@pytest.fixture
def workshop() -> Workshop:
    """A running day with two cards of table 3, said while the first block was on."""
    session = Session(id=new_id(), title=both("Diwrnod", "Day"), date=date(2026, 11, 12))
    made = Workshop(session)
    made.take(agenda.add(made, title=both("Croeso", "Welcome"), minutes=30))
    made.take(agenda.add(made, title=both("Cinio", "Lunch"), minutes=30))
    made.take(running.start(made, NOW))
    lines = [("Mae angen cludiant", "cy"), ("Parking is dear", "en")]
    made.take(board.add_cards(made, lines, "", CardKind.NONE, "3", LATER))
    return made


def ids(workshop: Workshop) -> list[str]:
    return [card.id for card in workshop.of(Card)]


def test_a_parked_card_keeps_where_and_when_it_was_said(workshop: Workshop) -> None:
    done(workshop, park_cards(workshop, ids(workshop)))
    first = workshop.of(Parked)[0]
    assert (first.text, first.source) == (said("Mae angen cludiant", "cy"), "3")
    assert (first.during, first.origin) == (workshop.of(Block)[0].id, ids(workshop)[0])
    assert len(workshop.of(Card)) == 2, "the card stays where it was said"
    with pytest.raises(Problem):
        park_cards(workshop, ids(workshop))


def test_a_quote_names_only_who_agreed(workshop: Workshop) -> None:
    for name, named in (("Mair", True), ("Siôn", False)):
        person = Participant(id=new_id(), session=workshop.id, name=name, named=named)
        workshop.take(Edit("", created(person), workshop.id))
    mair = next(each for each in workshop.of(Participant) if each.named)
    first, second = ids(workshop)
    workshop.take(board.change_card(workshop, first, said_by=mair.id))
    done(workshop, quote_cards(workshop, [first, second]))
    assert [(each.speaker, each.named) for each in workshop.of(Quote)] == [
        ("Mair", True),
        ("", False),
    ]


def test_a_quote_names_nobody_who_agrees_no_more(workshop: Workshop) -> None:
    mair = Participant(id=new_id(), session=workshop.id, name="Mair", named=True)
    workshop.take(Edit("", created(mair), workshop.id))
    first = ids(workshop)[0]
    workshop.take(board.change_card(workshop, first, said_by=mair.id))
    workshop.take(Edit("", (Change("participant", mair.id, "named", False),), workshop.id))
    workshop.take(quote_cards(workshop, [first]))
    assert (workshop.of(Quote)[0].speaker, workshop.of(Quote)[0].named) == ("", False)


def test_a_captured_line_keeps_source_and_block(workshop: Workshop) -> None:
    done(workshop, quotes.add(workshop, Parked, [("Pwy sy’n talu?", "cy")], "online"))
    line = workshop.of(Parked)[0]
    assert (line.source, line.during) == ("online", workshop.of(Block)[0].id)


def test_an_action_knows_what_it_was_made_of(workshop: Workshop) -> None:
    card = ids(workshop)[0]
    done(workshop, park_cards(workshop, [card]))
    line = workshop.of(Parked)[0]
    done(workshop, act_on(workshop, Parked, [line.id]))
    action = workshop.of(Action)[0]
    assert (action.text, action.origin) == (line.text, line.id)
    assert workshop.of(Parked)[0].state is ParkedState.ACTION
    assert not waiting(workshop)
    assert [type(each) for each in made_of(workshop, card)] == [Parked, Action]
    with pytest.raises(Problem):
        act_on(workshop, Parked, [line.id])


def test_a_card_becomes_an_action_once(workshop: Workshop) -> None:
    card = ids(workshop)[1]
    done(workshop, act_on(workshop, Card, [card]))
    with pytest.raises(Problem):
        act_on(workshop, Card, [card])
    done(workshop, act_on(workshop, Card, ids(workshop)))
    assert len(workshop.of(Action)) == 2


def test_no_day_ends_while_something_waits(workshop: Workshop) -> None:
    done(workshop, park_cards(workshop, ids(workshop)))
    with pytest.raises(Problem, match="parking lot") as told:
        running.finish(workshop, LATER)
    assert told.value.values["count"] == 2
    workshop.take(running.next_block(workshop, LATER))
    with pytest.raises(Problem):
        running.next_block(workshop, LATER)
    one, two = (each.id for each in workshop.of(Parked))
    workshop.take(act_on(workshop, Parked, [one]))
    workshop.take(quotes.remove(workshop, Parked, [two]))
    workshop.take(running.finish(workshop, LATER))
    assert workshop.session.status is Status.HELD


def test_carried_over_goes_to_the_next_planned_session(workshop: Workshop) -> None:
    series = Series(id=new_id(), title=both("Cyfres", "Series"))
    here = replace(workshop.session, series=series.id)
    workshop = Workshop(here, [each for each in workshop.everything() if each.id != here.id])
    others = [
        _session(series.id, date(2026, 12, 1)),
        _session(series.id, date(2026, 11, 20)),
        _session(series.id, date(2026, 11, 15), status=Status.HELD),
        _session(series.id, date(2026, 11, 1)),
        _session("", date(2026, 11, 13)),
    ]
    catalogue = Catalogue([series, here, *others])
    assert next_session(catalogue, here) == others[1]
    workshop.take(park_cards(workshop, ids(workshop)))
    lines = [each.id for each in workshop.of(Parked)]
    edit = carry_over(workshop, catalogue, lines, date(2027, 1, 1))
    there = Workshop(others[1])
    there.take(edit)
    assert [each.text for each in there.of(Parked)] == [each.text for each in workshop.of(Parked)]
    assert {each.since for each in there.of(Parked)} == {date(2026, 11, 12)}
    assert all(each.waits and each.source == "3" for each in there.of(Parked))
    workshop.take(edit)
    assert not waiting(workshop)
    assert {each.state for each in workshop.of(Parked)} == {ParkedState.CARRIED}


def test_where_there_is_no_next_session_one_is_made(workshop: Workshop) -> None:
    catalogue = Catalogue([workshop.session])
    workshop.take(park_cards(workshop, ids(workshop)))
    before = living(workshop)
    edit = carry_over(workshop, catalogue, [workshop.of(Parked)[0].id], date(2026, 11, 12))
    back = catalogue.reverse(edit, workshop)
    catalogue.take(edit)
    workshop.take(edit)
    there = next_session(catalogue, workshop.session)
    assert there
    assert there.series == workshop.session.series
    assert there.title == workshop.session.title
    second = carry_over(workshop, catalogue, [workshop.of(Parked)[1].id], date(2026, 11, 12))
    assert not any(change.entity == "session" for change in second.changes), "it is there now"
    catalogue.take(back)
    workshop.take(back)
    assert living(workshop) == before
    assert catalogue.of(Session) == [workshop.session]


def _session(series: str, day: date, status: Status = Status.PLANNED) -> Session:
    return Session(id=new_id(), series=series, title=both("a", "b"), date=day, status=status)


def test_what_is_made_of_a_card_on_an_anonymous_board_names_no_table(workshop: Workshop) -> None:
    first, second = ids(workshop)
    workshop.take(park_cards(workshop, [first]))
    assert workshop.of(Parked)[0].source == "3"
    done(workshop, tighten(workshop, workshop.of(Board)[0].id, Naming.ANONYMOUS))
    assert workshop.of(Parked)[0].source == ""
    workshop.take(quote_cards(workshop, [second]))
    assert workshop.of(Quote)[0].source == ""


def test_what_is_made_names_no_table_that_another_laptop_stored(workshop: Workshop) -> None:
    # The board was tightened there while these cards were written here.
    here = workshop.of(Board)[0].id
    change = Change("board", here, "naming", Naming.ANONYMOUS)
    workshop.take(Edit("", (change,), workshop.id))
    assert workshop.of(Card)[0].source == "3"
    workshop.take(park_cards(workshop, ids(workshop)))
    workshop.take(quote_cards(workshop, ids(workshop)))
    assert {each.source for each in (*workshop.of(Parked), *workshop.of(Quote))} == {""}


def test_nothing_is_made_of_a_card_that_waits_and_what_was_made_waits_with_it(
    workshop: Workshop,
) -> None:
    first, second = ids(workshop)
    for verb in (park_cards, quote_cards):
        workshop.take(verb(workshop, [first]))
    workshop.take(act_on(workshop, Card, [first]))
    assert len(released(workshop).of(Parked)) == len(released(workshop).of(Action)) == 1
    reason = said("not ours", "en")
    workshop.take(set_aside(workshop, [first, second], reason, LATER, ""))
    for noun in (Parked, Quote, Action):
        assert not released(workshop).of(noun)
    for make in (park_cards, quote_cards):
        with pytest.raises(Problem):
            make(workshop, [second])
    with pytest.raises(Problem):
        act_on(workshop, Card, [second])
