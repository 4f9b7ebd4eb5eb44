"""Random days: whatever is done and undone, the library holds what memory holds."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from tests.storage.day import Day

from gweithdy.domain.attached import attached
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import fields, noun_name
from gweithdy.domain.field import Field, Kind
from gweithdy.domain.history import History
from gweithdy.domain.ids import derived_id
from gweithdy.domain.nouns import NOUNS, OWNED
from gweithdy.domain.workshop import Workshop
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.tables import metadata

FILES = st.sampled_from(["a.jpg", "Llun ŵ 1.jpg"]).map(
    lambda name: attached(b"a file", name, "image/jpeg")
)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.FILE: FILES,
    Kind.WORDS: st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    Kind.INTEGER: st.integers(-(2**31), 2**31 - 1),
    Kind.NUMBER: st.floats(allow_nan=False, allow_infinity=False, width=32),
    Kind.FLAG: st.booleans(),
    Kind.DATE: st.dates(),
    Kind.TIME: st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    # Python never takes an hour that a clock has twice, or never, for the same in another zone.
    Kind.MOMENT: st.datetimes(timezones=st.timezones()).filter(
        lambda at: at.utcoffset() == at.replace(fold=1 - at.fold).utcoffset()
    ),
}


def values(day: Day, one: Field) -> st.SearchStrategy[Any]:
    """Values that a field may take; references lead to what may be there."""
    if one.name == "session":
        return st.just(day.session)
    if one.ref:
        # One lane, card … of a known id is made below before anything can refer to it.
        there = [first(day, name) for name in one.ref.split("|")]
        if one.kind is Kind.IDS:
            return st.lists(st.sampled_from(there), unique=True).map(tuple)
        return st.sampled_from(["", *there])
    if one.allowed:
        return st.sampled_from(one.allowed)
    if one.most is not None:
        return st.integers(one.least, one.most)
    if one.choices:
        choice = st.sampled_from(list(one.choices))
        return st.lists(choice, unique=True).map(tuple) if one.kind is Kind.CHOICES else choice
    return VALUES[one.kind] | st.none() if one.optional else VALUES[one.kind]


def first(day: Day, name: str) -> str:
    return derived_id(day.session, f"{name} 0")


def edits(day: Day) -> st.SearchStrategy[Edit]:
    """An edit of one to three things."""

    def changes(name: str) -> st.SearchStrategy[tuple[Change, ...]]:
        known = fields(NOUNS[name])
        some = st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=5, unique=True)
        id = st.integers(0, 3).map(lambda n: derived_id(day.session, f"{name} {n}"))
        return st.tuples(id, some).flatmap(
            lambda both: st.tuples(
                st.just(Change(name, both[0], "session", day.session)),
                *(
                    values(day, known[path]).map(lambda v, p=path: Change(name, both[0], p, v))
                    for path in both[1]
                ),
            )
        )

    one = st.sampled_from([noun_name(noun) for noun in OWNED]).flatmap(changes)
    return st.lists(one, min_size=1, max_size=3).map(
        lambda parts: Edit("Random", tuple(c for part in parts for c in part), day.session)
    )


def same(day: Day, memory: Workshop) -> None:
    stored = day.library.workshop(day.session)
    assert {e.id: e for e in stored.everything()} == {e.id: e for e in memory.everything()}


def four_of_everything(day: Day) -> Edit:
    made = [
        Change(noun_name(noun), derived_id(day.session, f"{noun_name(noun)} {n}"), path, value)
        for noun in OWNED
        for n in range(4)
        for path, value in (("deleted", False), ("session", day.session))
    ]
    return Edit("Four of each", tuple(made), day.session, files=(b"a file",))


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_random_edits_undone_and_redone_are_the_same_on_disk(day: Day, data: Any) -> None:
    start = four_of_everything(day)
    day.library.write(start)
    memory = day.library.workshop(day.session)
    history = History()

    def do(edit: Edit) -> None:
        day.library.write(edit)
        memory.take(edit)

    for edit in data.draw(st.lists(edits(day), max_size=6)):
        back = memory.reverse(edit)
        do(edit)
        history.add(edit, back)
    same(day, memory)
    walk(lambda: history.next_undo, lambda step: do(step.back), history.undone)
    same(day, memory)
    walk(lambda: history.next_redo, lambda step: do(step.again), history.redone)
    same(day, memory)
    assert day.library.check() == []


def walk(following: Callable[[], Any], do: Callable[[Any], None], done: Callable[[], None]) -> None:
    while step := following():
        do(step)
        done()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_in_postgresql_too(table: sa.Table) -> None:
    dialect = postgresql.dialect()
    assert str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert str(CreateIndex(index).compile(dialect=dialect))
    assert SCHEMA
