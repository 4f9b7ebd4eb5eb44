"""While the window is open, garbage goes in the GUI thread and nowhere else."""

import gc
import threading
from collections.abc import Iterator

import pytest

from gweithdy.ui.garbage import LONGEST, QUIET, Collector


class Cycle:
    """Something that only the collector can find; it notes the thread in which it goes."""

    def __init__(self, gone_in: list[int]) -> None:
        self.me = self
        self.gone_in = gone_in

    def __del__(self) -> None:
        self.gone_in.append(threading.get_ident())


@pytest.mark.usefixtures("qapp")
def test_another_thread_never_collects() -> None:
    gone_in: list[int] = []
    was_on = gc.isenabled()
    collector = Collector()
    try:
        Cycle(gone_in)
        # Enough new containers to make Python collect, were it left to itself.
        busy = threading.Thread(target=lambda: [[n] for n in range(200_000)])
        busy.start()
        busy.join()
        assert gone_in == []
        gc.collect()
        assert gone_in == [threading.get_ident()]
    finally:
        collector.stop()
        if not was_on:
            gc.disable()
    assert gc.isenabled() == was_on


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(qapp: object) -> Iterator[Clock]:
    assert qapp
    yield Clock()
    gc.unfreeze()


def test_all_is_looked_at_when_nothing_happens_and_not_before(clock: Clock) -> None:
    gone_in: list[int] = []
    collector = Collector(clock)
    try:
        Cycle(gone_in)
        collector.on_loaded()
        assert gc.get_freeze_count() > 0, "what is loaded is not looked at again and again"
        for _ in range(5):
            clock.seconds += QUIET - 1
            collector.on_changed()
            collector.look()
        assert gone_in == []
        clock.seconds += QUIET
        collector.look()
        assert len(gone_in) == 1
        assert gc.get_freeze_count() > 0
    finally:
        collector.stop()
    assert gc.get_freeze_count() == 0


def test_in_a_room_that_never_pauses_all_is_looked_at_now_and_then(clock: Clock) -> None:
    gone_in: list[int] = []
    collector = Collector(clock)
    try:
        Cycle(gone_in)
        collector.on_loaded()
        clock.seconds += LONGEST
        collector.on_changed()
        collector.look()
        assert len(gone_in) == 1
        # And then not again at once.
        Cycle(gone_in)
        collector.on_loaded()
        collector.look()
        assert len(gone_in) == 1
    finally:
        collector.stop()


@pytest.mark.parametrize(
    ("counts", "collected"), [((0, 0, 0), []), ((9999, 0, 0), [0]), ((9999, 99, 0), [1])]
)
def test_what_is_young_goes_as_python_would_let_it_go(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, counts: tuple[int, ...], collected: list[int]
) -> None:
    collector = Collector(clock)
    try:
        generations: list[int] = []
        monkeypatch.setattr(gc, "get_count", lambda: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        monkeypatch.setattr(gc, "collect", generations.append)
        collector.look()
        assert generations == collected
    finally:
        collector.stop()


@pytest.mark.usefixtures("qapp")
def test_who_had_python_collect_nothing_has_it_so_again() -> None:
    was_on = gc.isenabled()
    gc.disable()
    try:
        Collector().stop()
        assert not gc.isenabled()
    finally:
        if was_on:
            gc.enable()


def test_while_a_job_is_under_way_nobody_waits_for_what_it_makes(clock: Clock) -> None:
    """A pack of a great session makes a million things in its thread, in a few seconds."""
    gone_in: list[int] = []
    busy = [True]
    collector = Collector(clock, is_busy=lambda: busy[0])
    Cycle(gone_in)
    kept = [[n] for n in range(5000)]
    collector.look()
    assert gone_in == []
    assert gc.get_count()[0] < len(kept), "what is there now is not looked at again and again"
    busy[0] = False
    clock.seconds += QUIET
    collector.look()
    assert gone_in == [threading.get_ident()]
    collector.stop()
