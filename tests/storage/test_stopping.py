"""Stopping a copy, a check or a search: it ends soon, and leaves nothing half done."""

import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.storage.day import Day

from gweithdy.domain.stop import Stopped
from gweithdy.storage import backups, check, stopping

MOMENTS = [0, 1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000]
"""After how many looks the stop comes: in each part of the work."""


def after(looks: int) -> Callable[[], bool]:
    """Asked to stop at that look, and from then on."""
    seen = count()
    return lambda: next(seen) >= looks


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "STEPS", 20)


@pytest.fixture
def large(day: Day) -> Day:
    """A library in which each part of the work takes some looks."""
    for number in range(30):
        day.capture(f"a card with the number {number}")
    return day


def files(day: Day) -> list[str]:
    return [path.name for path in day.path.parent.glob("backups/*")]


@pytest.mark.parametrize("looks", MOMENTS)
def test_a_stopped_copy_leaves_nothing(large: Day, looks: int) -> None:
    try:
        copy = large.library.back_up("timed", after(looks))
    except Stopped:
        assert files(large) == []
        assert large.library.changed_since_backup
    else:
        assert copy
        assert files(large) == [copy.name]
        assert not large.library.changed_since_backup
    assert large.library.check() == []
    assert large.library.back_up("timed")


def test_the_moments_of_a_copy_are_before_and_after_its_end(large: Day) -> None:
    with pytest.raises(Stopped):
        large.library.back_up("timed", after(MOMENTS[5]))
    assert large.library.back_up("timed", after(100_000))


@pytest.mark.parametrize("looks", MOMENTS)
def test_a_stopped_check_finds_nothing_wrong(large: Day, looks: int) -> None:
    try:
        assert large.library.check(stopped=after(looks)) == []
    except Stopped:
        assert looks < MOMENTS[-1]
    large.capture("afterwards")
    assert large.library.check() == []


@pytest.mark.parametrize("looks", MOMENTS)
def test_after_a_stopped_search_the_next_one_finds_everything(large: Day, looks: int) -> None:
    try:
        assert len(large.library.search("number", stopped=after(looks))) == 30
    except Stopped:
        assert looks < MOMENTS[-1]
    assert len(large.library.search("number")) == 30


def test_a_check_tells_how_far_it_is(large: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "AT_ONCE", 10)
    told: list[tuple[int, int]] = []
    large.library.check(lambda step, steps: told.append((step, steps)))
    assert told == sorted(told)
    assert len({steps for _, steps in told}) == 1
    assert told[-1][0] == told[-1][1]
    # The 33 things, ten at a time, besides the beginning, the file, and the end.
    assert len(set(told)) >= 6


def test_what_a_kill_left_unfinished_goes_with_the_next_copy(day: Day) -> None:
    folder = day.path.parent / "backups"
    folder.mkdir()
    left = folder / "library-20260102T030405Z-timed-2.new"
    strangers = {folder / "library-notes.new", folder / "other-20260102T030405Z-timed.new"}
    for path in (left, *strangers):
        path.write_text("half")
    day.library.back_up("timed")
    assert set(folder.glob("*.new")) == strangers


def test_no_copy_sweeps_away_another_one_on_its_way(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, other = backups._write, threading.Event()
    begun, met = list[Path](), list[Path]()

    def slow(library: Path, new: Path, stopped: None) -> None:
        begun.append(new)
        if new is not begun[0]:
            other.set()
        # The other one must not be let in meanwhile; waiting for nothing takes this long.
        elif other.wait(0.2):
            met.append(new)
        write(library, new, stopped)

    monkeypatch.setattr(backups, "_write", slow)
    copies = [
        threading.Thread(target=day.library.back_up, args=(reason,))
        for reason in ("asked", "import")
    ]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join()
    assert met == []
    assert {each.reason for each in day.library.backups()} == {"asked", "import"}
