"""A line for a date: typed, emptied, picked from the calendar, refused."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.ui.context import Context
from gweithdy.ui.widgets.date_line import DateLine

Key = Qt.Key


@pytest.fixture
def line(qtbot: QtBot, context: Context) -> Iterator[DateLine]:
    window = QWidget()
    qtbot.addWidget(window)
    line = DateLine(context)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(line)
    window.show()
    line.setFocus()
    yield line
    window.close()


@pytest.fixture
def given(line: DateLine) -> list[object]:
    found: list[object] = []
    line.given.connect(found.append)
    return found


def typed(qtbot: QtBot, line: DateLine, words: str) -> None:
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Key.Key_Return)


def test_a_typed_date_is_given_and_written_out(
    qtbot: QtBot, line: DateLine, given: list[object]
) -> None:
    typed(qtbot, line, "1.12.27")
    assert given == [date(2027, 12, 1)]
    assert line.text() == "1 December 2027"


def test_an_emptied_line_is_no_date(qtbot: QtBot, line: DateLine, given: list[object]) -> None:
    line.show_value(date(2027, 12, 1))
    typed(qtbot, line, "")
    assert given == [None]


def test_a_wrong_date_stays_marked_and_described_until_it_is_mended(
    qtbot: QtBot, line: DateLine, given: list[object]
) -> None:
    line.show_value(date(2027, 12, 1))
    refused: list[object] = []
    line.refused.connect(refused.append)
    typed(qtbot, line, "30.2.2027")
    line.clearFocus()
    assert line.text() == "30.2.2027"
    assert given == []
    assert line.value() == date(2027, 12, 1)
    # Once, though Enter and leaving both try it.
    assert len(refused) == 1
    assert line.property("wrong") is True
    said = line.accessibleDescription()
    assert "30.2.2027" in said
    assert "28.2.2027" in said
    [sign] = [each for each in line.actions() if each.toolTip() == said]
    assert sign.isVisible(), "not by its colour alone"
    line.setFocus()
    typed(qtbot, line, "28.2.2027")
    assert given == [date(2027, 2, 28)]
    assert line.property("wrong") is False
    assert line.accessibleDescription() == ""
    assert not sign.isVisible()


def test_the_mark_goes_while_it_is_being_mended(qtbot: QtBot, line: DateLine) -> None:
    typed(qtbot, line, "30.2.2027")
    line.setCursorPosition(2)
    qtbot.keyClick(line, Key.Key_Backspace)
    assert line.text() == "3.2.2027"
    assert line.property("wrong") is False


def test_esc_brings_back_the_date_that_stands(
    qtbot: QtBot, line: DateLine, given: list[object]
) -> None:
    line.show_value(date(2027, 12, 1))
    typed(qtbot, line, "soon")
    qtbot.keyClick(line, Key.Key_Escape)
    assert line.text() == "1 December 2027"
    assert line.property("wrong") is False
    assert given == []


def test_a_wrong_date_waits_for_its_own_thing(qtbot: QtBot, line: DateLine) -> None:
    line.show_value(date(2027, 12, 1), "one")
    typed(qtbot, line, "31.11.2027")
    line.show_value(date(2027, 12, 2), "other")
    assert line.text() == "2 December 2027"
    assert line.property("wrong") is False
    with qtbot.waitSignal(line.refused):
        line.show_value(date(2027, 12, 1), "one")
    assert line.text() == "31.11.2027"
    assert line.property("wrong") is True


def test_what_is_wrong_is_said_in_the_language_of_the_screen(
    qtbot: QtBot, line: DateLine, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(qtbot, line, "30.2.2027")
    monkeypatch.setattr(context.words, "problem", lambda _problem: "Nid dyddiad")
    line.retranslate()
    assert line.accessibleDescription() == "Nid dyddiad"
    assert line.text() == "30.2.2027"


def test_a_day_is_picked_from_the_calendar(
    qtbot: QtBot, line: DateLine, given: list[object]
) -> None:
    line.show_value(date(2027, 12, 1))
    qtbot.keyClick(line, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = line.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 12, 1)
    calendar.activated.emit(QDate(2027, 12, 2))
    calendar.clicked.emit(QDate(2027, 12, 2))
    assert given == [date(2027, 12, 2)]
    assert not calendar.isVisible()


def test_what_is_half_typed_stays(qtbot: QtBot, line: DateLine, context: Context) -> None:
    line.show_value(date(2027, 12, 1))
    line.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "2.1")
    line.show_value(date(2027, 12, 9))
    context.words.switch("cy")
    line.retranslate()
    assert line.text() == "2.1"
    qtbot.keyClick(line, Key.Key_Escape)
    assert line.text() == "9 Rhagfyr 2027"


def test_a_mistake_that_was_given_up_or_mended_is_told_no_longer(
    qtbot: QtBot, line: DateLine, context: Context
) -> None:
    mended: list[object] = []
    told: list[object] = []
    line.refused.connect(told.append)
    context.desk.mended.connect(mended.append)
    typed(qtbot, line, "soon")
    assert not mended
    qtbot.keyClick(line, Key.Key_Escape)
    assert mended == told
    typed(qtbot, line, "later")
    line.selectAll()
    qtbot.keyClicks(line, "1.12.27")
    assert mended == told
    assert len(told) == 2
