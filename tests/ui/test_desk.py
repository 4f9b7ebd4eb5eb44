"""The desk over a real library: what it shows is on disk, and undo goes through the same door."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series, Session, Status
from gweithdy.domain.text import both, said
from gweithdy.domain.workshop import Taken
from gweithdy.edits.changes import created, updated
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library.gwdy")
    yield opened
    opened.close()


@pytest.fixture
def desk(library: Library) -> Desk:
    desk = Desk(library)
    session = Session(id=new_id(), title=both("Sesiwn", "Session"))
    assert desk.do(Edit("New session", created(session), session.id))
    desk.open(session.id)
    return desk


def add(desk: Desk, words: str) -> Card:
    assert desk.workshop
    card = Card(id=new_id(), session=desk.workshop.id, text=said(words, "cy"))
    assert desk.do(Edit("Add a card", created(card), card.session))
    return card


def on_disk(library: Library, desk: Desk) -> list[Card]:
    assert desk.workshop
    return library.workshop(desk.workshop.id).of(Card)


def test_what_was_done_is_on_disk_and_told_once(library: Library, desk: Desk) -> None:
    told: list[Taken] = []
    desk.changed.connect(lambda taken, _origin: told.append(taken))
    card = add(desk, "Dŵr glân")
    assert on_disk(library, desk) == [card]
    assert told == [{card.id: (None, card)}]


def test_undo_and_redo_reach_the_disk(library: Library, desk: Desk) -> None:
    card = add(desk, "Dŵr")
    desk.do(Edit("Change", updated(card, text=said("Tân", "cy")), card.session))
    desk.undo()
    assert [c.text.cy.words for c in on_disk(library, desk)] == ["Dŵr"]
    desk.undo()
    assert on_disk(library, desk) == []
    desk.redo()
    desk.redo()
    assert [c.text.cy.words for c in on_disk(library, desk)] == ["Tân"]


def test_a_refused_edit_changes_nothing(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = add(desk, "Dŵr")
    refused: list[Problem] = []
    desk.refused.connect(refused.append)

    def full(_edit: Edit) -> None:
        raise Problem("The disk is full")

    monkeypatch.setattr(library, "write", full)
    assert not desk.do(Edit("Change", updated(card, text=said("Tân", "cy")), card.session))
    assert [str(problem) for problem in refused] == ["The disk is full"]
    assert desk.workshop
    assert desk.workshop.get(Card, card.id) == card
    assert desk.history.next_undo
    assert desk.history.next_undo.edit.label == "Add a card"


def test_a_deleted_session_comes_back(library: Library, desk: Desk) -> None:
    assert desk.workshop
    session = desk.workshop.session
    desk.do(Edit("Delete", (Change("session", session.id, "deleted", True),), session.id))
    assert library.catalogue().of(Session) == []
    desk.undo()
    assert library.catalogue().of(Session) == [replace(session, deleted=False)]


def test_closing_forgets_the_steps_of_the_session(desk: Desk) -> None:
    add(desk, "Dŵr")
    desk.close()
    assert desk.workshop is None
    assert desk.history.next_undo is None


def test_what_is_half_typed_is_asked_for_while_its_session_is_still_open(desk: Desk) -> None:
    assert desk.workshop
    id = desk.workshop.id
    there: list[str] = []
    desk.leaving.connect(lambda: there.append(desk.workshop.id if desk.workshop else ""))
    desk.open(id)
    desk.close()
    assert there == [id, id]


def test_undo_of_an_edit_of_a_session_and_its_series_restores_both(
    library: Library, desk: Desk
) -> None:
    series = Series(id=new_id(), title=both("Cyfres", "Series"))
    desk.do(Edit("New series", created(series)))
    assert desk.workshop
    changes = (
        *updated(series, title=both("Arall", "Another")),
        *updated(desk.workshop.session, series=series.id),
    )
    desk.do(Edit("Import", changes, desk.workshop.id))
    desk.undo()
    assert desk.catalogue.of(Series) == [series]
    assert library.catalogue().of(Series) == [series]


def test_what_the_day_has_overtaken_is_not_undone(desk: Desk) -> None:
    assert desk.workshop
    session = desk.workshop.session
    planned = updated(session, status=Status.HELD)
    desk.do(Edit("Clear the times", planned, session.id))
    running = updated(desk.workshop.session, status=Status.RUNNING)
    desk.do(Edit("Start the day", running, session.id, fact=True))
    desk.undo()
    assert desk.workshop.session.status is Status.RUNNING


def test_an_edit_that_met_a_fault_counts_as_not_saved_and_the_next_goes_on(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = add(desk, "Dŵr")

    def fault(_edit: Edit) -> int:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(library, "write", fault)
        with pytest.raises(ZeroDivisionError):
            desk.do(Edit("Change", updated(card, text=said("Tân", "cy")), card.session))
    assert desk.failures == 1
    assert desk.do(Edit("Change", updated(card, text=said("Tir", "cy")), card.session))
    assert desk.failures == 1
    assert on_disk(library, desk)[0].text.cy.words == "Tir"
    desk.undo()
    assert on_disk(library, desk) == [card]
