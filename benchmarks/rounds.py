"""Rounds: work timed again and again, told as the least, the median and the most."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

ROUNDS = 7

Work = Callable[[], object]


@dataclass
class Times:
    """Milliseconds of some work: by the clock, and of the processor in this thread.

    A wait for the disk, or for other programs on a shared machine, is in `wall` alone.
    """

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, work: Work) -> None:
        """Do `work` once."""
        wall, cpu = time.perf_counter(), time.thread_time()
        work()
        self.cpu.append((time.thread_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)


def told(values: list[float]) -> str:
    """The least, the median and the most of `values`."""
    return f"{min(values):8.1f} {median(values):8.1f} {max(values):8.1f}"


HEAD = f"{'milliseconds':<30}{'cpu: min':>9} {'median':>8} {'max':>8}   {'wall':>8}"


def line(name: str, times: Times, reference: Times | None = None, aim: str = "") -> str:
    """A line of a table; the ratio is that of the medians of the processor."""
    text = f"{name:<30} {told(times.cpu)}   {median(times.wall):8.1f}"
    if reference and reference.cpu:
        text += f"   {median(times.cpu) / median(reference.cpu):6.2f} x plain"
    return f"{text}   {aim}".rstrip()
