"""After an unclean end the window opens at once, and the library is looked through later."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Stopped
from gweithdy.storage import library as library_module
from gweithdy.storage import opening
from gweithdy.storage.engine import CHECKPOINT, pragma
from gweithdy.storage.header import read_header
from gweithdy.storage.library import Library
from gweithdy.storage.parts import PARTS, has_log
from gweithdy.storage.schema import SCHEMA

PAGE = 4096
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def left(day: Day, tmp_path: Path) -> Day:
    """A library as a crash leaves it: its file has most of it, its log the rest."""
    for number in range(100):
        day.capture(f"cyn y ddamwain {number}")
    day.reopen()
    day.capture("yr olaf")
    folder = tmp_path / "crash"
    folder.mkdir()
    for part in PARTS[:2]:
        shutil.copy(f"{day.path}{part}", folder)
    return Day(folder / day.path.name, day.library, day.session, day.lane)


def opened(left: Day) -> Library:
    """The library, opened as the window does it."""
    left.library = Library.open(left.path, look_later=True)
    return left.library


def words(left: Day) -> set[str]:
    """What all cards say."""
    return {card.text.cy.words for card in left.library.workshop(left.session).of(Card)}


def spoil(path: Path, pages: slice) -> None:
    """Write rubbish over some pages, the first of which is 0."""
    whole = bytearray(path.read_bytes())
    for page in range(*pages.indices(len(whole) // PAGE)):
        whole[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(whole)


def page_of_cards(left: Day) -> int:
    """The page of a leaf of the table of cards."""
    whole = left.path.read_bytes()
    return whole.index(b"cyn y ddamwain 50") // PAGE


def test_a_library_that_was_closed_needs_no_look(day: Day) -> None:
    day.capture("un")
    day.library.close()
    day.library = Library.open(day.path, look_later=True)
    assert not day.library.unclean
    day.library.look_through()


def test_opening_looks_at_the_whole_file_only_if_it_cannot_wait(
    left: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "damage", lambda _: pytest.fail("the whole file was read"))
    library = opened(left)
    assert library.unclean
    assert "yr olaf" in words(left)
    library.close()


def test_until_it_was_looked_through_the_file_stays_and_the_log_is_kept(left: Day) -> None:
    before = left.path.read_bytes()
    library = opened(left)
    many = CHECKPOINT // 2
    for number in range(many):
        left.capture(f"wedyn {number}")
    library.close()
    assert left.path.read_bytes() == before
    assert has_log(left.path)
    library = opened(left)
    assert library.unclean
    assert {"yr olaf", "wedyn 0", f"wedyn {many - 1}"} <= words(left)
    library.look_through()
    assert not library.unclean
    library.close()
    assert not has_log(left.path)
    assert not opened(left).unclean
    assert f"wedyn {many - 1}" in words(left)
    assert left.library.check() == []
    left.library.close()


def test_once_looked_through_the_log_is_put_into_the_file_as_usual(left: Day) -> None:
    library = opened(left)
    assert library._writer
    assert library._writer.run(lambda one: pragma(one, "wal_autocheckpoint")) == 0
    library.look_through()
    assert library._writer.run(lambda one: pragma(one, "wal_autocheckpoint")) == CHECKPOINT
    library.close()


def test_a_look_that_was_stopped_is_done_the_next_time(left: Day) -> None:
    library = opened(left)
    with pytest.raises(Stopped):
        library.look_through(lambda: True)
    assert library.unclean
    library.close()
    assert opened(left).unclean
    left.library.close()


def test_damage_is_told_by_the_look_each_time_and_every_part_is_kept(left: Day) -> None:
    page = page_of_cards(left)
    spoil(left.path, slice(page, page + 1))
    before = left.path.read_bytes()
    for number in range(2):
        library = opened(left)
        left.capture(f"wedyn {number}")
        with pytest.raises(Problem, match=r"damaged.*Settings"):
            library.look_through()
        assert library.unclean
        library.close()
    assert left.path.read_bytes() == before
    assert has_log(left.path)


def test_what_cannot_be_read_is_told_at_once_and_every_part_is_kept(left: Day) -> None:
    spoil(left.path, slice(1, None))
    log = left.path.with_name(left.path.name + "-wal")
    before = left.path.read_bytes(), log.read_bytes()
    with pytest.raises(Problem, match=r"damaged.*backup"):
        opened(left)
    assert (left.path.read_bytes(), log.read_bytes()) == before


def test_a_log_on_a_network_drive_does_not_wait(left: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "is_on_network", lambda _: True)
    page = page_of_cards(left)
    spoil(left.path, slice(page, page + 1))
    with pytest.raises(Problem, match="damaged"):
        opened(left)


@pytest.mark.parametrize("table", ["session", "series", "edit", "change"])
def test_what_the_window_shows_first_is_read_before_it_is_shown(left: Day, table: str) -> None:
    # As it is, or the log would be put into it.
    as_it_is = f"{left.path.as_uri()}?immutable=1"
    with closing(sqlite3.connect(as_it_is, uri=True)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = file.execute(query, (table,)).fetchone()
    spoil(left.path, slice(root - 1, root))
    with pytest.raises(Problem, match=r"damaged.*backup"):
        opened(left)


def cut_off(path: Path, folder: Path, statement: str) -> Path:
    """A copy of a library that did one thing more, of which only its log knows."""
    folder.mkdir()
    source, crash = folder / "source.gwdy", folder / "crash.gwdy"
    shutil.copy(path, source)
    with closing(sqlite3.connect(source, isolation_level=None)) as file:
        for each in ("PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0", statement):
            file.execute(each)
        for part in PARTS[:2]:
            shutil.copy(f"{source}{part}", f"{crash}{part}")
    assert has_log(crash)
    return crash


def test_an_older_library_that_was_not_closed_is_brought_up_to_date(tmp_path: Path) -> None:
    older = cut_off(DATA / "library-1.gwdy", tmp_path / "older", "UPDATE session SET id = id")
    assert read_header(older).schema == 1
    library = Library.open(older, look_later=True)
    assert library.catalogue().of(Session)
    assert not library.unclean
    assert library.check() == []
    library.close()
    assert read_header(older).schema == SCHEMA


def test_a_version_that_only_the_log_knows_is_the_version(day: Day, tmp_path: Path) -> None:
    day.library.close()
    with closing(sqlite3.connect(day.path)) as file:
        file.execute("PRAGMA user_version=1")
    now = cut_off(day.path, tmp_path / "now", f"PRAGMA user_version={SCHEMA}")
    library = Library.open(now, look_later=True)
    assert library.unclean, "it was not looked through, as a migration does"
    assert library.backups() == []
    library.close()
    newer = cut_off(day.path, tmp_path / "newer", f"PRAGMA user_version={SCHEMA + 1}")
    before = newer.read_bytes()
    with pytest.raises(Problem, match="newer gweithdy"):
        Library.open(newer)
    assert newer.read_bytes() == before
