"""A notice comes and goes, and nothing else in the window moves."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.edits import pack, people
from gweithdy.language.dates import clock
from gweithdy.ui.opening import say_restored

if TYPE_CHECKING:
    from gweithdy.ui.app import Program

LONG = Problem("The disk reported a fault, so this was not kept. " * 12)
PAGES = ("stakeholders", "board", "people")


def places(program: "Program") -> dict[QWidget, QRect]:
    """Where everything is that is in sight, but what is in the bar itself."""
    for _ in range(3):
        QCoreApplication.processEvents()
    window = program.window
    return {
        each: QRect(each.mapTo(window, QPoint()), each.size())
        for each in window.findChildren(QWidget)
        if each.isVisible() and not window.notices.isAncestorOf(each)
    }


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("key", PAGES)
def test_notices_move_nothing(program: "Program", key: str, scale: int) -> None:
    program.settings.put("scale", scale)
    window, desk = program.window, program.desk
    window.resize(1366, 768)
    window.open_session(desk.catalogue.of(Session)[0].id, key)
    for language in (Language.EN, Language.CY):
        program.speak(language)
        window.notices.say()
        empty = places(program)
        assert desk.workshop
        desk.saved.emit(people.add(desk.workshop, "Eleri"))
        assert window.notices.text()
        assert places(program) == empty
        window.notices.show_problem(LONG)
        assert places(program) == empty
        window.notices.say()
        assert places(program) == empty


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_bar_is_two_lines_high_in_both_languages(program: "Program", scale: int) -> None:
    program.settings.put("scale", scale)
    heights = set()
    for language in (Language.EN, Language.CY):
        program.speak(language)
        places(program)
        heights.add((program.window.notices.height(), program.window.stack.height()))
    assert len(heights) == 1
    two_lines = 2 * QFontMetrics(program.theme.font()).lineSpacing()
    assert two_lines <= heights.pop()[0] <= two_lines + 8


def test_a_notice_is_in_sight_in_full_or_can_be_scrolled_by_keys(program: "Program") -> None:
    bar = program.window.notices
    room, bars = bar._room, bar._room.verticalScrollBar()
    program.window.resize(1366, 768)
    for words in ("Saved", "What was kept before is safe. " * 6):
        bar.say(lambda words=words: words)
        places(program)
        assert bar._text.height() >= bar._text.heightForWidth(bar._text.width())
        assert room.viewport().height() >= bar._text.height()
        assert room.focusPolicy() is Qt.FocusPolicy.NoFocus
    bar.show_problem(LONG)
    places(program)
    assert room.viewport().height() + bars.maximum() >= bar._text.heightForWidth(bar._text.width())
    assert room.focusPolicy() is Qt.FocusPolicy.TabFocus
    bars.setValue(bars.maximum())
    bar.show_problem(LONG)
    assert bars.value() == 0
    bar.say(lambda: "Saved")
    places(program)
    assert room.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_undo_is_offered_for_a_step_and_not_for_what_happened(program: "Program") -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "people")
    assert desk.workshop
    assert desk.do(people.add(desk.workshop, "Eleri"))
    assert window.notices._undo.isVisible()
    assert desk.do(pack.exported(desk.workshop.session))
    assert desk.history.next_undo
    assert "Export the pack" in window.notices.text()
    assert not window.notices._undo.isVisible()


@pytest.mark.parametrize("what", ["undo", "close"])
def test_a_button_of_the_bar_that_goes_gives_the_keyboard_back_to_the_page(
    program: "Program", what: str
) -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id, "people")
    assert desk.workshop
    assert desk.do(people.add(desk.workshop, "Eleri"))
    bar, used = window.notices, window.focusWidget()
    if what == "close":
        bar.show_problem(LONG)
    pressed = bar._undo if what == "undo" else bar._close
    pressed.setFocus()
    pressed.click()
    assert not pressed.isVisible()
    assert window.focusWidget() is used


def test_a_long_name_of_a_file_makes_no_window_wider(program: "Program") -> None:
    program.window.resize(1366, 768)
    before = program.window.minimumSizeHint()
    program.window.notices.say(lambda: "/home/" + "a" * 600)
    places(program)
    assert program.window.minimumSizeHint() == before
    assert program.window.size().width() == 1366


def test_no_button_comes_under_the_mouse_in_the_place_of_another(program: "Program") -> None:
    bar, desk = program.window.notices, program.desk
    desk.open(desk.catalogue.of(Session)[0].id)
    assert desk.workshop
    desk.do(people.add(desk.workshop, "Eleri"))
    places(program)
    assert bar._undo.isVisible()
    undo = bar._undo.geometry()
    bar.show_problem(LONG)
    places(program)
    assert bar._close.isVisible()
    assert not bar._undo.isVisible()
    assert not bar._close.geometry().intersects(undo)


def test_the_time_of_saving_is_that_of_the_save(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = program.window, program.desk
    window.open_session(desk.catalogue.of(Session)[0].id)
    assert desk.workshop
    monkeypatch.setattr(desk, "now", lambda: datetime(2031, 5, 1, 9, 30, tzinfo=UTC))
    assert desk.do(people.add(desk.workshop, "Eleri"))
    at = clock(desk.now().astimezone())
    assert at in window.notices.text()
    monkeypatch.setattr(desk, "now", lambda: datetime(2031, 5, 1, 10, 45, tzinfo=UTC))
    program.speak("cy")
    assert at in window.notices.text(), "a switch of the language saves nothing"


def test_what_the_program_says_follows_the_language_of_the_screen(
    program: "Program", tmp_path: Path
) -> None:
    say_restored(program.window, program.context, tmp_path)
    assert program.window.notices.text().startswith("The backup was restored.")
    program.speak("cy")
    assert "restored" not in program.window.notices.text()
    assert str(tmp_path) in program.window.notices.text()


def test_a_mistake_that_is_mended_leaves_the_bar_and_nothing_else_does(program: "Program") -> None:
    notices, desk = program.window.notices, program.desk
    mistake, other = Problem("Not a date."), Problem("Not a time.")
    desk.refused.emit(mistake)
    desk.mended.emit(other)
    assert notices.text() == "Not a date."
    desk.mended.emit(mistake)
    assert notices.text() == ""
