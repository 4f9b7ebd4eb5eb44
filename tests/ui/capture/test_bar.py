"""Capturing by keyboard alone, and never losing what is half typed."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked, Quote
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both
from gweithdy.edits.changes import created
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.capture.drafts import Drafts
from gweithdy.ui.context import Context
from gweithdy.ui.settings import Settings

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
        bar.box.insertPlainText("Not a card yet, ŵ")
    again = CaptureBar(context)
    qtbot.addWidget(again)
    assert again.box.text() == "Not a card yet, ŵ"
    assert again.keep()
    assert context.settings.get("drafts") == ""


def test_leaving_the_box_keeps_the_draft_at_once(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "Wait")
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert not bar.box.hasFocus()
    assert Drafts(context.settings).of(context.desk.workshop.id) == "Wait"


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


def test_a_line_that_no_card_can_hold_is_not_pasted(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    """Qt breaks a line of a million letters for minutes, and the window stands still."""
    told: list[str] = []
    context.desk.refused.connect(lambda problem: told.append(context.words.problem(problem)))
    qtbot.keyClicks(bar.box, "Aros")
    QApplication.clipboard().setText("x" * 200_000)
    bar.box.paste()
    assert bar.box.text() == "Aros"
    assert ["200000" in each and "Cut it" in each for each in told] == [True]
    # In lines it is a list, which can be as long as it likes.
    QApplication.clipboard().setText("xyz wyt\n" * 2_500)
    bar.box.paste()
    assert bar.box.text().count("xyz") == 2_500


def test_nobody_is_asked_to_mend_what_others_wrote(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    def rest() -> None:
        drafts, id = Drafts(context.settings), context.desk.workshop.id
        qtbot.waitUntil(lambda: drafts.of(id) == bar.box.text())

    QApplication.clipboard().setText("PQRS unclear\nThe xyzzy lot")
    bar.box.paste()
    rest()
    assert not [piece for piece in bar.under.pieces if "tomorrow" in piece or "PQRS" in piece]
    bar.box.setText("PQRS unclear")
    rest()
    assert bar.under.pieces[0] == "Will this make sense tomorrow?"


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


def kinds_of(context: Context) -> list[tuple[str, ...]]:
    return [card.kinds for card in context.desk.workshop.of(Card)]


def test_codes_say_what_a_card_is_and_hold_for_that_card_alone(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    enter(qtbot, bar, "/2cs @3 Too many forms to fill in")
    enter(qtbot, bar, "Said after that, in the room")
    one, two = sorted(context.desk.workshop.of(Card), key=lambda card: card.captured)
    lanes = [lane.id for lane in context.desk.workshop.of(Lane)]
    assert one.text.en.words == "Too many forms to fill in"
    assert (one.lane, one.kinds, one.source) == (
        lanes[1],
        (CardKind.CULTURAL, CardKind.STRUCTURAL),
        "3",
    )
    assert (two.lane, two.kinds, two.source) == (lanes[0], (), "room")
    saved = context.library.workshop(context.desk.workshop.id)
    assert saved.get(Card, one.id) == one


def test_codes_alone_hold_from_now_on(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    enter(qtbot, bar, "/2? @online")
    assert not context.desk.workshop.of(Card)
    assert bar.box.text() == ""
    for words in ("Nobody knows who decides", "Nobody answers the telephone"):
        enter(qtbot, bar, words)
    for card in context.desk.workshop.of(Card):
        assert (card.kinds, card.source) == ((CardKind.UNSURE,), "online")
        assert card.lane == context.desk.workshop.of(Lane)[1].id


def test_a_kind_leads_to_the_question_that_has_kinds(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    enter(qtbot, bar, "/y Does neb yn ateb yno byth")
    (card,) = context.desk.workshop.of(Card)
    assert card.lane == context.desk.workshop.of(Lane)[1].id
    assert card.kinds == (CardKind.BEHAVIOURAL,)


def test_a_language_that_a_person_gives_is_kept(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    enter(qtbot, bar, "/cy The bus is late again")
    assert context.desk.workshop.of(Card)[0].text.original == Language.CY


def test_pasted_lines_have_each_their_codes_and_keep_their_order(
    context: Context, bar: CaptureBar
) -> None:
    bar.box.setText("/2c The first of them\n/3 The second of them\n/2s The third of them")
    assert bar.keep()
    cards = context.desk.workshop.inside(Card, context.desk.workshop.of(Lane)[1].id)
    assert [card.text.en.words for card in cards] == ["The first of them", "The third of them"]
    assert cards[0].order < cards[1].order
    context.desk.undo()
    assert not context.desk.workshop.of(Card)


def test_more_kinds_by_key_for_one_card_and_one_for_the_next(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClick(bar.box, Qt.Key.Key_2, ALT)
    for keys in ("CS", "B", "DY", "CSC", "U", "SU0"):
        for key in keys:
            qtbot.keyClick(bar.box, key, ALT)
        enter(qtbot, bar, f"With the keys {keys}")
    cultural, structural = CardKind.CULTURAL, CardKind.STRUCTURAL
    behavioural = CardKind.BEHAVIOURAL
    assert kinds_of(context) == [
        (cultural, structural),
        (behavioural,),
        (cultural, behavioural),
        (structural,),
        (CardKind.UNSURE,),
        (),
    ]


def test_one_chord_for_the_source(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    qtbot.keyClick(bar.box, Qt.Key.Key_F, ALT)
    line = bar.source.lineEdit()
    assert line.hasFocus()
    qtbot.keyClick(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert bar.box.hasFocus()
    enter(qtbot, bar, "Said at the third table")
    qtbot.keyClick(bar.box, Qt.Key.Key_L, ALT)
    enter(qtbot, bar, "Said by somebody online")
    qtbot.keyClick(bar.box, Qt.Key.Key_R, ALT)
    enter(qtbot, bar, "Said in the room")
    assert [c.source for c in context.desk.workshop.of(Card)] == ["3", "online", "room"]


@pytest.mark.parametrize("key", "GHJKWXZ")
def test_a_chord_that_does_nothing_types_nothing(qtbot: QtBot, bar: CaptureBar, key: str) -> None:
    qtbot.keyClicks(bar.box, "Half")
    event = QKeyEvent(QEvent.Type.KeyPress, ord(key), ALT, key.lower())
    QApplication.sendEvent(bar.box, event)
    assert bar.box.text() == "Half"


def test_letters_that_a_keyboard_writes_with_alt_are_written(bar: CaptureBar) -> None:
    """The Welsh keyboard of a Mac: Option and a vowel are the vowel with its roof."""
    for key, letter in zip("WYAIOU", "ŵŷâîôû", strict=True):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(key), ALT, letter)
        QApplication.sendEvent(bar.box, event)
    assert bar.box.text() == "ŵŷâîôû"


@pytest.mark.parametrize("typed", ["w\u0302y\u0302l", "ŵŷl"])
def test_composed_letters_are_kept_as_one(
    qtbot: QtBot, context: Context, bar: CaptureBar, typed: str
) -> None:
    composing = QInputMethodEvent("^", [])
    QApplication.sendEvent(bar.box, composing)
    assert bar.box.text() == "", "what is being composed is not typed yet"
    commit = QInputMethodEvent("", [])
    commit.setCommitString(typed)
    QApplication.sendEvent(bar.box, commit)
    qtbot.keyClicks(bar.box, " ar y bwrdd yn y dref")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert context.desk.workshop.of(Card)[0].text.cy.words == "ŵŷl ar y bwrdd yn y dref"


def test_a_new_line_stays_in_its_card(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    qtbot.keyClicks(bar.box, "The first line of it")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(bar.box, "the second line of it")
    assert not bar.pasted.isVisible()
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert texts(context, Card) == ["The first line of it\nthe second line of it"]


def test_a_draft_belongs_to_its_session(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    here = context.desk.workshop.id
    qtbot.keyClicks(bar.box, "Half said")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(bar.box, "on two lines")
    other = Session(id=new_id(), title=both("Arall", "Other"))
    context.desk.do(Edit("Start", created(other), other.id))
    context.desk.open(other.id)
    assert bar.box.text() == ""
    qtbot.keyClicks(bar.box, "Of the other")
    context.desk.open(here)
    assert bar.box.text() == "Half said\u2028on two lines"
    context.desk.open(other.id)
    assert bar.box.text() == "Of the other"


def test_the_draft_of_an_older_version_is_found(qtbot: QtBot, context: Context) -> None:
    context.settings.put("draft", "Left behind")
    context.settings.put("last_session", context.desk.workshop.id)
    made = CaptureBar(context)
    qtbot.addWidget(made)
    assert made.box.text() == "Left behind"
    assert context.settings.get("draft") == ""


def test_words_are_kept_as_a_draft_while_somebody_types_without_rest(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    bar._half_typed._long.setInterval(1)
    bar._half_typed._rest.setInterval(60_000)
    with qtbot.waitSignal(context.settings.changed, timeout=3000):
        qtbot.keyClicks(bar.box, "No rest")
    assert Drafts(context.settings).of(context.desk.workshop.id)


def test_who_noted_it_is_kept(qtbot: QtBot, context: Context, bar: CaptureBar) -> None:
    context.desk.author = "Mair"
    enter(qtbot, bar, "Who wrote this down is known")
    assert context.desk.workshop.of(Card)[0].noted_by == "Mair"


def test_the_line_under_the_box_says_the_keys_of_the_language(
    context: Context, bar: CaptureBar
) -> None:
    said = " ".join(bar.under.pieces)
    for part in ("Enter", "Alt+1 – Alt+3", "Alt+C, Alt+S, Alt+B", "Alt+F", "F1"):
        assert part in said
    context.words.switch("cy")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert "Alt+D, Alt+S, Alt+Y" in " ".join(bar.under.pieces)


def test_what_can_follow_is_said_and_tab_takes_the_first(qtbot: QtBot, bar: CaptureBar) -> None:
    qtbot.keyClicks(bar.box, "/cult")
    assert bar.under.pieces == ("Tab: /c Cultural",)
    qtbot.keyClick(bar.box, Qt.Key.Key_Tab)
    assert bar.box.text() == "/c "
    assert bar.under.pieces[0] == "Cultural"
    qtbot.keyClick(bar.box, Qt.Key.Key_Tab)
    assert not bar.box.hasFocus()


def test_few_words_and_abbreviations_are_doubted_quietly(
    qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    qtbot.keyClicks(bar.box, "Staff")
    qtbot.waitUntil(lambda: bar.under.pieces[0] == "Will this make sense tomorrow?")
    qtbot.keyClicks(bar.box, " are tired of every new form")
    assert bar.under.pieces[0] != "Will this make sense tomorrow?"
    bar.box.setText("Nobody here has any idea what PQRS does")
    qtbot.waitUntil(lambda: bar.under.pieces[0] == "Will this make sense tomorrow?")
    assert bar.under.pieces[1].endswith("PQRS")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert len(context.desk.workshop.of(Card)) == 1
    assert bar.under.pieces[0] == "The last card: will this make sense tomorrow?"
    enter(qtbot, bar, "PQRS (the people who repair street lights) came")
    assert bar.under.pieces[0] == "Enter: keep"


def test_a_code_that_nobody_knows_is_told_while_typing_and_after(
    bar: CaptureBar, qtbot: QtBot
) -> None:
    """Who types fast saw nothing: the card stood in the first lane with the code in its words."""
    qtbot.keyClicks(bar.box, "/2 /9 too many long forms")
    assert bar.under.pieces[1] == "/9 is no code: it stays with the words"
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert bar.under.pieces == ("The last card: /9 is no code, it stayed with the words",)
    qtbot.keyClicks(bar.box, "/2 too many long forms")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert bar.under.pieces[0] == "Enter: keep"


def test_a_pasted_list_loses_its_bullets_as_when_it_is_looked_at_first(
    context: Context, bar: CaptureBar
) -> None:
    bar.box.insertPlainText("- Shorter forms\n• Mwy o amser\n3. /2 Letters in Welsh")
    bar.keep()
    assert words_of(context) == {"Shorter forms", "Mwy o amser", "Letters in Welsh"}
    bar.box.insertPlainText("- nobody asked us")
    bar.keep()
    assert "- nobody asked us" in words_of(context)


def words_of(context: Context) -> set[str]:
    return {card.text.as_said() for card in context.desk.workshop.of(Card)}


def test_no_code_falls_off_the_line_at_large_text(
    qapp: QApplication, qtbot: QtBot, context: Context, bar: CaptureBar
) -> None:
    """At 150 % in Welsh the quote, the parking lot and both languages were not offered."""
    context.words.switch("cy")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    context.settings.put("scale", 150)
    context.theme.apply(qapp)
    bar.resize(1310, bar.height())
    qtbot.keyClicks(bar.box, "/")
    for code in ("/1", "/3", "/d Diwylliannol", "/q Dyfyniad", "/i I'w drafod eto", "/cy", "/en"):
        assert code in bar.under.text()
    bar.resize(2600, bar.height())
    assert "/en English" in bar.under.text()


def test_the_window_of_another_library_keeps_its_own_draft(tmp_path: Path) -> None:
    """The drafts of all sessions are one setting, which each window knew as it was at its start."""
    settings = Settings(tmp_path)
    Drafts(settings).keep("here", "Ours")
    other = (
        "import pathlib, sys;"
        "from gweithdy.ui.capture.drafts import Drafts;"
        "from gweithdy.ui.settings import Settings;"
        "Drafts(Settings(pathlib.Path(sys.argv[1]))).keep('there', 'Theirs')"
    )
    subprocess.run([sys.executable, "-c", other, str(tmp_path)], check=True)
    Drafts(settings).keep("here", "Ours and more")
    assert Drafts(settings).of("there") == "Theirs"
    assert Drafts(settings).of("here") == "Ours and more"
