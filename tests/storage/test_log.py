"""The log: heads and parents, what is refused, and tables that can be rebuilt from it."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.change import Change, Edit, Origin
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
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
    lost = day.edit("vote", new_id(), session=new_id(), deleted=False).changes
    broken = Edit("Broken", day.edit("card", id, text_cy="na").changes + lost, day.session)
    with pytest.raises(sa.exc.IntegrityError):
        day.library.write(broken)
    day.rewrite(id, "dau")
    one, two = history(day, id)
    assert parents(day) == {(two.number, one.number)}


@pytest.mark.parametrize(
    "bad",
    [
        Change("card", "00000000-0000-4000-8000-000000000000", "source", "3"),
        Change("dragon", "00000000-0000-4000-8000-000000000000", "deleted", False),
        Change("card", "00000000-0000-4000-8000-000000000000", "colour", "red"),
    ],
    ids=["row", "noun", "field"],
)
def test_a_change_to_what_there_is_not_is_refused_and_leaves_nothing(day: Day, bad: Change) -> None:
    id = day.capture("un")
    before = last_number(day)
    good = day.edit("card", id, text_cy="dau").changes
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("Test", (*good, bad), day.session))
    assert last_number(day) == before
    assert day.library.workshop(day.session).get(Card, id).text.cy.words == "un"
    assert {row.id for row in rows(day, sa.select(thing))} >= {id, day.session}
    assert bad.id not in {row.id for row in rows(day, sa.select(thing))}
    assert day.library.check() == []


def test_an_edit_of_a_session_that_there_is_not_is_refused(day: Day) -> None:
    id = day.capture("un")
    changes = day.edit("card", id, text_cy="dau").changes
    with pytest.raises(Problem, match="does not fit"):
        day.library.write(Edit("Test", changes, new_id()))
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
        library.write(Edit("Add", (Change("series", new_id(), "deleted", False),)))
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
        log = rebuilt(connection, everything)
        assert tables(connection, everything) == log
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
