"""How busy the window is while others write onto the board that is shown.

    python benchmarks/others.py [cards] [a second]

The edits come from another thread, as those of phones do. Told are the share of its time for
which the window's thread works, and the longest gap in which it answers nobody.
"""

import itertools
import os
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from rounds import ROUNDS, told
from whole_program import day, painted, program

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Origin
from gweithdy.edits.board import add_card
from gweithdy.ui.app import Program

SECONDS = 4


def main(cards: int, a_second: int) -> None:
    """Print the share of time and the longest gap, with nobody writing as the reference."""
    told_of: dict[int, list[tuple[float, float]]] = {0: [], a_second: []}
    with tempfile.TemporaryDirectory() as folder:
        running = program(Path(folder), day(Path(folder), cards))
        running.window.show_page("board")
        painted(running.window)
        for _ in range(ROUNDS):
            for many, each in told_of.items():
                each.append(watched(running, many))
        running.close()
    print(f"{cards} cards, {ROUNDS} rounds of {SECONDS} s       min   median      max")
    for many, each in told_of.items():
        busy, gaps = (list(values) for values in zip(*each, strict=True))
        print(f"{many:3} cards a second: busy, per cent {told(busy)}   (aim 10)")
        print(f"{'':19}longest gap, ms {told(gaps)}   (aim 33)")


def watched(running: Program, a_second: int) -> tuple[float, float]:
    """The share of time in per cent, and the longest gap in milliseconds."""
    ticks: list[float] = []
    timer = QTimer(interval=4)
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
    main(*(int(each) for each in (sys.argv[1:] + ["5000", "20"][len(sys.argv) - 1 :])))
