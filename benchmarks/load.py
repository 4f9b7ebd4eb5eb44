"""How fast a session with 5,000 cards comes from the library and is searched.

    python benchmarks/load.py [cards]

The base is reading the same rows with plain sqlite3, in the same run.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from cards import session_in, words

from gweithdy.domain.board import CardKind
from gweithdy.domain.clock import utc_now
from gweithdy.edits.board import add_cards
from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library

CARDS = 5000
TURNS = 9


def took(job: Callable[[], object]) -> float:
    """Milliseconds that `job` takes."""
    start = perf_counter()
    job()
    return (perf_counter() - start) * 1000


def raw_read(path: Path) -> None:
    """Read all cards without any program around them."""
    with closing(connect(str(path))) as connection:
        connection.execute("SELECT * FROM card").fetchall()


def main(cards: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.gwdy"
        library = Library.open(path)
        workshop = session_in(library)
        lines = [words(number) for number in range(cards)]
        edit = add_cards(workshop, lines, "", CardKind.CULTURAL, "room", utc_now())
        written = took(lambda: library.write(edit))
        pairs = [
            (took(lambda: library.workshop(workshop.id)), took(lambda: raw_read(path)))
            for _ in range(TURNS)
        ]
        load, base = median(p[0] for p in pairs), median(p[1] for p in pairs)
        first = took(lambda: library.search("gwasanaeth"))
        again = median(took(lambda: library.search("gwasanaeth")) for _ in range(TURNS))
        library.close()
        opened = took(lambda: Library.open(path, read_only=True).close())
    print(f"{cards} cards")
    print(f"write in one edit      {written:8.1f} ms")
    print(f"open the library       {opened:8.1f} ms")
    print(f"load the session       {load:8.1f} ms  ({load / base:.1f} times a raw read)")
    print(f"first search, indexing {first:8.1f} ms")
    print(f"search                 {again:8.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS)
