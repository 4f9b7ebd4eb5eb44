"""The log: heads and parents, and tables that can be rebuilt from it."""

import sqlalchemy as sa
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.storage.check import rebuilt, tables
from gweithdy.storage.log import ordered_id
from gweithdy.storage.tables import TABLES, change, change_parent


def history(day: Day, id: str, path: str = "text.cy") -> list[sa.Row]:
    with day.library._reading.connect() as connection:
        query = sa.select(change).where(change.c.row == id, change.c.field == path)
        return list(connection.execute(query.order_by(change.c.seq)))


def parents(day: Day) -> set[tuple[str, str]]:
    with day.library._reading.connect() as connection:
        found = connection.execute(sa.select(change_parent.c.child, change_parent.c.parent))
        return {tuple(row) for row in found}


def test_a_change_knows_what_was_on_screen(day: Day) -> None:
    id = day.capture("un")
    for words in ("dau", "tri"):
        day.rewrite(id, words)
    one, two, three = history(day, id)
    assert [row.value for row in (one, two, three)] == ["un", "dau", "tri"]
    assert parents(day) == {(two.id, one.id), (three.id, two.id)}


def test_the_parents_are_found_again_after_reopening(day: Day) -> None:
    id = day.capture("un")
    day.reopen()
    day.rewrite(id, "dau")
    one, two = history(day, id)
    assert parents(day) == {(two.id, one.id)}
    assert two.seq > one.seq
    assert two.device == one.device


def test_a_change_that_was_refused_is_nobodys_parent(day: Day) -> None:
    id = day.capture("un")
    broken = Edit(
        "Broken",
        day.edit("card", id, text_cy="na").changes + day.edit("vote", "x", count=1).changes,
    )
    try:
        day.library.write(broken)
    except sa.exc.IntegrityError:
        day.rewrite(id, "dau")
    one, two = history(day, id)
    assert parents(day) == {(two.id, one.id)}


def test_several_heads_all_become_parents(day: Day) -> None:
    id = day.capture("un")
    (first,) = history(day, id)
    other = dict(first._mapping) | {"number": None, "id": ordered_id(first.hlc + 9), "seq": 9000}

    def merge(connection: sa.Connection) -> None:
        connection.execute(sa.insert(change), other)

    day.library._writer.run(merge)
    day.reopen()
    day.rewrite(id, "dau")
    last = history(day, id)[-1]
    assert last.value == "dau"
    assert parents(day) == {(last.id, first.id), (last.id, other["id"])}


def test_the_log_says_who_when_and_together_with_what(day: Day) -> None:
    id = day.capture("un")
    whole = [row for path in ("text.cy", "kind", "order") for row in history(day, id, path)]
    assert {row.author for row in whole} == {"Test"}
    assert {row.session for row in whole} == {day.session}
    assert len({row.edit for row in whole}) == 1
    assert all(row.at.tzinfo for row in whole)
    assert {row.kind for row in whole} == {"set"}


def test_tables_can_be_rebuilt_from_the_log(day: Day) -> None:
    id = day.capture("un")
    day.rewrite(id, "dau")
    day.library.write(day.edit("card", id, deleted=True, captured=None))
    with day.library._reading.connect() as connection:
        logged = rebuilt(connection)
        for noun in TABLES:
            assert tables(connection, noun) == logged.get(noun, {})


def test_check_finds_a_table_that_was_changed_behind_the_log(day: Day) -> None:
    id = day.capture("un")

    def meddle(connection: sa.Connection) -> None:
        table = TABLES["card"]
        connection.execute(sa.update(table).where(table.c.id == id).values(text_cy="arall"))

    day.library._writer.run(meddle)
    (finding,) = day.library.check()
    assert finding.values == {"noun": "card", "id": id, "fields": "text.cy"}
    assert day.library.workshop(day.session).get(Card, id).text.cy == "arall"


def test_ids_of_changes_are_uuids_that_grow() -> None:
    ids = [ordered_id(1_763_700_000_000_000 + step) for step in range(2000)]
    assert ids == sorted(ids)
    assert {id[14] for id in ids} == {"7"}
    assert {id[19] for id in ids} <= set("89ab")
