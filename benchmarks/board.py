"""How fast 5,000 cards open, scroll, are found and added to, next to a plain QGraphicsView.

Run: QT_QPA_PLATFORM=offscreen python benchmarks/board.py [CARDS]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
)

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.edits import board
from gweithdy.edits.changes import created
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

FRAMES = 60
WORDS = "trust between people and teams needs time and a place to talk openly {n}"


def main() -> None:
    """Print a line for each thing that a person waits for."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    app = QApplication([])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library.gwdy")
        settings = Settings(Path(folder))
        theme = Theme(settings)
        theme.apply(app)
        context = Context(Desk(library), Words("en"), theme, settings, Jobs(), library)
        fill(context, cards)
        ours, plain = board_times(app, context), plain_times(app, cards)
        library.close()
    print(f"{cards} cards{'ours ms':>22}{'plain ms':>10}{'ratio':>8}")
    for name, ms in ours.items():
        reference = plain[name]
        print(f"{name:<20}{ms:>13.2f}{reference:>10.2f}{ms / reference:>8.2f}")


def fill(context: Context, cards: int) -> None:
    """A session with `cards` cards in three lanes, in memory."""
    desk = context.desk
    session = Session(id=new_id(), title=both("Diwrnod", "Day"))
    desk.do(Edit("Start", created(session), session.id))
    desk.open(session.id)
    assert desk.workshop
    desk.do(board.start_board(desk.workshop))
    for place, lane in enumerate(desk.workshop.of(Lane)):
        count = len(range(place, cards, 3))
        lines = [(WORDS.format(n=n), "en") for n in range(count)]
        desk.workshop.take(
            board.add_cards(desk.workshop, lines, lane.id, CardKind.NONE, "room", desk.now())
        )


def board_times(app: QApplication, context: Context) -> dict[str, float]:
    """What our board takes."""
    page = BoardPage(context)
    page.resize(1366, 768)
    times = {"open": timed(lambda: shown(app, page))}
    view, desk = page.pane.view, context.desk
    times["scroll frame"] = scrolling(view)
    times["find"] = timed(lambda: page.filter.text.setText("openly 123"))
    times["find again"] = timed(lambda: page.filter.text.setText("openly 1234"))
    page.filter.text.clear()
    assert desk.workshop
    lane = desk.workshop.of(Lane)[1].id
    moments = []
    for n in range(10):
        edit = board.add_card(
            desk.workshop, f"One more {n}", "en", lane, CardKind.NONE, "3", desk.now()
        )
        desk.workshop.take(edit)
        ids = frozenset(change.id for change in edit.changes)
        moments.append(timed(lambda ids=ids: (desk.changed.emit(ids), view.grab())))
    times["add one and draw"] = statistics.median(moments)
    view.zoom_to(0.1)
    times["far away frame"] = scrolling(view)
    return times


def plain_times(app: QApplication, cards: int) -> dict[str, float]:
    """What rectangles with text items in a plain view take."""
    scene = QGraphicsScene()
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(1366, 768)
    texts: list[QGraphicsTextItem] = []

    def add(n: int) -> None:
        item = QGraphicsRectItem(QRectF(0, 0, 300, 90))
        text = QGraphicsTextItem(WORDS.format(n=n), item)
        text.setTextWidth(276)
        item.setPos(n % 3 * 364, n // 3 * 98)
        scene.addItem(item)
        texts.append(text)

    def load() -> None:
        for n in range(cards):
            add(n)
        shown(app, view)

    def find(words: str) -> None:
        for text in texts:
            parent = text.parentItem()
            assert parent
            parent.setVisible(words in text.toPlainText())

    times = {"open": timed(load), "scroll frame": scrolling(view)}
    times["find"] = timed(lambda: find("openly 123"))
    times["find again"] = timed(lambda: find("openly 1234"))
    find("")
    moments = [timed(lambda n=n: (add(cards + n), view.grab())) for n in range(10)]
    times["add one and draw"] = statistics.median(moments)
    view.scale(0.1, 0.1)
    times["far away frame"] = scrolling(view)
    return times


def shown(app: QApplication, widget: BoardPage | QGraphicsView) -> None:
    """Show a widget and wait for its first picture."""
    widget.show()
    app.processEvents()
    widget.grab()


def scrolling(view: QGraphicsView) -> float:
    """The median milliseconds of a full frame while scrolling."""
    bar = view.verticalScrollBar()
    frames = []
    for n in range(FRAMES):
        bar.setValue(bar.maximum() * n // FRAMES)
        frames.append(timed(view.viewport().grab))
    return statistics.median(frames)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
