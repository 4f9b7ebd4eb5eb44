"""How a very large library opens, is checked, copied and searched for the first time.

    python benchmarks/large_library.py [--changes N] [--each N] [--folder FOLDER] [--rounds N]

Half as many, then all of N changes are written through the log, in edits of `--each` changes: a
third of them are new cards, the others pauses in typing. Both libraries take turns; every job has a
process of its own, which tells how much memory it took at most. What takes twice as long for twice
as much is linear.

Version 0.1.0 took 4.2 s for a copy and 23 s for a check of a million rows of its log, on a
computer like those we have now.
"""

import json
import resource
import shutil
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from apart import ROUNDS, head, said, show, surroundings
from cards import LINES, session_in

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.board import add_cards
from gweithdy.storage import device
from gweithdy.storage.engine import writing_engine
from gweithdy.storage.library import Library
from gweithdy.storage.log import Log
from gweithdy.storage.position import position

IN_A_SESSION = 1000
"""Cards: a very large session."""

PAUSES = 2
"""For each card."""


MAKE = "make"

Figures = tuple[float, float, float]
"""Seconds of the clock, seconds of the processor, and megabytes more than before."""


def edits(workshop: Workshop, each: int) -> Iterator[Edit]:
    """What happens in one session, in edits of `each` changes."""
    lanes = [lane.id for lane in workshop.of(Lane)]
    now, cards = utc_now(), list[tuple[str, str, str]]()
    for start in range(0, IN_A_SESSION, each):
        lines = [
            (f"{words} {number}", language)
            for number in range(start, min(start + each, IN_A_SESSION))
            for words, language in [LINES[number % len(LINES)]]
        ]
        lane = lanes[start // each % 3]
        edit = add_cards(workshop, lines, lane, CardKind.CULTURAL, "room", now)
        ids = dict.fromkeys(change.id for change in edit.changes)
        cards += [(id, *line) for id, line in zip(ids, lines, strict=True)]
        yield edit
    for pause in range(PAUSES):
        for start in range(0, IN_A_SESSION, each):
            changes = tuple(
                Change("card", id, f"text.{language}.words", f"{words} {pause}")
                for id, words, language in cards[start : start + each]
            )
            yield Edit("Change a card", changes, workshop.id)


def made(path: Path, changes: int, each: int) -> None:
    """A library with about so many changes; committed session by session."""
    library = Library.open(path)
    sessions = max(1, round(changes / IN_A_SESSION / (1 + PAUSES)))
    workshops = [session_in(library) for _ in range(sessions)]
    library.close()
    engine = writing_engine(path)
    with engine.connect() as connection:
        with connection.begin():
            me = device.recognise(connection, path, utc_now())
            log = Log(me, "", position(connection, me), utc_now)
        for workshop in workshops:
            with connection.begin():
                for edit in edits(workshop, each):
                    log.append(connection, replace(edit, author="Mair Hughes"))
    engine.dispose()
    device.remember(path, log.position.seq)


def opened(path: Path) -> None:
    """Open the library for writing, as the window does, and read what it shows first."""
    library = Library.open(path)
    library.catalogue()
    library.close()


def checked(path: Path) -> None:
    """Check the library; there must be nothing wrong."""
    library = Library.open(path, read_only=True)
    assert library.check() == []
    library.close()


def copied(path: Path) -> None:
    """A backup, as the timer makes one, without the index of words."""
    from gweithdy.storage.backups import back_up

    back_up(path, "timed")


def searched(path: Path) -> None:
    """The first search, which makes the index of all words."""
    library = Library.open(path)
    assert library.search("gwasanaethau")
    library.close()


JOBS: dict[str, Callable[[Path], None]] = {
    "open": opened, "check": checked, "backup": copied, "first search": searched,
}  # fmt: skip


def memory() -> float:
    """The most megabytes that this process ever took."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def done(work: Callable[[], None]) -> Figures:
    """What `work` takes in this process."""
    before, start, busy = memory(), perf_counter(), process_time()
    work()
    return perf_counter() - start, process_time() - busy, memory() - before


def in_a_process(home: str, job: str, path: Path, *more: str) -> Figures:
    """What one job takes in a process of its own."""
    asked = [__file__, "--job", job, "--library", str(path), *more]
    seconds, busy, megabytes = json.loads(said(asked, surroundings(home, f"{home}/bytecode")))
    return seconds, busy, megabytes


def one_round(home: str, half: Path, whole: Path) -> dict[str, tuple[Figures, Figures]]:
    """Every job with both libraries by turns, as if it were the first time."""
    found = {}
    for place, job in enumerate(JOBS):
        took = {}
        for path in (half, whole) if place % 2 else (whole, half):
            shutil.rmtree(path.parent / "backups", ignore_errors=True)
            path.with_name(f"{path.name}.search").unlink(missing_ok=True)
            took[path] = in_a_process(home, job, path)
        found[job] = (took[half], took[whole])
    return found


def main(given: Namespace) -> None:
    """Print some lines for each job."""
    changes, each = given.changes, given.each
    paths: list[Path] = []
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for count in (changes // 2, changes):
            path = Path(folder) / str(count) / "library.gwdy"
            # Elsewhere too: a child counts what its parent took at most as its own.
            more = ("--changes", str(count), "--each", str(each))
            took = in_a_process(folder, MAKE, path, *more)[0]
            size = path.stat().st_size / 1e6
            print(f"{count} changes, {each} in an edit: {size:.0f} MB, written in {took:.0f} s")
            paths.append(path)
        rounds = [one_round(folder, *paths) for _ in range(given.rounds)]
    head(f"{given.rounds} rounds")
    for job in JOBS:
        for kind, unit in enumerate(("s", "s cpu", "MB")):
            for place, size_of in enumerate(("half", "whole")):
                show(f"{job}, {size_of}", [one[job][place][kind] for one in rounds], unit)
        show(f"{job}, whole / half", [one[job][1][1] / one[job][0][1] for one in rounds], "cpu")


if __name__ == "__main__":
    reader = ArgumentParser(description="A very large library.")
    reader.add_argument("--changes", type=int, default=150_000)
    reader.add_argument("--each", type=int, default=10)
    reader.add_argument("--rounds", type=int, default=ROUNDS)
    reader.add_argument("--folder", default=tempfile.gettempdir())
    reader.add_argument("--job", choices=(MAKE, *JOBS), help=SUPPRESS)
    reader.add_argument("--library", type=Path, help=SUPPRESS)
    given = reader.parse_args()
    if given.job == MAKE:
        print(json.dumps(done(lambda: made(given.library, given.changes, given.each))))
    elif given.job:
        print(json.dumps(done(lambda: JOBS[given.job](given.library))))
    else:
        main(given)
