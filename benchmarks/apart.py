"""Apart: rounds of a benchmark in processes of their own, and their figures in lines.

Each round has a home of its own, so that nobody's settings count, and bytecode that no other run
has made; where nothing else is said, windows are drawn in memory. Subject and reference take turns
inside a round; with `--beside` another checkout takes turns with this one, round by round.
"""

import json
import os
import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time

ROUNDS = 7
HERE = Path(__file__).resolve().parents[1] / "src"
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")

Figures = dict[str, float]
"""What one round found, by name: milliseconds unless the name says otherwise."""

Rounds = list[Figures]


def options(reader: ArgumentParser, one_round: Callable[[Path, Namespace], Figures]) -> Namespace:
    """The options that were given. In a child, `one_round` is run and the process ends here."""
    reader.add_argument("--rounds", type=int, default=ROUNDS)
    reader.add_argument("--folder", default=tempfile.gettempdir(), help="where the files lie")
    reader.add_argument("--beside", type=Path, help="the src of another checkout")
    reader.add_argument("--round", type=Path, help=SUPPRESS)
    given = reader.parse_args()
    if given.round:
        print(json.dumps(one_round(given.round, given)))
        raise SystemExit(0)
    return given


def rounds(given: Namespace, folder: str = "", uncounted: int = 0) -> dict[str, Rounds]:
    """The rounds of this program, and of the one beside it, in the folder that was given.

    The first ones may stay `uncounted`: where starting is measured, they write the bytecode.
    """
    sources = {"this": HERE, **({"beside": given.beside.absolute()} if given.beside else {})}
    found: dict[str, Rounds] = {name: [] for name in sources}
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(uncounted + given.rounds):
            for name, source in sources.items():
                found[name].append(_round(source, folder or given.folder, f"{bytecode}/{name}"))
    return {name: figures[uncounted:] for name, figures in found.items()}


def surroundings(home: str, bytecode: str, source: Path = HERE) -> dict[str, str]:
    """The environment of a process that knows nothing of this computer's settings."""
    own = {"PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": bytecode}
    all_of_it = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | dict.fromkeys(HOMES, home) | own
    return {name: value for name, value in all_of_it.items() if name != "PYTHONDONTWRITEBYTECODE"}


def said(words: Sequence[str], around: dict[str, str], timeout: float | None = None) -> str:
    """What Python prints that is started with these words."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *words],
        env=around, timeout=timeout, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip


def _round(source: Path, folder: str, bytecode: str) -> Figures:
    with tempfile.TemporaryDirectory(dir=folder) as home:
        around = surroundings(home, bytecode, source)
        figures: Figures = json.loads(said([*sys.argv, "--round", home], around))
    return figures


class Times:
    """Milliseconds by name: by the clock, of all our threads, and of this one alone.

    A wait for the disk, or for others on a shared computer, is in the first alone.
    """

    def __init__(self) -> None:
        self._all: dict[str, list[float]] = {}

    def add(self, name: str, work: Callable[[], object]) -> None:
        """Do `work` once."""
        own, busy, start = thread_time(), process_time(), perf_counter()
        work()
        took = perf_counter() - start, process_time() - busy, thread_time() - own
        for kind, seconds in zip(("", " cpu", " cpu here"), took, strict=True):
            self._all.setdefault(f"{name}{kind}", []).append(seconds * 1000)

    def by_turns(self, turn: int, works: Mapping[str, Callable[[], object]]) -> None:
        """Do each of `works` once, every other turn the other way round.

        The first one may pay for what the one before has left to the disk.
        """
        names = list(works)
        for name in names if turn % 2 else reversed(names):
            self.add(name, works[name])

    def medians(self, skipped: int = 0) -> Figures:
        """The median of each, without the first few."""
        return {name: median(times[skipped:]) for name, times in self._all.items()}

    def worst(self) -> Figures:
        """The most of each."""
        return {name: max(times) for name, times in self._all.items()}


def head(title: str) -> None:
    """The head of a table."""
    print(f"{title:<44}{'least':>9}{'median':>9}{'most':>9}")


def show(name: str, values: Iterable[float], unit: str = "", most: float | None = None) -> bool:
    """A line of a table; whether the median is not above what may be the `most`."""
    values = list(values)
    aim = "" if most is None else f"(at most {most:g})"
    each = "".join(f"{one:9.2f}" for one in (min(values), median(values), max(values)))
    print(f"{name:<44}{each} {unit} {aim}".rstrip())
    return most is None or median(values) <= most


def show_all(rounds: Rounds) -> None:
    """A line for every figure."""
    for name in rounds[0]:
        show(f"  {name}", (one[name] for one in rounds), "ms")


def tell(found: dict[str, Rounds], lines: Callable[[Rounds], bool]) -> int:
    """A table for each program; 1 if `lines` says of this one that an aim is missed."""
    reached = True
    for name, rounds in found.items():
        head(name)
        reached &= lines(rounds) or name != "this"
    return 0 if reached else 1


def ratios(rounds: Rounds, of: str, to: str) -> list[float]:
    """How many times `to` does `of` take, round by round."""
    # A short run may read as no time at all: it is no reference.
    return [one[of] / one[to] for one in rounds if one[to]] or [float("nan")]


def show_ratio(rounds: Rounds, of: str, to: str, most: float | None = None) -> bool:
    """How many times `to` takes `of`, by the clock and of the processor; whether it may."""
    fits = show(f"{of} / {to}", ratios(rounds, of, to), most=most)
    show(f"{of} cpu / {to} cpu", ratios(rounds, f"{of} cpu", f"{to} cpu"))
    return fits


def show_gesture(
    rounds: Rounds, name: str, here: float | None = None, clock: float | None = None
) -> bool:
    """What a hand waits for: in the window's thread, by the clock, and times plain.

    `here` and `clock` are how much each may be; whether they are kept.
    """
    own = f"{name} cpu here"
    fits = show(name, (one[own] for one in rounds), "ms", here)
    fits &= show("  by the clock", (one[name] for one in rounds), "ms", clock)
    if f"plain {own}" in rounds[0]:
        show("  times plain", ratios(rounds, own, f"plain {own}"))
    return fits
