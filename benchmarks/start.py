"""How long a start takes until the window is painted, and until it can be used.

    python benchmarks/start.py [--sessions N] [--folder FOLDER] [--rounds N] [--beside SRC]

The reference for the window is a bare PySide6 window, painted; the one for `gweithdy list` is an
interpreter that does nothing. Each is a process of its own, and all take turns in every round.
`in sight` is when the page with its rows (the sessions of the library, or the plan of the session
that was open last) is painted, `usable` when the library is open too and the program listens.

The first round writes the bytecode and does not count.
"""

import os
import shutil
import sys
import tempfile
import time
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

import apart
from apart import Figures, Rounds, said, show_all, show_ratio
from platformdirs import user_config_path

from gweithdy.domain.ids import Id
from gweithdy.domain.session import Session
from gweithdy.edits.sessions import bring_in, duplicate
from gweithdy.exchange.demo import demonstration
from gweithdy.storage.library import Library

AIMS = {"library in sight": 3.0, "list": 15.0}
"""Times the reference, at most."""

PATIENCE = 60
"""Seconds for one start; what is not painted by then never will be."""

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


def one_round(folder: Path, given: Namespace) -> Figures:
    """Everything once, with the program that is on the path."""
    path = folder / "library.gwdy"
    shutil.copy(given.library, path)
    # Opened once before: a library in a new place does a little more the first time.
    library = Library.open(path)
    session = library.catalogue().of(Session)[0].id
    library.close()
    figures = window("bare window", BARE, {"sight": ""}) | whole("bare interpreter", "-c", "pass")
    for page, last in (("library", ""), ("session", session)):
        remember(last)
        stamps = {"sight": " in sight", "usable": " usable"}
        figures |= window(page, OURS, stamps, str(path))
    return figures | whole("list", "-m", "gweithdy", "--library", str(path), "list")


def window(name: str, code: str, stamps: dict[str, str], *more: str) -> Figures:
    """When a fresh process came how far, by the clock and by its processor."""
    begun = time.monotonic()
    told = said(["-c", PROBE + code, *more], dict(os.environ), PATIENCE)
    # The first time counts: a page may be painted again.
    lines = dict(line.split(maxsplit=1) for line in reversed(told.splitlines()))
    figures = Figures()
    for stamp, ending in stamps.items():
        at, busy = map(float, lines[stamp].split())
        figures[name + ending] = (at - begun) * 1000
        figures[f"{name}{ending} cpu"] = busy * 1000
    return figures


def whole(name: str, *words: str) -> Figures:
    """What a fresh process takes from its beginning to its end."""
    begun, before = time.monotonic(), os.times()
    said(words, dict(os.environ), PATIENCE)
    took, after = time.monotonic() - begun, os.times()
    user = after.children_user - before.children_user
    busy = user + after.children_system - before.children_system
    return {name: took * 1000, f"{name} cpu": busy * 1000}


def remember(session: Id) -> None:
    """Let the next start know which session was open last."""
    settings = user_config_path("gweithdy", appauthor=False) / "settings.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[General]\nlanguage=cy\nlast_session={session}\n", "utf-8")


def made(path: Path, sessions: int) -> None:
    """A library with so many sessions, each with a plan."""
    library = Library.open(path)
    first, *_ = files = demonstration()
    for file in files:
        library.write(bring_in(file.workshop, file.series, library.catalogue(), None))
    for number in range(len(files), sessions):
        library.write(duplicate(first.workshop, f"Diwrnod {number}", f"Day {number}"))
    library.close()


def main() -> int:
    """Print the figures; 1 if an aim is missed."""
    reader = ArgumentParser(description="How long a start takes.")
    reader.add_argument("--sessions", type=int, default=20)
    reader.add_argument("--library", type=Path, help=SUPPRESS)
    given = apart.options(reader, one_round)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        path = Path(folder) / "library.gwdy"
        made(path, given.sessions)
        sys.argv += ["--library", str(path)]
        found = apart.rounds(given, uncounted=1)
    print(f"{given.rounds} rounds, {given.sessions} sessions in the library")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure, and how many times its reference it is."""
    show_all(rounds)
    reached = True
    for of in rounds[0]:
        if not of.startswith("bare ") and not of.endswith(" cpu"):
            to = "bare interpreter" if of == "list" else "bare window"
            reached &= show_ratio(rounds, of, to, AIMS.get(of))
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
