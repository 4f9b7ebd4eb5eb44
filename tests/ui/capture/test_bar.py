"""Capturing by keyboard alone, and never losing what is half typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.text import Language
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def enter(qtbot: QtBot, bar: CaptureBar, words: str) -> None:
    qtbot.keyClicks(bar.box, words)
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)


def texts(context: Context, noun: type) -> list[str]:
    return [row.text.get(row.text.original) for row in context.desk.workshop.of(noun)]


def test_thirty_cards_by_keyboard_alone(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    lanes = [lane.id for lane in context.desk.workshop.of(Lane)]
    for number in range(30):
        qtbot.keyClick(bar.box, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[number % 3], ALT)
        enter(qtbot, bar, f"The thing number {number}")
        assert bar.box.text() == ""
    cards = context.desk.workshop.of(Card)
    assert len(cards) == 30
    for place, lane in enumerate(lanes):
        found = [card.text.en.words for card in cards if card.lane == lane]
        assert found == [f"The thing number {n}" for n in range(place, 30, 3)]
    reopened = context.library.workshop(context.desk.workshop.id)
    assert len(reopened.of(Card)) == 30
    assert all(card.captured and card.source == "room" for card in cards)


def test_kinds_are_chosen_by_key_and_only_for_barriers(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    assert not bar.kind.isVisible()
    qtbot.keyClick(bar.box, Qt.Key.Key_C, ALT)
    enter(qtbot, bar, "No kind here")
    qtbot.keyClick(bar.box, Qt.Key.Key_2, ALT)
    assert bar.kind.isVisible()
    for key, words in ((Qt.Key.Key_C, "c"), (Qt.Key.Key_S, "s"), (Qt.Key.Key_B, "b")):
        qtbot.keyClick(bar.box, key, ALT)
        enter(qtbot, bar, f"words {words}")
    qtbot.keyClick(bar.box, Qt.Key.Key_0, ALT)
    enter(qtbot, bar, "words none")
    kinds = {
        card.text.get(card.text.original): card.kind for card in context.desk.workshop.of(Card)
    }
    assert kinds == {
        "No kind here": CardKind.NONE,
        "words c": CardKind.CULTURAL,
        "words s": CardKind.STRUCTURAL,
        "words b": CardKind.BEHAVIOURAL,
        "words none": CardKind.NONE,
    }


def test_quotes_and_the_parking_lot_are_a_key_away(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClick(bar.box, Qt.Key.Key_Q, ALT)
    enter(qtbot, bar, "Mae gan Mam bedwar cyfrinair")
    qtbot.keyClick(bar.box, Qt.Key.Key_P, ALT)
    enter(qtbot, bar, "The car park")
    assert texts(context, Quote) == ["Mae gan Mam bedwar cyfrinair"]
    assert context.desk.workshop.of(Quote)[0].text.original == "cy"
    assert texts(context, Parked) == ["The car park"]
    assert not context.desk.workshop.of(Card)


def test_nothing_is_kept_of_nothing(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    enter(qtbot, bar, "   ")
    assert not context.desk.workshop.of(Card)


def test_the_words_stay_when_they_could_not_be_saved(
    qtbot: QtBot, context: Context, bar: CaptureBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise Problem("The disk is full.")

    monkeypatch.setattr(context.library, "write", refuse)
    with qtbot.waitSignal(context.desk.refused):
        enter(qtbot, bar, "Kept in the box")
    assert bar.box.text() == "Kept in the box"
    monkeypatch.undo()
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert texts(context, Card) == ["Kept in the box"]


def test_too_many_words_are_refused_and_kept(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    bar.box.setText("x" * 5001)
    with qtbot.waitSignal(context.desk.refused):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert len(bar.box.text()) == 5001
    assert not context.desk.workshop.of(Card)


def test_the_language_is_guessed_and_a_persons_choice_wins(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "Mae gormod o waith papur")
    assert bar.chip.text() == "Cymraeg"
    qtbot.keyClick(bar.box, Qt.Key.Key_L, CTRL | SHIFT)
    qtbot.keyClicks(bar.box, " yn y gwaith")
    assert bar.chip.text() == "English"
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert context.desk.workshop.of(Card)[0].text.original == Language.EN
    qtbot.keyClicks(bar.box, "Staff")
    assert bar.chip.text() == "English ?"


def test_the_program_follows_the_last_language_where_it_cannot_tell(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    enter(qtbot, bar, "Mae gormod o waith papur")
    enter(qtbot, bar, "Staff")
    assert context.desk.workshop.of(Card)[1].text.original == Language.CY


def test_half_typed_words_survive_a_switch_of_language(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClick(bar.box, Qt.Key.Key_2, ALT)
    qtbot.keyClicks(bar.box, "Half a sen")
    context.words.switch("cy")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert bar.where.place().name == "Beth sydd yn y ffordd?"
    qtbot.keyClicks(bar.box, "tence that we keep")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    card = context.desk.workshop.of(Card)[0]
    assert card.text.en.words == "Half a sentence that we keep"
    assert card.lane == context.desk.workshop.of(Lane)[1].id


def test_half_typed_words_survive_a_crash(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    with qtbot.waitSignal(context.settings.changed, timeout=3000):
        bar.box.insert("Not a card yet, ŵ")
    again = CaptureBar(context)
    qtbot.addWidget(again)
    assert again.box.text() == "Not a card yet, ŵ"
    assert again.keep()
    assert context.settings.get("draft") == ""


def test_leaving_the_box_keeps_the_draft_at_once(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "Wait")
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert not bar.box.hasFocus()
    assert context.settings.get("draft") == "Wait"


def test_pasted_lines_become_a_card_each(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    QApplication.clipboard().setText("Too many forms\n\nMae gormod o waith papur\r\nStaff\n")
    bar.box.paste()
    assert bar.pasted.lines.isVisible()
    assert "3" in bar.pasted.lines.text()
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert texts(context, Card) == ["Too many forms", "Mae gormod o waith papur", "Staff"]
    assert context.desk.workshop.of(Card)[1].text.original == Language.CY
    assert not bar.pasted.lines.isVisible()
    context.desk.undo()
    assert not context.desk.workshop.of(Card)


def test_pasted_lines_can_stay_one_card(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    bar.box.setText("First line\nsecond line")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return, CTRL)
    assert texts(context, Card) == ["First line\nsecond line"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Table 7", "7"), ("7", "7"), ("online", "online"), ("Room", "room"), ("Bwrdd y cefn",) * 2],
)
def test_the_source_can_be_typed(
    qtbot: QtBot, context: Context, bar: CaptureBar, typed: str, kept: str
) -> None:
    line = bar.source.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    bar.focus_box()
    enter(qtbot, bar, "Words from somewhere")
    assert context.desk.workshop.of(Card)[0].source == kept
    assert context.settings.get("capture_source") == kept


def test_everything_has_a_name_for_screen_readers(bar: CaptureBar) -> None:
    for part in (bar.where, bar.kind, bar.source, bar.box, bar.chip):
        assert part.accessibleName()
