"""The Translation page: what is shown, what stays in sight, and what an edit costs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Board, Card, Lane
from gweithdy.domain.change import Edit, Origin
from gweithdy.domain.ids import new_id
from gweithdy.domain.text import Language, SaidIn, Text, Translation, Typed, both, said
from gweithdy.edits import board, sessions
from gweithdy.edits.changes import created, updated
from gweithdy.storage.library import Library
from gweithdy.ui.access.language import LANGUAGE
from gweithdy.ui.attempt import NO_VISIT
from gweithdy.ui.context import Context
from gweithdy.ui.translation.filter import Lacking, Query, Which
from gweithdy.ui.translation.model import STATE, column_of
from gweithdy.ui.translation.page import TranslationPage
from gweithdy.ui.translation.states import state_words

ROLE = Qt.ItemDataRole
CY, EN = column_of(Language.CY), column_of(Language.EN)


TEXTS = (
    said("Mae'r bws yn hwyr", "cy"),
    said("The bus is late", "en"),
    both("Dŵr", "Water"),
    said("Grant forms", "en").having("cy", "Ffurflenni grant"),
)
"""What stands on four cards."""


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> TranslationPage:
    """The page, in sight, of a session with a title and four cards."""
    workshop = context.desk.workshop
    assert workshop
    wall = Board(id=new_id(), session=workshop.id, title=both("Wal", "Wall"))
    lane = Lane(id=new_id(), session=workshop.id, board=wall.id, title=both("Beth?", "What?"))
    cards = [
        Card(id=new_id(), session=workshop.id, lane=lane.id, text=text, order=float(place))
        for place, text in enumerate(TEXTS)
    ]
    changes = tuple(change for each in (wall, lane, *cards) for change in created(each))
    context.desk.do(Edit("Start", changes, workshop.id))
    page = TranslationPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def cards(page: TranslationPage) -> list[Card]:
    assert page.workshop
    return page.workshop.of(Card)


def row_of(page: TranslationPage, card: Card) -> int:
    return page.table.lines.row_of(f"{card.id}.text")


def shown_words(page: TranslationPage) -> list[str]:
    return [line.cy or line.en for line in page.table.lines.rows]


def progress(page: TranslationPage) -> str:
    return page.progress.text().replace("\xa0", " ")


def look_for(page: TranslationPage, **what: object) -> None:
    page.filter.show_query(replace(Query(), **what))  # type: ignore[arg-type]


def test_a_board_is_listed_as_it_is_read_and_words_say_their_language(
    page: TranslationPage,
) -> None:
    words = ["Diwrnod", "Wal", "Beth?", "Mae'r bws yn hwyr", "The bus is late", "Dŵr"]
    assert shown_words(page)[:6] == words
    late = page.table.lines.index(3, CY)
    assert late.data() == "Mae'r bws yn hwyr"
    assert late.data(LANGUAGE) == Language.CY
    assert late.data(ROLE.AccessibleTextRole) == "Cymraeg: Mae'r bws yn hwyr"
    # Never the other language's words in the place of those that are missing.
    missing = page.table.lines.index(3, EN)
    assert missing.data() is None
    assert missing.data(LANGUAGE) == Language.EN
    assert missing.data(ROLE.AccessibleTextRole) == "English: empty"
    assert page.table.lines.index(3, STATE).data() == "○ Translation needed"
    spoken = page.table.lines.index(3, STATE).data(ROLE.AccessibleTextRole)
    assert spoken == "Status: Translation needed (English)"


def test_progress_counts_what_is_there_and_what_is_to_check(page: TranslationPage) -> None:
    assert progress(page) == "Cymraeg: 6 of 7 texts, 1 to check · English: 6 of 7 texts"
    page.table.select(page.table.lines.rows[-1].id)
    page.bound.run("translation.translated")
    assert progress(page) == "Cymraeg: 6 of 7 texts · English: 6 of 7 texts"


def test_what_a_machine_wrote_does_not_count(page: TranslationPage) -> None:
    page.table.select(page.table.lines.rows[-1].id)
    page.table.marked.emit(Translation.MACHINE)
    assert progress(page).startswith("Cymraeg: 5 of 7 texts, 1 to check")


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ({"lacking": Lacking.NO_CY}, ["The bus is late"]),
        ({"lacking": Lacking.NO_EN}, ["Mae'r bws yn hwyr"]),
        ({"lacking": Lacking.INTO_CY}, ["The bus is late", "Ffurflenni grant"]),
        ({"which": Translation.DRAFT}, ["Ffurflenni grant"]),
        ({"which": Which.TO_CHECK}, ["Ffurflenni grant"]),
        (
            {"which": Which.TO_DO},
            ["Mae'r bws yn hwyr", "The bus is late", "Ffurflenni grant"],
        ),
        ({"place": "agenda"}, ["Diwrnod"]),
        ({"place": "Board"}, ["Wal"]),
        ({"words": "ffurflen"}, ["Ffurflenni grant"]),
        ({"words": "bws"}, ["Mae'r bws yn hwyr"]),
        ({"words": "water"}, ["Dŵr"]),
        ({"words": "bus", "lacking": Lacking.NO_EN}, []),
    ],
)
def test_texts_are_looked_for(
    page: TranslationPage, what: dict[str, object], found: list[str]
) -> None:
    look_for(page, **what)
    assert shown_words(page) == found
    assert page.empty.isVisible() is not bool(found)
    look_for(page)
    assert len(shown_words(page)) == 7


def test_what_was_just_translated_stays_until_something_else_is_looked_for(
    page: TranslationPage,
) -> None:
    look_for(page, lacking=Lacking.NO_CY)
    line = page.table.lines.rows[0]
    page.table.lines.given.emit(line.id, "cy", "Mae'r bws yn hwyr eto", NO_VISIT)
    assert shown_words(page) == ["Mae'r bws yn hwyr eto"]
    page.filter.changed.emit()
    assert shown_words(page) == []


def test_others_words_arrive_and_new_ones_come_into_sight(
    page: TranslationPage, library: Library, qtbot: QtBot
) -> None:
    assert page.workshop
    look_for(page, lacking=Lacking.NO_CY)
    now = cards(page)
    theirs = board.change_card(page.workshop, now[0].id, text=SaidIn(Language.EN))
    library.write(replace(theirs, origin=Origin.PHONE))
    theirs = board.change_card(page.workshop, now[2].id, text=Typed(Language.CY, ""))
    library.write(replace(theirs, origin=Origin.PHONE))
    qtbot.waitUntil(lambda: shown_words(page) == ["The bus is late", "Water"])
    lane = now[0].lane
    more = board.add_card(page.workshop, "One more", "en", lane, "none", "room", page.desk.now())
    library.write(replace(more, origin=Origin.PHONE))
    qtbot.waitUntil(lambda: shown_words(page) == ["The bus is late", "Water", "One more"])
    gone = board.remove_cards(page.workshop, [now[1].id])
    library.write(replace(gone, origin=Origin.PHONE))
    qtbot.waitUntil(lambda: shown_words(page) == ["Water", "One more"])


def test_half_typed_words_outlive_what_others_add(
    page: TranslationPage, library: Library, qtbot: QtBot
) -> None:
    assert page.workshop
    page.table.select(page.table.lines.rows[4].id)
    page.table.write_in(Language.CY)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor
    qtbot.keyClicks(editor, "Hanner")
    lane = cards(page)[0].lane
    for n in range(3):
        more = board.add_card(page.workshop, f"{n}", "en", lane, "none", "room", page.desk.now())
        library.write(replace(more, origin=Origin.PHONE))
    qtbot.waitUntil(lambda: len(page.table.lines.rows) == 10)
    assert editor.isVisible()
    assert editor.text() == "Hanner"
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert cards(page)[1].text.cy.words == "Hanner"


def test_a_pause_in_a_cell_saves_and_the_whole_stay_is_one_step(
    page: TranslationPage, qtbot: QtBot
) -> None:
    card = cards(page)[1]
    page.table.select(f"{card.id}.text")
    page.table.write_in(Language.CY)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor
    qtbot.keyClicks(editor, "Bws")
    qtbot.waitUntil(lambda: cards(page)[1].text.cy.words == "Bws")
    qtbot.keyClicks(editor, " hwyr")
    qtbot.waitUntil(lambda: cards(page)[1].text.cy.words == "Bws hwyr")
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    page.desk.undo()
    assert cards(page)[1].text == card.text


def test_what_a_thing_is_known_by_is_not_emptied(page: TranslationPage, qtbot: QtBot) -> None:
    card = cards(page)[1]
    with qtbot.waitSignal(page.desk.refused) as told:
        page.table.lines.given.emit(f"{card.id}.text", "en", "", NO_VISIT)
    assert "needs words" in str(told.args)
    assert cards(page)[1] == card


def test_the_menu_marks_what_is_selected(page: TranslationPage) -> None:
    page.table.selectAll()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(page.table, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    menu = page.table.findChild(QMenu)
    assert menu
    said_there = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert "Open where it stands" in said_there
    # None of them was sent, so that it could be taken back.
    assert not said_there["○ Translation needed"].isEnabled()
    assert said_there["✓ Approved"].text() == "✓ Approved\tCtrl+Shift+A"
    said_there["✓ Approved"].trigger()
    states = [line.state for line in page.table.lines.rows]
    # What has no words yet cannot be approved.
    assert states.count(Translation.MISSING) == 2
    assert states.count(Translation.REVIEWED) == 5
    menu.close()


def test_sent_can_be_said_of_what_has_no_words_and_taken_back(page: TranslationPage) -> None:
    page.table.select(f"{cards(page)[1].id}.text")
    page.table.marked.emit(Translation.SENT)
    assert page.table.lines.rows[row_of(page, cards(page)[1])].state is Translation.SENT
    page.table.marked.emit(Translation.MISSING)
    assert page.table.lines.rows[row_of(page, cards(page)[1])].state is Translation.MISSING


def test_the_original_has_no_state_and_is_named(page: TranslationPage) -> None:
    page.table.select(f"{cards(page)[3].id}.text")
    editor = page.editor
    assert editor.states[Language.CY].isVisible()
    assert not editor.states[Language.EN].isVisible()
    assert editor.said[Language.EN].isVisible()
    assert editor.where.text() == "Capture › Card › Wall › What?"


def test_a_state_that_does_not_fit_is_refused(page: TranslationPage, qtbot: QtBot) -> None:
    page.table.select(f"{cards(page)[1].id}.text")
    with qtbot.waitSignal(page.desk.refused):
        page.table.marked.emit(Translation.REVIEWED)


def test_hints_are_given_for_what_the_organiser_wrote_alone(page: TranslationPage) -> None:
    assert page.workshop
    session = page.workshop.session
    long = "We utilise the DWP " + "and so on " * 9
    page.desk.do(sessions.change_session(session, purpose=Typed(Language.EN, long)))
    page.table.select(f"{session.id}.purpose")
    said_there = page.editor.hints[Language.EN].text().splitlines()
    assert said_there == [
        "A sentence of 31 words: up to 25 are easy to read",
        "Plainer than “utilise”: use",
        "Not explained anywhere: DWP",
    ]
    page.desk.do(
        sessions.change_session(
            page.workshop.session, next_steps=Typed(Language.EN, "Work and Pensions (DWP)")
        )
    )
    page.table.select(f"{session.id}.title")
    page.table.select(f"{session.id}.purpose")
    assert "DWP" not in page.editor.hints[Language.EN].text()
    card = cards(page)[1]
    page.desk.do(board.change_card(page.workshop, card.id, text=Typed(Language.EN, long)))
    page.table.select(f"{card.id}.text")
    assert not page.editor.hints[Language.EN].isVisible()


def test_five_thousand_texts_are_drawn_for_what_changed(page: TranslationPage) -> None:
    assert page.workshop
    lane = cards(page)[0].lane
    many = [
        Card(
            id=new_id(),
            session=page.workshop.id,
            lane=lane,
            text=said(f"Text number {n}", "en"),
            order=10.0 + n,
        )
        for n in range(5000)
    ]
    changes = tuple(change for each in many for change in created(each))
    page.desk.do(Edit("Start", changes, page.workshop.id))
    drawn: list[int] = []
    page.table.lines.dataChanged.connect(lambda a, b, *_: drawn.append(b.row() - a.row() + 1))
    asked: list[object] = []
    page.table.lines.modelReset.connect(lambda: asked.append(1))
    edit = board.change_card(page.workshop, many[2500].id, text=Typed(Language.CY, "Testun"))
    page.desk.do(edit)
    assert drawn == [1]
    assert not asked
    assert page.table.lines.rows[row_of(page, many[2500])].cy == "Testun"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_keyboard_comes_to_the_words_that_are_to_be_written(page: TranslationPage) -> None:
    page.table.select(page.table.lines.rows[3].id)
    assert page.table.currentIndex().column() == EN
    look_for(page, lacking=Lacking.NO_CY)
    line = page.table.line()
    assert line is not None
    assert line.en == "The bus is late"
    assert page.table.currentIndex().column() == CY


def test_words_still_waiting_go_to_the_line_that_was_shown(page: TranslationPage) -> None:
    late, water = cards(page)[0], cards(page)[2]
    page.table.select(f"{late.id}.text")
    box = page.editor.text.boxes[Language.EN]
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("The bus is late")
    # Nobody has left the box: another line is shown by code.
    page.table.select(f"{water.id}.text")
    assert cards(page)[0].text.en.words == "The bus is late"
    assert cards(page)[2].text == water.text
    assert box.toPlainText() == "Water"
    assert page.editor.text.unsaved() == []


def test_a_cell_keeps_line_breaks(page: TranslationPage, qtbot: QtBot) -> None:
    assert page.workshop
    card = cards(page)[2]
    page.desk.do(board.change_card(page.workshop, card.id, text=Typed(Language.EN, "One\ntwo")))
    page.table.select(f"{card.id}.text")
    page.table.write_in(Language.EN)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor
    editor.end(False)
    qtbot.keyClicks(editor, "!")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert cards(page)[2].text.en.words == "One\ntwo!"


def cell_of(page: TranslationPage, card: Card, language: Language) -> QLineEdit:
    """The cell of a card's words, open."""
    page.table.select(f"{card.id}.text")
    page.table.write_in(language)
    editor = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(editor, QLineEdit)
    return editor


def stands(page: TranslationPage, card: Card, text: Text) -> None:
    """Let `text` stand on a card, as it may come in a session file."""
    assert page.workshop
    page.desk.do(Edit("Change", updated(card, text=text), page.workshop.id))


@pytest.mark.parametrize(("language", "typed"), [("en", "a" * 6000 + " end!"), ("cy", "!")])
def test_a_text_longer_than_a_card_is_changed_and_translated_whole(
    page: TranslationPage, qtbot: QtBot, language: str, typed: str
) -> None:
    card = cards(page)[1]
    stands(page, card, said("a" * 6000 + " end", "en"))
    editor = cell_of(page, card, Language(language))
    editor.end(False)
    qtbot.keyClicks(editor, "!")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert cards(page)[1].text.get(language) == typed
    assert len(cards(page)[1].text.en.words) >= 6004


def test_what_is_too_long_stays_in_its_cell_until_it_is_shorter(
    page: TranslationPage, qtbot: QtBot
) -> None:
    card = cards(page)[1]
    editor = cell_of(page, card, Language.CY)
    editor.setText("a" * 5001)
    with qtbot.waitSignal(page.desk.refused) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert told.args is not None
    assert "5001" in str(told.args[0])
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert cards(page)[1].text.cy.words == "a" * 5000
    qtbot.waitUntil(lambda: not editor.isVisible())


def test_escape_brings_back_the_state_with_the_words(page: TranslationPage, qtbot: QtBot) -> None:
    card = cards(page)[3]
    before = card.text.marked("cy", Translation.SENT)
    stands(page, card, before)
    editor = cell_of(page, card, Language.CY)
    qtbot.keyClicks(editor, "abc")
    qtbot.waitUntil(lambda: cards(page)[3].text.cy.words == "abc")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert cards(page)[3].text == before


def test_escape_leaves_a_cell_empty_that_was_sent(page: TranslationPage, qtbot: QtBot) -> None:
    card = cards(page)[1]
    before = card.text.marked("cy", Translation.SENT)
    stands(page, card, before)
    editor = cell_of(page, card, Language.CY)
    qtbot.keyClicks(editor, "abc")
    qtbot.waitUntil(lambda: cards(page)[1].text.cy.words == "abc")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert cards(page)[1].text == before


@pytest.mark.parametrize(("key", "row"), [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 6)])
def test_the_first_and_the_last_line_are_chosen_by_key(
    page: TranslationPage, qtbot: QtBot, key: Qt.Key, row: int
) -> None:
    page.table.select(page.table.lines.rows[3].id)
    qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ControlModifier)
    assert page.table.currentIndex().row() == row
    assert page.table.chosen() == [page.table.lines.rows[row].id]


def test_after_undo_the_caret_is_in_the_translation_of_the_line_that_is_shown(
    page: TranslationPage, qtbot: QtBot
) -> None:
    late, forms = cards(page)[1], cards(page)[3]
    page.desk.do(board.change_card(page.workshop, late.id, text=Typed(Language.CY, "Bws hwyr")))  # type: ignore[arg-type]
    page.table.select(f"{cards(page)[2].id}.text")
    boxes = page.editor.text.boxes
    # Of this one English is the translation.
    boxes[Language.EN].setFocus()
    qtbot.waitUntil(boxes[Language.EN].hasFocus)
    page.reveal({late.id})
    assert boxes[Language.CY].hasFocus()
    page.table.setFocus()
    page.reveal({forms.id})
    assert page.table.hasFocus()


def test_the_filters_stay_where_they_are_while_words_are_looked_for(
    page: TranslationPage, qtbot: QtBot
) -> None:
    before = page.filter.which.pos()
    page.filter.text.setFocus()
    qtbot.keyClicks(page.filter.text, "bws")
    QApplication.processEvents()
    assert page.filter.which.pos() == before


@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_state_is_cut_in_the_table_or_in_the_list_of_filters(
    page: TranslationPage, language: str, qtbot: QtBot
) -> None:
    page.words.switch(language)
    page.retranslate()
    table, box = page.table, page.filter.which
    longest = max(
        table.fontMetrics().horizontalAdvance(state_words(page.words, state))
        for state in Translation
    )
    assert table.columnWidth(STATE) >= longest + 24
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()


def test_what_was_just_translated_outlives_a_switch_of_the_language(page: TranslationPage) -> None:
    look_for(page, lacking=Lacking.NO_CY)
    page.table.lines.given.emit(page.table.lines.rows[0].id, "cy", "Mae'r bws yn hwyr", NO_VISIT)
    page.words.switch(Language.CY)
    page.retranslate()
    page.show_all()
    assert shown_words(page) == ["Mae'r bws yn hwyr"]


@pytest.mark.parametrize("height", [700, 400])
def test_one_key_goes_from_the_list_to_where_the_translation_is_written_and_back(
    page: TranslationPage, qtbot: QtBot, height: int
) -> None:
    page.resize(1100, height)
    qtbot.waitUntil(lambda: page.around.narrow is (height == 400))
    boxes = page.editor.text.boxes
    for place, language in ((0, Language.EN), (1, Language.CY)):
        page.table.select(f"{cards(page)[place].id}.text")
        page.table.setFocus()
        qtbot.waitUntil(page.table.hasFocus)
        page.bound.run("translation.whole")
        assert boxes[language].hasFocus()
        page.bound.run("translation.whole")
        assert page.table.hasFocus()


def test_where_the_last_text_goes_while_the_keyboard_is_in_it_the_keyboard_is_in_the_search(
    page: TranslationPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    [first, *_] = page.table.lines.rows
    page.table.select(first.id)
    page.editor.text.boxes[Language.CY].setFocus()
    page.filter.show_query(Query(words="nothing is like this"))
    assert page.empty.isVisible()
    assert page.focusWidget() is page.filter.text
