"""How long many cards in one edit take until they are on disk, against raw rows.

    python benchmarks/bulk.py [--cards N] [--folder FOLDER] [--rounds N]

Ours is a sheet of cards that is brought in: `add_cards` builds the edit, `Desk.do` writes it, and
the session in memory takes it. The raw rows are those of `capture.py`, a row of the table and one
of history for each card, with `executemany` of plain sqlite3 in one transaction (WAL, FULL).
"Written" is `Library.write` alone. They take turns, each time with other cards.
"""

import gc
from argparse import ArgumentParser, Namespace
from pathlib import Path

import apart
from apart import Figures, Times, head, ratios, show, show_all
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
WAYS = ("ours", "written", "raw")


def sheet(workshop: Workshop, first: int, cards: int) -> Edit:
    """So many cards, as from a sheet."""
    lines = [words(number) for number in range(first, first + cards)]
    lane = workshop.of(Lane)[0].id
    return add_cards(workshop, lines, lane, CardKind.CULTURAL, "room", utc_now())


def one_round(folder: Path, given: Namespace) -> Figures:
    """Bring sheets in with the program that is on the path."""
    library, raw = Library.open(folder / "library.gwdy"), Raw(folder / "raw.db")
    desk = Desk(library)
    desk.open(session_in(library).id)
    workshop = desk.workshop
    assert workshop
    other = session_in(library)
    times, first = Times(), 0
    gc.disable()
    for turn in range(1 + TURNS):
        for name in WAYS if turn % 2 else reversed(WAYS):
            first += given.cards
            written = sheet(other, first, given.cards)
            rows = raw.rows(written)
            work = {
                "ours": lambda first=first: desk.do(sheet(workshop, first, given.cards)),
                "written": lambda written=written: library.write(written),
                "raw": lambda rows=rows: raw.write(*rows),
            }
            times.add(name, work[name])
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
    for name, rounds in found.items():
        head(name)
        show_all(rounds)
        for way in ("ours", "written"):
            show(f"{way} / raw", ratios(rounds, way, "raw"))
            show(f"{way} cpu / raw cpu", ratios(rounds, f"{way} cpu", "raw cpu"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
