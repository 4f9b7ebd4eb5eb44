"""How long many cards in one edit take until they are on disk, against raw rows.

    python benchmarks/bulk.py [--cards N] [--folder FOLDER] [--rounds N]

Ours is a sheet of cards that is brought in: `add_cards` builds the edit, `Desk.do` writes it, and
the session in memory takes it. The raw rows are those of `capture.py`, a row of the table and one
of history for each card, with `executemany` of plain sqlite3 in one transaction (WAL, FULL).
"Written" is `Library.write` alone. They take turns, each time with other cards.
"""

import gc
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

import apart
from apart import Figures, Rounds, Times, show_all, show_ratio
from capture import Raw
from cards import session_in, words

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import add_cards
from gweithdy.storage.library import Library
from gweithdy.ui.desk import Desk

TURNS = 5


def sheet(workshop: Workshop, first: int, cards: int) -> Edit:
    """So many cards, as from a sheet."""
    lines = [words(number) for number in range(first, first + cards)]
    lane = workshop.of(Lane)[0].id
    return add_cards(workshop, lines, lane, CardKind.CULTURAL, "room", utc_now())


def ours(desk: Desk, first: int, cards: int) -> None:
    """Bring a sheet in."""
    assert desk.workshop
    desk.do(sheet(desk.workshop, first, cards))


def one_round(folder: Path, given: Namespace) -> Figures:
    """Bring sheets in with the program that is on the path."""
    library, raw = Library.open(folder / "library.gwdy"), Raw(folder / "raw.db")
    desk = Desk(library)
    desk.open(session_in(library).id)
    other = session_in(library)
    times = Times()
    gc.disable()
    for turn in range(1 + TURNS):
        first = turn * given.cards
        written = sheet(other, first, given.cards)
        rows = raw.rows(written)
        works: dict[str, Callable[[], object]] = {
            "ours": partial(ours, desk, first, given.cards),
            "written": partial(library.write, written),
            "raw": partial(raw.write, *rows),
        }
        times.by_turns(turn, works)
        gc.collect()
    raw.close()
    library.close()
    return times.medians(1)


def main() -> int:
    """Print the figures."""
    reader = ArgumentParser(description="How long many cards in one edit take.")
    reader.add_argument("--cards", type=int, default=1000)
    given = apart.options(reader, one_round)
    found = apart.rounds(given)
    print(f"{given.rounds} rounds of {TURNS} sheets of {given.cards} cards in {given.folder}")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure; nothing is aimed at."""
    show_all(rounds)
    show_ratio(rounds, "ours", "raw")
    return show_ratio(rounds, "written", "raw")


if __name__ == "__main__":
    raise SystemExit(main())
