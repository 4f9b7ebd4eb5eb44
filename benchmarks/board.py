"""What a hand on a board waits for: from the key to the paint, in the whole window.

    python benchmarks/board.py [--cards N] [--rounds N] [--beside SRC]

Each round is a process of its own. The plain reference is a QGraphicsScene with a rectangle and a
text item a card, in the same round and by turns. Every edit goes through the desk into a real
library; what is shown is the processor time of the window's thread, in which no disk is waited
for, and beside it the time of the clock.
"""

import time
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

import apart
from apart import Figures, Rounds, Times, show_gesture
from plain_board import PlainBoard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from whole_program import day, painted, program, put_away

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.text import Language, Typed
from gweithdy.edits import board
from gweithdy.ui.app import Program
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.filter import CardFilter
from gweithdy.ui.board.page import BoardPage

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier

BREATH = 1.5
"""Seconds from seeing a board to the first key in its filter."""

TURNS = 5
"""How often each edit is done in a round."""

FRAMES = 30

AIMS = {
    "language": 200.0,
    "first show": 250.0,
    "first filter key": 30.0,
    "first filter key at once": None,
}
"""Milliseconds at 5,000 cards; 16 for every edit and every frame."""

MANY = 20_000
"""So many cards may take twice as long."""


class Hand:
    """Does what a person does on the Capture page, and waits until it is painted."""

    def __init__(self, running: Program) -> None:
        self.program = running
        self.window = running.window
        page = self.window.pages["board"]
        assert isinstance(page, BoardPage)
        self.page = page
        self.view = self.page.pane.view
        self.number = 0

    def press(self, at: QWidget, key: Qt.Key, mods: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(at, key, mods or Qt.KeyboardModifier.NoModifier)
        self.wait()

    def wait(self) -> None:
        shown = self.page.outline.tree if self.page.view() == "outline" else self.view
        painted(shown.viewport())

    def add(self) -> None:
        self.press(self.window.capture.box, Qt.Key.Key_Return)

    def say(self) -> None:
        """Type what `add` then keeps."""
        self.number += 1
        self.window.capture.box.setFocus()
        self.window.capture.box.setText(f"One more thing that was said {self.number}")
        QApplication.processEvents()

    def change(self) -> None:
        self.number += 1
        typed = Typed(Language.EN, f"It was put another way {self.number}")
        card = self.card()
        alter(self.program.desk, lambda w: board.change_card(w, card, text=typed))
        self.wait()

    def card(self) -> str:
        workshop = self.program.desk.workshop
        assert workshop
        lane = workshop.of(Lane)[1].id
        return [card for card in workshop.of(Card) if card.lane == lane][40].id

    def choose(self) -> None:
        """Go to a card in the middle of a lane."""
        self.view.make_current(self.card())
        self.view.setFocus()
        painted(self.view.viewport())

    def choose_row(self) -> None:
        tree = self.page.outline.tree
        tree.setCurrentIndex(self.page.outline.model.index_of(self.card()))
        tree.setFocus()
        QApplication.processEvents()

    def move(self) -> None:
        shown = self.page.outline.tree if self.page.view() == "outline" else self.view
        self.press(shown, Qt.Key.Key_Down, ALT)

    def across(self) -> None:
        self.press(self.view, Qt.Key.Key_Right, ALT)

    def vote(self) -> None:
        self.press(self.view, Qt.Key.Key_V)

    def undo(self) -> None:
        self.program.desk.undo()
        self.wait()

    def look_for(self, words: str) -> None:
        self.page.filter.text.setText(words)
        self.wait()

    def zoom_to(self, size: float) -> None:
        self.view.zoom_to(size)
        self.wait()

    def language(self) -> None:
        self.program.speak(self.program.words.language.other)
        self.wait()


def main() -> int:
    """Print some lines for each thing that a person waits for; 1 if an aim is missed."""
    reader = ArgumentParser(description="What a hand on a board waits for.")
    reader.add_argument("--cards", type=int, default=5000)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds, {given.cards} cards, ms of the window's thread")
    return apart.tell(found, partial(lines, 2 if given.cards >= MANY else 1))


def lines(times: int, rounds: Rounds) -> bool:
    """What each gesture takes; whether it is at most so many times what is aimed at."""
    reached = True
    for name in rounds[0]:
        if not name.startswith("plain ") and f"{name} cpu here" in rounds[0]:
            aim = AIMS.get(name, 16.0)
            reached &= show_gesture(rounds, name, aim and aim * times)
    return reached


def one_round(folder: Path, given: Namespace) -> Figures:
    """The median of each, and the worst frame of a zoom, in a process of its own."""
    running = program(folder, day(folder, given.cards))
    plain, times = PlainBoard(given.cards), Times()

    def shown() -> None:
        running.window.show_page("board")
        QApplication.processEvents()

    times.add("first show", shown)
    times.add("plain first show", plain.load)
    hand = Hand(running)
    first_keys(times, hand)
    edits(times, hand, plain)
    hand.page.show_view("outline")
    hand.wait()
    for _ in range(TURNS):
        for name in ("add", "change", "move", "undo"):
            (hand.say if name == "add" else hand.choose_row)()
            times.add(f"{name}, outline open", getattr(hand, name))
    hand.page.show_view("board")
    hand.choose()
    frames(times, hand.view, "")
    frames(times, plain.view, "plain ")
    zoom = Times()
    zooming(zoom, hand, plain)
    put_away(running, plain.view)
    return times.medians() | zoom.worst()


def edits(times: Times, hand: Hand, plain: PlainBoard) -> None:
    """Every edit by its key, and the switch of the language."""
    for _ in range(TURNS):
        for name in ("add", "change", "move", "across", "vote", "undo"):
            (hand.say if name == "add" else hand.choose)()
            times.add(name, getattr(hand, name))
            times.add(f"plain {name}", getattr(plain, name, plain.change))
        times.add("language", hand.language)
        times.add("plain language", plain.language)


def first_keys(times: Times, hand: Hand) -> None:
    """The first key in the filter, after a breath and at once, on a page without memory."""
    for name, breath in (("first filter key", BREATH), ("first filter key at once", 0.0)):
        hand.page.sought.filter = CardFilter()  # as on a page that was just made
        hand.page.show_all()
        until = time.monotonic() + breath
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.001)
        times.add(name, partial(hand.look_for, "o"))
        hand.page.filter.text.setText("")
        hand.wait()


def frames(times: Times, view: QGraphicsView, plain: str) -> None:
    """Scrolling at life size, and then from far away."""
    bar = view.verticalScrollBar()
    for n in range(FRAMES):
        bar.setValue(bar.maximum() * n // FRAMES)
        times.add(f"{plain}scroll frame", lambda: painted(view.viewport()))
    view.scale(0.12, 0.12)
    for n in range(FRAMES):
        bar.setValue(bar.maximum() * n // FRAMES)
        times.add(f"{plain}bird's-eye frame", lambda: painted(view.viewport()))
    view.resetTransform()


def zooming(times: Times, hand: Hand, plain: PlainBoard) -> None:
    """Zooming out by steps from the middle of the board."""
    bar = hand.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for n in range(FRAMES):
        size = 0.93**n
        times.add("worst frame of a zoom", partial(hand.zoom_to, size))
        times.add("plain worst frame of a zoom", partial(plain.zoom_to, size))


if __name__ == "__main__":
    raise SystemExit(main())
