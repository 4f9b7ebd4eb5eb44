"""While the window is open, garbage goes in the GUI thread and nowhere else."""

import gc
import threading

import pytest

from gweithdy.ui.garbage import Collector


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
