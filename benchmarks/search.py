"""How long the Library page takes to find something, key by key, in 200 sessions.

    python benchmarks/search.py [--sessions N] [--cards N] [--folder FOLDER] [--rounds N]

Words are typed into the real page, letter by letter; each key is timed until what was found stands
in the list. The pause after a key is left out of it. "Here" is what the thread of the screen does.
Raw is the same question to the same index with plain sqlite3, and reading the rows it names; it
takes turns with ours, key by key. A question is what the library takes for it alone; plain is an
FTS5 table as it comes, in memory, of the same words, asked in the same run: it finds no mutated
form.

The first search makes the index of all words; how long the screen then stands still at most is
measured by a timer that is due every millisecond.
"""

import gc
import random
import shutil
import sqlite3
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import apart
from apart import Figures, Rounds, Times, show, show_all, show_ratio
from cards import LINES, session_in, words
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.clock import utc_now
from gweithdy.edits.board import add_cards
from gweithdy.language.mutations import words_in
from gweithdy.language.words import Words
from gweithdy.storage.engine import connect
from gweithdy.storage.library import Library
from gweithdy.storage.search import fts_queries
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.settings import Settings
from gweithdy.ui.theme import Theme

MOST = 20
"""Milliseconds for a key. Version 0.1.0 took 161."""

MOST_OF_QUESTION, SLOWEST_QUESTION = 5, 10
"""Milliseconds for a question to the index alone, in the middle and at worst."""

ASKED = ("gwasanaethau", "story appoint", "rwystrau 7", "nobody knows", "arian flwyddyn", "decides")


def made(path: Path, sessions: int, cards: int) -> None:
    """A library with so many sessions, and so many cards in all of them together.

    Cards differ in length, so that the best of what is found stands in many sessions.
    """
    library, each, chance = Library.open(path), cards // sessions, random.Random(1)  # noqa: S311
    more = " ".join(line for line, _ in LINES).split()
    for number in range(sessions):
        workshop = session_in(library)
        lines = []
        for place in range(each):
            said, language = words(number * each + place)
            longer = chance.choices(more, k=chance.randrange(12))
            lines.append((" ".join([said, *longer]), language))
        lane = workshop.of(Lane)[number % 3].id
        library.write(add_cards(workshop, lines, lane, CardKind.NONE, "room", utc_now()))
    library.close()


class Screen:
    """The Library page on a library."""

    def __init__(self, folder: Path) -> None:
        app = QApplication([])
        settings = Settings(folder / "config")
        theme = Theme(settings)
        theme.apply(app)
        self.library = Library.open(folder / "library.gwdy")
        self.jobs = Jobs()
        desk = Desk(self.library)
        self.page = LibraryPage(
            Context(desk, Words("en"), theme, settings, self.jobs, self.library)
        )
        self.page.resize(1366, 768)
        self.page.show()
        self.page.results._pause.setInterval(0)  # noqa: SLF001 - how long typing rests is not ours
        app.processEvents()

    def type(self, text: str) -> None:
        """Write `text` into the box and wait for what is found."""
        results = self.page.results
        before = results._found  # noqa: SLF001 - the list on screen may look the same as before
        self.page.search.setText(text)
        while results._found is before:  # noqa: SLF001
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def longest_stop(self, text: str) -> float:
        """As `type`; the longest time, in milliseconds, in which the screen did nothing."""
        moments = [perf_counter()]
        timer = QTimer(interval=1)
        timer.timeout.connect(lambda: moments.append(perf_counter()))
        timer.start()
        self.type(text)
        timer.stop()
        return max(b - a for a, b in pairwise(moments)) * 1000


def raw(path: Path, text: str) -> list[object]:
    """The same question without any program around it."""
    with closing(connect(f"{path}.search")) as index, closing(connect(str(path))) as library:
        found = index.execute(
            "SELECT id FROM entry JOIN place ON place.number = entry.rowid "
            "WHERE entry MATCH ? ORDER BY entry.rowid DESC LIMIT 100",
            (fts_queries(text)[-1],),
        ).fetchall()
        places = ", ".join("?" * len(found))
        ids = [id for (id,) in found]
        return library.execute(f"SELECT * FROM card WHERE id IN ({places})", ids).fetchall()  # noqa: S608


class Plain:
    """FTS5 as it comes: the words of all cards as they are, the best hundred by its own rank."""

    def __init__(self, path: Path) -> None:
        self.index = sqlite3.connect(":memory:")
        self.index.execute("CREATE VIRTUAL TABLE said USING fts5(cy, en, tokenize='unicode61')")
        with closing(connect(str(path))) as library:
            rows = library.execute("SELECT text_cy_words, text_en_words FROM card").fetchall()
        self.index.executemany("INSERT INTO said VALUES (?, ?)", rows)

    def ask(self, text: str) -> list[object]:
        """The same question as a prefix of each word, which finds no mutated form."""
        words = " AND ".join(f'"{word}"*' for word in words_in(text))
        query = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank LIMIT 100"
        return self.index.execute(query, (words,)).fetchall()


def one_round(folder: Path, given: Namespace) -> Figures:
    """Search with the program that is on the path."""
    path = folder / "library.gwdy"
    shutil.copy(given.library, path)
    screen, times = Screen(folder), Times()
    gc.disable()
    stop = [0.0]
    times.add("first", lambda: stop.append(screen.longest_stop("dechrau")))
    first = {f"first search{name[5:]}": ms for name, ms in times.medians().items()}
    times = Times()
    plain = Plain(path)
    for asked in ASKED:
        for end in range(1, len(asked) + 1):
            text = asked[:end]
            if text.endswith(" ") or not fts_queries(text):
                continue
            times.add("key", partial(screen.type, text))
            times.add("raw", partial(raw, path, text))
            times.add("question", partial(screen.library.search, text))
            times.add("plain", partial(plain.ask, text))
            gc.collect(0)
    screen.jobs.finish()
    screen.library.close()
    found = times.medians() | {f"worst {name}": ms for name, ms in times.worst().items()}
    return found | first | {"longest stop of the screen, first search": max(stop)}


def main() -> int:
    """Print the figures; 1 if the aim is missed."""
    reader = ArgumentParser(description="How long searching takes.")
    reader.add_argument("--sessions", type=int, default=200)
    reader.add_argument("--cards", type=int, default=20_000)
    reader.add_argument("--library", type=Path, help="one that was made before")
    given = apart.options(reader, one_round)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        if not given.library:
            made(Path(folder) / "library.gwdy", given.sessions, given.cards)
            sys.argv += ["--library", f"{folder}/library.gwdy"]
        found = apart.rounds(given)
    print(f"{given.rounds} rounds, {given.sessions} sessions, {given.cards} cards")
    return apart.tell(found, lines)


def lines(rounds: Rounds) -> bool:
    """Every figure, and what is aimed at."""
    show_all(rounds)
    show_ratio(rounds, "key", "raw")
    show_ratio(rounds, "question", "plain")
    is_quick = show("a question", (one["question"] for one in rounds), "ms", MOST_OF_QUESTION)
    is_never_slow = show(
        "the slowest question", (one["worst question"] for one in rounds), "ms", SLOWEST_QUESTION
    )
    keys = show("a key", (one["key"] for one in rounds), "ms", MOST)
    return keys and is_quick and is_never_slow


if __name__ == "__main__":
    raise SystemExit(main())
