"""What a hand on a board waits for: from the key to the paint, in the whole window.

    python benchmarks/board.py [cards]

The plain reference is a QGraphicsScene with a rectangle and a text item a card, in the same run
and by turns. Every edit goes through the desk into a real library; the wait for the disk is in
the wall time alone.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from plain_board import PlainBoard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from rounds import HEAD, ROUNDS, Times, line
from whole_program import day, painted, program

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

AIMS = {
    "at once": "-",
    "language": "200",
    "first show": "250",
    "first filter key": "30",
    "frames of a zoom": "16",
}
"""Milliseconds at 5,000 cards; 16 for every edit."""


class Hand:
    """Does what a person does on the Capture page, and waits until it is painted."""

    def __init__(self, running: Program) -> None:
        self.program = running
        self.window = running.window
        self.page = self.window.pages["board"]
        assert isinstance(self.page, BoardPage)
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

    def language(self) -> None:
        self.program.speak(self.program.words.language.other)
        self.wait()


def main(cards: int) -> None:
    """Print a line for each thing that a person waits for."""
    with tempfile.TemporaryDirectory() as folder:
        running = program(Path(folder), day(Path(folder), cards))
        plain = PlainBoard(cards)
        times, reference = measured(running, plain)
        running.close()
    print(f"{cards} cards, {ROUNDS} rounds\n{HEAD}")
    for name, each in times.items():
        aim = next((aim for key, aim in AIMS.items() if key in name), "16")
        print(line(name, each, reference.get(name), f"(aim {aim} at 5,000)"))


def measured(running: Program, plain: PlainBoard) -> tuple[dict[str, Times], dict[str, Times]]:
    """The times of ours and of the plain board, by what was done."""
    times: dict[str, Times] = {}
    other: dict[str, Times] = {}
    shown = times.setdefault("first show", Times())
    shown.add(lambda: (running.window.show_page("board"), QApplication.processEvents()))
    other.setdefault("first show", Times()).add(plain.load)
    hand = Hand(running)
    first_keys(times, hand)
    for _ in range(ROUNDS):
        for name in ("add", "change", "move", "across", "vote", "undo"):
            {"add": hand.say}.get(name, hand.choose)()
            times.setdefault(name, Times()).add(getattr(hand, name))
            other.setdefault(name, Times()).add(getattr(plain, name, plain.change))
        times.setdefault("language", Times()).add(hand.language)
        other.setdefault("language", Times()).add(plain.language)
    hand.page.show_view("outline")
    hand.wait()
    for _ in range(ROUNDS):
        for name in ("add", "change", "move", "undo"):
            {"add": hand.say}.get(name, hand.choose_row)()
            times.setdefault(f"{name}, outline open", Times()).add(getattr(hand, name))
    hand.page.show_view("board")
    hand.choose()
    frames(times, other, hand, plain)
    again(times, other, hand, plain)
    return times, other


def first_keys(times: dict[str, Times], hand: Hand) -> None:
    """The first key in the filter, at once and after a breath, each on a page without memory."""
    for name, breath in (("first filter key at once", 0.0), ("first filter key", BREATH)):
        for n in range(ROUNDS):
            hand.page._filter = CardFilter()  # noqa: SLF001 - as on a page that was just made
            hand.page.show_all()
            until = time.monotonic() + breath
            while time.monotonic() < until:
                QApplication.processEvents()
                time.sleep(0.001)
            times.setdefault(name, Times()).add(
                lambda n=n: (hand.page.filter.text.setText("oceg"[n % 4]), hand.wait())
            )
            hand.page.filter.text.setText("")
            hand.wait()


def frames(times: dict[str, Times], other: dict[str, Times], hand: Hand, plain: PlainBoard) -> None:
    """Scrolling, zooming out by steps, and the view of everything."""
    for view, kept in ((hand.view, times), (plain.view, other)):
        scroll = kept.setdefault("scroll frame", Times())
        bar = view.verticalScrollBar()
        for n in range(30):
            bar.setValue(bar.maximum() * n // 30)
            scroll.add(lambda view=view: painted(view.viewport()))
    zoom, plain_zoom = Times(), Times()
    for n in range(40):
        size = 0.95**n
        zoom.add(lambda size=size: (hand.view.zoom_to(size), hand.wait()))
        plain_zoom.add(lambda size=size: plain.zoom_to(size))
    times["frames of a zoom"], other["frames of a zoom"] = zoom, plain_zoom
    for view, kept in ((hand.view, times), (plain.view, other)):
        far = kept.setdefault("bird's-eye frame", Times())
        for n in range(30):
            view.verticalScrollBar().setValue(n * 7)
            view.viewport().update()
            far.add(lambda view=view: painted(view.viewport()))


def again(times: dict[str, Times], other: dict[str, Times], hand: Hand, plain: PlainBoard) -> None:
    """The first show of another Capture page, made anew each time."""
    hand.view.zoom_to(1)
    window = hand.window

    def show() -> None:
        window.show_page("board")
        QApplication.processEvents()

    for _ in range(ROUNDS - 1):
        page = window.pages.pop("board")
        window.show_page("library")
        window.stack.removeWidget(page.parentWidget().parentWidget())
        times["first show"].add(show)
        other["first show"].add(plain.load)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
