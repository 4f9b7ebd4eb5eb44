"""How long a letter takes from its key to the screen, in the capture box of a large session.

    python benchmarks/key_to_screen.py [--cards N] [--keys N] [--rounds N] [--beside SRC]

Letters are typed at the speed of a hand into the capture box on the Capture page, first with
nothing else going on, then while the pack of the session is being built in its thread. The
reference is a plain box of Qt's in the same window, by turns, letter by letter. Told are the slow
ends by the clock: what 99 of 100 letters stay under. Every twelfth key of ours keeps a card.
"""

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import quantiles

import apart
from apart import Figures, Rounds, show
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from whole_program import day, painted, program, put_away

from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.workshop import Workshop
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.writing import written
from gweithdy.ui.app import Program
from gweithdy.ui.jobs import Answers, Job

AIM = 50.0
"""Milliseconds."""

HAND = 0.04
"""Seconds between two keys: 25 a second, faster than anybody."""

WORDS = "mae gormod o ffurflenni "
CARD = 12


def main() -> int:
    """Print the slow ends; 1 if the aim is missed."""
    reader = ArgumentParser(description="How long a letter takes from its key to the screen.")
    reader.add_argument("--cards", type=int, default=5000)
    reader.add_argument("--keys", type=int, default=300)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {given.keys} keys, {given.cards} cards, ms by the clock")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """The slow ends of ours and of the plain box; whether the aim is kept."""
    reached = True
    for what in ("quiet", "pack"):
        for whose, aim in (("ours", AIM), ("plain", None), ("kept", None)):
            name = f"{what} {whose}"
            reached &= show(f"{name}, 99 of 100", (one[f"{name} p99"] for one in rounds), "", aim)
            show("  half of them", (one[f"{name} p50"] for one in rounds))
            show("  the slowest", (one[f"{name} most"] for one in rounds))
    return reached


def one_round(folder: Path, given: Namespace) -> Figures:
    """Type, and then type while a pack is being built."""
    running = program(folder, day(folder, given.cards))
    running.window.show_page("board")
    running.window.show_capture()
    plain = QPlainTextEdit()
    plain.resize(700, 60)
    plain.show()
    painted(running.window)
    # As while the program runs: it collects garbage between two keys.
    # The first pack of all loads its code, once.
    written(outcome_pack(Workshop(Session(id=new_id())), PackOptions(), date(2026, 11, 21)))
    figures = typed("quiet", running, plain, given.keys)
    job = building(running)
    try:
        figures |= typed("pack", running, plain, given.keys)
        assert job.isRunning(), "the pack was finished before the keys"
    finally:
        running.context.jobs.finish()
    put_away(running, plain)
    return figures


def building(running: Program) -> Job:
    """Build the pack of the session, again and again, until it is stopped."""
    workshop = running.desk.workshop
    assert workshop
    copy = workshop.copy()

    def work(job: Job) -> None:
        while True:
            written(outcome_pack(copy, PackOptions(), date(2026, 11, 21)), cancelled=job.cancelled)

    return running.context.jobs.start(
        running.window, work, Answers(failed=running.desk.refused.emit)
    )


def typed(what: str, running: Program, plain: QPlainTextEdit, keys: int) -> Figures:
    """How long each key took until its box was painted."""
    box: QWidget = running.window.capture.box
    took: dict[str, list[float]] = {"ours": [], "plain": [], "kept": []}
    for number in range(keys):
        letter = WORDS[number % len(WORDS)]
        is_kept = number % CARD == CARD - 1
        ours = (lambda: QTest.keyClick(box, Qt.Key.Key_Return)) if is_kept else typing(box, letter)
        works = [
            ("kept" if is_kept else "ours", box, ours),
            ("plain", plain, typing(plain, letter)),
        ]
        for name, at, work in works if number % 2 else reversed(works):
            took[name].append(timed(at, work))
            breathe()
    figures: Figures = {}
    for name, times in took.items():
        cuts = quantiles(times, n=100)
        figures[f"{what} {name} p50"], figures[f"{what} {name} p99"] = cuts[49], cuts[98]
        figures[f"{what} {name} most"] = max(times)
    return figures


def typing(at: QWidget, letter: str) -> Callable[[], None]:
    return lambda: QTest.keyClicks(at, letter)


def timed(at: QWidget, work: Callable[[], None]) -> float:
    """Milliseconds from the key until `at` was painted."""
    shown = at.viewport() if isinstance(at, QPlainTextEdit) else at
    start = time.perf_counter()
    painted(shown, work)
    return (time.perf_counter() - start) * 1000


def breathe() -> None:
    """The time between two keys, in which the window does what it has put off."""
    end = time.perf_counter() + HAND
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    raise SystemExit(main())
