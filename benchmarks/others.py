"""How busy the window is while others write onto the board that is shown.

    python benchmarks/others.py [--cards N] [--a-second N] [--rounds N]

The edits come from another thread, as those of phones do. Told are the share of its time for
which the window's thread works, and the longest gap in which it answers nobody.
"""

import itertools
import os
import threading
import time
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from apart import Figures, head, options, rounds, show
from PySide6.QtCore import QEventLoop, QTimer
from whole_program import day, painted, program, put_away

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Origin
from gweithdy.edits.board import add_card
from gweithdy.ui.app import Program

SECONDS = 4

BREATH = 1.0
"""Seconds in which the page does what it does while nobody waits."""


def main(given: Namespace) -> None:
    """Print the share of time and the longest gap; the reference is nobody writing."""
    found = rounds(given)["this"]
    head(f"{given.cards} cards, {given.rounds} rounds of {SECONDS} s")
    for many in ("nobody", "others"):
        aims = (10.0, 33.0) if many == "others" else (None, None)
        show(f"{many} writing: busy", (one[f"{many} busy"] for one in found), "%", aims[0])
        show("  longest gap", (one[f"{many} gap"] for one in found), "ms", aims[1])


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
    reader = ArgumentParser(description=__doc__)
    reader.add_argument("--cards", type=int, default=5000)
    reader.add_argument("--a-second", type=int, default=20)
    main(options(reader, one_round))
