"""The day on the screen for the room: calm, in both languages, and right to the second."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Board
from gweithdy.domain.session import Session
from gweithdy.domain.text import both, said
from gweithdy.edits import agenda, running
from gweithdy.edits.sessions import change_session
from gweithdy.ui.context import Context
from gweithdy.ui.present.day_window import DayWindow
from gweithdy.ui.present.window import PresentWindow
from gweithdy.ui.ticker import Ticker

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

TEN = datetime(2026, 11, 12, 10, 0).astimezone(UTC)


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[DayWindow]:
    """Of a day with two blocks of half an hour, from ten, not yet begun."""
    desk = context.desk
    assert desk.workshop
    desk.now = lambda: TEN
    desk.do(change_session(desk.workshop.session, start=time(10, 0)))
    for cy, en in (("Croeso", "Welcome"), ("Beth sydd yn y ffordd?", "What is in the way?")):
        desk.do(agenda.add(desk.workshop, title=both(cy, en), minutes=30))
    made = DayWindow(context, is_alone=True)
    qtbot.addWidget(made)
    made.resize(960, 540)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def later(context: Context, minutes: float) -> None:
    moment = context.desk.now() + timedelta(minutes=minutes)
    context.desk.now = lambda: moment
    Ticker.of(context.desk).ticked.emit()


def tell(context: Context, verb: object) -> None:
    assert context.desk.workshop
    context.desk.do(verb(context.desk.workshop, context.desk.now()))  # type: ignore[operator]


def test_what_is_on_how_long_and_what_comes_next_in_both_languages(
    context: Context, window: DayWindow
) -> None:
    assert "Byddwn yn dechrau am 10:00 – We begin at 10:00" in window.words()
    tell(context, running.start)
    later(context, 10)
    assert window.words().splitlines() == [
        "Croeso – Welcome",
        "20:00",
        "Nesaf, tua 10:30: Beth sydd yn y ffordd? – Next, about 10:30: What is in the way?",
    ]
    assert window.accessibleDescription() == window.words()


def test_the_room_is_not_told_how_late_it_is(context: Context, window: DayWindow) -> None:
    tell(context, running.start)
    later(context, 47)
    assert window.words().splitlines()[1] == "00:00"
    assert window._told.share == 1.0
    tell(context, running.next_block)
    assert window.words().splitlines() == [
        "Beth sydd yn y ffordd? – What is in the way?",
        "30:00",
        "Nesaf: diwedd y diwrnod – Next: the end of the day",
    ]
    tell(context, running.pause)
    assert "❙❙" in window.words()
    tell(context, running.finish)
    assert "The day is finished" in window.words()


def test_other_minutes_and_what_is_left_out_show_at_once(
    context: Context, window: DayWindow
) -> None:
    assert context.desk.workshop
    tell(context, running.start)
    context.desk.do(running.extend(context.desk.workshop, 5))
    assert "35:00" in window.words()
    second = context.desk.workshop.of(Block)[1].id
    context.desk.do(agenda.leave_out(context.desk.workshop, second))
    assert "the end of the day" in window.words()


def test_a_title_in_one_language_stands_once(context: Context, window: DayWindow) -> None:
    assert context.desk.workshop
    tell(context, running.start)
    first = context.desk.workshop.of(Block)[0].id
    context.desk.do(agenda.change(context.desk.workshop, first, title=said("Paned", "cy")))
    assert window.words().splitlines()[0] == "Paned"


def test_languages_and_black(qtbot: QtBot, context: Context, window: DayWindow) -> None:
    tell(context, running.start)
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert window.words().startswith("Croeso\n")
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert window.words().startswith("Welcome\n")
    qtbot.keyClick(window, Qt.Key.Key_B)
    colours = {window.grab().toImage().pixelColor(x, 270).name() for x in range(0, 960, 40)}
    assert colours == {"#000000"}
    assert window.accessibleDescription() == ""
    later(context, 1)
    assert window.accessibleDescription() == "", "nor is it told as the time goes on"
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert "Welcome" in window.accessibleDescription()


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (1024, 768)])
def test_long_titles_have_room(context: Context, window: DayWindow, size: tuple[int, int]) -> None:
    assert context.desk.workshop
    tell(context, running.start)
    long = "Pwy sy'n gallu newid hyn, a beth sydd ei angen arnyn nhw gennym ni cyn y gwanwyn?"
    first = context.desk.workshop.of(Block)[0].id
    context.desk.do(agenda.change(context.desk.workshop, first, title=both(long, f"{long} En")))
    window.resize(*size)
    picture = window.grab().toImage()
    paper = picture.pixelColor(2, 2).name()
    # Between the titles and the time, and at the foot of the titles' room, nothing is written.
    row = int(size[1] * 0.5)
    assert {picture.pixelColor(x, row).name() for x in range(size[0])} == {paper}


def test_from_the_run_page_and_from_there_to_the_board(program: "Program", qtbot: QtBot) -> None:
    window, desk = program.window, program.context.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "run")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert isinstance(window.presenting.shown, DayWindow)
    assert desk.workshop
    window.presenting.toggle(desk.workshop.of(Board)[0].id, "", "")
    assert isinstance(window.presenting.shown, PresentWindow)
    window.presenting.toggle("", "", "")
    assert isinstance(window.presenting.shown, DayWindow)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.presenting.shown.black
    window.presenting.toggle("", "", "")
    assert window.presenting.shown is None


def test_it_goes_with_its_screen_and_comes_back_with_it(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = program.window, program.context.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "run")
    screen = QGuiApplication.primaryScreen()
    there = [screen]
    monkeypatch.setattr(window.presenting, "_other_screen", lambda: there[0] if there else None)
    window.presenting.toggle("", "", "")
    shown = window.presenting.shown
    assert shown
    there.clear()
    window.presenting._on_screen_gone(screen)
    assert window.presenting.shown is None
    window.presenting._on_screen_there()
    assert window.presenting.shown is None, "not over the window in which somebody works"
    there.append(screen)
    window.presenting._on_screen_there()
    assert isinstance(window.presenting.shown, DayWindow)
    window.presenting.close()
    window.presenting._on_screen_there()
    assert window.presenting.shown is None, "what a person closed stays closed"
