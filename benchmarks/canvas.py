"""A board of 5,000 cards under the hand: its first show, panning, zooming, filter and memory.

    python benchmarks/canvas.py [--cards N] [--rounds N]

The whole window at 1366x768, drawn by software. A frame is from the gesture until the board is
painted.
"""

import statistics
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import apart
from apart import Figures, Rounds, show
from peers import peak
from PySide6.QtWidgets import QApplication
from whole_program import day, painted, program, put_away

from gweithdy.ui.board.page import BoardPage

FRAMES = 120
STEP = 40
"""Pixels by which one frame of a pan goes down, and half as many across."""

AIMS: dict[str, float | None] = {
    "open": 1000.0, "pan median": 16.0, "pan p99": 33.0, "zoom median": 16.0, "zoom p99": 33.0,
    "filter": 50.0, "sort": None, "map": 16.0,
}  # fmt: skip
"""Milliseconds, by the clock."""


def one_round(folder: Path, given: Namespace) -> Figures:
    """Open the board, pan and zoom over it, filter and sort it."""
    session = day(folder, given.cards)
    running = program(folder, session)
    begun = time.perf_counter()
    running.window.show_page("board")
    page = running.window.pages["board"]
    assert isinstance(page, BoardPage)
    view = page.pane.view
    painted(view.viewport())
    found: Figures = {"open": (time.perf_counter() - begun) * 1000}
    for _ in range(200):
        # What nobody waits for is done between two gestures.
        QApplication.processEvents()
        time.sleep(0.005)
    bars = view.horizontalScrollBar(), view.verticalScrollBar()

    def pan() -> None:
        bars[0].setValue(bars[0].value() + STEP // 2)
        bars[1].setValue(bars[1].value() + STEP)

    _frames(found, "pan", [pan] * FRAMES, page)
    sizes = [0.97**n for n in range(FRAMES // 2)]
    zooms = [partial(view.zoom_to, size) for size in (*sizes, *reversed(sizes))]
    _frames(found, "zoom", zooms, page)
    view.zoom_to(1.0)
    text = page.filter.text
    found["filter"] = statistics.median(
        [_timed(partial(text.setText, word), page) for word in ("gwasanaeth", "money", "")]
    )
    sorting = page.filter.sorting
    found["sort"] = _timed(lambda: sorting.setCurrentIndex(3), page)
    sorting.setCurrentIndex(0)
    page.pane.press("map")
    painted(page.pane.sight.map)
    found["map"] = _timed(lambda: bars[1].setValue(bars[1].maximum() // 2), page)
    found["peak MB"] = peak()
    put_away(running)
    return found


def _timed(work: Callable[[], object], page: BoardPage) -> float:
    begun = time.perf_counter()
    painted(page.pane.view.viewport(), work)
    return (time.perf_counter() - begun) * 1000


def _frames(
    found: Figures, name: str, gestures: Sequence[Callable[[], object]], page: BoardPage
) -> None:
    times = sorted(_timed(gesture, page) for gesture in gestures)
    found[f"{name} median"] = statistics.median(times)
    found[f"{name} p99"] = times[int(len(times) * 0.99)]


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    parser = ArgumentParser(description="A board of many cards under the hand.")
    parser.add_argument("--cards", type=int, default=5000)
    given = apart.options(parser, one_round)
    found = apart.rounds(given)
    print(f"{given.cards} cards, {given.rounds} rounds")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Times by the clock, and the memory of the whole program."""
    reached = True
    for name, most in AIMS.items():
        reached &= show(name, (one[name] for one in rounds), "ms", most)
    show("memory", (one["peak MB"] for one in rounds), "MB")
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
