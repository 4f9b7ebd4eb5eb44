"""A glance at a library tells what the open library tells, or leaves it to that."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage.day import Day
from tests.storage.test_random_days import edits, four_of_everything

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Entity
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Status
from gweithdy.domain.workshop import Rows
from gweithdy.storage import glance as module
from gweithdy.storage.glance import Glance, glance
from gweithdy.storage.library import Library
from gweithdy.storage.schema import SCHEMA


def same(one: Rows, other: Rows) -> None:
    def by_id(rows: Rows) -> dict[str, str]:
        # As text: 1 is True to Python, but not to a reader of the program.
        return {each.id: repr(each) for each in rows.everything()}

    assert by_id(one) == by_id(other)
    assert one.position == other.position


def seen_in(path: Path, session: str = "") -> Glance:
    seen = glance(path, session)
    assert seen
    return seen


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_it_tells_what_the_open_library_tells(day: Day, data: Any) -> None:
    day.library.write(four_of_everything(day))
    for edit in data.draw(st.lists(edits(day), max_size=4)):
        day.library.write(edit)
    seen = seen_in(day.path, day.session)
    same(seen.catalogue(), day.library.catalogue())
    same(seen.workshop(day.session), day.library.workshop(day.session))


def test_series_and_sessions_of_a_library_that_was_closed(day: Day) -> None:
    series = new_id()
    title = Change("series", series, "title.cy.words", "Cyfres")
    day.library.write(Edit("Series", (Change("series", series, "deleted", False), title)))
    for field, value in (
        ("series", series),
        ("status", Status.HELD),
        ("online_link", "example.org"),
    ):
        change = Change("session", day.session, field, value)
        day.library.write(Edit("Session", (change,), day.session))
    catalogue = day.library.catalogue()
    day.library.close()
    same(seen_in(day.path).catalogue(), catalogue)


def test_only_the_session_that_was_asked_for_is_read(day: Day) -> None:
    day.capture("un")
    seen = seen_in(day.path)
    with pytest.raises(Problem):
        seen.workshop(day.session)
    with pytest.raises(Problem):
        seen_in(day.path, new_id()).workshop(day.session)


def test_a_deleted_session_is_not_in_sight(day: Day) -> None:
    day.library.write(Edit("Delete", (Change("session", day.session, "deleted", True),)))
    with pytest.raises(Problem):
        seen_in(day.path, day.session).workshop(day.session)


def test_nothing_is_written_to_what_is_only_looked_at(day: Day) -> None:
    seen = seen_in(day.path, day.session)
    before = day.library.catalogue().position
    with pytest.raises(Problem):
        seen.write(day.card("un"))
    assert day.library.catalogue().position == before


def test_a_library_that_was_looked_at_is_the_same(day: Day) -> None:
    day.library.close()
    before = day.path.read_bytes()
    assert glance(day.path, day.session)
    assert day.path.read_bytes() == before
    Library.open(day.path).close()
    assert glance(day.path)


def test_what_a_crash_left_in_the_log_is_seen_and_stays(day: Day, tmp_path: Path) -> None:
    id = day.capture("un")
    left = tmp_path / "left" / "library.gwdy"
    shutil.copytree(day.path.parent, left.parent)
    log = left.with_name("library.gwdy-wal")
    before = log.read_bytes()
    assert before
    assert seen_in(left, day.session).workshop(day.session).named("card", id)
    assert log.read_bytes() == before


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert glance(tmp_path / "library.gwdy") is None
    assert glance(tmp_path / "no" / "folder.gwdy") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("schema", [SCHEMA - 1, SCHEMA + 1])
def test_another_schema_is_left_to_who_opens_it(day: Day, schema: int) -> None:
    day.library.close()
    with closing(sqlite3.connect(day.path)) as file:
        file.execute(f"PRAGMA user_version={schema}")
    assert glance(day.path) is None


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.gwdy"
    path.write_bytes(b"not a library" * 100)
    assert glance(path) is None
    assert path.read_bytes() == b"not a library" * 100


def test_a_damaged_library_is_left_to_who_opens_it(day: Day) -> None:
    day.library.close()
    whole = day.path.read_bytes()
    # The header is as it was; what it leads to is not.
    day.path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    assert glance(day.path, day.session) is None


@pytest.mark.parametrize(
    "damage",
    ["title_cy_words = CAST(x'd6d6' AS TEXT)", "status = ''", "date = 'someday'"],
)
def test_damaged_values_are_left_to_who_opens_it(day: Day, damage: str) -> None:
    day.library.close()
    with closing(sqlite3.connect(day.path)) as raw, raw:
        raw.execute(f"UPDATE session SET {damage}")  # noqa: S608 - our own words
    assert glance(day.path, day.session) is None


def test_nobody_is_waited_for(day: Day) -> None:
    day.library.close()
    with closing(sqlite3.connect(day.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert glance(day.path) is None


LOOK = """
import sys
from pathlib import Path
from gweithdy.storage.glance import glance
assert glance(Path(sys.argv[1])).catalogue().position
assert not {"sqlalchemy", "alembic", "filelock"} & set(sys.modules)
"""


def test_it_loads_nothing_that_writing_needs(day: Day) -> None:
    subprocess.run([sys.executable, "-c", LOOK, str(day.path)], check=True)


def test_all_that_is_told_is_of_one_moment(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    before = day.library.catalogue()
    reading = module._entities

    def read(connection: sqlite3.Connection, *which: str) -> list[Entity]:
        link = Change("session", day.session, "online_link", f"https://example.org/{which[0]}")
        day.library.write(Edit("Meanwhile", (link,), day.session))
        return reading(connection, *which)

    monkeypatch.setattr(module, "_entities", read)
    seen = seen_in(day.path, day.session)
    assert day.library.catalogue().position > before.position
    same(seen.catalogue(), before)
    assert seen.workshop(day.session).position == before.position


def test_it_waits_for_nobody(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[int] = []
    telling = module._seen

    def tell(connection: sqlite3.Connection, session: str) -> Glance:
        waits.extend(connection.execute("PRAGMA busy_timeout").fetchone())
        return telling(connection, session)

    monkeypatch.setattr(module, "_seen", tell)
    seen_in(day.path)
    assert waits == [0]
