"""The log: heads and parents, what is refused, and tables that can be rebuilt from it."""

import shutil
import sqlite3
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Committed, Edit, Origin, Overtaken, Place, Turn
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Series
from gweithdy.domain.text import both
from gweithdy.edits.changes import created
from gweithdy.storage import check, heads, numbers
from gweithdy.storage.check import rebuilt, tables
from gweithdy.storage.library import Library
from gweithdy.storage.rows import new_row
from gweithdy.storage.tables import TABLES, change, change_parent, device, edit, thing, word


def rows(day: Day, query: sa.Select) -> list[sa.Row]:
    with day.library._reading.connect() as connection:
        return list(connection.execute(query))


def history(day: Day, id: str, path: str = "text.cy.words") -> list[sa.Row]:
    """The changes of one field, that which made the thing among them, in their order."""
    named = sa.select(word.c.number).where(word.c.text == path).scalar_subquery()
    query = (
        sa.select(change)
        .join(thing, thing.c.number == change.c.thing)
        .where(thing.c.id == id, (change.c.field == named) | change.c.field.is_(None))
        .order_by(change.c.number)
    )
    return rows(day, query)


def parents(day: Day) -> set[tuple[int, int]]:
    return {tuple(row) for row in rows(day, sa.select(change_parent))}


def last_number(day: Day) -> int:
    return day.library.catalogue().position


def test_what_comes_into_being_is_one_row_with_all_its_values(day: Day) -> None:
    (made,) = history(day, day.capture("un"))
    assert made.field is None
    assert made.value == {
        "lane": day.lane, "text.cy.words": "un", "text.original": "cy", "kind": "cultural",
        "source": "room", "captured": "2026-11-21T10:30:00+00:00", "order": 1024.0,
    }  # fmt: skip


def test_a_change_knows_what_was_on_screen(day: Day) -> None:
    id = day.capture("un")
    for words in ("dau", "tri"):
        day.rewrite(id, words)
    one, two, three = history(day, id)
    assert [row.value for row in (two, three)] == ["dau", "tri"]
    assert parents(day) == {(two.number, one.number), (three.number, two.number)}


def test_what_made_a_thing_counts_in_each_field_until_that_field_is_changed(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.library.write(day.edit("card", id, source="3"))
    made, words = history(day, id)
    (source,) = history(day, id, "source")[1:]
    assert parents(day) == {(words.number, made.number), (source.number, made.number)}


def test_the_parents_are_found_again_after_reopening(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.reopen()
    day.library.write(day.edit("card", id, source="3"))
    day.rewrite(id, "tri")
    one, two, three = history(day, id)
    assert (three.number, two.number) in parents(day)
    assert (three.number, one.number) not in parents(day)
    (source,) = history(day, id, "source")[1:]
    assert (source.number, one.number) in parents(day)
    seqs = rows(day, sa.select(edit.c.device, edit.c.seq).order_by(edit.c.number))
    assert len({device for device, _ in seqs}) == 1
    assert [seq for _, seq in seqs] == list(range(1, len(seqs) + 1))


def test_each_of_two_fields_has_its_own_parent_after_reopening(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.reopen()
    day.library.write(day.edit("card", id, text_cy="tri", source="3"))
    one, two, three = history(day, id)
    (source,) = history(day, id, "source")[1:]
    assert parents(day) == {
        (two.number, one.number), (three.number, two.number), (source.number, one.number),
    }  # fmt: skip


def test_what_somebody_made_beside_was_not_on_screen(day: Day) -> None:
    seen = last_number(day)
    id = day.capture("un")
    day.library.write(replace(day.edit("card", id, text_cy="dau"), seen=seen))
    assert parents(day) == set()
    assert day.library.versions("card", id, "text.cy.words") == ["un", "dau"]
    assert day.library.check() == []


def test_what_stood_in_a_field_is_known_from_when_it_was_made(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.reopen()
    day.rewrite(id, "tri")
    day.capture("arall")
    assert day.library.earlier("card", id, "text.cy.words") == ["tri", "dau", "un"]
    assert day.library.earlier("card", id, "text.en.words") == [""]
    assert day.library.earlier("card", day.session, "text.en.words") == []


@pytest.mark.parametrize("reopened", [False, True])
def test_what_was_written_beside_is_seen_to_be_beside(day: Day, *, reopened: bool) -> None:
    id = day.capture("un")
    seen = last_number(day)
    day.rewrite(id, "dau")
    if reopened:
        day.reopen()
    beside = day.edit("card", id, text_cy="arall")
    day.library.write(Edit("Test", beside.changes, day.session, seen=seen))
    made, two, other = history(day, id)
    assert parents(day) == {(two.number, made.number), (other.number, made.number)}
    assert day.library.versions("card", id, "text.cy.words") == ["dau", "arall"]
    assert day.library.workshop(day.session).get(Card, id).text.cy.words == "arall"
    assert day.library.check() == []


def test_whoever_has_seen_both_settles_it(day: Day) -> None:
    id = day.capture("un")
    seen = last_number(day)
    day.rewrite(id, "dau")
    beside = day.edit("card", id, text_cy="arall").changes
    day.library.write(Edit("Test", beside, day.session, seen=seen))
    day.rewrite(id, "tri")
    assert day.library.versions("card", id, "text.cy.words") == ["tri"]
    day.reopen()
    assert day.library.versions("card", id, "text.cy.words") == ["tri"]
    assert day.library.versions("card", id, "text.en.words") == [""]
    assert day.library.versions("card", id, "kind") == ["cultural"]


def test_what_there_is_not_has_no_versions(day: Day) -> None:
    id = day.capture("un")
    assert day.library.versions("card", new_id(), "text.cy.words") == []
    assert day.library.versions("theme", id, "order") == []


def test_a_field_that_nobody_else_touched_has_one_version(day: Day) -> None:
    id = day.capture("un")
    seen = last_number(day)
    day.rewrite(id, "dau")
    source = day.edit("card", id, source="3").changes
    day.library.write(Edit("Test", source, day.session, seen=seen))
    assert day.library.versions("card", id, "source") == ["3"]
    assert day.library.versions("card", id, "text.cy.words") == ["dau"]


def test_a_change_that_was_refused_is_nobodys_parent(day: Day) -> None:
    id = day.capture("un")
    words = day.edit("card", id, text_cy="na").changes
    broken = Edit("Broken", words + day.faulty().changes, day.session)
    with pytest.raises(sqlite3.IntegrityError):
        day.library.write(broken)
    day.rewrite(id, "dau")
    one, two = history(day, id)
    assert parents(day) == {(two.number, one.number)}


def together(day: Day, *edits: Edit) -> list[Exception | None]:
    """Write `edits` in one batch, in this order; what went wrong with each."""
    gate, wrong = threading.Event(), dict[int, Exception]()

    def write(place: int) -> None:
        try:
            day.library.write(edits[place])
        except (Problem, sqlite3.IntegrityError) as error:
            wrong[place] = error

    def hold() -> None:
        day.library._writer.run(lambda _: gate.wait())

    waiting = day.library._writer._tasks.qsize
    jobs = [threading.Thread(target=hold)]
    jobs += [threading.Thread(target=write, args=(n,)) for n in range(len(edits))]
    for number, job in enumerate(jobs):
        job.start()
        # The first is being worked on, the others wait behind it.
        while waiting() < number:
            time.sleep(0.001)
    gate.set()
    for job in jobs:
        job.join()
    return [wrong.get(place) for place in range(len(edits))]


def test_what_another_spoiled_is_written_as_if_nothing_had_been(day: Day) -> None:
    id = day.capture("un")
    new = day.card("newydd")
    words = replace(day.edit("card", id, text_cy="dau", source="3"), label="Never said before")
    before, told = last_number(day), list[Committed]()
    day.library.follow(told.append)
    *fine, refused = together(day, words, new, day.faulty())
    assert fine == [None, None]
    assert refused
    assert [one.number for one in told] == [before + 1, before + 2]
    assert [one.edit for one in told] == [words, new]
    made, words_changed = history(day, id)
    (source,) = history(day, id, "source")[1:]
    assert parents(day) == {(words_changed.number, made.number), (source.number, made.number)}
    day.rewrite(new.changes[0].id, "newydd sbon")
    assert day.library.check() == []


def test_numbers_have_no_gap_where_an_edit_was_refused(day: Day) -> None:
    day.capture("un")
    broken = Edit("Broken", day.card("drwg").changes + day.faulty().changes, day.session)
    with pytest.raises(sqlite3.IntegrityError):
        day.library.write(broken)
    nowhere = Edit("Never said", day.card("dim").changes, new_id())
    with pytest.raises(Problem):
        day.library.write(nowhere)
    day.rewrite(day.capture("dau"), "tri")
    for table in (edit, change, thing, word):
        numbers = [row.number for row in rows(day, sa.select(table.c.number))]
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), table.name
    seqs = [row.seq for row in rows(day, sa.select(edit.c.seq).order_by(edit.c.number))]
    assert seqs == list(range(1, len(seqs) + 1))


def test_no_more_is_remembered_than_there_is_room_for_and_nothing_goes_wrong(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (numbers, heads):
        monkeypatch.setattr(module, "REMEMBERED", 3)
    ids = [day.capture(f"{n}") for n in range(6)]
    for words in ("dau", "tri"):
        for id in ids:
            day.rewrite(id, words)
    many = [day.card(f"{n}") for n in range(6)]
    day.library.write(Edit("Many", sum((each.changes for each in many), ()), day.session))
    for id in ids:
        one, two, three = history(day, id)
        assert {(two.number, one.number), (three.number, two.number)} <= parents(day)
    day.capture("olaf")
    log = day.library._log
    assert log
    assert len(log._numbers._things) <= 6
    assert len(log._heads._of_spot) + len(log._heads._made) <= 10
    assert day.library.check() == []


def test_a_strict_edit_is_refused_where_its_author_has_not_seen_all(day: Day) -> None:
    id = day.capture("un")
    seen = last_number(day)
    strict = replace(day.edit("card", id, text_cy="dau"), turn=Turn.UNDO, seen=seen)
    day.rewrite(id, "tri")
    with pytest.raises(Overtaken):
        day.library.write(strict)
    assert len(history(day, id)) == 2
    assert day.library.write(replace(strict, seen=seen + 1)) == seen + 2
    assert day.library.write(replace(strict, seen=None)) == seen + 3


def test_a_strict_edit_is_not_refused_for_what_others_wrote_elsewhere(day: Day) -> None:
    id = day.capture("un")
    strict = replace(day.edit("card", id, text_cy="dau"), turn=Turn.UNDO, seen=last_number(day))
    day.capture("arall")
    day.library.write(day.edit("card", id, source="3"))
    assert day.library.write(strict)


def test_a_strict_edit_may_bring_back_what_others_wrote_in(day: Day) -> None:
    id = day.capture("un")
    back = replace(day.edit("card", id, deleted=False), turn=Turn.UNDO, seen=last_number(day))
    day.library.write(day.edit("card", id, source="3"))
    assert day.library.write(back)


def test_a_strict_edit_may_make_what_there_was_not(day: Day) -> None:
    assert day.library.write(replace(day.card("un"), turn=Turn.UNDO, seen=0))


def test_a_long_strict_edit_is_refused_for_its_last_thing_too(day: Day) -> None:
    ids = [day.capture(words) for words in ("un", "dau", "tri", "pedwar", "pump")]
    seen = last_number(day)
    changes = tuple(Change("card", id, "source", "3") for id in ids)
    day.library.write(day.edit("card", ids[-1], source="4"))
    with pytest.raises(Overtaken):
        day.library.write(Edit("Test", changes, day.session, turn=Turn.UNDO, seen=seen))
    assert day.library.write(Edit("Test", changes, day.session, turn=Turn.UNDO, seen=seen + 1))


def test_a_strict_edit_takes_nothing_away_that_others_wrote_in(day: Day) -> None:
    id = day.capture("un")
    seen = last_number(day)
    day.library.write(day.edit("card", id, source="3"))
    gone = day.edit("card", id, deleted=True)
    with pytest.raises(Overtaken):
        day.library.write(replace(gone, turn=Turn.UNDO, seen=seen))
    assert day.library.write(replace(gone, turn=Turn.UNDO, seen=seen + 1))


def test_who_goes_on_from_a_copy_counts_from_one(day: Day, tmp_path: Path) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.library.close()
    shutil.copy(day.path, tmp_path / "copy.gwdy")
    day.path = tmp_path / "copy.gwdy"
    day.library = Library.open(day.path)
    day.rewrite(id, "tri")
    day.rewrite(id, "pedwar")
    seqs = rows(day, sa.select(edit.c.device, edit.c.seq).order_by(edit.c.number))
    assert [tuple(row) for row in seqs] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]


@pytest.mark.parametrize(
    "bad",
    [
        Change("card", "00000000-0000-4000-8000-000000000000", "source", "3"),
        Change("dragon", "00000000-0000-4000-8000-000000000000", "deleted", False),
        Change("card", "", "colour", "red"),
        Change("card", "", "text.cy", "red"),
    ],
    ids=["row", "noun", "field", "field of old"],
)
def test_a_change_to_what_there_is_not_is_refused_and_leaves_nothing(day: Day, bad: Change) -> None:
    id = day.capture("un")
    before, things = last_number(day), rows(day, sa.select(thing))
    good = day.edit("card", id, text_cy="dau").changes
    bad = replace(bad, id=bad.id or id)
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("Test", (*good, bad), day.session))
    assert last_number(day) == before
    assert day.library.workshop(day.session).get(Card, id).text.cy.words == "un"
    assert things == rows(day, sa.select(thing))
    assert day.library.check() == []


def test_an_edit_of_a_session_that_there_is_not_is_refused(day: Day) -> None:
    id = day.capture("un")
    changes = day.edit("card", id, text_cy="dau").changes
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("Test", changes, new_id()))
    assert day.library.check() == []


def test_an_edit_of_a_session_that_was_refused_is_refused(day: Day) -> None:
    id, session = day.capture("un"), new_id()
    made = Change("session", session, "deleted", False)
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("New", (made,), new_id()))
    changes = day.edit("card", id, text_cy="dau").changes
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("Test", changes, session))
    assert day.library.check() == []


def test_the_log_says_who_when_and_through_what_once_an_edit(tmp_path: Path) -> None:
    moments = iter(datetime(2031, 5, 1, 9, minute, tzinfo=UTC) for minute in range(60))
    library = Library.open(tmp_path / "clock.gwdy", now=lambda: next(moments))
    session = new_id()
    made = tuple(Change("session", session, *each) for each in (("deleted", False), ("packs", 1)))
    signed = Edit("Add a session", made, session, author="Mair", origin=Origin.PHONE)
    library.write(signed)
    with library._reading.connect() as connection:
        (one,) = connection.execute(sa.select(edit))
        said = dict(connection.execute(sa.select(word.c.number, word.c.text)).all())
        (installed,) = connection.execute(sa.select(device))
    assert [said[n] for n in (one.author, one.origin, one.label, one.kind)] == [
        "Mair", "phone", "Add a session", "set",
    ]  # fmt: skip
    # The clock that was passed in, not the computer's: also where a device first shows up.
    assert one.at == datetime(2031, 5, 1, 9, 1, tzinfo=UTC)
    assert one.hlc == one.at.timestamp() * 1_000_000
    assert installed.since == datetime(2031, 5, 1, 9, 0, tzinfo=UTC)
    library.close()


def test_the_order_in_the_log_grows_though_the_clock_is_set_back(tmp_path: Path) -> None:
    moments = iter(datetime(2031, 5, 1, 12 - hour, tzinfo=UTC) for hour in range(9))
    library = Library.open(tmp_path / "back.gwdy", now=lambda: next(moments))
    for _ in range(3):
        library.write(Edit("Add", created(Series(id=new_id(), title=both("c", "e")))))
    with library._reading.connect() as connection:
        order = connection.scalars(sa.select(edit.c.hlc).order_by(edit.c.number)).all()
    assert list(order) == sorted(set(order))
    library.close()


def test_tables_can_be_rebuilt_from_the_log(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.library.write(day.edit("card", id, deleted=True, captured=None))
    with day.library._reading.connect() as connection:
        everything = {"first": 1, "last": 100}
        unread: list[Place] = []
        log = rebuilt(connection, everything, unread)
        assert tables(connection, everything, unread) == log
        assert unread == []
        assert {noun for noun, _ in log} == {"session", "board", "lane", "card"}
        assert log["card", id]["text.cy.words"] == "dau"


def test_a_row_that_no_history_knows_is_found(day: Day) -> None:
    id = day.capture("un")
    day.library._writer.run(
        lambda connection: connection.execute(
            sa.insert(TABLES["series"]), new_row("series", "x", {})
        )
    )
    (finding,) = day.library.check()
    assert (finding.values["noun"], finding.values["id"]) == ("series", "x")
    assert day.library.workshop(day.session).get(Card, id)


def test_a_row_that_is_gone_is_found(day: Day) -> None:
    id = day.capture("un")
    delete = sa.delete(TABLES["card"]).where(TABLES["card"].c.id == id)
    day.library._writer.run(lambda connection: connection.execute(delete))
    (finding,) = day.library.check()
    assert (finding.values["noun"], finding.values["id"]) == ("card", id)


def test_a_moment_of_another_zone_is_the_same_moment(day: Day) -> None:
    id = day.capture("un")
    there = datetime(2026, 11, 21, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    day.library.write(day.edit("card", id, captured=there))
    assert day.library.check() == []


def test_what_is_checked_together_matters_to_nobody(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [day.capture(str(number)) for number in range(7)]
    monkeypatch.setattr(check, "AT_ONCE", 2)
    assert day.library.check() == []
    update = sa.update(TABLES["card"]).where(TABLES["card"].c.id.in_(ids)).values(source="?")
    day.library._writer.run(lambda connection: connection.execute(update))
    assert {finding.values["id"] for finding in day.library.check()} == set(ids)


def test_more_than_is_remembered_can_be_written(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "REMEMBERED", 3)
    monkeypatch.setattr(heads, "REMEMBERED", 3)
    cards = [day.card(str(number)) for number in range(9)]
    ids = [edit.changes[0].id for edit in cards]
    day.library.write(Edit("Many", tuple(c for each in cards for c in each.changes), day.session))
    again = [day.edit("card", id, text_cy="eto", source="3") for id in ids]
    for _ in range(2):
        day.library.write(Edit("All", tuple(c for e in again for c in e.changes), day.session))
    day.rewrite(day.capture("un arall"), "ac un eto")
    assert day.library.check() == []
    assert {len(day.library.versions("card", id, "source")) for id in ids} == {1}


def test_what_an_edit_of_the_library_makes_in_a_session_is_rebuilt_there(day: Day) -> None:
    made = day.card("un")
    day.library.write(replace(made, session=""))
    (row,) = history(day, made.changes[0].id)
    assert row.value["session"] == day.session
    assert [card.id for card in day.library.workshop(day.session).of(Card)] == [made.changes[0].id]
    assert day.library.check() == []


def test_check_finds_a_table_that_was_changed_behind_the_log(day: Day) -> None:
    id = day.capture("un")

    def meddle(connection: sa.Connection) -> None:
        table = TABLES["card"]
        connection.execute(sa.update(table).where(table.c.id == id).values(text_cy_words="arall"))

    day.library._writer.run(meddle)
    (finding,) = day.library.check()
    assert finding.values == {"noun": "card", "id": id, "fields": "text.cy.words"}
    assert day.library.workshop(day.session).get(Card, id).text.cy.words == "arall"


def test_of_two_orders_given_at_once_the_later_one_counts_and_nobody_is_asked(day: Day) -> None:
    id = day.capture("un")
    seen = last_number(day)
    day.library.write(day.edit("card", id, order=5.0))
    beside = day.edit("card", id, order=7.0).changes
    day.library.write(Edit("Test", beside, day.session, seen=seen))
    assert day.library.versions("card", id, "order") == [7.0]


@pytest.mark.parametrize("where", ["table", "log"])
def test_check_finds_a_row_that_is_in_one_of_the_two_only(day: Day, where: str) -> None:
    id = day.capture("un")
    day.capture("dau")

    def meddle(connection: sa.Connection) -> None:
        if where == "log":
            connection.execute(sa.delete(TABLES["card"]).where(TABLES["card"].c.id == id))
        else:
            connection.execute(sa.delete(change).where(change.c.number == made.number))

    (made,) = history(day, id)
    day.library._writer.run(meddle)
    (finding,) = day.library.check()
    assert (finding.values["noun"], finding.values["id"]) == ("card", id)


def test_the_library_signs_what_names_nobody(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "signed.gwdy", author="Mair")
    for author in ("", "Tom"):
        made = created(Series(id=new_id(), title=both("c", "e")))
        library.write(Edit("Add a series", made, author=author))
    with library._reading.connect() as connection:
        query = sa.select(word.c.text).join(edit, edit.c.author == word.c.number)
        assert connection.scalars(query.order_by(edit.c.number)).all() == ["Mair", "Tom"]
    library.close()
