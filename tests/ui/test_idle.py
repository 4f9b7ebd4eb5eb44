"""What nobody waits for is done bit by bit, and what is begun anew takes its place."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gweithdy.ui.idle import SLICE, Idle


def test_work_is_done_in_slices_to_its_end(qtbot: QtBot) -> None:
    slices: list[int] = []
    done: list[int] = []
    owner = QObject()
    idle = Idle(owner)

    def work() -> Iterator[None]:
        for n in range(6):
            time.sleep(SLICE / 2)
            done.append(n)
            yield

    idle._timer.timeout.connect(lambda: slices.append(len(done)))
    idle.begin(work())
    assert done == [], "not while somebody waits"
    qtbot.waitUntil(lambda: len(done) == 6)
    assert max(b - a for a, b in zip([0, *slices], slices, strict=False)) <= 3


def test_what_is_begun_takes_the_place_of_the_rest(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    idle = Idle(owner)
    idle.begin(done.append(f"old {n}") for n in range(3))
    idle.begin(done.append(f"new {n}") for n in range(3))
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["new 0", "new 1", "new 2"]
