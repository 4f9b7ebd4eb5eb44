"""What is refused is left untouched, and what was not closed is looked at."""

import json
import shutil
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage import location
from gweithdy.storage.device import mark_file
from gweithdy.storage.library import Library
from gweithdy.storage.parts import PARTS, has_log

SCHEMA_AT = slice(60, 64)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


def copy_while_open(day: Day, folder: Path) -> Path:
    """What a crash leaves: the file with its write-ahead log, and nobody who holds it."""
    folder.mkdir()
    for part in PARTS[:2]:
        shutil.copy(f"{day.path}{part}", folder)
    return folder / day.path.name


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_library_is_refused_byte_for_byte_untouched(
    day: Day, tmp_path: Path, *, read_only: bool
) -> None:
    day.library.close()
    newer = tmp_path / "newer" / "library.gwdy"
    newer.parent.mkdir()
    head = bytearray(day.path.read_bytes())
    head[SCHEMA_AT] = (99).to_bytes(4, "big")
    newer.write_bytes(head)
    before = bytes_in(newer.parent)
    with pytest.raises(Problem, match="newer gweithdy"):
        Library.open(newer, read_only=read_only)
    assert bytes_in(newer.parent) == before
    day.library = Library.open(day.path)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + bytes(4096)])
def test_what_is_no_library_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.gwdy"
    path.write_bytes(content)
    with pytest.raises(Problem, match="not a gweithdy library"):
        Library.open(path)
    assert bytes_in(tmp_path) == {"diary.gwdy": content}
    # The lock was given back: the next opener is not told that somebody has it.
    with pytest.raises(Problem, match="not a gweithdy library"):
        Library.open(path)


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Problem, match="cannot be made"):
        Library.open(tmp_path / "file" / "library.gwdy", anew=True)


def test_after_an_unclean_end_everything_is_there(day: Day, tmp_path: Path) -> None:
    id = day.capture("cyn y ddamwain")
    path = copy_while_open(day, tmp_path / "crash")
    assert has_log(path)
    library = Library.open(path)
    assert library.workshop(day.session).get(Card, id).text.cy.words == "cyn y ddamwain"
    assert library.check() == []
    library.close()
    assert not has_log(path)


def test_damage_after_an_unclean_end_is_told_and_every_part_is_kept(
    day: Day, tmp_path: Path
) -> None:
    for number in range(100):
        day.capture(f"{number}")
    path = copy_while_open(day, tmp_path / "crash")
    whole = bytearray(path.read_bytes())
    for page in range(2, len(whole) // 4096, 2):
        whole[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(whole)
    with pytest.raises(Problem, match=r"damaged.*backup"):
        Library.open(path)
    kept = {each.name for each in path.parent.iterdir()}
    assert {path.name, f"{path.name}-wal"} <= kept


def device_of(path: Path) -> str:
    return json.loads(mark_file(path).read_text("utf-8"))["incarnation"]


def test_the_same_library_stays_the_same_device(day: Day) -> None:
    before = device_of(day.path)
    day.reopen()
    assert device_of(day.path) == before


def test_a_copied_library_becomes_a_new_device(day: Day, tmp_path: Path) -> None:
    day.library.close()
    copy = shutil.copytree(day.path.parent, tmp_path / "copy") / day.path.name
    Library.open(copy).close()
    assert device_of(copy) != device_of(day.path)
    day.library = Library.open(day.path)


def test_an_older_file_put_in_its_place_becomes_a_new_device(day: Day) -> None:
    day.library.close()
    older = day.path.read_bytes()
    day.library = Library.open(day.path)
    day.capture("wedyn")
    day.library.close()
    before = device_of(day.path)
    day.path.write_bytes(older)
    day.library = Library.open(day.path)
    assert device_of(day.path) != before
    day.capture("eto")
    # A device that nobody has seen yet counts from one.
    assert day.library._log.position.seq == 1


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("OneDrive - Cyngor Gwynedd", True),
        ("Dropbox", True),
        ("Documents", False),
        ("iCloud Drive", True),
    ],
)
def test_a_synced_folder_is_a_warning(tmp_path: Path, folder: str, *, synced: bool) -> None:
    library = Library.open(tmp_path / folder / "library.gwdy", anew=True)
    assert any("sync" in warning for warning in library.warnings) == synced
    library.close()


def test_the_file_system_is_found_in_the_list_of_mounts() -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/share /mnt/my\\040share cifs rw 0 0\n"
        "server:/x /home/me nfs4 rw 0 0\n"
    )

    def kind(path: Path, listed: str) -> str:
        return location.file_system(path, location.mounts_of_linux(listed))

    assert kind(Path("/home/me/gweithdy/library.gwdy"), mounts) == "nfs4"
    assert kind(Path("/home/meg/library.gwdy"), mounts) == "ext4"
    assert kind(Path("/mnt/my share/library.gwdy"), mounts) == "cifs"


def test_the_default_library_is_in_the_persons_data_folder() -> None:
    assert location.default_library().name == "library.gwdy"
    assert location.default_library().parent.name == "gweithdy"
