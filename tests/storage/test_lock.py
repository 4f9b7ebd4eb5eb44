"""The lock of a library: one at a time, whichever thread took it."""

from pathlib import Path
from threading import Thread

import pytest

from gweithdy.domain.problem import Problem
from gweithdy.storage.lock import Lock


def in_another_thread(lock: Lock) -> None:
    thread = Thread(target=lock.take)
    thread.start()
    thread.join()


def test_what_one_thread_has_taken_another_gives_back(tmp_path: Path) -> None:
    """The window stands before the library is open; opening goes on in a thread of its own."""
    first, second = Lock(tmp_path / "library.gwdy"), Lock(tmp_path / "library.gwdy")
    in_another_thread(first)
    with pytest.raises(Problem, match="already open"):
        second.take()
    first.free()
    second.take()
    second.free()


def test_giving_back_what_was_not_taken_is_no_harm(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "library.gwdy"), Lock(tmp_path / "library.gwdy")
    first.take()
    second.free()
    with pytest.raises(Problem, match="already open"):
        Lock(tmp_path / "library.gwdy").take()
    first.free()
