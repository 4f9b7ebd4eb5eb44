"""A full disk is called a full disk, one that cannot be written to is called that."""

import errno
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.board import Card
from gweithdy.domain.problem import Problem
from gweithdy.storage import library as library_module
from gweithdy.storage.engine import connect
from gweithdy.storage.faults import mendable, told
from gweithdy.storage.library import Library, restore


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EROFS, "may not be written to"),
        (errno.EACCES, r"cannot be used: /a/b \("),
    ],
)
def test_what_the_system_says(number: int, said: str) -> None:
    with pytest.raises(Problem, match=said), told():
        raise OSError(number, os.strerror(number), "/a/b")


def test_no_room_for_the_index_of_the_log_is_a_full_disk() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert "full" in str(mendable(error))


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_backup_and_a_restore_on_a_full_disk(
    day: Day, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    day.capture("un")
    copy = day.library.back_up("asked")
    assert copy
    day.library.close()
    before = {each.name for each in day.path.parent.iterdir()}

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        with pytest.raises(Problem, match="disk is full"):
            restore(day.path, copy)
    assert {each.name for each in day.path.parent.iterdir()} == before
    day.library = Library.open(day.path)
    assert len(day.library.workshop(day.session).of(Card)) == 1


def test_a_commit_that_fails_is_forgotten(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a statement but the commit itself: everything was written, and nothing of it counts."""
    monkeypatch.setattr(library_module, "is_on_network", lambda _: True)
    library = day.reopen()
    day.capture("un")
    log, writer = library._log, library._writer
    assert log
    assert writer
    raw = writer._connection.connection.driver_connection
    assert raw
    raw.execute("PRAGMA busy_timeout=1")
    cards, at = library.workshop(day.session).of(Card), replace(log.position)
    with closing(connect(str(day.path))) as reader:
        # With a rollback journal nobody commits while somebody reads.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM card").fetchone()
        with pytest.raises(Problem, match="Another program is holding"):
            day.capture("dau")
    assert log.position == at
    assert library.workshop(day.session).of(Card) == cards
    id = day.capture("tri")
    assert (log.position.edit, log.position.seq) == (at.edit + 1, at.seq + 1)
    day.rewrite(id, "pedwar")
    assert library.check() == []


def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("whoever may do everything is refused nothing")
    tmp_path.chmod(0o555)
    with pytest.raises(Problem, match="cannot be written to"):
        Library.open(tmp_path / "library.gwdy")
