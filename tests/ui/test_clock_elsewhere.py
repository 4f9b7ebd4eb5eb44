"""The clock of a day that runs stays in view in another session, and leads back."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.heard import name_of
from tests.ui.parking import empty_parking_lot

from gweithdy.domain.session import Session
from gweithdy.edits import running

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture
def sessions(program: "Program") -> tuple[str, str]:
    """The one that runs, and another one, which is open."""
    program.desk.now = lambda: NOW
    first, other = (each.id for each in program.desk.catalogue.of(Session)[:2])
    program.window.open_session(first, "run")
    assert program.desk.workshop
    if program.desk.workshop.session.status != "planned":
        program.desk.do(running.clear(program.desk.workshop))
    program.desk.do(running.start(program.desk.workshop, NOW))
    program.window.open_session(other, "agenda")
    return first, other


def test_it_stays_in_view_and_leads_back(
    program: "Program", sessions: tuple[str, str], qtbot: QtBot
) -> None:
    clock = program.window.clock
    assert clock.isVisible()
    title = program.desk.catalogue.get(Session, sessions[0]).title.en.words
    assert title in name_of(clock)
    assert title[:20] in clock.word.text()
    qtbot.mouseClick(clock, Qt.MouseButton.LeftButton)
    assert program.desk.workshop
    assert program.desk.workshop.id == sessions[0]
    assert program.window.key == "run"
    assert clock.isVisible()
    assert title not in clock.word.text()


@pytest.mark.usefixtures("sessions")
def test_it_ticks_there(program: "Program") -> None:
    clock = program.window.clock
    before = clock.figures.text()
    program.desk.now = lambda: NOW + timedelta(seconds=61)
    clock._ticker.ticked.emit()
    assert clock.figures.text() != before


def test_it_stays_in_view_with_no_session_open(
    program: "Program", sessions: tuple[str, str]
) -> None:
    program.desk.close()
    assert program.window.clock.isVisible()
    program.window.clock.click()
    assert program.desk.workshop
    assert program.desk.workshop.id == sessions[0]


def test_a_day_that_nobody_finished_is_not_shown_for_ever(
    program: "Program", sessions: tuple[str, str]
) -> None:
    program.desk.now = lambda: NOW + timedelta(days=2)
    program.desk.open(sessions[1])
    assert not program.window.clock.isVisible()


def test_it_goes_with_the_day(program: "Program", sessions: tuple[str, str]) -> None:
    window = program.window
    window.open_session(sessions[0], "run")
    empty_parking_lot(program.desk)
    assert program.desk.workshop
    program.desk.do(running.finish(program.desk.workshop, NOW))
    window.open_session(sessions[1], "agenda")
    assert not window.clock.isVisible()
