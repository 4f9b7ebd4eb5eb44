"""How long one captured card takes until it is on disk, against a raw commit of the same rows.

    python benchmarks/capture.py [--rounds N] [--cards N] [--folder FOLDER] [--beside SRC]

Ours is what Enter in the capture box does: the edit is built, `Desk.do` writes it, and the session
in memory takes it. The raw commit writes the card's row and one row of history with plain sqlite3
(WAL, FULL) into a library of its own. They take turns card by card; each round is a process with
a home of its own, so that neither settings nor bytecode of this computer count.

On a quiet disk the wait for it hides our own work: the time of the processor is printed too, and
`--folder /dev/shm` shows it alone. `--beside` lets the `src` of another checkout take turns.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from cards import card, session_in

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library
from gweithdy.storage.tables import TABLES
from gweithdy.ui.desk import Desk

WARM = 50
AIM = 4.1
"""On a quiet disk, as in version 0.1.0."""

HERE = Path(__file__).resolve().parents[1] / "src"

Figures = dict[str, float]
"""The medians of one round: milliseconds of the clock and of the processor, ours and raw."""


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


def one_round(folder: Path, cards: int) -> Figures:
    """Capture `cards` cards with the program that is on the path."""
    library, raw = Library.open(folder / "library.gwdy"), Raw(folder / "raw.db")
    desk = Desk(library)
    desk.open(session_in(library).id)
    workshop = desk.workshop
    assert workshop
    took: dict[str, list[float]] = {name: [] for name in ("ours", "ours cpu", "raw", "raw cpu")}

    def timed(name: str, write: Callable[[], object]) -> None:
        start, start_cpu = perf_counter(), process_time()
        write()
        took[f"{name} cpu"].append(process_time() - start_cpu)
        took[name].append(perf_counter() - start)

    for number in range(WARM + cards):
        edit = card(workshop, number)
        both: list[tuple[str, Callable[[], object]]] = [
            ("ours", lambda number=number: desk.do(card(workshop, number))),
            ("raw", lambda edit=edit: raw.write(edit)),
        ]
        # The first one may pay for what the one before has left to the disk.
        for name, write in both if number % 2 else reversed(both):
            timed(name, write)
    raw.close()
    library.close()
    return {name: median(times[WARM:]) * 1000 for name, times in took.items()}


def in_a_process(source: Path, folder: str, cards: int) -> Figures:
    """One round with the program in `source`."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        own = {"PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": f"{home}/bytecode"}
        asked = ["--round", "--folder", home, "--cards", str(cards)]
        said = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, __file__, *asked],
            env=os.environ | places | own, check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip
    figures: Figures = json.loads(said)
    return figures


def ratios(rounds: list[Figures], of: str = "") -> list[float]:
    """How many times the raw commit ours takes, round by round; `of` " cpu" or the clock."""
    return [one[f"ours{of}"] / one[f"raw{of}"] for one in rounds]


def show(name: str, times: list[float], unit: str = "") -> None:
    """A line with the median, the least and the greatest of `times`."""
    print(f"{name:<34}{median(times):8.3f} {min(times):8.3f} {max(times):8.3f} {unit}")


def main(asked: argparse.Namespace) -> int:
    """Print the figures; 1 if the aim is missed."""
    sources = [HERE, *([asked.beside] if asked.beside else [])]
    rounds = [
        [in_a_process(source, asked.folder, asked.cards) for source in sources]
        for _ in range(asked.rounds)
    ]
    print(f"{asked.rounds} rounds of {asked.cards} cards in {asked.folder}")
    print(f"{'':<34}{'median':>8} {'least':>8} {'greatest':>8}")
    programs = [list(of_one) for of_one in zip(*rounds, strict=True)]
    for name, done in zip(("this", "beside"), programs, strict=False):
        for figure in done[0]:
            show(f"{name}: {figure}", [one[figure] for one in done], "ms")
        for of in ("", " cpu"):
            show(f"{name}: ours{of} / raw{of}", ratios(done, of))
    if asked.beside:
        for of in ("", " cpu"):
            this, beside = (ratios(done, of) for done in programs)
            show(
                f"this / beside{of}, both to raw",
                [a / b for a, b in zip(this, beside, strict=True)],
            )
    reached = median(ratios(programs[0]))
    print(f"ours / raw {reached:.1f} (aim on a quiet disk: at most {AIM})")
    return 0 if reached <= AIM else 1


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description="How long a captured card takes.")
    reader.add_argument("--rounds", type=int, default=9)
    reader.add_argument("--cards", type=int, default=300)
    reader.add_argument("--folder", default=tempfile.gettempdir())
    reader.add_argument("--beside", type=Path)
    reader.add_argument("--round", action="store_true", help=argparse.SUPPRESS)
    given = reader.parse_args()
    if given.round:
        print(json.dumps(one_round(Path(given.folder), given.cards)))
        raise SystemExit(0)
    raise SystemExit(main(given))
