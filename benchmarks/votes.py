"""How long a count takes in the grid of votes beside 5,000 cards: from key to disk to screen."""

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.text import both
from gweithdy.edits import board, rounds, sessions, votes
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

CARDS, SOURCES, COUNTS = 5_000, 8, 100


def main() -> None:
    """Print the times of one run."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library" / "library.gwdy", anew=True)
        page = _page(app, Path(folder), library)
        _run(app, page)
        page.context.jobs.finish()
        page.close()
        library.close()


def _page(app: QApplication, folder: Path, library: Library) -> BoardPage:
    settings = Settings(folder / "config")
    theme = Theme(settings)
    theme.apply(app)
    desk = Desk(library)
    made = sessions.new_session("Diwrnod", "Day")
    desk.do(made)
    desk.open(made.session or made.changes[0].id)
    assert desk.workshop
    if not desk.workshop.of(Lane):
        desk.do(board.start_board(desk.workshop))
    now = datetime.now(UTC)
    for lane in desk.workshop.of(Lane)[:3]:
        lines = [(f"Card number {n} of this lane", "en") for n in range(CARDS // 3 + 1)]
        desk.do(board.add_cards(desk.workshop, lines, lane.id, CardKind.NONE, "room", now))
    begun = rounds.add_round(desk.workshop, both("Rownd", "Round"))
    desk.do(begun)
    sources = [str(n) for n in range(1, SOURCES + 1)]
    tallies = [(card.id, s, 1) for card in desk.workshop.of(Card) for s in sources]
    desk.do(votes.set_tallies(desk.workshop, tallies, begun.changes[0].id))
    page = BoardPage(Context(desk, Words("en"), theme, settings, Jobs(), library))
    page.resize(1166, 660)
    page.show()
    QTest.qWaitForWindowExposed(page)
    return page


def _run(app: QApplication, page: BoardPage) -> None:
    began = time.perf_counter()
    page.show_view("votes")
    app.processEvents()
    print(f"open the grid: {_ms(time.perf_counter() - began)}")
    grid = page.votes.grid
    grid.begin()
    walked, opened, kept = [], [], []
    for n in range(COUNTS):
        began = time.perf_counter()
        QTest.keyClick(grid, Qt.Key.Key_Down)
        app.processEvents()
        walked.append(time.perf_counter() - began)
        began = time.perf_counter()
        QTest.keyClicks(grid, str(n % 10))
        app.processEvents()
        opened.append(time.perf_counter() - began)
        began = time.perf_counter()
        QTest.keyClick(_focused(app), Qt.Key.Key_Return)
        app.processEvents()
        kept.append(time.perf_counter() - began)
    for name, times in (("an arrow", walked), ("a figure", opened), ("Enter, on disk", kept)):
        print(f"{name}: {_ms(median(times))}, 99 of 100 {_ms(quantiles(times, n=100)[98])}")
    assert page.workshop
    shown = page.votes.tallies.round
    assert shown
    page.desk.do(rounds.close_round(page.workshop, shown.id))
    began = time.perf_counter()
    page.votes.bar.results.click()
    app.processEvents()
    print(f"results: {_ms(time.perf_counter() - began)}")


def _focused(app: QApplication) -> QWidget:
    widget = app.focusWidget()
    assert widget
    return widget


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
