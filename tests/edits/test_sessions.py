"""The verbs of sessions: what they make, what they take along, and that undo brings all back."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.builders import workshops

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board, Card, Lane, LaneKind, Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock
from gweithdy.domain.entity import Entity
from gweithdy.domain.nouns import COPIED
from gweithdy.domain.people import Participant
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series, Session, Status
from gweithdy.domain.stakeholders import Stakeholder, Tie
from gweithdy.domain.text import Text
from gweithdy.domain.workshop import Catalogue, Workshop
from gweithdy.edits.sessions import (
    bring_in,
    change_series,
    change_session,
    delete_series,
    delete_session,
    duplicate,
    from_template,
    new_series,
    new_session,
)
from gweithdy.exchange.demo import demonstration, templates
from gweithdy.exchange.session_file import read_session, write_session

SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def made(edit_session: str, edit: object) -> Workshop:
    """The session that an edit makes, from nothing."""
    workshop = Workshop(Session(id=edit_session))
    workshop.take(edit)  # type: ignore[arg-type]
    return workshop


def made_catalogue(edit: Edit) -> Catalogue:
    """The library that an edit makes, from nothing."""
    catalogue = Catalogue()
    catalogue.take(edit)
    return catalogue


def alive(workshop: Workshop) -> dict[str, Entity]:
    return {e.id: e for e in workshop.everything() if not e.deleted}


def test_a_new_session_has_the_three_questions() -> None:
    edit = new_session("Diwrnod", "Day")
    workshop = made(edit.session, edit)
    assert workshop.session.title.cy.words == "Diwrnod"
    assert workshop.session.title.original == "cy"
    [board] = workshop.of(Board)
    lanes = workshop.of(Lane)
    assert [lane.kind for lane in lanes] == [LaneKind.VISION, LaneKind.BARRIERS, LaneKind.HELP]
    assert all(
        lane.board == board.id and lane.title.cy.words and lane.title.en.words for lane in lanes
    )


@pytest.mark.parametrize("verb", [new_session, new_series])
def test_a_title_is_needed(verb: object) -> None:
    with pytest.raises(Problem):
        verb(" ", "")  # type: ignore[operator]


def test_what_came_without_a_title_can_still_be_changed() -> None:
    session = Session(id="00000000-0000-4000-8000-000000000000")
    assert change_session(session, place="Caerdydd").changes


def test_a_session_cannot_lose_its_title() -> None:
    session = demonstration()[0].workshop.session
    with pytest.raises(Problem):
        change_session(session, title=Text())


def test_a_series_cannot_lose_its_title() -> None:
    [series] = made_catalogue(new_series("Cyfres", "")).of(Series)
    with pytest.raises(Problem):
        change_series(series, title=Text())


def test_only_what_differs_is_changed() -> None:
    session = demonstration()[0].workshop.session
    assert not change_session(session, title=session.title, status=session.status)
    edit = change_session(session, title=session.title.having("en", "Another day"))
    assert {change.field for change in edit.changes} == {"title.en.words"}


@pytest.mark.parametrize("file", demonstration(), ids=lambda file: file.workshop.id[:8])
def test_a_duplicate_takes_the_plan_and_not_the_day(file: object) -> None:
    workshop: Workshop = file.workshop  # type: ignore[attr-defined]
    edit = duplicate(workshop, "Eto", "Again")
    copy = made(edit.session, edit)
    assert not {e.id for e in copy.everything()} & {e.id for e in workshop.everything()}
    assert copy.session.status is Status.PLANNED
    assert copy.session.date is None
    assert copy.session.purpose == workshop.session.purpose
    assert not copy.session.next_steps
    assert copy.session.packs == 0
    assert [b.title for b in copy.of(Block)] == [b.title for b in workshop.of(Block)]
    assert [p.name for p in copy.of(Participant)] == [p.name for p in workshop.of(Participant)]
    for noun in COPIED:
        assert len(copy.of(noun)) == len(workshop.of(noun))
    assert {Board, Lane, Block, Participant, Stakeholder, Tie} <= set(COPIED)
    assert not any(b.began or b.ended for b in copy.of(Block))
    assert not any(copy.of(noun) for noun in (Card, Vote, Clock))
    boards = {board.id for board in copy.of(Board)}
    assert {lane.board for lane in copy.of(Lane)} <= boards


@pytest.mark.parametrize("file", templates(), ids=lambda file: file.workshop.id[:8])
def test_a_template_makes_a_session_with_all_of_it(file: object) -> None:
    template: Workshop = file.workshop  # type: ignore[attr-defined]
    edit = from_template(template, "Ein diwrnod", "Our day")
    session = made(edit.session, edit)
    assert len(alive(session)) == len(alive(template))
    assert session.session.title.en.words == "Our day"
    assert session.of(Block)
    for noun in (Block, Board, Lane):
        for row in session.of(noun):
            assert row.title.cy.words
            assert row.title.en.words


def test_deleting_can_be_undone_from_the_library() -> None:
    session = demonstration()[0].workshop.session
    catalogue = Catalogue([session])
    edit = delete_session(session)
    back = catalogue.reverse(edit)
    catalogue.take(edit)
    assert not catalogue.of(Session)
    catalogue.take(back)
    assert catalogue.of(Session) == [session]


def test_a_series_is_made_changed_and_deleted() -> None:
    catalogue = made_catalogue(new_series("Cyfres", ""))
    [series] = catalogue.of(Series)
    catalogue.take(change_series(series, title=series.title.having("en", "A series")))
    [series] = catalogue.of(Series)
    assert series.title.en.words == "A series"
    catalogue.take(delete_series(series))
    assert not catalogue.of(Series)


@SOME
@given(workshops())
def test_a_file_comes_in_whole(drawn: tuple[Workshop, Series | None]) -> None:
    file = read_session(write_session(*drawn))
    edit = bring_in(file.workshop, file.series, Catalogue(), None)
    assert alive(made(edit.session, edit)) == alive(file.workshop)


@SOME
@given(workshops())
def test_a_sessions_own_file_changes_nothing(drawn: tuple[Workshop, Series | None]) -> None:
    workshop, series = drawn
    known = Catalogue([workshop.session, *([series] if series else [])])
    file = read_session(write_session(workshop, series))
    edit = bring_in(file.workshop, file.series, known, workshop)
    assert not edit


@SOME
@given(workshops(), workshops())
def test_bringing_in_over_a_session_is_undone(
    before: tuple[Workshop, Series | None], after: tuple[Workshop, Series | None]
) -> None:
    existing, _ = before
    # The same session, with quite other contents.
    data = write_session(after[0]).replace(after[0].id.encode(), existing.id.encode())
    workshop = read_session(data).workshop
    was = alive(existing)
    edit = bring_in(workshop, None, Catalogue(), existing)
    back = existing.reverse(edit)
    existing.take(edit)
    assert write_session(existing) == write_session(workshop)
    existing.take(back)
    assert alive(existing) == was
