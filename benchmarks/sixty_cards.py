"""Sixty cards in two minutes, typed through the window as fast as people speak, all of them right.

    python benchmarks/sixty_cards.py [--cards N] [--seconds N] [--seed N] [--before N] [--pack]

Each card has codes made up by chance before its words: a question, kinds, a source, a language; a
third of them are given by chords instead. Whatever was typed is then read from the file of the
library, by a library of its own, and compared. It ends with 1 if a card is wrong or missing. With
`--pack` the pack of the session is being built all the while.
"""

import os
import random
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from key_to_screen import building
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from whole_program import day, painted, program, put_away

from gweithdy.domain.board import KINDS, Card, CardKind, Lane
from gweithdy.storage.library import Library
from gweithdy.ui.app import Program

SAID = {
    "cy": ("Mae gormod o ffurflenni", "Neb yn ateb y galwadau", "Bysus ddim yn rhedeg wedyn"),
    "en": ("Too many forms to fill in", "Nobody picks up the phone", "The buses stop at six"),
}
LETTERS = {"c": 0, "d": 0, "s": 1, "b": 2, "y": 2}
SOURCES = {"@1": "1", "@4": "4", "@12": "12", "@o": "online", "@arlein": "online", "@b": "before"}
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Chord = tuple[str, Qt.KeyboardModifier]


@dataclass(frozen=True)
class Wanted:
    """What should be on disk."""

    words: str
    language: str
    lane: int
    kinds: tuple[CardKind, ...]
    source: str


class Hand:
    """Presses a key every so many seconds, on whatever has the keyboard."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._next = time.perf_counter()
        self.behind = 0.0
        self.keys = 0

    def press(self, key: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, a letter or the name of a key."""
        while time.perf_counter() < self._next:
            QApplication.processEvents()
            time.sleep(0.001)
        self.behind = max(self.behind, time.perf_counter() - self._next)
        self._next += self._pause
        self.keys += 1
        at = QApplication.focusWidget()
        assert isinstance(at, QWidget)
        if len(key) == 1 and held is Qt.KeyboardModifier.NoModifier:
            QTest.keyClicks(at, key)
        else:
            QTest.keyClick(at, Qt.Key(ord(key)) if len(key) == 1 else Qt.Key[f"Key_{key}"], held)

    def write(self, words: str) -> None:
        """Letter by letter."""
        for letter in words:
            self.press(letter)


def made_up(chance: random.Random, number: int) -> tuple[str, list[Chord], Wanted]:
    """What is typed before the words, chords pressed before that, and what should come of it."""
    language = chance.choice(("cy", "en"))
    words = f"{chance.choice(SAID[language])} {number}"
    lane = chance.randrange(3)
    initials = "csb" if chance.random() < 0.5 else "dsy"
    letters = "".join(chance.sample(initials, chance.randint(0, 3)))
    letters = (chance.choice(("?", letters)) if chance.random() < 0.2 else letters) * (lane == 1)
    kinds = tuple(KINDS[LETTERS[each]] for each in letters if each in LETTERS)
    kinds = (CardKind.UNSURE,) if letters == "?" else kinds
    code, source = chance.choice(list(SOURCES.items()))
    if chance.random() < 0.33:
        chords = [(str(lane + 1), Alt), *((each.upper(), Alt) for each in letters if each != "?")]
        chords += [("U", Alt)] if letters == "?" else []
        chords += [("0", Alt)] if lane == 1 and not letters else []
        kinds = tuple(each for each in KINDS if each in kinds) or kinds
        return f"{code} ", chords, Wanted(words, language, lane, kinds, source)
    # A code of kinds is for its card alone; without one the box says what the chord before left.
    chords = [("2", Alt), ("0", Alt)] if lane == 1 and not letters else []
    codes = [f"/{lane + 1}{letters}", code]
    if chance.random() < 0.3:
        language = chance.choice(("cy", "en"))
        codes.append(f"/{language}")
    chance.shuffle(codes)
    return " ".join(codes) + " ", chords, Wanted(words, language, lane, kinds, source)


def typed(hand: Hand, running: Program, cards: int, chance: random.Random) -> Iterator[Wanted]:
    """Type so many cards; what should be on disk."""
    for number in range(cards):
        before, chords, wanted = made_up(chance, number)
        for key, held in chords:
            hand.press(key, held)
        hand.write(before + wanted.words)
        if chance.random() < 0.1:
            hand.press("Return", Shift)
            hand.write("ac un arall" if wanted.language == "cy" else "and one more")
            more = "\nac un arall" if wanted.language == "cy" else "\nand one more"
            wanted = Wanted(wanted.words + more, *list(vars(wanted).values())[1:])
        hand.press("Return")
        assert running.window.focusWidget() is running.window.capture.box
        yield wanted


def on_disk(path: Path, session: str, already: int) -> list[Wanted]:
    """What is in the file, in the order in which it was captured."""
    library = Library.open(path)
    workshop = library.workshop(session)
    lanes = [lane.id for lane in workshop.of(Lane)]
    cards = sorted(workshop.of(Card), key=lambda card: (str(card.captured), card.order))[already:]
    library.close()
    return [
        Wanted(c.text.as_said(), c.text.original, lanes.index(c.lane), c.kinds, c.source)
        for c in cards
    ]


def main() -> int:
    """Type, compare, and say what was wrong."""
    reader = ArgumentParser(description="Sixty cards in two minutes.")
    reader.add_argument("--cards", type=int, default=60)
    reader.add_argument("--seconds", type=float, default=120)
    reader.add_argument("--seed", type=int, default=2026)
    reader.add_argument("--before", type=int, default=5000, help="cards that are there already")
    reader.add_argument("--pack", action="store_true", help="build a pack meanwhile")
    given = reader.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - what is typed, no secret
    keys = sum(
        len(before + wanted.words) + len(chords) + 2
        for before, chords, wanted in (made_up(chance, n) for n in range(given.cards))
    )
    chance = random.Random(given.seed)  # noqa: S311 - the same again
    with tempfile.TemporaryDirectory() as folder:
        session = day(Path(folder), given.before)
        running = program(Path(folder), session)
        running.window.show_page("board")
        running.window.activateWindow()
        running.window.show_capture()
        painted(running.window)
        if given.pack:
            building(running)
        hand, start = Hand(given.seconds / keys), time.perf_counter()
        wanted = list(typed(hand, running, given.cards, chance))
        took = time.perf_counter() - start
        running.context.jobs.finish()
        put_away(running)
        found = on_disk(Path(folder) / "library.gwdy", session, given.before)
    wrong = [(w, f) for w, f in zip(wanted, found, strict=False) if w != f]
    print(f"{given.cards} cards, {hand.keys} keys in {took:.0f} s beside {given.before} cards")
    behind = f"at most {hand.behind:.2f} s behind the hand"
    print(f"on disk: {len(found)}, wrong: {len(wrong)}, {behind}")
    for pair in wrong[:5]:
        print("  typed {}\n  found {}".format(*pair))
    return int(bool(wrong) or len(found) != given.cards)


if __name__ == "__main__":
    sys.exit(main())
