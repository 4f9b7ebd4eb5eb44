"""The past of a session, as the log tells it after a restart: what undo and redo then do."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gweithdy.domain.board import Board, Card, CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.history import Earlier
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.restraint import Naming
from gweithdy.domain.session import Series, Session
from gweithdy.domain.text import Language, Typed, said
from gweithdy.edits import agenda, board, running, stakeholders
from gweithdy.edits.changes import created
from gweithdy.edits.naming import tighten
from gweithdy.edits.sessions import (
    bring_in,
    change_series,
    change_session,
    delete_series,
    delete_session,
    new_series,
    new_session,
    restore_session,
)
from gweithdy.storage import past
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


class Window:
    """One window after another on the same library."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.session: Id = ""
        self.start()

    def start(self) -> None:
        self.library = Library.open(self.path)
        self.desk = Desk(self.library)
        if self.session:
            self.desk.open(self.session)

    def again(self) -> None:
        self.library.close()
        self.start()

    def begin_day(self, session: Id) -> None:
        """Open another session, and start its day."""
        self.desk.open(session)
        assert self.desk.workshop
        self.desk.do(agenda.add(self.desk.workshop))
        self.desk.do(running.start(self.desk.workshop, utc_now()))

    def add(self, words: str) -> Id:
        assert self.desk.workshop
        lane = self.desk.workshop.of(Lane)[0].id
        edit = board.add_card(
            self.desk.workshop, words, "cy", lane, CardKind.NONE, "room", utc_now()
        )
        assert self.desk.do(edit)
        return edit.changes[0].id

    def write(self, id: Id, words: str, typing: str = "") -> None:
        assert self.desk.workshop
        edit = board.change_card(self.desk.workshop, id, text=Typed(Language.CY, words))
        assert self.desk.do(replace(edit, typing=typing))

    def cards(self) -> list[str]:
        assert self.desk.workshop
        shown = [card.text.cy.words for card in self.desk.workshop.of(Card)]
        kept = self.library.workshop(self.session).of(Card)
        assert shown == [card.text.cy.words for card in kept]
        return shown

    def labels(self) -> list[str]:
        return [step.edit.label for step in self.desk.history.to_undo]


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    window = Window(tmp_path / "library.gwdy")
    edit = new_session("Diwrnod", "Day")
    window.library.write(edit)
    window.session = edit.session
    window.desk.open(edit.session)
    yield window
    window.library.close()


def test_what_was_done_before_a_restart_is_undone_after_it(window: Window) -> None:
    first, _ = window.add("un"), window.add("dau")
    window.write(first, "tri")
    window.again()
    window.desk.undo()
    assert window.cards() == ["un", "dau"]
    window.desk.undo()
    assert window.cards() == ["un"]
    window.desk.undo()
    assert window.cards() == []
    window.desk.undo()
    assert window.cards() == []


def test_what_was_undone_before_a_restart_is_done_again_after_it(window: Window) -> None:
    window.write(window.add("un"), "dau")
    window.desk.undo()
    window.desk.undo()
    window.again()
    window.desk.redo()
    assert window.cards() == ["un"]
    window.again()
    window.desk.redo()
    assert window.cards() == ["dau"]
    window.again()
    window.desk.undo()
    window.desk.undo()
    assert window.cards() == []


def test_a_visit_to_a_field_is_one_step_after_a_restart_too(window: Window) -> None:
    card = window.add("un")
    for words in ("unig", "unigol", "unigolyn"):
        window.write(card, words, typing="visit")
    window.write(card, "rhywun", typing="another visit")
    window.again()
    window.desk.undo()
    assert window.cards() == ["unigolyn"]
    window.desk.undo()
    assert window.cards() == ["un"]


def test_typing_on_after_an_undo_is_still_that_one_step_after_a_restart(window: Window) -> None:
    card = window.add("un")
    window.write(card, "unig", typing="visit")
    window.add("dau")
    window.desk.undo()
    window.write(card, "unigol", typing="visit")
    window.desk.undo()
    assert window.cards() == ["un"]
    window.again()
    assert window.labels() == ["Add a card"]
    window.desk.redo()
    assert window.cards() == ["unigol"]


def test_the_list_names_what_each_step_was_about(window: Window) -> None:
    window.add("Dŵr glân")
    before = [(step.edit.label, step.edit.about) for step in window.desk.history.to_undo]
    window.again()
    assert [(step.edit.label, step.edit.about) for step in window.desk.history.to_undo] == before


def test_what_a_block_or_a_stakeholder_was_before_comes_back(window: Window) -> None:
    desk = window.desk
    assert desk.workshop
    made = stakeholders.add(desk.workshop, "Cyngor", "cy")
    desk.do(made)
    who = made.changes[0].id
    desk.do(stakeholders.change(desk.workshop, who, power=80))
    window.again()
    assert window.desk.workshop
    window.desk.undo()
    assert [s.power for s in stakeholders_in(window)] == [50]


def stakeholders_in(window: Window) -> list[stakeholders.Stakeholder]:
    assert window.desk.workshop
    return window.desk.workshop.of(stakeholders.Stakeholder)


def test_what_happened_is_not_undone_after_a_restart(window: Window) -> None:
    desk = window.desk
    assert desk.workshop
    desk.do(agenda.add(desk.workshop, title=said("Croeso", "cy"), minutes=30))
    desk.do(running.start(desk.workshop, utc_now()))
    window.add("un")
    window.again()
    # The block is running: taking it away would change what happened.
    assert window.labels() == ["Add a card"]


def test_another_sessions_steps_are_not_undone_here(window: Window) -> None:
    other = new_session("Arall", "Other")
    window.library.write(other)
    window.add("un")
    window.again()
    window.session = other.session
    window.desk.open(other.session)
    assert window.labels() == []
    # And they are there again where they belong.
    window.desk.open(window.session)


def test_what_was_done_to_the_library_is_undone_without_a_session(window: Window) -> None:
    assert window.desk.workshop
    window.desk.do(delete_session(window.desk.workshop.session))
    window.desk.close()
    session, window.session = window.session, ""
    window.again()
    window.desk.undo()
    window.session = session
    window.desk.open(session)
    assert window.cards() == []


def test_what_was_undone_out_of_another_session_is_that_and_not_the_last_step(
    window: Window,
) -> None:
    other = new_session("", "Other")
    window.desk.do(other)
    window.desk.do(new_series("", "Undone elsewhere"))
    window.add("Parcio")
    window.desk.open(other.session)
    window.desk.undo()
    window.desk.open(window.session)
    assert [step.edit.label for step in window.desk.history.to_undo[:1]] == ["Add a card"]
    window.desk.redo()
    assert [series.title.en.words for series in window.desk.catalogue.of(Series)] == [
        "Undone elsewhere"
    ]
    window.desk.undo()
    window.desk.undo()
    assert window.cards() == []
    assert window.desk.catalogue.of(Series) == []


def test_what_was_undone_is_told_though_a_day_elsewhere_made_steps_forgotten(
    window: Window,
) -> None:
    desk = window.desk
    other = new_session("", "Other")
    desk.do(other)
    desk.do(new_series("", "Undone elsewhere"))
    desk.do(delete_session(desk.catalogue.get(Session, other.session)))
    desk.do(restore_session(desk.catalogue.get(Session, other.session)))
    window.begin_day(other.session)
    desk.undo()
    assert desk.catalogue.of(Series) == []
    desk.open(window.session)
    assert "New series" not in [step.edit.label for step in desk.history.to_undo]
    assert desk.history.next_redo
    assert desk.history.next_redo.edit.label == "New series"


def test_what_was_done_again_out_of_one_session_is_a_step_in_every_other(window: Window) -> None:
    desk = window.desk
    series, other = new_series("", "Summer"), new_session("", "Other")
    desk.do(other)
    desk.open(window.session)
    desk.do(series)
    desk.do(delete_series(desk.catalogue.get(Series, series.changes[0].id)))
    desk.undo()
    desk.open(other.session)
    # Here, and only here, nothing is left to be done again.
    window.add("Parcio")
    desk.open(window.session)
    desk.redo()
    desk.open(other.session)
    assert window.labels()[:2] == ["Delete the series", "Add a card"]
    desk.undo()
    assert [each.title.en.words for each in desk.catalogue.of(Series)] == ["Summer"]


def test_a_series_that_came_with_a_session_is_not_what_undo_elsewhere_goes_back_to(
    window: Window,
) -> None:
    desk = window.desk
    series, other = new_series("", "Summer"), new_session("", "Other")
    desk.do(other)
    desk.open(window.session)
    desk.do(series)
    named = desk.catalogue.get(Series, series.changes[0].id)
    desk.do(change_series(named, title=named.title.having("en", "Autumn")))
    desk.open(other.session)
    assert desk.workshop
    named = replace(named, title=named.title.having("en", "Winter"))
    desk.do(bring_in(desk.workshop, named, desk.catalogue, desk.workshop))
    desk.open(window.session)
    assert window.labels() == []
    desk.open(other.session)
    desk.undo()
    assert [each.title.en.words for each in desk.catalogue.of(Series)] == ["Autumn"]


def test_a_session_whose_day_has_begun_is_not_taken_away_out_of_another(window: Window) -> None:
    desk = window.desk
    other = new_session("", "Other")
    desk.do(other)
    desk.do(delete_session(desk.catalogue.get(Session, other.session)))
    desk.do(restore_session(desk.catalogue.get(Session, other.session)))
    window.begin_day(other.session)
    desk.open(window.session)
    assert window.labels() == []


def test_a_session_that_was_made_again_is_not_taken_away_by_an_older_redo(window: Window) -> None:
    desk = window.desk
    other = new_session("", "Other")
    desk.do(other)
    desk.do(delete_session(desk.catalogue.get(Session, other.session)))
    desk.undo()
    desk.open(other.session)
    desk.undo()
    desk.open(window.session)
    assert desk.catalogue.of(Session) == [desk.workshop and desk.workshop.session]
    # It is away already: that it was once deleted is nothing that could be done again.
    assert desk.history.next_redo is None


def test_what_came_by_another_way_is_no_step(window: Window) -> None:
    assert window.desk.workshop
    card = window.add("un")
    edit = change_session(window.desk.workshop.session, place=window.desk.workshop.session.title)
    window.library.write(edit)
    window.library.write(board.change_card(window.desk.workshop, card, source="table 3"))
    window.again()
    assert window.labels() == ["Add a card"]
    # Somebody else has since written in the card, so it stays.
    window.desk.undo()
    assert window.cards() == ["un"]


def test_a_long_log_is_not_looked_through(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "REACH", 3)
    for words in ("un", "dau", "tri", "pedwar"):
        window.add(words)
    window.desk.undo()
    window.again()
    # Three changes: tri, which may be cut, pedwar, and that it was undone.
    assert window.labels() == []
    window.desk.redo()
    assert window.cards() == ["un", "dau", "tri", "pedwar"]


@pytest.mark.parametrize(
    "damage", ["'{\"deleted\": fal'", "x'7b7d'", "CAST(x'7b22ff227d' AS TEXT)", "'[]'", "'5'"]
)
def test_a_damaged_history_stops_nobody_and_brings_nothing_back(
    window: Window, damage: str
) -> None:
    card = window.add("Tân")
    window.write(card, "Dŵr")
    window.library.close()
    with closing(sqlite3.connect(window.path)) as raw, raw:
        raw.execute(f"UPDATE change SET value = {damage} WHERE field IS NULL")  # noqa: S608 - ours
    window.start()
    window.desk.undo()
    window.add("Aer")
    assert window.cards() == ["Dŵr", "Aer"]
    window.desk.undo()
    assert window.cards() == ["Dŵr"]


def test_a_history_that_cannot_be_read_is_told_and_stops_nobody(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem("The disk is asleep.")

    def past(*_: object) -> list[Earlier]:
        raise problem

    told: list[Problem] = []
    window.desk.refused.connect(told.append)
    monkeypatch.setattr(window.library, "past", past)
    window.desk.open(window.session)
    window.add("Aer")
    assert (window.cards(), window.labels()) == (["Aer"], ["Add a card"])
    assert told == [problem]


@pytest.mark.parametrize("again", [False, True], ids=["at once", "after a restart"])
def test_a_tightened_board_is_loosened_by_undo_right_away_or_never(
    window: Window,
    again: bool,  # noqa: FBT001 - a case of the test
) -> None:
    window.add("Bws")
    desk = window.desk
    assert desk.workshop
    board = desk.workshop.of(Board)[0].id
    assert desk.do(tighten(desk.workshop, board, Naming.ANONYMOUS))
    desk.undo()
    assert desk.workshop.get(Board, board).naming is Naming.NAMED
    desk.redo()
    window.add("Trên")
    if again:
        window.again()
    desk = window.desk
    while desk.history.to_undo:
        desk.undo()
    assert desk.workshop
    assert desk.workshop.get(Board, board).naming is Naming.ANONYMOUS
    assert [card.source for card in desk.workshop.of(Card)] == [""]
    assert window.cards() == ["Bws"]


def test_a_board_that_is_made_with_a_promise_can_be_undone_after_another_step(
    window: Window,
) -> None:
    desk = window.desk
    assert desk.workshop
    made = Board(id=new_id(), session=desk.workshop.id, naming=Naming.ANONYMOUS)
    assert desk.do(Edit("Add a board", created(made), desk.workshop.id))
    assert desk.do(board.change_board(desk.workshop, made.id, said("Enw", "cy")))
    desk.undo()
    desk.undo()
    assert desk.workshop.find(Board, made.id) is None
