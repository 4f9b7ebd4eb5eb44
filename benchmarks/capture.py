"""How long one captured card takes until it is on disk, against a raw commit of the same rows.

    python benchmarks/capture.py [--folder FOLDER] [--most TIMES] [--rounds N] [--cards N]

Ours is what Enter in the capture box does: the edit is built, `Desk.do` writes it, and the session
in memory takes it. The raw commit writes the card's row and one row of history with plain sqlite3
(WAL, FULL) into a library of its own. They take turns card by card.

On a quiet disk the wait for it hides our own work, so the time of the processor is printed beside
it, and the whole is run again in a folder that lies in memory: /dev/shm where there is one, or
`--memory FOLDER` (a RAM disk on macOS or Windows; "" leaves it out).
"""

import gc
import json
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

import apart
from apart import Figures, Rounds, Times, show_all, show_ratio
from cards import card, session_in

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.workshop import Workshop
from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library
from gweithdy.storage.tables import TABLES
from gweithdy.ui.desk import Desk

WARM = 50
ON_DISK, IN_MEMORY = 3, 8
"""Times the raw commit, at most. Version 0.1.0 took 4.1 and 14."""

Row = tuple[str, ...]

SHM = Path("/dev/shm")  # noqa: S108 - only to measure


class Raw:
    """The same two rows without any program around them."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(str(path), ("journal_mode=WAL", "synchronous=FULL"))
        self._names = [column.name for column in TABLES["card"].columns]
        columns = ", ".join(f'"{name}"' for name in self._names)
        self._connection.execute(f"CREATE TABLE card ({columns}, PRIMARY KEY (id))")
        self._connection.execute("CREATE TABLE history (id PRIMARY KEY, row, at, value)")

    def rows(self, edit: Edit) -> tuple[list[Row], list[Row]]:
        """The row of each card of an edit, and its line of history."""
        cards = by_card(edit)
        rows = [tuple(values.get(name, "") for name in self._names) for values in cards]
        lines: list[Row] = [
            (new_id(), values["id"], values["captured"], json.dumps(values)) for values in cards
        ]
        return rows, lines

    def keep(self, edit: Edit) -> None:
        """Write the cards of an edit."""
        self.write(*self.rows(edit))

    def write(self, rows: list[Row], lines: list[Row]) -> None:
        """Write both in one transaction."""
        places = ", ".join("?" * len(self._names))
        execute, many = self._connection.execute, self._connection.executemany
        execute("BEGIN IMMEDIATE")
        many(f"INSERT INTO card VALUES ({places})", rows)  # noqa: S608 - question marks only
        many("INSERT INTO history VALUES (?, ?, ?, ?)", lines)
        execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


def by_card(edit: Edit) -> list[dict[str, str]]:
    """The values of each card by column."""
    cards: dict[str, dict[str, str]] = {}
    for change in edit.changes:
        column = change.field.replace(".", "_")
        value = change.value.isoformat() if column == "captured" else change.value
        cards.setdefault(change.id, {"id": change.id})[column] = value
    return list(cards.values())


def ours(desk: Desk, workshop: Workshop, number: int) -> None:
    """What Enter in the capture box does."""
    desk.do(card(workshop, number))


def one_round(folder: Path, given: Namespace) -> Figures:
    """Capture cards with the program that is on the path."""
    library, raw = Library.open(folder / "library.gwdy"), Raw(folder / "raw.db")
    desk = Desk(library)
    desk.open(session_in(library).id)
    workshop = desk.workshop
    assert workshop
    times = Times()
    # As while a window is open: garbage is collected between two keys, not within one.
    gc.disable()
    for number in range(WARM + given.cards):
        works = {
            "ours": partial(ours, desk, workshop, number),
            "raw": partial(raw.keep, card(workshop, number)),
        }
        times.by_turns(number, works)
        gc.collect(0)
    raw.close()
    library.close()
    return times.medians(WARM)


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    reader = ArgumentParser(description="How long a captured card takes.")
    reader.add_argument("--cards", type=int, default=300)
    reader.add_argument("--memory", default=str(SHM) if SHM.is_dir() else "")
    given = apart.options(reader, one_round)
    missed = 0
    for folder, most in ((given.folder, ON_DISK), (given.memory, IN_MEMORY)):
        if folder:
            found = apart.rounds(given, folder)
            print(f"{given.rounds} rounds of {given.cards} cards in {folder}")
            missed |= apart.tell(found, partial(lines, most))
    return missed


def lines(most: float, rounds: Rounds) -> bool:
    """Every figure, and what is aimed at."""
    show_all(rounds)
    return show_ratio(rounds, "ours", "raw", most)


if __name__ == "__main__":
    raise SystemExit(main())
