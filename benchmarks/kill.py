"""Kill a program that captures cards, again and again, and look whether a saved card is missing.

    python benchmarks/kill.py [kills] [seed]

A child process writes cards and prints an id after each `write` has returned. The parent kills it
(SIGKILL, where there is one) at a random moment, opens the library, and asks for every id that
was ever printed and for a clean `check`.
"""

import random
import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Timer

from gweithdy.domain.board import Card, CardKind
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.clock import utc_now
from gweithdy.domain.ids import Id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.edits.board import add_card
from gweithdy.edits.sessions import new_session
from gweithdy.storage.library import Library
from gweithdy.storage.parts import has_log

KILLS = 200
IN_ONE_LIBRARY = 20
LONGEST = 0.6
"""Seconds within which the child is killed, from its start or from when it begins to write."""

OPENING = 0.3
"""The share of the kills that count from its start."""


@dataclass
class Outcome:
    """What a run of kills left behind."""

    kills: int = 0
    while_writing: int = 0
    saved: int = 0
    lost: int = 0
    damaged: int = 0
    unclean: int = 0
    seen: set[Id] = field(default_factory=set)


def write_cards(path: Path) -> None:
    """The child: write cards until somebody ends it, saying the id of each that is saved."""
    library = Library.open(path)
    sessions = library.catalogue().of(Session)
    if not sessions:
        library.write(new_session("Lladd", ""))
        sessions = library.catalogue().of(Session)
    workshop = library.workshop(sessions[0].id)
    print(flush=True)
    while True:
        added = add_card(workshop, "Cerdyn " * 20, "cy", "", CardKind.NONE, "room", utc_now())
        library.write(added)
        id = added.changes[0].id
        changes = (Change("card", id, "source", "3"),)
        library.write(Edit("Change a card", changes, workshop.id))
        print(id, flush=True)


def kill_once(path: Path, chance: random.Random) -> set[Id]:
    """Start a child, kill it, and return the ids it said were saved."""
    child = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, __file__, "--child", str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    killed = Event()

    def kill() -> None:
        killed.set()
        child.kill()

    if chance.random() > OPENING:
        child.stdout.readline()
    timer = Timer(chance.uniform(0, LONGEST), kill)
    timer.start()
    lines = child.stdout.readlines()
    child.wait()
    timer.cancel()
    timer.join()
    child.stdout.close()
    if not killed.is_set():
        raise RuntimeError("the child ended by itself: nothing was tried")
    # The last line may have been cut in the middle of being said.
    return {line.strip() for line in lines if line.endswith("\n")} - {""}


def look(path: Path, outcome: Outcome) -> None:
    """Open the library after a kill and count what is wrong."""
    outcome.unclean += has_log(path)
    # One killed while it made the library has said nothing, and may have left nothing.
    try:
        library = Library.open(path)
    except Problem as problem:
        outcome.damaged += 1
        print(problem, file=sys.stderr)
        return
    cards = {
        card.id: card.source
        for session in library.catalogue().of(Session)
        for card in library.workshop(session.id).of(Card)
    }
    outcome.lost += sum(cards.get(id) != "3" for id in outcome.seen)
    outcome.damaged += bool(library.check())
    library.close()


def run(kills: int, folder: Path, seed: int) -> Outcome:
    """Kill so many times; a new library now and then keeps the looking short."""
    chance, outcome = random.Random(seed), Outcome()  # noqa: S311 - a seed to repeat it
    for number in range(kills):
        if number % IN_ONE_LIBRARY == 0:
            path = folder / f"library-{number}.gwdy"
            outcome.seen = set()
        said = kill_once(path, chance)
        outcome.while_writing += bool(said)
        outcome.saved += len(said)
        outcome.seen |= said
        outcome.kills += 1
        look(path, outcome)
    return outcome


def main(kills: int, seed: int) -> int:
    """Print what was found; 1 if anything was lost or damaged."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(kills, Path(folder), seed)
    print(
        f"kills {outcome.kills} (while writing: {outcome.while_writing}, "
        f"left a write-ahead log: {outcome.unclean}), "
        f"cards said to be saved {outcome.saved}, lost {outcome.lost}, damaged {outcome.damaged}"
    )
    return 1 if outcome.lost or outcome.damaged else 0


if __name__ == "__main__":
    reader = ArgumentParser(description="Kill a program that captures cards, again and again.")
    reader.add_argument("kills", type=int, nargs="?", default=KILLS)
    reader.add_argument("seed", type=int, nargs="?", default=1)
    reader.add_argument("--child", type=Path, help=SUPPRESS)
    given = reader.parse_args()
    if given.child:
        with suppress(BrokenPipeError):
            write_cards(given.child)
        raise SystemExit(0)
    raise SystemExit(main(given.kills, given.seed))
