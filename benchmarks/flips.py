"""Change one byte of a library, again and again, and look who notices.

    python benchmarks/flips.py [flips] [seed]

Each time a byte of a copy of the library becomes another one. Then it is looked at, opened, listed,
every session is read with its history, its pack worked out, and it is checked. Each flip must be
refused in words, found by the check, or make no difference to anything that is shown. Anything else
that is raised is a fault of ours: it ends the run, and says at which flip.
"""

import random
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from datetime import date
from pathlib import Path

from gweithdy.domain.history import remembered
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import bring_in
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.session_file import write_session
from gweithdy.pack.contents import outcome_pack
from gweithdy.pack.options import PackOptions
from gweithdy.storage.glance import glance
from gweithdy.storage.library import Library

FLIPS = 500

DAY = date(2026, 11, 21)

REFUSED, FOUND, HARMLESS, MISSED = "refused", "found", "harmless", "missed"


def make(path: Path) -> None:
    """A library with the two demonstration sessions, closed."""
    library = Library.open(path)
    for file in demonstration():
        library.write(bring_in(file.workshop, file.series, library.catalogue(), None))
    library.close()


def shown(library: Library) -> list[object]:
    """All that the sessions of a library show."""
    catalogue = library.catalogue()
    told: list[object] = [sorted(map(repr, catalogue.everything()))]
    for session in catalogue.of(Session):
        workshop = library.workshop(session.id)
        told.append(sorted(map(repr, workshop.everything())))
        write_session(workshop)
        # Not compared: its labels are in the log alone.
        remembered(library.past(session.id, workshop.position))
        library.binned()
        outcome_pack(workshop, PackOptions(), DAY)
    return told


def flip(path: Path, chance: random.Random) -> str:
    """Let one byte be another one; which and how."""
    data = bytearray(path.read_bytes())
    place, bits = chance.randrange(len(data)), chance.randrange(1, 256)
    data[place] ^= bits
    path.write_bytes(data)
    return f"byte {place} of {len(data)}, bits {bits:08b}"


def look(path: Path, whole: list[object]) -> str:
    """What becomes of a library of which `whole` was shown before."""
    try:
        glance(path)
        library = Library.open(path)
        try:
            same = shown(library) == whole
            found = library.check()
        finally:
            library.close()
    except Problem:
        return REFUSED
    return FOUND if found else HARMLESS if same else MISSED


def run(flips: int, folder: Path, seed: int) -> Counter[str]:
    """How many flips ended how."""
    chance = random.Random(seed)  # noqa: S311 - a seed to repeat it
    first, copy = folder / "first" / "library.gwdy", folder / "copy" / "library.gwdy"
    first.parent.mkdir()
    make(first)
    library = Library.open(first)
    whole, found = shown(library), library.check()
    library.close()
    assert not found, found
    outcomes: Counter[str] = Counter()
    for number in range(flips):
        copy.parent.mkdir()
        shutil.copy(first, copy)
        what = flip(copy, chance)
        try:
            outcome = look(copy, whole)
        except Exception as fault:
            fault.add_note(f"flip {number}: {what}")
            raise
        if outcome == MISSED:
            print(f"{outcome}: flip {number}, {what}", file=sys.stderr)
        outcomes[outcome] += 1
        shutil.rmtree(copy.parent)
    return outcomes


def main(flips: int, seed: int) -> int:
    """Print what became of the flips; 1 if one was missed."""
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(flips, Path(folder), seed)
    told = (f"{name} {outcomes[name]}" for name in (REFUSED, FOUND, HARMLESS, MISSED))
    print(f"flips {flips}: {', '.join(told)}")
    return 1 if outcomes[MISSED] else 0


if __name__ == "__main__":
    reader = ArgumentParser(description="Change one byte of a library, again and again.")
    reader.add_argument("flips", type=int, nargs="?", default=FLIPS)
    reader.add_argument("seed", type=int, nargs="?", default=1)
    given = reader.parse_args()
    raise SystemExit(main(given.flips, given.seed))
