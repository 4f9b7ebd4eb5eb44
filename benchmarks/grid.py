"""What a hand on the grid of stakeholders waits for, beside a plain QGraphicsScene.

    python benchmarks/grid.py [--times N] [--rounds N] [--beside SRC]

Ours is the real window on a real library: a key or the mouse is sent to the grid, and the time
ends when the grid is painted again; the change is then on disk. The plain scene has as many
ellipses and texts in a view of the same size, and moves one of them for the same keys; it keeps
nothing and draws no ties. They take turns, gesture by gesture. The aims are by the clock.

Three maps: 100 stakeholders with 150 ties, 300 with 450, and the 300 all at one place, as they are
before anybody has placed them.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apart
from apart import Figures, Rounds, Times, show_gesture
from cards import session_in
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)
from whole_program import painted, program, put_away

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.stakeholders import Group, Stakeholder, Tie, TieKind
from gweithdy.domain.text import said
from gweithdy.edits.changes import created
from gweithdy.storage.library import Library
from gweithdy.ui.app import Program
from gweithdy.ui.stakeholders.grid import Grid
from gweithdy.ui.stakeholders.page import StakeholdersPage


class Size(NamedTuple):
    """How many stakeholders and ties, and how many of them stand in the middle."""

    people: int
    ties: int
    middle: int = 0


MAPS = {"100": Size(100, 150), "300": Size(300, 450), "300 at one place": Size(300, 450, 300)}

AIMS = {"100": 30.0, "300": 60.0, "300 at one place": 60.0}
AIM_OF_A_FRAME = 16.0
NAMES = ("Bwrdd Iechyd", "Cyngor Sir", "Gofalwyr", "Voluntary Council", "Ysgol y Bont", "Housing")
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left)
FRAMES = 6
"""Of each drag."""

CHOSEN = 5
"""The place in its map of the one that is moved."""


def places(size: Size) -> Iterator[tuple[int, int]]:
    """Power and interest of each stakeholder: spread evenly, but without a pattern."""
    for n in range(size.people):
        yield (50, 50) if n < size.middle else (n * 37 % 101, n * n * 7 % 97)


def people_and_ties(session: Id, size: Size) -> Edit:
    """Everybody on the map, in one edit."""
    groups, kinds = list(Group), list(TieKind)
    everybody = [
        Stakeholder(
            id=new_id(), session=session, name=said(f"{NAMES[n % len(NAMES)]} {n}", "cy"),
            group=groups[n % len(groups)], power=power, interest=interest, order=float(n),
        )
        for n, (power, interest) in enumerate(places(size))
    ]  # fmt: skip
    ids, count = [who.id for who in everybody], size.people
    ends = [(n % count, (n * 7 + 13 + n // count) % count) for n in range(size.ties)]
    tied = [
        Tie(
            id=new_id(), session=session, start=ids[start], end=ids[end],
            kind=kinds[n % len(kinds)], order=float(n),
        )
        for n, (start, end) in enumerate(ends)
        if start != end
    ]  # fmt: skip
    return Edit("Fill", tuple(c for each in (*everybody, *tied) for c in created(each)), session)


class Plain(QGraphicsView):
    """As many ellipses and texts, of which one is moved; what a scene costs by itself."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before = QPointF()
        self.points: list[QGraphicsEllipseItem] = []
        for n, (power, interest) in enumerate(places(size)):
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


class Hand:
    """Does gestures on one view, and times them until it is painted."""

    def __init__(self, view: QGraphicsView, place: Callable[[], QPoint], title: str) -> None:
        self._view, self._place, self._title = view, place, title

    def key(self, times: Times, n: int) -> None:
        self._timed(times, "key", lambda: QTest.keyClick(self._view, KEYS[n % len(KEYS)]))

    def drag(self, times: Times, n: int) -> None:
        """Drag, drop and take back."""
        port, start, left = self._view.viewport(), self._place(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, pos=start)
        for frame in range(1, FRAMES + 1):
            to = start + QPoint(9 * frame, (-7, 7)[n % 2] * frame)
            self._timed(times, "drag frame", partial(QTest.mouseMove, port, to))
        self._timed(times, "drop", lambda: QTest.mouseRelease(port, left, pos=to))
        ctrl = Qt.KeyboardModifier.ControlModifier
        self._timed(times, "undo", lambda: QTest.keyClick(self._view, Qt.Key.Key_Z, ctrl))

    def _timed(self, times: Times, gesture: str, work: Callable[[], object]) -> None:
        # Keys of a window mean something only while it is the active one.
        self._view.window().activateWindow()
        self._view.setFocus()
        for _ in range(3):
            QApplication.processEvents()
        did: list[bool] = []
        port, name = self._view.viewport(), f"{self._title}, {gesture}"
        times.add(name, lambda: did.append(painted(port, work)))
        assert all(did), f"{name} paints nothing"


def one_round(folder: Path, given: Namespace) -> Figures:
    """All gestures on all maps, with the program that is on the path."""
    times = Times()
    for title, size in MAPS.items():
        running = program(folder / title, made(folder / title, size))
        grid, plain = shown(running), Plain(size)
        plain.resize(grid.size())
        plain.show()
        chosen = grid.points[list(grid.points)[CHOSEN]]
        hands = (
            Hand(grid, partial(place_of, chosen), title),
            Hand(plain, partial(place_of, plain.points[CHOSEN]), f"plain {title}"),
        )
        for gesture in (Hand.key, Hand.drag):
            for n in range(given.times):
                for hand in hands:
                    gesture(hand, times, n)
        put_away(running, plain)
    return times.medians()


def place_of(point: QGraphicsItem) -> QPoint:
    """Where a point is in its view; none of the two scrolls."""
    return point.pos().toPoint()


def made(folder: Path, size: Size) -> Id:
    """A library in `folder` with a map of that size; the id of its session."""
    library = Library.open(folder / "library.gwdy")
    session = session_in(library).id
    library.write(people_and_ties(session, size))
    library.close()
    return session


def shown(running: Program) -> Grid:
    """The grid in the open window, with one stakeholder selected."""
    running.window.show_page("stakeholders")
    page, workshop = running.window.pages["stakeholders"], running.desk.workshop
    assert isinstance(page, StakeholdersPage)
    assert workshop
    page.show_current(workshop.of(Stakeholder)[CHOSEN].id)
    return page.grid


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    reader = ArgumentParser(description="What a hand on the grid of stakeholders waits for.")
    reader.add_argument("--times", type=int, default=12, help="gestures of each kind a round")
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {given.times} times, ms of the window's thread")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """What each gesture takes on each map."""
    reached = True
    for title, aim in AIMS.items():
        for gesture in ("key", "drag frame", "drop", "undo"):
            most = AIM_OF_A_FRAME if gesture == "drag frame" else aim
            reached &= show_gesture(rounds, f"{title}, {gesture}", clock=most)
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
