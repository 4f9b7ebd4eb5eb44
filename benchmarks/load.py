"""How fast a session with 5,000 cards comes from the library, and how fast it is written.

    python benchmarks/load.py [--cards N] [--folder FOLDER] [--rounds N]

A desk opens the session; the reference reads the same rows with plain sqlite3. They take turns.
Searching has a benchmark of its own, and so has opening after a kill.
"""

import gc
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

import apart
from apart import Figures, Rounds, Times, show_all, show_ratio
from bulk import sheet
from cards import session_in

from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

TURNS = 9


def raw_read(path: Path) -> None:
    """Read all cards without any program around them."""
    with closing(connect(str(path))) as connection:
        connection.execute("SELECT * FROM card").fetchall()


def one_round(folder: Path, given: Namespace) -> Figures:
    """Write and load with the program that is on the path."""
    path, once, times = folder / "library.gwdy", Times(), Times()
    library = Library.open(path)
    workshop = session_in(library)
    edit = sheet(workshop, 0, given.cards)
    gc.disable()
    once.add("written in one edit", lambda: library.write(edit))
    desk = Desk(library)
    for turn in range(1 + TURNS):
        works = {"session": lambda: desk.open(workshop.id), "raw": lambda: raw_read(path)}
        times.by_turns(turn, works)
        gc.collect()
    library.close()
    once.add("library opened", lambda: Library.open(path, read_only=True).close())
    return times.medians(1) | once.medians()


def main() -> int:
    """Print the figures."""
    reader = ArgumentParser(description="How fast a session is loaded.")
    reader.add_argument("--cards", type=int, default=5000)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {TURNS} turns, {given.cards} cards in {given.folder}")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure; nothing is aimed at."""
    show_all(rounds)
    return show_ratio(rounds, "session", "raw")


if __name__ == "__main__":
    raise SystemExit(main())
