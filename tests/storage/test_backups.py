"""Backups are whole, thin out with age, and come back even where a crash left a log beside."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage.backups import Backup, backups_of
from gweithdy.storage.header import read_header
from gweithdy.storage.library import Library, restore
from gweithdy.storage.parts import PARTS, has_log
from gweithdy.storage.thinning import kept

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


def words_in(library: Library, day: Day) -> list[str]:
    return sorted(card.text.cy.words for card in library.workshop(day.session).of(Card))


def test_a_backup_is_a_whole_library_in_one_file(day: Day, tmp_path: Path) -> None:
    day.capture("un")
    copy = day.library.back_up("timed")
    assert copy
    assert not read_header(copy).wal
    moved = shutil.copy(copy, tmp_path / "moved.gwdy")
    library = Library.open(moved)
    assert words_in(library, day) == ["un"]
    assert library.check() == []
    library.close()


def test_backups_say_when_and_why(day: Day) -> None:
    day.library.back_up("Before import!")
    day.library.back_up("Before import!")
    day.library.back_up("close")
    day.library.back_up("timed")
    reasons = [backup.reason for backup in day.library.backups()]
    # The routine ones of the same ten minutes are thinned to one, the others stay.
    assert sorted(reasons, reverse=True) == ["timed", "before-import", "before-import"]
    assert all(
        abs(datetime.now(UTC) - each.at) < timedelta(minutes=1) for each in day.library.backups()
    )
    assert not list(day.path.parent.glob("backups/*.new"))


def test_changed_since_backup(day: Day) -> None:
    assert day.library.changed_since_backup
    day.library.back_up("timed")
    assert not day.library.changed_since_backup
    day.capture("un")
    assert day.library.changed_since_backup
    assert day.reopen().changed_since_backup


def test_a_damaged_library_is_not_copied(day: Day) -> None:
    day.close_damaged()
    library = Library.open(day.path)
    with pytest.raises(Problem, match="damaged"):
        library.back_up("timed")
    assert library.backups() == []
    assert library.check()
    library.close()


def test_restoring_beside_a_log_that_a_crash_left(day: Day, tmp_path: Path) -> None:
    day.capture("hen")
    copy = day.library.back_up("timed")
    assert copy
    day.capture("newydd")
    crash = tmp_path / "crash"
    crash.mkdir()
    for part in PARTS[:2]:
        shutil.copy(f"{day.path}{part}", crash)
    path = crash / day.path.name
    assert has_log(path)
    old = restore(path, copy)
    restored = Library.open(path)
    # Had the log stayed, it would have been replayed into the restored file.
    assert words_in(restored, day) == ["hen"]
    assert restored.check() == []
    restored.close()
    before = Library.open(old)
    assert words_in(before, day) == ["hen", "newydd"]
    before.close()


def test_a_restored_library_is_a_new_device(day: Day) -> None:
    copy = day.library.back_up("timed")
    assert copy
    before = day.library._log.device
    day.capture("wedyn")
    day.library.close()
    restore(day.path, copy)
    day.library = Library.open(day.path)
    assert day.library._log.device != before
    day.capture("eto")
    assert day.library.check() == []


def test_an_open_library_is_not_restored(day: Day) -> None:
    copy = day.library.back_up("timed")
    assert copy
    with pytest.raises(Problem, match="already open"):
        restore(day.path, copy)
    day.capture("o hyd")


def test_only_a_backup_is_restored(day: Day, tmp_path: Path) -> None:
    day.library.close()
    before = day.path.read_bytes()
    (tmp_path / "wrong.gwdy").write_text("Dear diary")
    with pytest.raises(Problem, match="not a gweithdy library"):
        restore(day.path, tmp_path / "wrong.gwdy")
    assert day.path.read_bytes() == before
    day.library = Library.open(day.path)


def test_backups_thin_out_with_age() -> None:
    every_ten_minutes = [
        Backup(Path(f"{step}"), NOW - timedelta(minutes=10 * step), "timed")
        for step in range(6 * 24 * 400)
    ]
    stay = sorted(kept(every_ten_minutes, NOW), key=lambda each: each.at, reverse=True)
    ages = [(NOW - each.at) for each in stay]
    assert ages[:12] == [timedelta(minutes=10 * step) for step in range(12)]
    assert sum(age <= timedelta(days=14) for age in ages[12:]) >= 13
    assert 12 + 13 <= len(stay) <= 12 + 14 + 8 + 12
    assert max(ages) > timedelta(days=300)
    assert kept(stay, NOW) == set(stay)


def test_what_a_copy_that_was_cut_off_left_goes_and_nothing_else(day: Day) -> None:
    day.library.back_up("timed")
    folder = day.path.parent / "backups"
    left = folder / "library-20310501T093000Z-timed"
    cut_off = [left.with_suffix(end) for end in (".new", ".new-journal")]
    mine = [folder / name for name in ("library-notes.new", "library-notes.newer")]
    for path in (*cut_off, *mine):
        path.write_text("x")
    day.library.back_up("timed")
    assert not [path for path in cut_off if path.exists()]
    assert [path for path in mine if path.exists()] == mine


def test_strange_files_among_the_backups_are_left_alone(day: Day) -> None:
    day.library.back_up("timed")
    stranger = day.path.parent / "backups" / "library-notes.gwdy"
    stranger.write_text("mine")
    assert len(backups_of(day.path)) == 1
    day.library.back_up("timed")
    assert stranger.read_text() == "mine"
