"""How long one captured card takes until it is on disk, against a raw commit of the same rows.

    python benchmarks/capture.py [cards]

The raw commit writes the card's row and one row of history with plain sqlite3 (WAL, FULL). Both
take turns in one run, so that a busy machine weighs on both alike.
"""

import json
import sqlite3
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library
from gweithdy.storage.tables import TABLES

CARDS = 2000
WARM = 50


def card(session: Id, lane: Id, number: int) -> Edit:
    """The edit that a typed card makes."""
    values = {
        "session": session,
        "lane": lane,
        "text.cy": f"Mae'r gwasanaethau'n gweithio ar wahân, cerdyn {number}",
        "text.source": "cy",
        "kind": "cultural",
        "source": "room",
        "captured": datetime.now(UTC),
        "order": number * 1024.0,
    }
    id = new_id()
    return Edit("Add card", tuple(Change("card", id, *each) for each in values.items()), session)


def prepared(library: Library) -> tuple[Id, Id]:
    """A session and a lane to write into."""
    session, board, lane = new_id(), new_id(), new_id()
    changes = (
        Change("session", session, "title.cy", "Gweledigaeth"),
        Change("board", board, "session", session),
        Change("lane", lane, "session", session),
        Change("lane", lane, "board", board),
    )
    library.write(Edit("New session", changes, session))
    return session, lane


class Raw:
    """The same two rows without any program around them."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(str(path), ("journal_mode=WAL", "synchronous=FULL"))
        self._names = [column.name for column in TABLES["card"].columns]
        columns = ", ".join(f'"{name}"' for name in self._names)
        self._connection.execute(f"CREATE TABLE card ({columns}, PRIMARY KEY (id))")
        self._connection.execute("CREATE TABLE history (id PRIMARY KEY, row, at, value)")

    def write(self, edit: Edit) -> None:
        """Write a card and one line of its history."""
        values = {change.field.replace(".", "_"): change.value for change in edit.changes}
        values |= {"id": edit.changes[0].id, "captured": values["captured"].isoformat()}
        row = [values.get(name, "") for name in self._names]
        places = ", ".join("?" * len(row))
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute(f"INSERT INTO card VALUES ({places})", row)  # noqa: S608 - question marks only
        history = (new_id(), values["id"], values["captured"], json.dumps(values))
        execute("INSERT INTO history VALUES (?, ?, ?, ?)", history)
        execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


def measured(times: list[float]) -> tuple[float, float]:
    """p50 and p99 in milliseconds."""
    ranked = sorted(times)
    return ranked[len(ranked) // 2] * 1000, ranked[int(len(ranked) * 0.99)] * 1000


def main(cards: int) -> int:
    """Print the figures; 1 if the aim of at most 6 times is missed."""
    ours: list[float] = []
    raws: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library.gwdy")
        raw = Raw(Path(folder) / "raw.db")
        session, lane = prepared(library)
        for number in range(cards + WARM):
            edit = card(session, lane, number)
            for write, times in ((library.write, ours), (raw.write, raws)):
                start = perf_counter()
                write(edit)
                times.append(perf_counter() - start)
        raw.close()
        library.close()
    our, base = measured(ours[WARM:]), measured(raws[WARM:])
    print(f"sqlite3 {sqlite3.sqlite_version}, {cards} cards")
    print(f"gweithdy  p50 {our[0]:.3f} ms  p99 {our[1]:.3f} ms")
    print(f"raw       p50 {base[0]:.3f} ms  p99 {base[1]:.3f} ms")
    ratio = our[0] / base[0]
    print(f"ratio     p50 {ratio:.1f}      p99 {our[1] / base[1]:.1f}  (aim: p50 at most 6)")
    return 0 if ratio <= 6 else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS))
