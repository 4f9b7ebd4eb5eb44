"""Where a library was, or in a folder that is not there, none is made unless a person says so."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.storage import opening
from gweithdy.storage.library import Library, Missing, Unusable, backups_of, restore
from gweithdy.storage.lock import Lock
from gweithdy.storage.parts import mark_file, part
from gweithdy.storage.unusable import NoLibrary


def _with_backup(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    (folder / f"{path.stem}-20260101T000000Z-timed.gwdy").write_bytes(b"copy")


LEFT: dict[str, Callable[[Path], None]] = {
    "log": lambda path: part(path, "-wal").write_bytes(b"left"),
    "set aside": lambda path: part(
        path, ".before-restore-20260101T000000000000Z"
    ).write_bytes(b"old"),
    "mark": lambda path: mark_file(path).write_text("{}"),
    "backups": _with_backup,
}  # fmt: skip


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("read_only", [False, True])
def test_where_one_was_none_is_made(tmp_path: Path, left: str, *, read_only: bool) -> None:
    path = tmp_path / "library.gwdy"
    LEFT[left](path)
    before = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(Missing):
        Library.open(path, read_only=read_only)
    assert not path.exists()
    assert set(before) <= {each.name for each in tmp_path.iterdir()}


def test_a_person_may_want_an_empty_one_and_what_was_left_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.gwdy"
    part(path, "-wal").write_bytes(b"left")
    library = Library.open(path, anew=True)
    assert library.catalogue().of(Session) == []
    library.close()
    assert len(list(tmp_path.glob("library.gwdy.left-*-wal"))) == 1
    assert [each.reason for each in backups_of(path)] == ["left"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(Missing, match="connect"):
        Library.open(stick / "library.gwdy")
    assert not stick.exists()
    Library.open(stick / "library.gwdy", anew=True).close()


def test_the_usual_folder_is_made_at_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "share" / "gweithdy" / "library.gwdy"
    monkeypatch.setattr(opening, "default_library", lambda: path)
    Library.open(path).close()
    assert path.exists()


def test_where_nothing_ever_was_is_another_matter(tmp_path: Path) -> None:
    with pytest.raises(NoLibrary):
        Library.open(tmp_path / "none.gwdy", read_only=True)


def test_a_library_that_is_overwritten_can_be_gone_back_from(day: Day) -> None:
    day.capture("un")
    copy = day.library.back_up("asked")
    assert copy
    day.library.close()
    day.path.write_bytes(b"")
    with pytest.raises(Unusable):
        Library.open(day.path)
    restore(day.path, copy)
    day.library = Library.open(day.path)
    assert day.library.check() == []


def test_two_ways_to_one_library_meet_in_one_lock(day: Day, tmp_path: Path) -> None:
    link = tmp_path / "link"
    os.symlink(day.path.parent, link)  # noqa: PTH211
    file = tmp_path / "other.gwdy"
    os.symlink(day.path, file)  # noqa: PTH211
    for way in (link / day.path.name, file, day.path.parent / ".." / link / day.path.name):
        with pytest.raises(Problem, match="already open"):
            Library.open(way)
        with pytest.raises(Problem, match="already open"):
            Lock(way).take()
    day.library.close()
    library = Library.open(file)
    library.back_up("asked")
    library.close()
    assert (day.path.parent / "backups").exists()
    assert not (tmp_path / "backups").exists()
    day.library = Library.open(day.path)


def untouched(folder: Path, path: Path, match: str) -> None:
    before = sorted(each.name for each in folder.iterdir())
    for read_only in (False, True):
        with pytest.raises(Problem, match=match):
            Library.open(path, read_only=read_only)
    assert sorted(each.name for each in folder.iterdir()) == before


def test_a_name_that_is_too_long_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    untouched(tmp_path, tmp_path / ("ŵ" * 122 + ".gwdy"), "too long")
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    longest = tmp_path / ("a" * 195 + ".gwdy")
    library = Library.open(longest)
    copy = library.back_up("before-update")
    library.close()
    assert copy
    assert restore(longest, copy).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders there")
def test_a_pipe_is_no_library_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "library.gwdy")
    untouched(tmp_path, tmp_path / "library.gwdy", "not a gweithdy library")


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "library.gwdy").mkdir()
    untouched(tmp_path, tmp_path / "library.gwdy", "not a gweithdy library")


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    untouched(tmp_path, tmp_path / "lib\udcffrary.gwdy", "cannot be read")


@pytest.mark.parametrize("name", ["a#b?c=d.gwdy", "50%.gwdy", "-rf.gwdy", "a\nb.gwdy", "a;b'.gwdy"])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_odd_letters_are_only_letters(tmp_path: Path, name: str) -> None:
    library = Library.open(tmp_path / name)
    copy = library.back_up("asked")
    library.close()
    assert [each.path for each in backups_of(tmp_path / name)] == [copy]
