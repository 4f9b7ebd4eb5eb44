"""How many bytes of the library a captured card takes, and a pause in typing.

    python benchmarks/log_bytes.py [cards]

Cards and pauses go through `edits` and a real library, as the screen does it. The file is measured
as its pages; the base is what the rows of the cards alone take, without any log or index. Where
SQLite can tell it, the tables and indexes that grew are named.
"""

import sqlite3
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from cards import card, session_in, words

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import change_card
from gweithdy.storage.library import Library

CARDS = 1000
WARM = 50
A_CARD, A_PAUSE = 1000, 300
"""At most so many bytes. Version 0.1.0 took 4,200 and 1,400."""


class Day:
    """A library in which somebody writes, and sees what was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.library = Library.open(path)
        self.workshop: Workshop = session_in(self.library)

    def do(self, edit: Edit) -> None:
        """Write an edit in the name of somebody who had all of the session on screen."""
        edit = replace(edit, author="Mair Hughes", seen=self.workshop.position)
        self.workshop.position = self.library.write(edit)
        self.workshop.take(edit)

    def capture(self, number: int) -> None:
        """One more card."""
        self.do(card(self.workshop, number))

    def pause(self, id: Id, number: int) -> None:
        """Typing in a card rests: it has other words, in the language it was said in."""
        said = Language(self.workshop.get(Card, id).text.original)
        self.do(change_card(self.workshop, id, text=Typed(said, f"{words(number)[0]}, ac")))

    def grown(self, count: int, work: Callable[[int], None]) -> tuple[float, Counter[str]]:
        """By how many bytes each `work` lets the file grow, and each table and index in it."""
        before, parts = size(self.path), sizes(self.path)
        for number in range(count):
            work(number)
        after = sizes(self.path)
        after.subtract(parts)
        return (size(self.path) - before) / count, after


def size(path: Path) -> int:
    """The bytes of all pages, those that are still in the write-ahead log too."""
    with closing(sqlite3.connect(path)) as connection:
        count, each = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
    return int(count * each)


def sizes(path: Path) -> Counter[str]:
    """The bytes of each table and index; nothing where this SQLite cannot tell."""
    query = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"
    with closing(sqlite3.connect(path)) as connection:
        try:
            return Counter(dict(connection.execute(query).fetchall()))
        except sqlite3.OperationalError:
            return Counter()


def rows_alone(path: Path, folder: Path) -> float:
    """The bytes of one row of the table of cards, in a file that holds nothing else."""
    with closing(sqlite3.connect(folder / "alone.db", isolation_level=None)) as alone:
        alone.execute("ATTACH ? AS library", (str(path),))
        alone.execute("CREATE TABLE card AS SELECT * FROM library.card")
        count = alone.execute("SELECT count(*) FROM card").fetchone()[0]
    return size(folder / "alone.db") / int(count)


def main(cards: int) -> int:
    """Print the figures; 1 if a limit is passed."""
    passed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = Day(folder / "library.gwdy")
        for number in range(WARM):
            day.capture(number)
        first = day.workshop.of(Card)[0].id
        captured = day.grown(cards, lambda number: day.capture(WARM + number))
        base = rows_alone(day.path, folder)
        ids = [each.id for each in day.workshop.of(Card)[-cards:]]
        results = {
            "a card": (A_CARD, captured),
            "a pause, all in one card": (A_PAUSE, day.grown(cards, lambda n: day.pause(first, n))),
            "a pause, each in another card": (
                A_PAUSE, day.grown(cards, lambda n: day.pause(ids[n], n + 1)),
            ),
        }  # fmt: skip
        day.library.close()
    print(f"{cards} of each; the row of a card alone takes {base:.0f} bytes")
    for what, (limit, (each, parts)) in results.items():
        passed |= each > limit
        print(f"{what:<32}{each:6.0f} bytes (at most {limit}), {each / base:.1f} times the row")
        for part, more in parts.most_common():
            if more:
                print(f"    {part:<28}{more / cards:6.0f}")
    return 1 if passed else 0


if __name__ == "__main__":
    reader = ArgumentParser(description="How many bytes a card and a pause in typing take.")
    reader.add_argument("cards", type=int, nargs="?", default=CARDS)
    raise SystemExit(main(reader.parse_args().cards))
