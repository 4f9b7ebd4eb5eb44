"""A board of 5,000 cards under the hand: its first show, panning, zooming, filter and memory.

    python benchmarks/canvas.py [--cards N] [--rounds N] [--web FOLDER]

The whole window at 1366x768, drawn by software. A frame is from the gesture until the board is
painted. In the same round the same cards are in Excalidraw, in headless Chromium drawn by software:
in the same places, in a page as large as our board, under the same gestures. `--web` is where its
packages are, if not in `benchmarks/excalidraw`; where something is missing it is left out.
"""

import statistics
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import apart
from apart import Figures, Rounds, ratios, show
from peers import peak
from PySide6.QtWidgets import QApplication
from web_board import PAGE, Gestures, Placed, measured, missing, spread
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

BESIDE = (
    "open",
    "open cpu",
    "pan median",
    "pan p99",
    "pan cpu",
    "zoom median",
    "zoom p99",
    "zoom cpu",
)
"""What is measured of Excalidraw too. Processor time is that of all threads and processes."""


def one_round(folder: Path, given: Namespace) -> Figures:
    """Open the board, pan and zoom over it, filter and sort it."""
    session = day(folder, given.cards)
    running = program(folder, session)
    begun, busy = time.perf_counter(), time.process_time()
    running.window.show_page("board")
    page = running.window.pages["board"]
    assert isinstance(page, BoardPage)
    view = page.pane.view
    painted(view.viewport())
    found: Figures = {"open": (time.perf_counter() - begun) * 1000}
    found["open cpu"] = (time.process_time() - busy) * 1000
    for _ in range(200):
        # What nobody waits for is done between two gestures.
        QApplication.processEvents()
        time.sleep(0.005)
    bars = view.horizontalScrollBar(), view.verticalScrollBar()

    steps: list[tuple[int, int]] = []

    def pan() -> None:
        before = bars[0].value(), bars[1].value()
        bars[0].setValue(before[0] + STEP // 2)
        bars[1].setValue(before[1] + STEP)
        steps.append((bars[0].value() - before[0], bars[1].value() - before[1]))

    _frames(found, "pan", [pan] * FRAMES, page)
    smaller = [0.97**n for n in range(FRAMES // 2)]
    sizes = [*smaller, *reversed(smaller)]
    _frames(found, "zoom", [partial(view.zoom_to, size) for size in sizes], page)
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
    cards, seen = _placed(page), view.viewport().size()
    put_away(running)
    if not missing(given.web):
        found |= measured(given.web, seen, cards, Gestures(steps, sizes))
    return found


def _placed(page: BoardPage) -> list[Placed]:
    """The cards as they lie on the board, with their words."""
    found: list[Placed] = []
    for lane in page.sought.lanes:
        for card in lane.cards:
            box = page.pane.scene.place(card.id)
            assert box
            words = card.text.best("en")[0]
            found.append((box.x(), box.y(), box.width(), box.height(), words))
    return found


def _timed(work: Callable[[], object], page: BoardPage) -> float:
    begun = time.perf_counter()
    painted(page.pane.view.viewport(), work)
    return (time.perf_counter() - begun) * 1000


def _frames(
    found: Figures, name: str, gestures: Sequence[Callable[[], object]], page: BoardPage
) -> None:
    busy = time.process_time()
    found |= spread(name, [_timed(gesture, page) for gesture in gestures])
    found[f"{name} cpu"] = (time.process_time() - busy) * 1000 / len(gestures)


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    parser = ArgumentParser(description="A board of many cards under the hand.")
    parser.add_argument("--cards", type=int, default=5000)
    parser.add_argument("--web", type=Path, default=PAGE, help="the packages of Excalidraw")
    given = apart.options(parser, one_round)
    if lacking := missing(given.web):
        print(f"Excalidraw is left out: {lacking}")
    found = apart.rounds(given)
    print(f"{given.cards} cards, {given.rounds} rounds")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Times by the clock, and the memory of the whole program."""
    reached = True
    for name, most in AIMS.items():
        reached &= show(name, (one[name] for one in rounds), "ms", most)
    show("memory", (one["peak MB"] for one in rounds), "MB")
    for name in BESIDE:
        show(name, (one[name] for one in rounds), "ms")
        if f"web {name}" in rounds[0]:
            show("  Excalidraw", (one[f"web {name}"] for one in rounds), "ms")
            show("  ours / Excalidraw", ratios(rounds, name, f"web {name}"))
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
