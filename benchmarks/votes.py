"""How long a count takes in the grid of votes beside 5,000 cards: from key to disk to screen.

    python benchmarks/votes.py [--cards N] [--counts N] [--rounds N] [--beside SRC]

In the whole window, at the speed of a hand: an arrow down, a figure, Enter. Eight tables have
voted for every card. A key is done when what it asked for is painted, and Enter is on disk then.
"""

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import apart
from apart import Figures, Rounds, show
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from whole_program import day, painted, program, put_away

from gweithdy.domain.board import Card
from gweithdy.domain.ids import Id
from gweithdy.domain.text import both
from gweithdy.edits import rounds, votes
from gweithdy.storage.library import Library
from gweithdy.ui.board.page import BoardPage

TABLES = 8

HAND = 0.15
"""Seconds between two keys: in them the window does what it has put off."""

AIM = 50.0
"""Milliseconds, of 99 in 100 keys."""

KEYS = ("an arrow", "a figure", "Enter, on disk")


def main() -> int:
    """Print the times; 1 if the aim is missed."""
    reader = ArgumentParser(description="How long a count takes in the grid of votes.")
    reader.add_argument("--cards", type=int, default=5000)
    reader.add_argument("--counts", type=int, default=100)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {given.counts} counts, {given.cards} cards, ms")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """The middle and the slow end of each key, by the clock and of this thread."""
    reached = True
    for name in KEYS:
        reached &= show(f"{name}, 99 of 100", (one[f"{name} p99"] for one in rounds), "", AIM)
        show("  half of them", (one[f"{name} p50"] for one in rounds))
        show("  cpu here, 99 of 100", (one[f"{name} cpu p99"] for one in rounds))
        show("  cpu here, half of them", (one[f"{name} cpu p50"] for one in rounds))
    show("open the grid", (one["open"] for one in rounds))
    show("results", (one["results"] for one in rounds))
    return reached


def one_round(folder: Path, given: Namespace) -> Figures:
    """Count down a column."""
    session = day(folder, given.cards)
    in_round = _voted(folder, session)
    running = program(folder, session)
    window = running.window
    window.show_page("board")
    page = window.pages["board"]
    assert isinstance(page, BoardPage)
    _breathe(1)
    found: Figures = {"open": _timed(window, lambda: page.show_view("votes"))[0]}
    grid = page.votes.grid
    grid.begin()
    target, _ = grid.current()
    grid.go_to(target, "1")
    _breathe(1)
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in KEYS}
    for n in range(given.counts):
        keys = (
            lambda: QTest.keyClick(grid, Qt.Key.Key_Down),
            lambda n=n: QTest.keyClicks(grid, str(n % 8 + 2)),
            lambda: QTest.keyClick(_focused(), Qt.Key.Key_Return),
        )
        for name, key in zip(KEYS, keys, strict=True):
            took[name].append(_timed(grid.viewport(), key))
            _breathe(HAND)
    for name, times in took.items():
        for place, kind in enumerate(("", " cpu")):
            every = [each[place] for each in times]
            found[f"{name}{kind} p50"] = median(every)
            found[f"{name}{kind} p99"] = quantiles(every, n=100)[98]
    assert running.desk.workshop
    running.desk.do(rounds.close_round(running.desk.workshop, in_round))
    found["results"] = _timed(window, page.votes.bar.results.click)[0]
    put_away(running)
    return found


def _voted(folder: Path, session: Id) -> Id:
    """A round in which every table gave each card a vote."""
    library = Library.open(folder / "library.gwdy")
    workshop = library.workshop(session)
    begun = rounds.add_round(workshop, both("Rownd", "Round"))
    workshop.take(begun)
    library.write(begun)
    tables = [str(n) for n in range(1, TABLES + 1)]
    tallies = [(card.id, table, 1) for card in workshop.of(Card) for table in tables]
    library.write(votes.set_tallies(workshop, tallies, begun.changes[0].id))
    library.close()
    return begun.changes[0].id


def _timed(at: QWidget, work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds until `at` is painted: by the clock, and of this thread."""
    own, start = time.thread_time(), time.perf_counter()
    painted(at, work)
    return (time.perf_counter() - start) * 1000, (time.thread_time() - own) * 1000


def _breathe(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


if __name__ == "__main__":
    raise SystemExit(main())
