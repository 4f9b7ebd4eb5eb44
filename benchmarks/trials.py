"""Kill the program in the middle of all it does with a library, and look what the next start finds.

    python benchmarks/trials.py [kills] [seed] [--only NAME]

Each kind of work is killed so many times (SIGKILL, where there is one), at a moment that chance
picks. Then the library is checked as `gweithdy check` does, opened, and checked again. Counted is
what was acknowledged and is lost, what does not open (refused), and what is called damaged though
it is not (false alarms). At the end the power is cut: see `cuts.py`.
"""

import gc
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

from cuts import recorded, tails

from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.clock import utc_now
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.board import add_card
from gweithdy.edits.sessions import new_session
from gweithdy.exchange.arrivals import arrivals, copies, together
from gweithdy.exchange.demo import demonstration
from gweithdy.storage import library as library_module
from gweithdy.storage import migrate as _loaded  # noqa: F401 - children begin with it at hand
from gweithdy.storage.backups import backups_of, restore
from gweithdy.storage.header import read_header
from gweithdy.storage.library import Library
from gweithdy.storage.parts import has_journal, part
from gweithdy.storage.schema import SCHEMA

KILLS = 300
LONGEST = 0.12
LONGEST_UPDATE = 0.4
"""Seconds within which the child is killed after it has begun."""

NAME = "library.gwdy"
OLDER = Path(__file__).resolve().parents[1] / "tests" / "data" / "library-2.gwdy"
Work = Callable[[Path, Connection], None]
"""What a child does until it is killed; it says each time what is now safe on the disk."""


@dataclass
class Outcome:
    """What the trials of one kind of work left behind."""

    name: str
    states: int = 0
    working: int = 0
    acknowledged: int = 0
    lost: int = 0
    refused: int = 0
    false_alarms: int = 0
    said: set[str] = field(default_factory=set)

    @property
    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.refused or self.false_alarms)

    def line(self) -> str:
        """A row of the table."""
        found = f"lost {self.lost}, refused {self.refused}, false alarms {self.false_alarms}"
        return (
            f"{self.name:24} {self.states:5} states ({self.working} while working), "
            f"acknowledged {self.acknowledged:5}, {found}"
        )


def capture(path: Path, tell: Connection) -> None:
    """Capture cards."""
    library = Library.open(path)
    workshop = library.workshop(library.catalogue().of(Session)[0].id)
    tell.send("")
    while True:
        added = add_card(workshop, "Cerdyn " * 20, "cy", "", CardKind.NONE, "room", utc_now())
        library.write(added)
        tell.send(added.changes[0].id)


def back_up(path: Path, tell: Connection) -> None:
    """Make backups."""
    library = Library.open(path)
    tell.send("")
    while True:
        copy = library.back_up("asked")
        assert copy
        tell.send("")


def bring_in(path: Path, tell: Connection) -> None:
    """Import session files, each time as copies."""
    library = Library.open(path)
    files = demonstration()
    tell.send("")
    while True:
        come = copies(files, library.catalogue())
        library.write(together(arrivals(come, library)))
        tell.send(come[0].workshop.id)


def go_back(path: Path, tell: Connection) -> None:
    """Restore one backup after the other."""
    known = [each.path for each in backups_of(path) if each.reason == "asked"]
    tell.send("")
    for number in count():
        restore(path, known[number % len(known)])
        tell.send("")


def migrate(path: Path, tell: Connection) -> None:
    """Bring older libraries up to date, one after the other."""
    again = path.with_name("again")
    tell.send("")
    while True:
        Library.open(path).close()
        tell.send("")
        shutil.copy(OLDER, again)
        again.replace(path)


def migrate_on_network(path: Path, tell: Connection) -> None:
    """The same where the log is a rollback journal."""
    with patch.object(library_module, "is_on_network", lambda _: True):
        migrate(path, tell)


WORKS: dict[str, Work] = {
    "capture": capture,
    "migration": migrate,
    "migration, no WAL": migrate_on_network,
    "backup": back_up,
    "restore": go_back,
    "import": bring_in,
}


def prepared(folder: Path, name: str) -> Path:
    """A library for the work called `name`."""
    path = folder / NAME
    if name.startswith("migration"):
        shutil.copy(OLDER, path)
        return path
    library = Library.open(path)
    library.write(new_session("Lladd", ""))
    for _ in range(2):
        library.back_up("asked")
        library.write(new_session("Wedyn", ""))
    library.close()
    return path


def kill_once(work: Work, path: Path, chance: random.Random, outcome: Outcome) -> None:
    """Let a child work on the library and kill it; note what it said."""
    longest = LONGEST_UPDATE if work in (migrate, migrate_on_network) else LONGEST
    hear, tell = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=work, args=(path, tell))
    child.start()
    tell.close()
    has_begun = hear.poll(30) and hear.recv() is not None
    time.sleep(chance.uniform(0, longest))
    if not child.is_alive():
        raise RuntimeError("the child ended by itself: nothing was tried")
    child.kill()
    child.join()
    outcome.working += has_begun
    while hear.poll():
        try:
            said = hear.recv()
        except EOFError:
            break
        outcome.acknowledged += 1
        outcome.said |= {said} - {""}
    hear.close()


def look(path: Path, outcome: Outcome) -> None:
    """Check and open the library as it was left, and count what is wrong."""
    outcome.states += 1
    try:
        # With a journal the header may say what is about to be taken back.
        older = path.exists() and (has_journal(path) or read_header(path).schema < SCHEMA)
        if not older:
            reading = Library.open(path, read_only=True)
            outcome.false_alarms += bool(reading.check())
            reading.close()
        library = Library.open(path)
    except Problem as problem:
        outcome.refused += 1
        print(outcome.name, problem, file=sys.stderr)
        return
    known = {session.id for session in library.catalogue().of(Session)}
    for session in tuple(known):
        known |= {card.id for card in library.workshop(session).of(Card)}
    outcome.lost += len(outcome.said - known) + (not known) + library.is_new
    outcome.false_alarms += bool(library.check())
    library.close()


def killed(name: str, kills: int, folder: Path, seed: int, again: int = 15) -> Outcome:
    """Kill one kind of work so many times; a new library now and then keeps the looking short."""
    chance, outcome = random.Random(f"{seed}{name}"), Outcome(name)  # noqa: S311 - to repeat it
    for number in range(kills):
        if number % again == 0 or name.startswith("migration"):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            path = prepared(folder, name)
            outcome.said.clear()
        # A child must not begin with garbage of ours that holds files open.
        gc.collect()
        kill_once(WORKS[name], path, chance, outcome)
        look(path, outcome)
    return outcome


def cut_while_restoring(folder: Path) -> Outcome:
    """Cut the power at each step of a restore, and of the opening that finishes it."""
    outcome = Outcome("restore, power cut")
    path = _left_open(folder / "now")
    with recorded(path.parent, folder / "states") as states:
        restore(path, backups_of(path)[0].path)
    for state in states:
        again = shutil.copytree(state, folder / "again" / state.name)
        with recorded(again, folder / "twice" / state.name) as second:
            look(again / NAME, outcome)
        for each in second:
            look(each / NAME, outcome)
    return outcome


def cut_while_capturing(folder: Path) -> Outcome:
    """Cut the write-ahead log at each frame, and inside frames."""
    outcome = Outcome("capture, power cut")
    folder.mkdir()
    path = prepared(folder, "capture")
    library = Library.open(path)
    workshop = library.workshop(library.catalogue().of(Session)[0].id)
    saved: list[tuple[int, str]] = []
    for number in range(40):
        added = add_card(workshop, f"Cerdyn {number}", "cy", "", CardKind.NONE, "room", utc_now())
        library.write(added)
        saved.append((part(path, "-wal").stat().st_size, added.changes[0].id))
    for state, length in tails(path, folder / "tails"):
        outcome.said = {id for end, id in saved if end <= length}
        outcome.acknowledged += len(outcome.said)
        look(state, outcome)
    library.close()
    return outcome


def cut_while_migrating(folder: Path) -> Outcome:
    """Leave the rollback journal of an update of which half is in the file."""
    outcome = Outcome("migration, hot journal")
    for number in range(1, 40):
        here = folder / str(number)
        here.mkdir(parents=True)
        shutil.copy(OLDER, here / NAME)
        state = hot(here / NAME, number)
        assert has_journal(state)
        look(state, outcome)
    return outcome


def hot(path: Path, rows: int) -> Path:
    """A copy of the library with a rollback journal, and some pages that it must take back."""
    from contextlib import closing

    from gweithdy.storage.engine import connect

    copy = path.parent / "hot" / path.name
    copy.parent.mkdir()
    with closing(connect(str(path), ("journal_mode=DELETE", "cache_size=2"))) as one:
        one.execute("BEGIN IMMEDIATE")
        one.execute("PRAGMA user_version=3")
        one.execute("CREATE TABLE half (words TEXT)")
        for number in range(rows):
            one.execute("INSERT INTO half VALUES (?)", (f"{number}" * 3000,))
            one.execute("UPDATE session SET id = id")
        for each in path.parent.glob(f"{path.name}*"):
            shutil.copy(each, copy.parent)
        one.execute("ROLLBACK")
    return copy


def _left_open(folder: Path) -> Path:
    """A library that was not closed, with a log and with backups."""
    folder.mkdir(parents=True)
    path = prepared(folder, "restore")
    library = Library.open(path)
    library.write(new_session("Heb ei gau", ""))
    left = {each: each.read_bytes() for each in (path, part(path, "-wal"))}
    library.close()
    for each, whole in left.items():
        each.write_bytes(whole)
    return path


CUTS = {
    "restore": cut_while_restoring,
    "capture": cut_while_capturing,
    "migration": cut_while_migrating,
}


def main(kills: int, seed: int, only: str) -> int:
    """Print what was found; 1 if anything was lost, refused or called damaged."""
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in WORKS:
            if only in name:
                found.append(killed(name, kills, Path(folder) / "kills", seed))
                print(found[-1].line(), flush=True)
        for name, cut in CUTS.items():
            if only in name:
                found.append(cut(Path(folder) / f"cut {name}"))
                print(found[-1].line(), flush=True)
    return 0 if all(each.is_clean for each in found) else 1


if __name__ == "__main__":
    reader = ArgumentParser(description="Kill the program in the middle of all it does.")
    reader.add_argument("kills", type=int, nargs="?", default=KILLS)
    reader.add_argument("seed", type=int, nargs="?", default=1)
    reader.add_argument("--only", default="", help="a part of the name of a kind of work")
    given = reader.parse_args()
    raise SystemExit(main(given.kills, given.seed, given.only))
