"""A restore happens or does not, and what made room for it is kept, named and thinned."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage import restoring
from gweithdy.storage.backups import back_up, backups_of
from gweithdy.storage.glance import glance
from gweithdy.storage.library import Library, restore
from gweithdy.storage.parts import PARTS, part
from gweithdy.storage.restoring import is_cut_off


def words_in(library: Library, day: Day) -> list[str]:
    return sorted(card.text.cy.words for card in library.workshop(day.session).of(Card))


@pytest.fixture
def backup(day: Day) -> Path:
    """A backup with one card; the library, which is closed, has a second one."""
    day.capture("hen")
    copy = day.library.back_up("asked")
    assert copy
    day.capture("newydd")
    day.library.close()
    return copy


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.suffix != ".lock"}


def test_a_folder_that_cannot_be_synced_leaves_everything_as_it_was(
    day: Day, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names(day.path.parent)
    synced: list[Path] = []

    def refuse(folder: Path) -> None:
        synced.append(folder)
        if len(synced) == 1:
            raise OSError(5, "Input/output error", str(folder))

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "sync_folder", refuse)
        with pytest.raises(Problem):
            restore(day.path, backup)
    assert names(day.path.parent) == before
    library = Library.open(day.path)
    assert words_in(library, day) == ["hen", "newydd"]
    library.close()


@pytest.mark.parametrize("failing", ["rename", "replace"])
def test_a_restore_that_the_disk_refuses_leaves_everything_as_it_was(
    day: Day, backup: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    before = names(day.path.parent)
    doing = getattr(os, failing)

    def refuse(old: object, new: object, **more: object) -> None:
        if str(old).endswith((day.path.name, ".restored")):
            raise PermissionError(13, "Held by another program", str(old))
        doing(old, new, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, failing, refuse)
        with pytest.raises(Problem):
            restore(day.path, backup)
    assert names(day.path.parent) == before
    library = Library.open(day.path)
    assert words_in(library, day) == ["hen", "newydd"]
    library.close()


def test_what_is_only_looked_at_is_finished_first(
    day: Day, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "finish", lambda _: None)
        restore(day.path, backup)
    assert is_cut_off(day.path)
    assert glance(day.path) is None
    library = Library.open(day.path, read_only=True)
    assert words_in(library, day) == ["hen"]
    library.close()
    assert not is_cut_off(day.path)
    assert glance(day.path)


def test_what_made_room_is_listed_and_can_be_gone_back_to(day: Day, backup: Path) -> None:
    old = restore(day.path, backup)
    listed = {each.path: each.reason for each in backups_of(day.path)}
    assert listed == {backup: "asked", old: "before-restore"}
    restore(day.path, old)
    library = Library.open(day.path)
    assert words_in(library, day) == ["hen", "newydd"]
    library.close()


@pytest.mark.usefixtures("backup")
def test_what_made_room_is_thinned_with_all_its_parts(day: Day) -> None:
    for number in range(20):
        old = part(day.path, f".before-restore-20260101T0000{number:02d}000000Z")
        for ending in PARTS[:2]:
            part(old, ending).write_bytes(b"x" * 10)
    assert {each.size for each in backups_of(day.path)} >= {20}
    back_up(day.path, "asked")
    left = [each for each in day.path.parent.iterdir() if "before-restore" in each.name]
    # Twelve made for a reason stay, the two that were asked for among them.
    assert len(left) == 2 * 10
    assert min(left).name.endswith("000010000000Z")


def test_copies_from_a_clock_that_was_ahead_cost_no_newer_one(day: Day) -> None:
    ahead = datetime.now(UTC) + timedelta(days=900)
    for number in range(60):
        copy = back_up(day.path, "timed", ahead + timedelta(days=7 * number))
    made = day.library.back_up("timed")
    assert made
    assert made.exists()
    assert backups_of(day.path)[0].path == made
    assert copy.exists()
    # What no copy holds is not hidden by one from the future.
    day.capture("wedyn")
    assert day.reopen().changed_since_backup


def test_unfinished_copies_go_at_the_next_opening(day: Day) -> None:
    day.library.back_up("asked")
    day.library.close()
    folder = day.path.parent / "backups"
    halves = [
        folder / "library-20310501T093000Z-timed.new",
        part(day.path, ".restored"),
        part(day.path, ".restored-journal"),
        part(day.path, ".new"),
    ]
    for half in halves:
        half.write_bytes(b"half")
    day.library = Library.open(day.path)
    assert not [half for half in halves if half.exists()]


def test_a_name_with_brackets_has_its_backups(tmp_path: Path) -> None:
    folder = tmp_path / "Gweithdai [2026]"
    folder.mkdir()
    path = folder / "llyfrgell [a].gwdy"
    library = Library.open(path)
    copy = library.back_up("asked")
    library.close()
    assert [each.path for each in backups_of(path)] == [copy]
    assert copy
    shutil.copy(copy, copy.with_name(copy.stem + ".new"))
    old = restore(path, copy)
    assert old in {each.path for each in backups_of(path)}
    Library.open(path).close()
    assert not list(copy.parent.glob("*.new"))


def test_of_each_week_the_newest_copy_is_kept() -> None:
    from gweithdy.storage.thinning import Backup, thinned

    now = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    daily = [Backup(Path(f"{age}"), now - timedelta(days=age), "timed") for age in range(120)]
    ages = sorted((now - each.at).days for each in thinned(daily, now))
    sundays, ends_of_months = [20, 27, 34, 41, 48], [21, 52, 82, 113]
    assert ages == sorted([*range(14), *sundays, *ends_of_months])
