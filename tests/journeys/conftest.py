"""The whole program on a library of its own, and somebody who presses its keys."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.person import FakeClock, Person
from tests.ui.conftest import begin, demonstration_library, heard, no_dialog_waits, settings, start

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program

__all__ = [
    "begin",
    "demonstration_library",
    "heard",
    "no_dialog_waits",
    "settings",
    "start",
]


@pytest.fixture
def clock() -> FakeClock:
    """The time of day."""
    return FakeClock()


@pytest.fixture
def sit_down(
    start: Callable[[], Program],
    demonstration_library: Path,
    tmp_path: Path,
    clock: FakeClock,
) -> Callable[[], Person]:
    """Starts the program on the library of this test, with the demonstration the first time."""

    def sit_down() -> Person:
        library = tmp_path / "library.gwdy"
        if not library.exists():
            shutil.copy(demonstration_library, library)
        program = start()
        program.desk.now = clock
        return Person(program)

    return sit_down


@pytest.fixture
def person(sit_down: Callable[[], Person]) -> Person:
    """Somebody in front of the window, with a session of the demonstration open."""
    person = sit_down()
    person.window.open_session(person.desk.catalogue.of(Session)[0].id)
    return person


@pytest.fixture
def at_held(sit_down: Callable[[], Person]) -> Person:
    """Somebody with the session open that was held: it has all there is, and lacks some texts."""
    person = sit_down()
    held = min(person.desk.catalogue.of(Session), key=lambda each: str(each.date))
    person.window.open_session(held.id)
    return person
