"""The day that tools/at_spi.py plays: the session, what is done, and what must then be said."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from platformdirs import user_config_path

from gweithdy.domain.agenda import Block
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState, clock_id
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Series, Session, Status
from gweithdy.domain.text import both
from gweithdy.edits.changes import created
from gweithdy.language.durations import duration
from gweithdy.language.words import Words
from gweithdy.storage.library import Library
from gweithdy.ui.settings import Settings

TITLE = both("Bysiau'r cwm", "Buses of the valley")
WELCOME, MAP = both("Croeso", "Welcome"), both("Y map", "The map")
LENGTH = 20
"""Minutes of the first block; the second one has one."""
SOON = 8
"""Seconds that the clock goes on until two minutes are left."""


class Hands(Protocol):
    """What a person does."""

    def key(self, *keys: str) -> None: ...
    def write(self, words: str) -> None: ...
    def press(self, button: str) -> None: ...
    def wait(self, seconds: float) -> None: ...


@dataclass(frozen=True)
class Step:
    """What is done, and all that must be said of it within so many seconds, each once.

    While a clock is only looked at, names and values may change `most` times. The keyboard `comes`
    to so many things.
    """

    what: str
    said: tuple[str, ...]
    seconds: float = 15
    most: int | None = None
    comes: int | None = None


def prepare(path: Path) -> None:
    """Make a library with a day that is paused shortly before two minutes are left."""
    session = Session(
        id=new_id(), series=new_id(), title=TITLE, date=date(2026, 11, 12), status=Status.RUNNING
    )
    now = datetime.now(UTC)
    first = Block(
        id=new_id(), session=session.id, title=WELCOME, minutes=LENGTH, order=1, began=now
    )
    second = Block(id=new_id(), session=session.id, title=MAP, minutes=1, order=2)
    clock = Clock(
        id=clock_id(session.id),
        session=session.id,
        block=first.id,
        state=ClockState.PAUSED,
        spent=LENGTH * 60.0 - 120 - SOON,
        end=24 * 60,
    )
    series = Series(id=session.series, title=both("Y cwm", "The valley"))
    changes = (each for made in (series, session, first, second, clock) for each in created(made))
    library = Library.open(path, anew=True)
    library.write(Edit("Import", tuple(changes), session.id))
    library.close()
    Settings(user_config_path("gweithdy", appauthor=False)).put("last_session", session.id)


def day(hands: Hands, words: Words, folder: Path) -> Iterator[Step]:
    """Do one thing after the other; each step that comes out is then listened to."""
    tr = words.tr
    title = TITLE.best(words.language)[0]

    hands.key("ctrl+4")
    yield Step("another page", (f"{tr('Capture')}: {title}",))
    hands.key("ctrl+k")
    hands.write("The bus is late")
    hands.key("Return")
    yield Step("a card", (tr("Saved: {what}", what=tr("Add a card")),))
    hands.write("There is no bus")
    hands.key("Return")
    yield Step("the next card", (tr("Saved"),))
    hands.key("ctrl+z")
    undone = f"{tr('Capture')} · {tr('Add a card')}: There is no bus"
    yield Step("undo", (tr("Undone: {what}", what=undone),))
    hands.key("ctrl+y")
    yield Step("redo", (tr("Redone: {what}", what=undone),))
    hands.key("Escape")
    yield Step("to the board", (), 3, comes=1)
    hands.key("ctrl+shift+v")
    many = words.ntr("{n} vote", "{n} votes", 1)
    yield Step("a vote", (tr("Votes: {many}", many=many),), comes=0)
    hands.key("alt+Down")
    yield Step("a card further down", (tr("Moved to: {where}", where="*"),), comes=0)
    hands.key("ctrl+f")
    hands.write("late")
    yield Step("find cards", (words.ntr("{n} card found", "{n} cards found", 1),))
    hands.key("Escape")
    yield Step("all cards again", (words.ntr("{n} card", "{n} cards", 2),))
    yield from _library(hands, words)
    yield from _export(hands, words, folder, f"{tr('Pack')}: {title}")
    yield from _running(hands, words)


def _running(hands: Hands, words: Words) -> Iterator[Step]:
    tr = words.tr
    title, welcome, plan = (each.best(words.language)[0] for each in (TITLE, WELCOME, MAP))
    hands.key("ctrl+3")
    yield Step("to Run", (f"{tr('Run')}: {title}",))
    hands.press(tr("Continue"))
    yield Step("the clock goes on", (tr("The clock goes on"),), SOON / 2)
    hands.key("ctrl+2")
    yield Step("another page while the clock runs", (f"{tr('People')}: {title}",), SOON / 2)
    left = words.ntr("{n} minute left: {title}", "{n} minutes left: {title}", 2, title=welcome)
    yield Step("two minutes left", (left,), SOON + 5)
    hands.key("ctrl+3")
    yield Step("back to Run", (f"{tr('Run')}: {title}",))
    hands.press(tr("Next block"))
    begun = tr("Now ({long}): {title}", long=duration(1, words), title=plan)
    yield Step("a new block", (begun,))
    yield Step("ten seconds of the clock", (), 10, most=2)
    hands.key("ctrl+8", "ctrl+n")
    hands.write("Elsewhere")
    hands.key("Return")
    made = tr("Saved: {what}", what=tr("New session"))
    yield Step("another session", (tr("Library"), made, f"{tr('Plan')}: Elsewhere"))
    over = tr("Time is up: {title}", title=plan)
    yield Step("over, while another session is open", (f"{title}: {over}",), 70)
    hands.key("ctrl+n")
    yield Step("a block to write in", (tr("Saved: {what}", what=tr("Add a block")),))
    for part in ("Long", " words", " with pauses"):
        hands.write(part)
        hands.wait(1)
    yield Step("words saved at each pause", (), 3)
    hands.key("Tab")
    yield Step("leaving the field", (tr("Saved"),))


def _library(hands: Hands, words: Words) -> Iterator[Step]:
    tr = words.tr
    hands.key("ctrl+8")
    yield Step("to the library", (tr("Library"),))
    hands.key("ctrl+n", "Return")
    refused = tr("Type a title in Welsh or English first.")
    yield Step("a session without a title", (f"! {refused}",))
    hands.key("Escape", "ctrl+f")
    hands.write("bus")
    found = words.ntr("{n} place found", "{n} places found", 3)
    yield Step("search everywhere", (found,))
    hands.key("Escape")


def _export(hands: Hands, words: Words, folder: Path, page: str) -> Iterator[Step]:
    tr = words.tr
    hands.key("ctrl+7")
    yield Step("to Pack", (page,))
    begun = tr("The pack is being written")
    hands.press(tr("Export the pack"))
    hands.wait(3)
    hands.key("ctrl+a")
    hands.write(str(folder / "pack.pdf"))
    hands.key("Return")
    written = tr("The pack was written: {path}", path="pack.pdf")
    yield Step("export the pack", (begun, written), 60)
    hands.press(tr("Export the pack"))
    hands.wait(3)
    hands.key("ctrl+a")
    # Of a library no pack is made.
    shutil.copy(folder / "day.gwdy", folder / "kept.pdf")
    hands.write(str(folder / "kept"))
    hands.key("Return")
    hands.wait(2)
    # There is such a file: the dialog asks. The button before is the one that replaces it.
    hands.key("shift+Tab", "Return")
    yield Step("export over a library", (begun, "! *"), 60)
