"""The power goes while a day runs and somebody types: what was shown as saved is there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import islice, takewhile
from pathlib import Path

import pytest
from tests.journeys.doomed import TYPED
from tests.journeys.person import FakeClock, Person

from gweithdy.domain.board import Card
from gweithdy.domain.clock import Clock, ClockState, clock_id
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.settings import Settings

CHECKOUT = Path(__file__).parents[2]
HALF_TYPED = "Heb ei orffen, ŵ"


@pytest.fixture
def come_back(
    sit_down: Callable[[], Person],
    demonstration_library: Path,
    settings: Settings,
    tmp_path: Path,
) -> Callable[[], Person]:
    """Starts the program again on what was left behind."""
    shutil.copy(demonstration_library, tmp_path / "library.gwdy")

    def come_back() -> Person:
        # A new process would read them; here Qt still has them from before.
        settings._store.sync()
        return sit_down()

    return come_back


def lived_until_the_power_went(folder: Path, cards: int, lines: int) -> list[str]:
    """What a program that was then killed had called saved, its last line or `lines` of them."""
    arguments = [str(folder / "library.gwdy"), str(folder / "config"), str(cards), HALF_TYPED]
    paths = os.pathsep.join((str(CHECKOUT / "src"), str(CHECKOUT)))
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.doomed", *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )
    assert child.stdout
    said = (line.decode().strip() for line in child.stdout)
    heard = list(islice(takewhile(lambda line: line != TYPED, said), lines))
    child.kill()
    child.wait()
    # What it had still said before it was killed counts too; its last line may be cut short.
    rest = child.stdout.read()
    heard += [line.decode() for line in rest.split(b"\n")[:-1]]
    child.stdout.close()
    return heard


def saved(person: Person) -> list[str]:
    assert person.desk.workshop
    on_disk = person.program.library.workshop(person.desk.workshop.id)
    return [each.text.get(each.text.original) for each in on_disk.of(Card)]


def test_the_words_the_clock_and_the_draft_come_back(
    come_back: Callable[[], Person], tmp_path: Path, clock: FakeClock
) -> None:
    said = lived_until_the_power_went(tmp_path, cards=5, lines=100)
    assert len(said) == 5
    started = clock.at
    clock.later(7)
    person = come_back()
    assert person.desk.workshop
    assert set(said) <= set(saved(person))
    told = person.desk.workshop.get(Clock, clock_id(person.desk.workshop.id))
    assert (told.state, told.since) == (ClockState.RUNNING, started)
    assert person.window.capture.isVisible()
    assert person.window.capture.box.text() == HALF_TYPED
    page = person.go("run", RunPage)
    assert page.ticker.day
    assert page.ticker.day.present
    left = page.ticker.day.present.block.minutes - 7
    # It opened on this page, a moment before it was given the clock of this test.
    page.ticker.ticked.emit()
    assert page.now.figures.text() == f"{left:02d}:00"
    assert person.program.library.check() == []


def test_killed_in_the_middle_of_capturing(come_back: Callable[[], Person], tmp_path: Path) -> None:
    said = lived_until_the_power_went(tmp_path, cards=0, lines=20)
    assert len(said) >= 20
    person = come_back()
    known = saved(person)
    assert [words for words in said if words not in known] == []
    assert person.program.library.check() == []
