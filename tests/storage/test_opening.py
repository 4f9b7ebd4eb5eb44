"""What is refused is left untouched, and what was not closed is looked at."""

import json
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage import library as library_module
from gweithdy.storage import location
from gweithdy.storage.device import mark_file
from gweithdy.storage.engine import connect
from gweithdy.storage.glance import glance
from gweithdy.storage.library import Library
from gweithdy.storage.parts import PARTS, has_journal, has_log, part

SCHEMA_AT = slice(60, 64)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


def copy_while_open(day: Day, folder: Path) -> Path:
    """What a crash leaves: the file with its write-ahead log, and nobody who holds it."""
    folder.mkdir()
    for ending in PARTS[:2]:
        shutil.copy(part(day.path, ending), folder)
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


def test_a_drive_of_windows_that_is_another_computers() -> None:
    kinds = {"Z:\\": 4, "C:\\": 3}
    remote = {
        "Z:\\Gweithdai\\library.gwdy": True,
        "C:\\Gweithdai\\library.gwdy": False,
        "\\\\server\\share\\library.gwdy": True,
        "\\\\?\\C:\\Gweithdai\\library.gwdy": False,
        "\\\\?\\Z:\\library.gwdy": True,
        "\\\\?\\UNC\\server\\share\\library.gwdy": True,
    }
    assert {path: location.is_remote(path, kinds.__getitem__) for path in remote} == remote


def test_a_share_on_macos_is_found_in_what_mount_lists() -> None:
    listed = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)\n"
        "//mari@server/staff on /Volumes/Staff (2) (smbfs, nodev, nosuid, mounted by mari)\n"
        "server:/home on /Volumes/home on call (nfs)\n"
    )
    mounts = list(location.mounts_of_macos(listed))
    assert location.file_system(Path("/Volumes/Staff (2)/library.gwdy"), mounts) == "smbfs"
    assert location.file_system(Path("/Users/mari/library.gwdy"), mounts) == "apfs"
    assert dict(mounts)["/Volumes/home on call"] == "nfs"


def test_a_half_written_edit_on_a_network_drive_is_taken_back(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rollback journal of a program that was killed while it wrote."""
    monkeypatch.setattr(library_module, "is_on_network", lambda _: True)
    day.reopen()
    id = day.capture("cyn y ddamwain")
    day.library.close()
    (tmp_path / "crash").mkdir()
    crash = tmp_path / "crash" / day.path.name
    # So small a memory that pages go to the file in the middle of the transaction.
    with closing(connect(str(day.path), ("journal_mode=TRUNCATE", "cache_size=2"))) as file:
        file.execute("BEGIN IMMEDIATE")
        for _ in range(50):
            file.execute("UPDATE card SET source = source || ?", ("x" * 3000,))
            file.execute("UPDATE session SET id = id")
        for each in PARTS:
            if part(day.path, each).exists():
                shutil.copy(part(day.path, each), part(crash, each))
        file.execute("ROLLBACK")
    assert has_journal(crash)
    again = Path(shutil.copytree(crash.parent, tmp_path / "again")) / crash.name
    assert glance(crash) is None
    for path, read_only in ((crash, True), (again, False)):
        library = Library.open(path, read_only=read_only)
        assert library.workshop(day.session).get(Card, id).source == "room"
        assert library.check() == []
        library.close()
        assert not has_journal(path)
    day.library = Library.open(day.path)


def test_a_journal_of_somebody_who_is_writing_is_let_be(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "is_on_network", lambda _: True)
    day.reopen()
    day.capture("un")
    journal = part(day.path, "-journal")
    journal.write_bytes(b"of the one who writes")
    reader = Library.open(day.path, read_only=True)
    reader.close()
    assert journal.read_bytes() == b"of the one who writes"
    journal.write_bytes(b"")


def test_a_library_is_looked_through_once_a_week(day: Day) -> None:
    now = [datetime(2026, 11, 21, 16, 0, tzinfo=UTC)]
    day.library.close()
    day.library = library = Library.open(day.path, now=lambda: now[0])
    assert library.wants_look
    library.look_through()
    for passed, wanted in ((0, False), (6, False), (8, True), (-3, True)):
        now[0] = datetime(2026, 11, 21, 16, 0, tzinfo=UTC) + timedelta(days=passed)
        assert library.wants_look == wanted
    library.close()
    now[0] = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
    day.library = Library.open(day.path, now=lambda: now[0])
    assert not day.library.wants_look, "it is remembered over closing"


def test_the_weekly_look_finds_damage(day: Day) -> None:
    day.close_damaged()
    day.library = Library.open(day.path, look_later=True)
    with pytest.raises(Problem, match="damaged"):
        day.library.look_through()
    assert day.library.wants_look
