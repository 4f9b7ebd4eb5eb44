"""The field for words in two languages: each box writes its own, and nobody's words are lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.change import Change, Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, SaidIn, Text, Typed, Written, both, said
from gweithdy.ui.attempt import Visit
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.bilingual import PAUSE, BilingualField

CY, EN = Language.CY, Language.EN
WATER = both("Dŵr", "Water")

Given = list[tuple[Typed | SaidIn, Visit]]


def shown(qtbot: QtBot, context: Context, lines: int) -> BilingualField:
    field = BilingualField(context, "text", lines=lines)
    qtbot.addWidget(field)
    field.show()
    field.show_text(WATER, "thing")
    field.boxes[CY].setFocus()
    qtbot.waitUntil(field.boxes[CY].hasFocus)
    return field


@pytest.fixture
def field(qtbot: QtBot, context: Context) -> BilingualField:
    return shown(qtbot, context, 1)


@pytest.fixture
def given(field: BilingualField) -> Given:
    """What the field gave, and in which visit."""
    found: Given = []
    field.committed.connect(lambda what: found.append((what, field.visit)))
    return found


def line(field: BilingualField, language: Language) -> QLineEdit:
    box = field.boxes[language]
    assert isinstance(box, QLineEdit)
    return box


def somebody_writes(context: Context) -> int:
    """Let the log go on; how far it is then."""
    session = context.desk.workshop
    assert session
    context.desk.do(Edit("Change", (Change("session", session.id, "packs", context.desk.seen),)))
    return context.desk.seen


def test_a_box_writes_its_own_language_alone(
    field: BilingualField, given: Given, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.boxes[CY], " glan")
    field.commit()
    field.commit()
    assert [what for what, _ in given] == [Typed(CY, "Dŵr glan")]
    qtbot.keyClicks(field.boxes[EN], ", clean")
    field.commit()
    assert [what for what, _ in given][1:] == [Typed(EN, "Water, clean")]


def test_words_are_saved_when_typing_rests_and_showing_is_no_typing(
    field: BilingualField, given: Given, qtbot: QtBot
) -> None:
    field.show_text(said("Tân", "cy"), "thing")
    assert not field._pause.isActive()
    qtbot.keyClicks(field.boxes[CY], "!")
    assert given == []
    qtbot.waitUntil(lambda: len(given) == 1, timeout=20 * PAUSE)
    assert not field._pause.isActive()


@pytest.mark.parametrize("leave", ["hide", "other"])
def test_words_are_saved_when_the_field_is_left(
    field: BilingualField, given: Given, qtbot: QtBot, leave: str
) -> None:
    if leave == "hide":
        # Dropped into a box that has not the keyboard.
        field.boxes[CY].clearFocus()
        line(field, CY).insert("!")
        assert given == []
        field.hide()
    else:
        qtbot.keyClicks(field.boxes[CY], "!")
        field.boxes[EN].setFocus()
    assert [what for what, _ in given] == [Typed(CY, "Dŵr!")]


def test_half_typed_words_stay_where_somebody_elses_arrive(
    field: BilingualField, given: Given, context: Context, qtbot: QtBot
) -> None:
    seen = field._desk.seen
    qtbot.keyClicks(field.boxes[CY], " gl")
    later = somebody_writes(context)
    field.show_text(both("Afon", "River"), "thing")
    assert (line(field, CY).text(), line(field, EN).text()) == ("Dŵr gl", "River")
    qtbot.keyClicks(field.boxes[CY], "an")
    qtbot.keyClicks(field.boxes[EN], "s")
    field.commit()
    assert [what for what, _ in given] == [Typed(CY, "Dŵr glan"), Typed(EN, "Rivers")]
    # In Welsh the river was never on screen; in English it was.
    assert [visit.seen for _, visit in given] == [seen, later]


def test_a_space_that_was_just_typed_is_not_taken_away(
    field: BilingualField, given: Given, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.boxes[CY], " glan ")
    field.commit()
    field.show_text(replace(WATER, cy=Written("Dŵr glan")), "thing")
    assert line(field, CY).text() == "Dŵr glan "
    field.commit()
    assert [what for what, _ in given] == [Typed(CY, "Dŵr glan")]
    # Nor is it half typed: words of somebody else take its place.
    field.show_text(both("Afon", "River"), "thing")
    assert line(field, CY).text() == "Afon"


def test_one_visit_is_told_by_one_name_and_the_next_by_another(
    field: BilingualField, given: Given, qtbot: QtBot
) -> None:
    for words in ("!", "?"):
        qtbot.keyClicks(field.boxes[CY], words)
        field.commit()
    field.boxes[EN].setFocus()
    qtbot.keyClicks(field.boxes[EN], "!")
    field.commit()
    one, again, other = (visit.typing for _, visit in given)
    assert one == again != other
    assert one


def test_the_caret_stays_where_it_was_when_words_arrive(field: BilingualField) -> None:
    line(field, CY).setCursorPosition(1)
    field.show_text(both("Afonydd", "Rivers"), "thing")
    assert line(field, CY).cursorPosition() == 1


def test_the_caret_stays_in_long_words_too(qtbot: QtBot, context: Context) -> None:
    field = shown(qtbot, context, 3)
    box = field.boxes[CY]
    assert isinstance(box, QPlainTextEdit)
    box.moveCursor(QTextCursor.MoveOperation.End)
    field.show_text(both("Dŵr a thân", "Water and fire"), "thing")
    assert (box.toPlainText(), box.textCursor().position()) == ("Dŵr a thân", 3)
    field.show_text(both("D", "W"), "thing")
    assert box.textCursor().position() == 1


def choose(field: BilingualField, language: Language) -> None:
    """It was said in this language: from the menu of its box."""
    field._open_menu(language, QPoint())
    (menu,) = field.boxes[language].findChildren(QMenu)
    assert menu.actions()[-1].isChecked() == (field._text.original == language)
    menu.actions()[-1].trigger()
    menu.deleteLater()


def test_choosing_the_original_saves_what_is_half_typed_first(
    field: BilingualField, given: Given
) -> None:
    field.boxes[CY].clearFocus()
    line(field, CY).insert("!")
    choose(field, EN)
    assert [what for what, _ in given] == [Typed(CY, "Dŵr!"), SaidIn(EN)]
    # A choice is a step of its own, on the basis of what there is now.
    assert given[1][1] == Visit()


def test_choosing_what_is_the_original_already_says_nothing(
    field: BilingualField, given: Given
) -> None:
    choose(field, CY)
    assert given == []


def test_a_language_without_words_was_not_the_one_they_were_said_in(field: BilingualField) -> None:
    field.show_text(said("Dŵr", "cy"), "thing")
    field._open_menu(EN, QPoint())
    (menu,) = field.boxes[EN].findChildren(QMenu)
    assert not menu.actions()[-1].isEnabled()
    assert not menu.actions()[-1].isChecked()
    menu.close()


def test_a_missing_language_is_named(field: BilingualField) -> None:
    def tags() -> list[str]:
        return [tag.text() for tag in field._states.values()]

    assert tags() == ["Cymraeg", "English"]
    field.show_text(said("Dŵr", "cy"), "thing")
    assert tags() == ["Cymraeg", "English · Translation needed"]
    field.show_text(Text(), "thing")
    assert tags() == ["Cymraeg", "English"]


def test_another_thing_begins_another_step(
    field: BilingualField, given: Given, qtbot: QtBot
) -> None:
    for thing in ("one", "other"):
        field.show_text(WATER, thing)
        qtbot.keyClicks(field.boxes[CY], " glan")
        field.commit()
    (_, first), (_, second) = given
    assert first.typing != second.typing


def test_what_is_longer_than_a_card_is_shown_whole_and_stays(
    qtbot: QtBot, context: Context
) -> None:
    field = shown(qtbot, context, 1)
    given: list[object] = []
    field.committed.connect(given.append)
    field.show_text(said("a" * 6000, "en"), "long")
    field.commit()
    assert given == []
    assert line(field, EN).text() == "a" * 6000


@pytest.mark.parametrize("lines", [1, 3])
def test_words_that_are_refused_stay_in_the_box_and_empty_ones_do_not(
    qtbot: QtBot, context: Context, lines: int
) -> None:
    field = shown(qtbot, context, lines)
    field.committed.connect(lambda _: context.desk.refused.emit(Problem("No")))
    box = field.boxes[CY]
    box.selectAll()
    qtbot.keyClicks(box, "Rhy hir")
    field.commit()
    assert field.unsaved() == ["Rhy hir"]
    field.show_text(both("Arall", "Other"), "other")
    field.show_text(WATER, "thing")
    assert field.unsaved() == ["Rhy hir"]
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    field.commit()
    assert field.unsaved() == []
    assert (box.text() if isinstance(box, QLineEdit) else box.toPlainText()) == "Dŵr"
