"""What a hand on the grid of stakeholders waits for, beside a plain QGraphicsScene.

    python benchmarks/grid.py [--rounds N] [--times N] [--beside SRC]

Ours is the real window on a real library: a key or the mouse is sent to the grid, and the time
ends when the grid is painted again; the change is then on disk. The plain scene has as many
ellipses and texts in a view of the same size, and moves one of them for the same keys; it keeps
nothing and draws no ties. They take turns, gesture by gesture. Each round is a process with a home
of its own, so that neither settings nor bytecode of this computer count. `--beside` lets the `src`
of another checkout take turns.

Three maps: 100 stakeholders with 150 ties, 300 with 450, and the 300 all at one place, as they are
before anybody has placed them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Group, Stakeholder, Tie, TieKind
from gweithdy.domain.text import said
from gweithdy.edits.changes import created
from gweithdy.edits.sessions import new_session
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.app import Program
from gweithdy.ui.garbage import Collector
from gweithdy.ui.language import ScreenLanguage
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

HERE = Path(__file__).resolve().parents[1] / "src"
MAPS = {"100": (100, 150, 0), "300": (300, 450, 0), "300 at one place": (300, 450, 300)}
"""How many stakeholders and ties, and how many of them stand in the middle."""

AIMS = {"100": 30.0, "300": 60.0, "300 at one place": 60.0}
AIM_OF_A_FRAME = 16.0
NAMES = ("Bwrdd Iechyd", "Cyngor Sir", "Gofalwyr", "Voluntary Council", "Ysgol y Bont", "Housing")
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left)
FRAMES = 6
"""Of each drag."""

CHOSEN = 5
"""The place in its map of the one that is moved."""

PATIENCE = 20.0
"""Seconds; what is not painted by then never will be."""

Figures = dict[str, float]
"""Milliseconds of one round: medians by `map / gesture / whose / of what`."""


def places(count: int, middle: int) -> Iterator[tuple[int, int]]:
    """Power and interest of each stakeholder: spread evenly, but without a pattern."""
    for n in range(count):
        yield (50, 50) if n < middle else (n * 37 % 101, n * n * 7 % 97)


def people_and_ties(session: Id, count: int, ties: int, middle: int) -> Edit:
    """Everybody on the map, in one edit."""
    groups, kinds = list(Group), list(TieKind)
    everybody = [
        Stakeholder(
            id=new_id(), session=session, name=said(f"{NAMES[n % len(NAMES)]} {n}", "cy"),
            group=groups[n % len(groups)], power=power, interest=interest, order=float(n),
        )
        for n, (power, interest) in enumerate(places(count, middle))
    ]  # fmt: skip
    ids = [who.id for who in everybody]
    tied = [
        Tie(
            id=new_id(), session=session, start=ids[n % count],
            end=ids[(n * 7 + 13 + n // count) % count], kind=kinds[n % len(kinds)], order=float(n),
        )
        for n in range(ties)
        if n % count != (n * 7 + 13 + n // count) % count
    ]  # fmt: skip
    return Edit("Fill", tuple(c for each in (*everybody, *tied) for c in created(each)), session)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Plain(QGraphicsView):
    """As many ellipses and texts, of which one is moved; what a scene costs by itself."""

    def __init__(self, count: int, middle: int) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before = QPointF()
        self.points: list[QGraphicsEllipseItem] = []
        for n, (power, interest) in enumerate(places(count, middle)):
            point = QGraphicsEllipseItem(-8, -8, 16, 16)
            QGraphicsSimpleTextItem(f"{NAMES[n % len(NAMES)]} {n}", point)
            point.setPos(36 + interest * 4, 20 + power * 4)
            self.scene().addItem(point)
            self.points.append(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setSceneRect(0, 0, event.size().width(), event.size().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.points[CHOSEN].setPos(self._before)
        else:
            step = -20 if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up) else 20
            self.points[CHOSEN].moveBy(step, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._before = self.points[CHOSEN].pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.points[CHOSEN].setPos(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.points[CHOSEN].moveBy(1, 1)


Widget = tuple[QGraphicsView, Paints, Callable[[], QPoint]]
"""A view, what counts its paints, and where the point stands that the hand is on."""


def one_round(folder: Path, times: int) -> Figures:
    """All gestures on all maps, with the program that is on the path."""
    app = QApplication([])
    app.setStyle("Fusion")
    settings = Settings(folder)
    theme, words = Theme(settings), Words("en")
    theme.apply(app)
    collector, figures = Collector(), Figures()
    for name, size in MAPS.items():
        library = Library.open(folder / f"{name}.gwdy")
        program = Program(library, settings, theme, words, ScreenLanguage(app, words))
        started = new_session("Map", "Map")
        program.desk.do(started)
        program.desk.do(people_and_ties(started.session, *size))
        program.desk.history.clear()
        ours, plain = window_grid(program), Plain(size[0], size[2])
        plain.resize(ours[0].size())
        plain.show()
        both = {"ours": ours, "plain": (plain, Paints(plain), lambda p=plain: at(p))}
        for gesture, of in gestures(app, both, times).items():
            figures |= {f"{name} / {gesture} / {what}": median(ms) for what, ms in of.items()}
        plain.close()
        program.window.close()
        program.close()
    collector.stop()
    return figures


def window_grid(program: Program) -> Widget:
    """The grid in the open window, with one stakeholder selected."""
    window, desk = program.window, program.desk
    session = next(s for s in desk.catalogue.of(Session) if s.title.cy.words == "Map")
    window.resize(1366, 768)
    window.show()
    window.open_session(session.id, "stakeholders")
    QTest.qWaitForWindowExposed(window)
    grid = window.findChildren(QGraphicsView)[0]
    page = window.pages["stakeholders"]
    assert desk.workshop
    chosen = desk.workshop.of(Stakeholder)[CHOSEN].id
    page.show_current(chosen)  # type: ignore[attr-defined]
    point = grid.points[chosen]  # type: ignore[attr-defined]
    return grid, Paints(grid), lambda: point.pos().toPoint()


def at(plain: Plain) -> QPoint:
    """Where the point of the plain scene is in its view."""
    return plain.mapFromScene(plain.points[CHOSEN].pos())


def gestures(
    app: QApplication, both: dict[str, Widget], times: int
) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of each gesture, of the clock and of this thread, ours and plain by turns."""
    took: dict[str, dict[str, list[float]]] = {}

    def timed(gesture: str, whose: str, work: Callable[[], object]) -> None:
        view, paints, _ = both[whose]
        # Keys of a window mean something only while it is the active one.
        view.window().activateWindow()
        view.setFocus()
        for _ in range(3):
            app.processEvents()
        before, start, busy = paints.count, perf_counter(), thread_time()
        work()
        while paints.count == before:
            app.processEvents()
            assert perf_counter() - start < PATIENCE, f"{gesture} of {whose} paints nothing"
        cpu, wall = thread_time() - busy, perf_counter() - start
        of = took.setdefault(gesture, {})
        of.setdefault(f"{whose} wall", []).append(wall * 1000)
        of.setdefault(f"{whose} cpu", []).append(cpu * 1000)

    for n in range(times):
        for whose, (view, _, _) in both.items():
            timed("key", whose, lambda v=view, n=n: QTest.keyClick(v, KEYS[n % len(KEYS)]))
    for n in range(times):
        for whose, (view, _, place) in both.items():
            port, start = view.viewport(), place()
            QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
            for frame in range(1, FRAMES + 1):
                to = start + QPoint(9 * frame, (-7, 7)[n % 2] * frame)
                timed("drag frame", whose, lambda p=port, to=to: QTest.mouseMove(p, to))
            timed(
                "drop", whose,
                lambda p=port, to=to: QTest.mouseRelease(p, Qt.MouseButton.LeftButton, pos=to),
            )  # fmt: skip
            timed(
                "undo", whose,
                lambda v=view: QTest.keyClick(v, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
            )  # fmt: skip
    return took


def in_a_process(source: Path, times: int) -> Figures:
    """One round with the program in `source`."""
    with tempfile.TemporaryDirectory() as home:
        own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        own |= {"PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": f"{home}/bytecode"}
        told = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, __file__, "--round", home, "--times", str(times)],
            env=os.environ | own, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
    figures: Figures = json.loads(told.stdout)
    return figures


def main(asked: argparse.Namespace) -> int:
    """Print the figures; 1 if an aim is missed."""
    sources = {"this": HERE} | ({"beside": asked.beside} if asked.beside else {})
    rounds: dict[str, list[Figures]] = {name: [] for name in sources}
    for _ in range(asked.rounds):
        for name, source in sources.items():
            rounds[name].append(in_a_process(source, asked.times))
    print(f"{asked.rounds} rounds; milliseconds: least / median / greatest")
    missed = 0
    for name, done in rounds.items():
        print(f"{name:<40}{'wall':>22}{'cpu':>22}{'plain cpu':>22}{'cpu ratio':>10}")
        for key in sorted({figure.rpartition(" / ")[0] for figure in done[0]}):
            wall, cpu, plain = (
                [one[f"{key} / {what}"] for one in done]
                for what in ("ours wall", "ours cpu", "plain cpu")
            )
            ratio = median(a / b for a, b in zip(cpu, plain, strict=True))
            shown = "".join(f"{three(each):>22}" for each in (wall, cpu, plain))
            aim = AIM_OF_A_FRAME if "frame" in key else AIMS[key.partition(" / ")[0]]
            missed += name == "this" and median(wall) > aim
            print(f"{key:<40}{shown}{ratio:>10.1f}   aim {aim:.0f} wall")
    return 1 if missed else 0


def three(times: list[float]) -> str:
    """The least, the median and the greatest."""
    return f"{min(times):.1f} / {median(times):.1f} / {max(times):.1f}"


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description="How long the grid of stakeholders takes.")
    reader.add_argument("--rounds", type=int, default=7)
    reader.add_argument("--times", type=int, default=12, help="gestures of each kind a round")
    reader.add_argument("--beside", type=Path)
    reader.add_argument("--round", type=Path, help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.round:
        print(json.dumps(one_round(given.round, given.times)))
        raise SystemExit(0)
    raise SystemExit(main(given))
