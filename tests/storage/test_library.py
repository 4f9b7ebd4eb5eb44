"""What is written is there again, as it was, and nothing half is ever there."""

import os
import shutil
import sqlite3
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Committed, Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.sessions import new_session
from gweithdy.storage.engine import pragma
from gweithdy.storage.library import Library
from gweithdy.storage.parts import PARTS
from gweithdy.storage.schema import SCHEMA


def test_a_card_is_there_again_as_it_was(day: Day) -> None:
    id = day.capture("Mae'r ŵyl yn Nhŷ'r Cyffredin")
    before = day.library.workshop(day.session).get(Card, id)
    after = day.reopen().workshop(day.session).get(Card, id)
    assert after == before
    assert after.text.cy.words == "Mae'r ŵyl yn Nhŷ'r Cyffredin"
    assert (after.kind, after.theme) == (CardKind.CULTURAL, "")
    assert after.captured.tzinfo is not None


def test_only_the_first_start_is_new(day: Day) -> None:
    assert day.library.is_new
    assert not day.reopen().is_new


def test_memory_and_disk_take_the_same_values(day: Day) -> None:
    memory = day.library.workshop(day.session)
    id = new_id()
    for edit in (day.card("un", id), day.edit("card", id, text_en="one", kind=CardKind.NONE)):
        day.library.write(edit)
        memory.take(edit)
    assert set(memory.everything()) == set(day.library.workshop(day.session).everything())


def test_undo_and_redo_survive_reopening(day: Day) -> None:
    memory = day.library.workshop(day.session)
    edit = day.card("dros dro")
    back = memory.reverse(edit)
    for each in (edit, back):
        day.library.write(each)
        memory.take(each)
    id = edit.changes[0].id
    assert day.reopen().workshop(day.session).find(Card, id) is None
    day.library.write(day.edit("card", id, deleted=False))
    assert day.reopen().workshop(day.session).find(Card, id).text.cy.words == "dros dro"


def test_the_last_of_two_values_in_one_edit_counts(day: Day) -> None:
    id = day.capture("cyntaf")
    first, then = (day.edit("card", id, text_cy=words).changes for words in ("ail", "trydydd"))
    day.library.write(Edit("Both", first + then, day.session))
    assert day.library.workshop(day.session).get(Card, id).text.cy.words == "trydydd"
    assert day.library.check() == []


def test_an_unknown_session_is_a_problem(day: Day) -> None:
    with pytest.raises(Problem, match="not in the library"):
        day.library.workshop(new_id())


def test_an_edit_that_is_a_fault_leaves_nothing_and_does_not_spoil_others(day: Day) -> None:
    good = day.card("da")
    bad = Edit("Bad", day.card("drwg").changes + day.faulty().changes, day.session)
    with pytest.raises(sqlite3.IntegrityError):
        day.library.write(bad)
    day.library.write(good)
    assert [card.text.cy.words for card in day.library.workshop(day.session).of(Card)] == ["da"]
    assert day.library.check() == []


def test_many_threads_write_at_once_and_a_bad_edit_spoils_nobody_elses(day: Day) -> None:
    refused: list[Exception] = []

    def bad() -> None:
        try:
            day.library.write(day.faulty())
        except sqlite3.IntegrityError as error:
            refused.append(error)

    jobs = [threading.Thread(target=day.capture, args=(f"{n}",)) for n in range(40)]
    jobs += [threading.Thread(target=bad) for _ in range(3)]
    gate = threading.Event()
    # The writer is held until everybody waits: then all come in one batch.
    holding = threading.Thread(target=day.library._writer.run, args=(lambda _: gate.wait(),))
    for job in (holding, *jobs):
        job.start()
    gate.set()
    for job in (holding, *jobs):
        job.join()
    assert len(refused) == 3
    assert len(day.library.workshop(day.session).of(Card)) == 40
    assert day.library.check() == []


def fill_up(library: Library, pages: int) -> None:
    """Let the database grow by no more than `pages`, as on a full disk."""

    def limit(connection: sa.Connection) -> None:
        most = pragma(connection, "page_count") + pages
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}")

    library._writer.run(limit)


def capture_many(day: Day) -> None:
    for _ in range(50):
        day.capture("x" * 3000)


def test_a_full_disk_is_told_changes_nothing_and_then_it_goes_on(day: Day) -> None:
    kept = day.capture("cyn")
    fill_up(day.library, 3)
    with pytest.raises(Problem, match="disk is full"):
        capture_many(day)
    count = len(day.library.workshop(day.session).of(Card))
    with pytest.raises(Problem, match="disk is full"):
        day.capture("y" * 30_000)
    assert len(day.library.workshop(day.session).of(Card)) == count
    fill_up(day.library, 1000)
    after = day.capture("wedyn")
    assert day.library.check() == []
    saved = day.reopen().workshop(day.session)
    assert saved.get(Card, kept).text.cy.words == "cyn"
    assert saved.get(Card, after).text.cy.words == "wedyn"
    assert len(saved.of(Card)) == count + 1


def test_a_library_that_may_not_be_written_is_told_and_nothing_changes(day: Day) -> None:
    def forbid(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only=ON")

    day.library._writer.run(forbid)
    with pytest.raises(Problem, match="may not be written"):
        day.capture("na")
    assert day.reopen().workshop(day.session).of(Card) == []


def test_reading_after_a_crash_sees_everything_and_leaves_the_log(day: Day, tmp_path: Path) -> None:
    id = day.capture("cyn")
    crash = tmp_path / "crash"
    crash.mkdir()
    for part in PARTS[:2]:
        shutil.copy(f"{day.path}{part}", crash)
    path = crash / day.path.name
    before = path.with_name(path.name + "-wal").read_bytes()
    reader = Library.open(path, read_only=True)
    assert reader.workshop(day.session).find(Card, id)
    reader.close()
    assert path.with_name(path.name + "-wal").read_bytes() == before


def test_a_second_opener_is_told_who_has_it(day: Day) -> None:
    with pytest.raises(Problem, match=f"already open.*Process: {os.getpid()}"):
        Library.open(day.path)
    day.capture("o hyd")
    day.reopen()


def test_one_may_read_while_another_writes(day: Day) -> None:
    reader = Library.open(day.path, read_only=True)
    id = day.capture("newydd")
    assert reader.workshop(day.session).find(Card, id)
    assert reader.check() == []
    assert [hit.id for hit in reader.search("newydd")] == [id]
    assert not reader.is_new
    with pytest.raises(Problem, match="reading only"):
        reader.write(day.card("na"))
    reader.close()


def test_reading_needs_a_library_and_makes_none(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no library here"):
        Library.open(tmp_path / "none.gwdy", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_after_closing_one_file_is_the_whole_library(day: Day) -> None:
    day.capture("un")
    day.library.close()
    names = {path.name for path in day.path.parent.iterdir()}
    assert not names & {day.path.name + part for part in PARTS if part}
    day.library = Library.open(day.path)


def test_a_log_left_beside_no_library_is_not_replayed_into_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "new.gwdy-wal").write_bytes(b"left behind")
    library = Library.open(tmp_path / "new.gwdy", anew=True)
    assert library.catalogue().of(Session) == []
    library.close()
    assert len(list(tmp_path.glob("new.gwdy.left-*-wal"))) == 1


def test_the_recipe_holds_on_the_writing_connection(day: Day) -> None:
    expected = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
        "application_id": 0x47574459, "user_version": SCHEMA,
    }  # fmt: skip

    def read(connection: sa.Connection) -> dict[str, object]:
        return {name: pragma(connection, name) for name in expected}

    assert day.library._writer.run(read) == expected


def test_five_thousand_cards_come_back_whole(day: Day) -> None:
    edits = [day.card(f"{n}") for n in range(5000)]
    day.library.write(Edit("Import", sum((e.changes for e in edits), ()), day.session))
    workshop: Workshop = day.library.workshop(day.session)
    assert len(workshop.of(Card)) == 5000


def test_followers_hear_of_every_edit_in_order_before_its_writer_goes_on_until_they_leave(
    day: Day,
) -> None:
    told: list[tuple[str, Committed]] = []

    def leaving(committed: Committed) -> None:
        told.append(("leaves", committed))
        leave()

    leave = day.library.follow(leaving)
    day.library.follow(lambda committed: told.append(("stays", committed)))
    edits = [day.card(f"{n}") for n in range(3)]
    for edit in edits:
        number = day.library.write(edit)
        assert told[-1] == ("stays", Committed(edit, number))
    assert [(who, one.edit) for who, one in told] == [
        ("leaves", edits[0]), *(("stays", edit) for edit in edits)
    ]  # fmt: skip


def test_who_begins_to_follow_hears_of_the_next_edit_first(day: Day) -> None:
    told: list[Edit] = []

    def call_another(_committed: Committed) -> None:
        day.library.follow(lambda committed: told.append(committed.edit))
        leave()

    leave = day.library.follow(call_another)
    day.capture("un")
    then = day.card("dau")
    day.library.write(then)
    assert told == [then]


def test_nobody_hears_of_what_was_refused(day: Day) -> None:
    told: list[Committed] = []
    day.library.follow(told.append)
    with pytest.raises(sqlite3.IntegrityError):
        day.library.write(day.faulty())
    assert day.library.write(Edit("Nothing", ())) == 0
    assert told == []


def test_what_is_read_knows_how_far_the_log_had_come(day: Day) -> None:
    for words in ("un", "dau"):
        number = day.library.write(day.card(words))
        assert day.library.workshop(day.session).position == number
        assert day.library.catalogue().position == number


def test_what_does_not_fit_is_told_and_nothing_is_written(day: Day) -> None:
    id = day.capture("un")
    elsewhere = new_session("Arall", "Another")
    day.library.write(elsewhere)
    lane = next(c.id for c in elsewhere.changes if c.entity == "lane")
    told: list[Committed] = []
    day.library.follow(told.append)
    for misfit in (
        day.edit("card", id, kind="bogus"),
        day.edit("card", id, text_cy=1),
        day.edit("card", id, text_cy="\ud800"),
        day.edit("card", id, order=float("nan")),
        day.edit("card", id, captured=datetime(2026, 11, 21)),  # noqa: DTZ001 - the naive one
        day.edit("card", id, lane=None),
        day.edit("card", id, session=elsewhere.session),
        day.edit("card", new_id(), session=elsewhere.session, lane=lane, deleted=False),
        day.edit("card", new_id(), lane=day.lane, deleted=False),
        replace(day.edit("card", new_id(), lane=day.lane, deleted=False), session=""),
        day.edit("card", "7", session=day.session, deleted=False),
        day.edit("card", new_id().upper(), session=day.session, lane=day.lane, deleted=False),
        day.edit("lane", lane, order=7.0),
    ):
        with pytest.raises(Problem, match="does not fit"):
            day.library.write(misfit)
    assert told == []
    assert [card.id for card in day.library.workshop(day.session).of(Card)] == [id]
    assert day.library.check() == []


def test_an_edit_of_the_library_may_be_about_several_sessions(day: Day) -> None:
    id = day.capture("un")
    elsewhere = new_session("Arall", "Another")
    renamed = replace(day.edit("card", id, text_cy="dau"), session="")
    day.library.write(Edit("Import", (*elsewhere.changes, *renamed.changes)))
    assert [card.text.cy.words for card in day.library.workshop(day.session).of(Card)] == ["dau"]
    assert day.library.workshop(elsewhere.session).of(Lane)


def test_who_hears_and_stumbles_stops_nobody(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    def stumble(_committed: Committed) -> None:
        raise ZeroDivisionError

    leave = day.library.follow(stumble)
    told: list[Committed] = []
    day.library.follow(told.append)
    ids = [day.capture("un"), day.capture("dau")]
    assert {card.id for card in day.library.workshop(day.session).of(Card)} == set(ids)
    assert len(told) == 2
    assert [each.exc_type for each in reported] == [ZeroDivisionError] * 2
    leave()


def test_who_writes_from_inside_a_follower_is_told_and_nobody_waits_for_ever(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    leave = day.library.follow(lambda _committed: day.rewrite(new_id(), "dau"))
    day.capture("un")
    leave()
    day.capture("tri")
    assert [each.exc_type for each in reported] == [RuntimeError]


def test_writing_after_closing_is_told_at_once(day: Day) -> None:
    day.library.close()
    with pytest.raises(Problem, match="has been closed"):
        day.capture("un")
    day.library = Library.open(day.path)
    assert day.library.workshop(day.session).of(Card) == []
