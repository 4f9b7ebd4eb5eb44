"""A box for a number: typed, stepped, refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.number_box import NumberBox

Key = Qt.Key


@pytest.fixture
def box(qtbot: QtBot, context: Context) -> Iterator[NumberBox]:
    window = QWidget()
    qtbot.addWidget(window)
    box = NumberBox(context, 1, 600)
    box.setSingleStep(5)
    box.show_value(15, "one")
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(box)
    window.show()
    box.setFocus()
    yield box
    window.close()


@pytest.fixture
def given(box: NumberBox) -> list[object]:
    found: list[object] = []
    box.given.connect(found.append)
    return found


@pytest.fixture
def refused(box: NumberBox) -> list[Problem]:
    found: list[Problem] = []
    box.refused.connect(found.append)
    return found


def typed(qtbot: QtBot, box: NumberBox, words: str) -> None:
    box.selectAll()
    qtbot.keyClick(box, Key.Key_Delete)
    qtbot.keyClicks(box, words)


def leave(box: NumberBox) -> None:
    other = box.window().findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    other.setFocus()


@pytest.mark.parametrize("way", ["enter", "leaving"])
def test_a_typed_number_is_given_once(
    qtbot: QtBot, box: NumberBox, given: list[object], way: str
) -> None:
    typed(qtbot, box, "45")
    assert given == []
    if way == "enter":
        qtbot.keyClick(box, Key.Key_Return)
        assert given == [45]
    leave(box)
    assert given == [45]
    assert (box.text(), box.value()) == ("45", 45)


@pytest.mark.parametrize("figures", ["0", "601", "12345", "-5", "ten", ""])
def test_a_wrong_number_stays_marked_and_described_until_it_is_mended(
    qtbot: QtBot, box: NumberBox, given: list[object], refused: list[Problem], figures: str
) -> None:
    typed(qtbot, box, figures)
    qtbot.keyClick(box, Key.Key_Return)
    leave(box)
    box.setFocus()
    leave(box)
    assert box.text() == figures
    assert given == []
    # Once, though Enter and leaving both try it.
    assert len(refused) == 1
    assert box.property("wrong") is True
    reader = QAccessible.queryAccessibleInterface(box)
    assert "from 1 to 600" in reader.text(QAccessible.Text.Description)
    assert reader.childCount() == 0, "the line in it is no thing of its own"
    box.setFocus()
    typed(qtbot, box, "60")
    assert box.property("wrong") is False
    qtbot.keyClick(box, Key.Key_Return)
    assert given == [60]
    assert box.accessibleDescription() == ""


def test_a_wrong_number_is_found_as_it_was_when_its_page_is_shown_again(
    qtbot: QtBot, box: NumberBox
) -> None:
    typed(qtbot, box, "0")
    box.hide()
    box.show()
    assert (box.text(), box.property("wrong")) == ("0", True)


def test_esc_brings_back_the_number_that_stands(
    qtbot: QtBot, box: NumberBox, given: list[object]
) -> None:
    typed(qtbot, box, "0")
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.keyClick(box, Key.Key_Escape)
    assert (box.text(), box.property("wrong")) == ("15", False)
    leave(box)
    assert given == []


def test_a_wrong_number_waits_for_its_own_thing(
    qtbot: QtBot, box: NumberBox, given: list[object]
) -> None:
    typed(qtbot, box, "0")
    qtbot.keyClick(box, Key.Key_Return)
    box.show_value(30, "other")
    assert (box.text(), box.value(), box.property("wrong")) == ("30", 30, False)
    with qtbot.waitSignal(box.refused):
        box.show_value(20, "one")
    assert (box.text(), box.value(), box.property("wrong")) == ("0", 20, True)
    assert given == []


def test_what_others_change_meanwhile_does_not_take_what_is_typed(
    qtbot: QtBot, box: NumberBox
) -> None:
    typed(qtbot, box, "4")
    box.show_value(20, "one")
    assert box.text() == "4"
    qtbot.keyClick(box, Key.Key_Escape)
    assert (box.text(), box.value()) == ("20", 20)


@pytest.mark.parametrize(
    ("figures", "key", "wanted"),
    [
        (None, Key.Key_Up, 20),
        ("40", Key.Key_Up, 45),
        ("40", Key.Key_Down, 35),
        ("598", Key.Key_Up, 600),
        ("600", Key.Key_Up, 600),
        ("0", Key.Key_Up, 20),
        ("0", Key.Key_Down, 10),
    ],
)
def test_a_step_begins_at_what_is_typed_and_is_given_once(
    qtbot: QtBot,
    box: NumberBox,
    given: list[object],
    figures: str | None,
    key: Qt.Key,
    wanted: int,
) -> None:
    if figures is not None:
        typed(qtbot, box, figures)
    qtbot.keyClick(box, key)
    leave(box)
    assert given == [wanted]
    assert (box.text(), box.value(), box.property("wrong") or False) == (str(wanted), wanted, False)


def test_a_step_away_from_a_wrong_number_takes_the_mark_with_it(
    qtbot: QtBot, box: NumberBox
) -> None:
    typed(qtbot, box, "0")
    qtbot.keyClick(box, Key.Key_Return)
    assert box.property("wrong") is True
    qtbot.keyClick(box, Key.Key_Up)
    assert box.property("wrong") is False


def test_a_reader_can_set_it(box: NumberBox, given: list[Any]) -> None:
    QAccessible.queryAccessibleInterface(box).valueInterface().setCurrentValue(50)
    assert given == [50]
    assert box.text() == "50"


def test_what_is_wrong_is_said_in_the_language_of_the_screen(
    qtbot: QtBot, box: NumberBox, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(qtbot, box, "0")
    qtbot.keyClick(box, Key.Key_Return)
    monkeypatch.setattr(context.words, "problem", lambda _problem: "Nid rhif")
    box.window().setLocale(QLocale("cy"))
    box.retranslate()
    assert box.accessibleDescription() == "Nid rhif"
    assert box.text() == "0"
