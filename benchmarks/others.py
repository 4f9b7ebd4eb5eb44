"""How busy the window is while others write onto the board that is shown.

    python benchmarks/others.py [--cards N] [--a-second N] [--rounds N] [--beside SRC]

The edits come from another thread, as those of phones do. Told are the share of its time for
which the window's thread works, and the longest gap in which it answers nobody.
"""

import itertools
import threading
import time
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

import apart
from apart import Figures, Rounds, show
from PySide6.QtCore import QEventLoop, QTimer
from whole_program import day, painted, program, put_away

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Origin
from gweithdy.edits.board import add_card
from gweithdy.ui.app import Program

SECONDS = 4

BREATH = 1.0
"""Seconds in which the page does what it does while nobody waits."""


BUSY, GAP = 10.0, 33.0
"""Per cent and milliseconds, at most, while others write."""


def main() -> int:
    """Print the share of time and the longest gap; 1 if an aim is missed."""
    reader = ArgumentParser(description="How busy the window is while others write.")
    reader.add_argument("--cards", type=int, default=5000)
    reader.add_argument("--a-second", type=int, default=20)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {SECONDS} s, {given.cards} cards, {given.a_second} a second")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """The share of time and the longest gap; the reference is nobody writing."""
    reached = True
    for many, busy, gap in (("nobody", None, None), ("others", BUSY, GAP)):
        shares = (one[f"{many} busy"] for one in rounds)
        reached &= show(f"{many} writing: busy", shares, "%", busy)
        reached &= show("  longest gap", (one[f"{many} gap"] for one in rounds), "ms", gap)
    return reached


def one_round(folder: Path, given: Namespace) -> Figures:
    """First nobody writes, then others do."""
    running = program(folder, day(folder, given.cards))
    running.window.show_page("board")
    painted(running.window)
    time.sleep(BREATH)
    figures: Figures = {}
    for many, a_second in (("nobody", 0), ("others", given.a_second)):
        figures[f"{many} busy"], figures[f"{many} gap"] = watched(running, a_second)
    put_away(running)
    return figures


def watched(running: Program, a_second: int) -> tuple[float, float]:
    """The share of time in per cent, and the longest gap in milliseconds."""
    ticks: list[float] = []
    timer = QTimer(interval=8)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    writer = threading.Thread(target=write, args=(running, a_second))
    writer.start()
    loop = QEventLoop()
    QTimer.singleShot(SECONDS * 1000, loop.quit)
    # The ticks are no work of the program: the rounds in which nobody writes show what they cost.
    started, worked = time.perf_counter(), time.thread_time()
    loop.exec()
    worked, passed = time.thread_time() - worked, time.perf_counter() - started
    writer.join()
    timer.stop()
    gap = max(b - a for a, b in itertools.pairwise(ticks))
    return worked / passed * 100, gap * 1000


def write(running: Program, a_second: int) -> None:
    """Write as somebody else would, evenly spread over the time."""
    library, session = running.library, running.settings.get("last_session")
    workshop = library.workshop(session)
    lanes = workshop.of(Lane)
    for number in range(a_second * SECONDS):
        lane = lanes[number % len(lanes)].id
        words = f"Somebody said this on a phone {number}"
        edit = add_card(workshop, words, "en", lane, CardKind.NONE, "online", running.desk.now())
        library.write(replace(edit, origin=Origin.PHONE))
        workshop.take(edit)
        time.sleep(1 / a_second)


if __name__ == "__main__":
    raise SystemExit(main())
