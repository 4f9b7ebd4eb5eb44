"""How long a library takes to open after the program was killed, against after it was closed.

    python benchmarks/after_kill.py [--cards N] [--folder FOLDER] [--rounds N]

A child captures cards into a library and is killed (SIGKILL, where there is one); its files are
kept, and once more after somebody has opened and closed them. Copies of both are opened by turns:
the library, a desk on it, and the session that was open. "Looked through" is what the program does
about a killed one later, beside the window.
"""

import gc
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import apart
from apart import Figures, Rounds, Times, ratios, show, show_all, show_ratio
from cards import card, session_in, words

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.clock import utc_now
from gweithdy.domain.session import Session
from gweithdy.edits.board import add_cards
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

MOST = 2
"""Times a clean opening. Version 0.1.0 took 17."""

TURNS = 5
BEFORE_THE_KILL = 100
IN_A_SESSION = 100
NAME = "library.gwdy"
LATER = hasattr(Library, "look_through")


def capture(path: Path, cards: int) -> None:
    """The child: fill a library, capture some cards, then wait for the end."""
    library = Library.open(path)
    for first in range(0, cards, IN_A_SESSION):
        workshop = session_in(library)
        lines = [words(number) for number in range(first, first + IN_A_SESSION)]
        lane = workshop.of(Lane)[0].id
        library.write(add_cards(workshop, lines, lane, CardKind.NONE, "room", utc_now()))
    for number in range(BEFORE_THE_KILL):
        library.write(card(workshop, number))
    print("written", flush=True)
    sys.stdin.read()


def kill(path: Path, cards: int) -> None:
    """Let a child write a library and kill it."""
    asked = [sys.executable, __file__, "--child", str(path), "--cards", str(cards)]
    with subprocess.Popen(  # noqa: S603 - our own program
        asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "written\n"
        child.kill()


def open_library(path: Path) -> Library:
    """Open it as the window does; version 0.1.0 looked through all of it at once."""
    return Library.open(path, look_later=True) if LATER else Library.open(path)


def one_round(folder: Path, given: Namespace) -> Figures:
    """Open the library of a killed program, and a closed one, with the program on the path."""
    killed, closed, now = (folder / name for name in ("killed", "closed", "now"))
    killed.mkdir()
    kill(killed / NAME, given.cards)
    shutil.copytree(killed, closed)
    Library.open(closed / NAME).close()
    times = Times()
    gc.disable()
    for turn in range(1 + TURNS):
        ways = ("killed", "clean") if turn % 2 else ("clean", "killed")
        for way in ways:
            shutil.rmtree(now, ignore_errors=True)
            shutil.copytree({"killed": killed, "clean": closed}[way], now)
            opened: list[Library] = []

            def start(opened: list[Library] = opened, way: str = way) -> None:
                alone = f"{way}, the library alone"
                times.add(alone, lambda: opened.append(open_library(now / NAME)))
                desk = Desk(opened[0])
                desk.open(desk.catalogue.of(Session)[0].id)

            times.add(way, start)
            if way == "killed" and LATER:
                times.add("looked through", opened[0].look_through)
            opened[0].close()
            gc.collect()
    return times.medians(1)


def main() -> int:
    """Print the figures; 1 if the aim is missed."""
    reader = ArgumentParser(description="How long opening takes after a kill.")
    reader.add_argument("--cards", type=int, default=20_000)
    reader.add_argument("--child", type=Path)
    given = apart.options(reader, one_round)
    if given.child:
        capture(given.child, given.cards)
        return 0
    found = apart.rounds(given)
    print(f"{given.rounds} rounds, {given.cards} cards")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure, and what is aimed at."""
    show_all(rounds)
    fits = show_ratio(rounds, "killed", "clean", MOST)
    alone = [f"{way}, the library alone" for way in ("killed", "clean")]
    show("killed / clean, the library alone", ratios(rounds, *alone), most=MOST)
    return fits


if __name__ == "__main__":
    raise SystemExit(main())
