"""A folder is written whole, or nothing is left behind; what is there is never touched."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gweithdy import whole_file, whole_folder
from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import Stopped
from gweithdy.whole_folder import write_folder

FILES = [("index.html", b"a"), ("lists/cards.csv", b"b"), ("lists/votes.csv", b"c")]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_all_files_are_there(tmp_path: Path) -> None:
    assert write_folder(tmp_path / "out", FILES) == tmp_path / "out"
    assert contents(tmp_path) == {f"out/{name}": data for name, data in FILES}


@pytest.mark.parametrize("taken", ["file", "folder", "empty", "link"])
def test_what_is_there_is_not_touched(tmp_path: Path, taken: str) -> None:
    place = tmp_path / "out"
    if taken == "file":
        place.write_bytes(b"mine")
    elif taken == "link":
        if sys.platform == "win32":
            pytest.skip("links need rights there")
        place.symlink_to(tmp_path / "nowhere")
    else:
        place.mkdir()
    if taken == "folder":
        (place / "mine.txt").write_bytes(b"mine")
    before = contents(tmp_path)
    assert write_folder(place, FILES) == tmp_path / "out-2"
    assert write_folder(place, FILES) == tmp_path / "out-3"
    after = contents(tmp_path)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 2 * len(FILES)
    assert place.is_symlink() == (taken == "link")


@pytest.mark.parametrize("stop", [Stopped(), Problem("no"), ZeroDivisionError()])
def test_what_stops_in_the_middle_leaves_nothing(tmp_path: Path, stop: Exception) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        yield FILES[1]
        raise stop

    with pytest.raises(type(stop)):
        write_folder(tmp_path / "out", files())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(whole_file, "to_disk", full)
    with pytest.raises(Problem, match="the disk is full"):
        write_folder(tmp_path / "out", FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(Problem, match="Choose another place"):
        write_folder(tmp_path / "out", FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_scanner_that_looks_into_the_folder_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    rename = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if len(waited) < 2:
            raise PermissionError(errno.EACCES, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    monkeypatch.setattr(whole_folder.time, "sleep", waited.append)
    assert write_folder(tmp_path / "out", FILES).is_dir()
    assert len(waited) == 2
    waited.clear()
    monkeypatch.setattr(whole_folder.time, "sleep", lambda _: None)
    with pytest.raises(Problem, match="permission"):
        write_folder(tmp_path / "never", FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", [".", "..", "no/such/out", "out/../.."])
def test_a_place_that_is_no_new_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem):
        write_folder(tmp_path / name if name[0] == "n" else Path(name), FILES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["n" * 300, f"{'n' * 300}/out"])
def test_a_name_that_is_too_long_is_told(tmp_path: Path, place: str) -> None:
    with pytest.raises(Problem):
        write_folder(tmp_path / place, FILES)
    assert not list(tmp_path.iterdir())
