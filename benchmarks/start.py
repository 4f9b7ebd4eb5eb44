"""How long a start takes until the window is painted, and until it can be used.

    python benchmarks/start.py [--rounds N] [--sessions N] [--beside SRC]

The reference for the window is a bare PySide6 window, painted; the one for `gweithdy list` is an
interpreter that does nothing. Each is a process of its own, and all take turns in every round.
`in sight` is when the page with its rows (the sessions of the library, or the plan of the session
that was open last) is painted, `usable` when the library is open too and the program listens.

Home, settings and bytecode are the benchmark's own: the first round writes the bytecode and does
not count. The time of the processor is printed beside that of the clock, because other programs
do not lengthen it. `--beside` lets the `src` of another checkout take turns.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from gweithdy.edits.sessions import bring_in, duplicate
from gweithdy.exchange.demo import demonstration
from gweithdy.storage.library import Library

AIMS = {"library in sight": 3.0, "list": 15.0}
"""Times the reference, at most."""

HERE = Path(__file__).resolve().parents[1] / "src"

PROBE = """
import sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget

def stamp(name):
    print(name, time.monotonic(), time.process_time(), flush=True)

class Watch(QObject):
    "Notes when a widget is first painted; nobody may wait for more of the event loop."
    def __init__(self, widget, ready):
        super().__init__(widget)
        self.ready, self.done = ready, False
        widget.installEventFilter(self)
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint and not self.done and self.ready():
            self.done = True
            stamp("sight")
        return False
"""

BARE = """
app = QApplication(sys.argv)
window = QMainWindow()
watch = Watch(window, lambda: True)
window.show()
while not watch.done:
    app.processEvents()
"""

OURS = """
watches = []
def show(window):
    for view in window.findChildren(QAbstractItemView):
        if view.isVisibleTo(window):
            rows = lambda view=view: view.model() is not None and view.model().rowCount() > 0
            watches.append(Watch(view.viewport(), rows))
    QWidget.show(window)
def usable(*_):
    while not any(watch.done for watch in watches):
        QApplication.processEvents()
    stamp("usable")
    return 0
QMainWindow.show = show
QApplication.exec = usable
from gweithdy.cli import main
sys.exit(main(["--language", "cy", "--library", sys.argv[1]]))
"""

Moment = tuple[float, float]
"""Seconds since the process began: of the clock, and of the processor."""


def window(code: str, home: Path, source: Path, *more: str) -> dict[str, Moment]:
    """When a fresh process came how far."""
    begun = time.monotonic()
    told = asked(home, source, "-c", PROBE + code, *more)
    lines = (line.split() for line in told.splitlines())
    # The first time counts: a page may be painted again.
    return {name: (float(at) - begun, float(cpu)) for name, at, cpu in reversed(list(lines))}


def whole(home: Path, source: Path, *words: str) -> Moment:
    """What a fresh process takes from its beginning to its end."""
    begun, before = time.monotonic(), os.times()
    asked(home, source, *words)
    took, after = time.monotonic() - begun, os.times()
    user = after.children_user - before.children_user
    return took, user + after.children_system - before.children_system


def asked(home: Path, source: Path, *words: str) -> str:
    """What the program in `source` prints, at a home of its own."""
    places = dict.fromkeys(("HOME", "XDG_DATA_HOME"), str(home))
    own = {"PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    plain.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment = plain | places | own | {"XDG_CONFIG_HOME": str(home / source.parent.name)}
    command = [sys.executable, *words]
    return subprocess.run(
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=60
    ).stdout


def filled(path: Path, sessions: int) -> str:
    """Make a library with so many sessions; the id of one with a plan."""
    library = Library.open(path)
    first, *_ = files = demonstration()
    for file in files:
        library.write(bring_in(file.workshop, file.series, library.catalogue(), None))
    for number in range(len(files), sessions):
        library.write(duplicate(first.workshop, f"Diwrnod {number}", f"Day {number}"))
    library.close()
    return first.workshop.id


def remember(home: Path, source: Path, session: str) -> None:
    """Let the program in `source` know which session was open last."""
    settings = home / source.parent.name / "gweithdy" / "settings.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[General]\nlanguage=cy\nlast_session={session}\n", "utf-8")


def one_round(home: Path, sources: dict[str, Path], session: str) -> dict[str, Moment]:
    """Everything once."""
    library, times = str(home / "library.gwdy"), {}
    times["bare window"] = window(BARE, home, HERE)["sight"]
    times["bare interpreter"] = whole(home, HERE, "-c", "pass")
    for name, source in sources.items():
        for page, last in (("library", ""), ("session", session)):
            remember(home, source, last)
            told = window(OURS, home, source, library)
            times[f"{name}{page} in sight"] = told["sight"]
            times[f"{name}{page} usable"] = told["usable"]
        times[f"{name}list"] = whole(home, source, "-m", "gweithdy", "--library", library, "list")
    return times


def show(name: str, rounds: list[dict[str, Moment]]) -> float:
    """A line for one figure; the median of its ratios to its reference."""
    reference = "bare interpreter" if name.endswith(("list", "interpreter")) else "bare window"
    took = [one[name][0] * 1000 for one in rounds]
    ratios, cpu = ([one[name][i] / one[reference][i] for one in rounds] for i in (0, 1))
    spread = "".join(f"{f(took):8.0f}" for f in (min, median, max))
    times = "".join(f"{f(ratios):8.2f}" for f in (min, median, max))
    print(f"{name:<26}{spread}   {times}   {median(cpu):8.2f}")
    return median(ratios)


def main(asked_for: argparse.Namespace) -> int:
    """Print the figures; 1 if an aim is missed."""
    sources = {"": HERE} | ({"beside: ": asked_for.beside} if asked_for.beside else {})
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        session = filled(home / "library.gwdy", asked_for.sessions)
        one_round(home, sources, session)
        rounds = [one_round(home, sources, session) for _ in range(asked_for.rounds)]
    print(f"{asked_for.rounds} rounds, {asked_for.sessions} sessions in the library")
    print(
        f"{'':<26}{'ms min':>8}{'median':>8}{'max':>8}   {'x min':>8}{'median':>8}{'max':>8}",
        end="",
    )
    print(f"   {'x cpu':>8}")
    reached = {name: show(name, rounds) for name in rounds[0]}
    for name, aim in AIMS.items():
        print(f"{name}: {reached[name]:.2f} times, aim at most {aim:.0f}")
    return 0 if all(reached[name] <= aim for name, aim in AIMS.items()) else 1


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description="How long a start takes.")
    reader.add_argument("--rounds", type=int, default=9)
    reader.add_argument("--sessions", type=int, default=20)
    reader.add_argument("--beside", type=Path)
    raise SystemExit(main(reader.parse_args()))
