"""A library that version 0.1.0 wrote: every word, state, basis, original and moment as before."""

import gzip
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gweithdy.domain.entity import fields
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.plain import to_plain
from gweithdy.storage.check import tables
from gweithdy.storage.header import read_header
from gweithdy.storage.library import Library
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.tables import change, change_parent, device, edit, thing, word

DATA = Path(__file__).parents[1] / "data"
SEEN: dict[str, dict[str, Any]] = json.loads((DATA / "library-0.1.0.json").read_text("utf-8"))
"""Every row by id, as 0.1.0 saw it."""

SINCE = {
    name: {path: to_plain(one, one.default) for path, one in fields(noun).items()}
    for name, noun in NOUNS.items()
}
"""What a noun says of what is newer than a row."""

Old = list[dict[str, Any]]
"""The changes of the old log, in their order."""

History = dict[tuple[str, str], list[Any]]
"""The values of fields, by the id of their thing and their path; the earliest first."""


@pytest.fixture(scope="module")
def old_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("old") / "library.gwdy"
    with gzip.open(DATA / "library-0.1.0.gwdy.gz") as packed, path.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return path


@pytest.fixture(scope="module")
def old(old_file: Path) -> Old:
    with closing(sqlite3.connect(old_file)) as connection:
        connection.row_factory = sqlite3.Row
        # Numbers are kept as such in a column of JSON, all else as text.
        rows = connection.execute("SELECT * FROM change ORDER BY number")
        return [{**row, "value": json.loads(str(row["value"]))} for row in rows]


@pytest.fixture(scope="module")
def library(old_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("library") / "library.gwdy"
    shutil.copy(old_file, path)
    opened = Library.open(path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(library: Library) -> Iterator[sa.Connection]:
    with library._reading.connect() as connection:
        yield connection


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """A row as 0.1.0 saw it by the paths of now: of a translation are its state and its basis."""
    new = {path: value for path, value in row.items() if "." not in path and path != "noun"}
    new = SINCE.get(row["noun"], {}) | new
    for name in {path.partition(".")[0] for path in row if "." in path}:
        cy, en, source, state, basis = (
            row[f"{name}.{part}"] for part in ("cy", "en", "source", "state", "basis")
        )
        original = source or ("cy" if cy else "en" if en else "")
        for language, words in (("cy", cy), ("en", en)):
            is_translation = original not in ("", language)
            new[f"{name}.{language}.words"] = words
            new[f"{name}.{language}.state"] = state if is_translation else ""
            new[f"{name}.{language}.basis"] = basis if is_translation else ""
        new[f"{name}.original"] = original
    return new


@pytest.mark.parametrize("noun", sorted({row["noun"] for row in SEEN.values()}))
def test_every_row_is_there_as_it_was(read: sa.Connection, noun: str) -> None:
    was = {id: expected(row) for id, row in SEEN.items() if row["noun"] == noun}
    now = tables(read, {"first": 1, "last": len(SEEN)}, [])
    assert {id: row for (name, id), row in now.items() if name == noun} == was


def test_the_tables_say_what_the_log_says(library: Library) -> None:
    assert library.check() == []


def test_words_are_found(library: Library) -> None:
    id = next(id for id, row in SEEN.items() if "Mair Ŵyn 3" in row.values())
    assert id in {hit.id for hit in library.search("wyn 3")}


def test_a_copy_of_what_was_before_is_kept_and_a_second_opening_makes_no_other(
    old_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "library.gwdy"
    shutil.copy(old_file, path)
    for _ in range(2):
        opened = Library.open(path)
        (copy,) = opened.backups()
        opened.close()
        assert copy.reason == "before-update"
        assert (read_header(copy.path).schema, read_header(path).schema) == (2, SCHEMA)
    with closing(sqlite3.connect(copy.path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM change").fetchone()
    assert count == 4761


def test_each_old_edit_is_one_with_its_author_moment_and_place(
    read: sa.Connection, old: Old
) -> None:
    said = dict(read.execute(sa.select(word.c.number, word.c.text)).all())
    known = dict(read.execute(sa.select(thing.c.number, thing.c.id)).all())
    installed = dict(read.execute(sa.select(device.c.number, device.c.id)).all())
    new = read.execute(sa.select(edit).order_by(edit.c.number)).all()
    firsts = {row["edit"]: row for row in reversed(old)}.values()
    was = sorted(firsts, key=lambda row: row["number"])
    assert [
        (one.number, one.seq, installed[one.device], one.hlc, said[one.author], one.at)
        for one in new
    ] == [
        (place, place, one["device"], one["hlc"], one["author"], moment(one["at"]))
        for place, one in enumerate(was, 1)
    ]
    assert [known.get(one.session) for one in new] == [one["session"] for one in was]
    assert {(said[one.origin], said[one.kind], said[one.label]) for one in new} == {
        ("window", "set", "")
    }


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_what_each_edit_was_about_is_what_it_is_about(read: sa.Connection, old: Old) -> None:
    places = {id: place for place, id in enumerate(dict.fromkeys(row["edit"] for row in old), 1)}
    query = sa.select(change.c.edit, thing.c.id).join(thing, thing.c.number == change.c.thing)
    assert {tuple(row) for row in read.execute(query)} == {
        (places[row["edit"]], row["row"]) for row in old
    }


def test_the_history_of_a_field_leads_back_to_what_made_the_thing(
    read: sa.Connection, old: Old
) -> None:
    rows = {row.number: row for row in read.execute(sa.select(change))}
    paths = dict(read.execute(sa.select(word.c.number, word.c.text)).all())
    ids = dict(read.execute(sa.select(thing.c.number, thing.c.id)).all())
    parents = dict(read.execute(sa.select(change_parent.c.child, change_parent.c.parent)).all())
    found: History = {}
    for last in (rows[number] for number in rows.keys() - parents.values()):
        values, row = [], last
        while row.field is not None:
            assert (row.thing, row.field) == (last.thing, last.field)
            values.insert(0, row.value)
            row = rows[parents[row.number]]
        assert row.thing == last.thing
        if last.field is not None:
            path = paths[last.field]
            found[ids[last.thing], path] = [row.value.get(path), *values]
    assert len({row.thing for row in rows.values() if row.field is None}) == len(ids)
    assert told(found) == told(history(old))


def history(old: Old) -> History:
    """The values of each field that was changed after the edit that made its thing."""
    made: dict[str, str] = {}
    first: dict[tuple[str, str], Any] = {}
    found: History = {}
    for row in old:
        path = f"{row['field']}.words" if row["field"][-3:] in (".cy", ".en") else row["field"]
        spot = row["row"], path
        if made.setdefault(row["row"], row["edit"]) == row["edit"]:
            first[spot] = row["value"]
        else:
            found.setdefault(spot, [first.get(spot)]).append(row["value"])
    return found


def told(histories: History) -> History:
    """What is there in both logs: not the parts that are cut anew, no value twice in a row."""
    found: History = {}
    for (id, path), (first, *values) in histories.items():
        steps = [value for value, _ in groupby([first or None, *values])]
        if ("." not in path or path.endswith(".words")) and len(steps) > 1:
            found[id, path] = steps
    return found
