"""A file is there whole, or as it was before; nothing is left beside it."""

import errno
import os
from pathlib import Path

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.storage.library import Library
from gweithdy.whole_file import check_place, write_file, write_files, write_whole


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "pecyn ŵ.pdf"
    for data in (b"one", b"", b"three" * 100_000):
        write_whole(path, data)
        assert path.read_bytes() == data
        assert names(tmp_path) == [path.name]


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".pdf")
    write_whole(path, b"all")
    assert path.read_bytes() == b"all"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "pack.pdf"
    path.write_text("the old pack")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"the new pack")
    with pytest.raises(Problem, match="the disk is full"):
        write_file(path, b"the new pack")
    assert path.read_text() == "the old pack"
    assert names(tmp_path) == ["pack.pdf"]


def test_what_is_on_disk_is_complete_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pack.pdf"
    path.write_text("the old pack")
    seen: list[tuple[int, str]] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        seen.append((os.fstat(handle).st_size, path.read_text()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    write_whole(path, b"x" * 10)
    assert seen == [(10, "the old pack")]


def test_a_place_where_no_file_can_be_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no such folder"):
        write_file(tmp_path / "nowhere" / "a.yaml", b"")
    with pytest.raises(Problem, match="This is a folder"):
        check_place(tmp_path)
    assert names(tmp_path) == []


def test_no_file_is_written_over_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.gwdy"
    Library.open(path, anew=True).close()
    before = path.read_bytes()
    with pytest.raises(Problem, match="is a library"):
        write_file(path, b"a pack")
    assert path.read_bytes() == before


@pytest.mark.parametrize("failing", [1, 2])
def test_of_files_that_belong_together_none_is_replaced_before_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    files = {tmp_path / f"pack.{each}.pdf": b"new" for each in ("cy", "en")}
    for path in files:
        path.write_text("old")
    written: list[int] = []
    fsync = os.fsync

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == failing:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match=f"pack.{('cy', 'en')[failing - 1]}.pdf: the disk is full"):
        write_files(files)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}
    monkeypatch.undo()
    write_files(files)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"new"}
    assert names(tmp_path) == ["pack.cy.pdf", "pack.en.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="There are no pipes in folders here.")
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(Problem, match="not an ordinary file"):
        write_file(pipe, b"new")
    assert pipe.is_fifo()
    assert names(tmp_path) == [pipe.name]


def test_a_drive_that_may_only_be_read_is_said_to_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It refuses to take away what never came there, too: Linux says so of any name."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Problem) as refused:
        write_file(tmp_path / "bwrdd.svg", b"all")
    assert "Choose another place" in str(refused.value)
    with pytest.raises(OSError, match="Read-only"):
        write_whole(tmp_path / "bwrdd.svg", b"all")
