"""What arrives is looked at before it becomes cards: by keyboard, in one edit, undone in one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.exchange.incoming.samples import FILES, REPORTS, TEAMS_CLASSIC, ZOOM_NOW

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.board import Card, CardKind, Lane, LaneKind
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.edits import board
from gweithdy.edits.changes import created
from gweithdy.exchange.incoming.messages import Form
from gweithdy.exchange.incoming.tables import Says
from gweithdy.ui.arriving.door import show_file, show_text
from gweithdy.ui.arriving.rows import AUTHOR, STAMP, WHY
from gweithdy.ui.arriving.sheet import ArrivingSheet
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

Key = Qt.Key
Show = Callable[..., ArrivingSheet]


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    context.desk.do(board.start_board(context.desk.workshop))
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def show(qtbot: QtBot, context: Context, window: QWidget, done: list[str], tmp_path: Path) -> Show:
    """Shows the sheet for a text or a file, once it is read."""

    def one(what: str) -> ArrivingSheet:
        if what in FILES:
            (tmp_path / what).write_bytes(FILES[what])
            show_file(window, context, tmp_path / what, done.extend)
        else:
            show_text(window, context, what, done.extend)
        qtbot.waitUntil(lambda: bool(sheets(window)))
        [sheet] = sheets(window)
        read(qtbot, sheet)
        return sheet

    return one


def sheets(window: QWidget) -> list[ArrivingSheet]:
    return [each for each in window.findChildren(ArrivingSheet) if each.isVisible()]


def read(qtbot: QtBot, sheet: ArrivingSheet) -> None:
    qtbot.waitUntil(lambda: bool(sheet.counts.text()) and not sheet._context.jobs._running)


def agree(qtbot: QtBot, sheet: ArrivingSheet) -> None:
    sheet.add.setFocus()
    with qtbot.waitSignal(sheet.finished):
        qtbot.keyClick(sheet.add, Key.Key_Return)


def said(context: Context) -> list[str]:
    return [card.text.as_said() for card in context.desk.workshop.of(Card)]


def shown(sheet: ArrivingSheet) -> list[tuple[bool, str]]:
    return [(row.taken, row.words.as_said()) for row in sheet.table.source.rows]


def test_a_chat_becomes_cards_in_one_step(
    qtbot: QtBot, context: Context, show: Show, done: list[str]
) -> None:
    sheet = show(ZOOM_NOW)
    assert sheet.chosen_form() is Form.ZOOM_CHAT
    assert shown(sheet) == [
        (True, "What should the pier be used for?"),
        (True, "A ferry stop, all year and a café: open late"),
        (True, "A market on Sundays"),
        (False, 'Reacted to "A market on Sundays" with 👍'),
        (False, "👍"),
    ]
    assert sheet.counts.text() == (
        "New: 3. Already there: 0. Left out: 3. Private message: 1 · "
        "Reaction, not words: 1 · No words: 1"
    )
    assert sheet.add.text() == "Import 3 cards"
    assert said(context) == []
    agree(qtbot, sheet)
    cards = context.desk.workshop.of(Card)
    assert [card.id for card in cards] == done
    assert {card.source for card in cards} == {"online"}
    assert not any(each.author for each in context.desk.workshop.of(Arrived))
    context.desk.undo()
    assert said(context) == []
    context.desk.redo()
    assert len(said(context)) == 3


def test_twice_adds_nothing_unless_asked(qtbot: QtBot, context: Context, show: Show) -> None:
    agree(qtbot, show(TEAMS_CLASSIC))
    sheet = show(TEAMS_CLASSIC)
    assert not sheet.add.isEnabled()
    assert sheet.counts.text().startswith("New: 0. Already there: 3.")
    sheet.again.click()
    assert sheet.add.text() == "Import 3 cards"
    sheet.again.click()
    assert not sheet.add.isEnabled()
    qtbot.keyClick(sheet, Key.Key_Escape)
    assert len(said(context)) == 3


def test_enter_on_a_choice_does_not_throw_away_what_was_set(
    qtbot: QtBot, context: Context, show: Show
) -> None:
    sheet = show("One idea here\nAnother idea")
    sheet.place.lane.setFocus()
    with qtbot.waitSignal(sheet.finished):
        qtbot.keyClick(sheet.place.lane, Key.Key_Return)
    assert len(said(context)) == 2


def test_what_is_refused_is_told_in_the_sheet_and_can_be_done_again(
    qtbot: QtBot, context: Context, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words in the window lie under the sheet, and Enter went to the first choice."""
    sheet = show("One idea here\nAnother idea")
    with monkeypatch.context() as disk:
        disk.setattr(context.library, "write", full)
        with qtbot.waitSignal(context.desk.refused):
            sheet.add.click()
    assert sheet.isVisible()
    assert sheet.counts.text() == "The disk is full."
    assert sheet.add.isEnabled()
    assert sheet.focusWidget() is sheet.add
    agree(qtbot, sheet)
    assert len(said(context)) == 2


@pytest.mark.parametrize("what", ["slido.json", "teams.vtt", "meeting_saved_chat.txt"])
def test_when_and_why_not_are_not_cut_while_there_is_room(
    context: Context, show: Show, what: str
) -> None:
    context.words.switch("cy")
    table = show(what).table
    for column in (STAMP, WHY):
        if not table.isColumnHidden(column):
            assert table.sizeHintForColumn(column) <= table.columnWidth(column)


@pytest.mark.parametrize(
    ("text", "source"), [("One idea here\nAnother idea", "3"), (ZOOM_NOW, "online")]
)
def test_a_pasted_list_was_said_where_the_box_says(
    qtbot: QtBot, context: Context, window: QWidget, text: str, source: str
) -> None:
    show_text(window, context, text, lambda _: None, ("", "3"))
    qtbot.waitUntil(lambda: bool(sheets(window)))
    [sheet] = sheets(window)
    read(qtbot, sheet)
    agree(qtbot, sheet)
    assert {card.source for card in context.desk.workshop.of(Card)} == {source}


def test_a_list_is_no_guess(show: Show) -> None:
    sheet = show("One idea here\nAnother idea")
    assert sheet.chosen_form() is Form.LINES
    assert sheet.why.text() == "It is none of the other kinds: a card for each line."


def full(_edit: object) -> int:
    raise Problem("The disk is full.")


def test_rows_are_left_out_by_space_one_or_many(qtbot: QtBot, context: Context, show: Show) -> None:
    sheet = show("One idea here\nAnother idea\nA third idea")
    assert sheet.focusWidget() is sheet.table
    qtbot.keyClick(sheet.table, Key.Key_Space)
    assert [taken for taken, _ in shown(sheet)] == [False, True, True]
    assert sheet.add.text() == "Import 2 cards"
    sheet.table.selectAll()
    qtbot.keyClick(sheet.table, Key.Key_Space)
    assert all(taken for taken, _ in shown(sheet))
    qtbot.keyClick(sheet.table, Key.Key_Space)
    assert not sheet.add.isEnabled()
    qtbot.keyClick(sheet.table, Key.Key_Space)
    agree(qtbot, sheet)
    assert said(context) == ["One idea here", "Another idea", "A third idea"]


def test_a_message_that_was_not_seen_as_one_can_be_taken_all_the_same(
    qtbot: QtBot, context: Context, show: Show
) -> None:
    sheet = show("Words before all\n" + TEAMS_CLASSIC)
    assert shown(sheet)[0] == (False, "Words before all")
    qtbot.keyClick(sheet.table, Key.Key_Space)
    agree(qtbot, sheet)
    assert said(context)[0] == "Words before all"


def test_lane_kind_source_and_names_are_chosen_for_all(
    qtbot: QtBot, context: Context, show: Show
) -> None:
    sheet = show("meeting_saved_chat.txt")
    lanes = context.desk.workshop.of(Lane)
    [barriers] = [n for n, lane in enumerate(lanes) if lane.kind is LaneKind.BARRIERS]
    assert not sheet.place.kind.isVisible()
    sheet.place.lane.setCurrentIndex(barriers)
    assert sheet.place.kind.isVisible()
    sheet.place.kind.show_kinds((CardKind.STRUCTURAL,))
    sheet.place.source.show_source("3", "")
    assert sheet.names.isVisible()
    assert not sheet.names.isChecked()
    assert sheet.table.isColumnHidden(AUTHOR)
    sheet.names.click()
    assert not sheet.table.isColumnHidden(AUTHOR)
    agree(qtbot, sheet)
    cards = context.desk.workshop.of(Card)
    assert {(c.lane, c.kind, c.source) for c in cards} == {
        (lanes[barriers].id, CardKind.STRUCTURAL, "3")
    }
    authors = [context.desk.workshop.inside(Arrived, card.id)[0].author for card in cards]
    assert authors == ["Noa Álvarez", "Priya Nand", "Sam Rivera"]


def test_what_the_columns_say_can_be_changed(qtbot: QtBot, context: Context, show: Show) -> None:
    sheet = show("forms.xlsx")
    assert sheet.chosen_form() is Form.FORMS
    assert [box.value() for box in sheet.columns.boxes][6:] == [Says.CHOICES, Says.WORDS]
    assert sheet.add.text() == "Import 5 cards"
    assert sheet.place.source.source() == "before"
    sheet.columns.boxes[6].show_value(Says.NOTHING)
    sheet.columns.boxes[6].chosen.emit(Says.NOTHING)
    read(qtbot, sheet)
    assert [words for _, words in shown(sheet)] == [
        '=HYPERLINK("http://evil.example","click")', "Ramp needed at the steps",
    ]  # fmt: skip
    agree(qtbot, sheet)
    assert len(said(context)) == 2


def test_a_first_row_may_be_no_heading(qtbot: QtBot, show: Show) -> None:
    sheet = show("Syniad\tEnw\nFferi\tSiân\nCaffi newydd\tNoa")
    assert [words for _, words in shown(sheet)] == ["Fferi", "Caffi newydd"]
    assert sheet.columns.first_row.isChecked()
    sheet.columns.first_row.click()
    read(qtbot, sheet)
    assert "Syniad" in [words for _, words in shown(sheet)]
    assert len(sheet.table.source.rows) == 6


def test_somebody_may_say_what_it_is(qtbot: QtBot, context: Context, show: Show) -> None:
    sheet = show(TEAMS_CLASSIC)
    sheet.form.show_value(Form.LINES)
    sheet.form.chosen.emit(Form.LINES)
    read(qtbot, sheet)
    assert len(sheet.table.source.rows) == 8
    sheet.form.show_value(Form.SLIDO)
    sheet.form.chosen.emit(Form.SLIDO)
    read(qtbot, sheet)
    assert "not valid JSON" in sheet.counts.text()
    assert not sheet.add.isEnabled()
    assert said(context) == []


def test_of_a_transcript_lines_are_picked(qtbot: QtBot, context: Context, show: Show) -> None:
    sheet = show("teams.vtt")
    assert [taken for taken, _ in shown(sheet)] == [False, False]
    assert not sheet.add.isEnabled()
    qtbot.keyClick(sheet.table, Key.Key_Down)
    qtbot.keyClick(sheet.table, Key.Key_Space)
    agree(qtbot, sheet)
    assert said(context) == ["A ferry stop & a café, all year."]


@pytest.mark.parametrize("name", [*REPORTS, "picture.txt"])
def test_what_cannot_come_in_is_told(
    qtbot: QtBot, context: Context, window: QWidget, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(REPORTS.get(name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9))
    with qtbot.waitSignal(context.desk.refused) as told:
        show_file(window, context, path, lambda _: None)
    assert isinstance(told.args[0], Problem)
    assert not sheets(window)


def test_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, show: Show) -> None:
    sheet = show("forms.xlsx")
    for box in (sheet.form, sheet.place.lane, sheet.place.source, *sheet.columns.boxes):
        assert box.accessibleName(), box
    assert sheet.table.accessibleName() == "What would become cards"
    table = QAccessible.queryAccessibleInterface(sheet.table)

    def tick() -> str:
        cells = (table.child(place) for place in range(table.childCount()))
        names = (cell.text(QAccessible.Text.Name) for cell in cells)
        return next(name for name in names if name.startswith("Import: "))

    assert tick() == "Import: To be imported"
    qtbot.keyClick(sheet.table, Key.Key_Space)
    assert tick() == "Import: Left out"


def test_tab_goes_everywhere_and_the_sheet_stays_within_its_window(
    qtbot: QtBot, show: Show, window: QWidget
) -> None:
    sheet = show("forms.xlsx")
    assert sheet.width() <= window.width()
    assert sheet.height() <= window.height()
    seen = set()
    for _ in range(60):
        seen.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    for each in (sheet.form, sheet.place.lane, sheet.table, sheet.leave, sheet.add):
        assert each in seen


def drop(page: QWidget, target: QWidget, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    over.ignore()
    QApplication.sendEvent(target, over)
    if not over.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return True


def test_a_file_can_be_dropped_on_the_board(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    context.desk.do(board.start_board(context.desk.workshop))
    page = BoardPage(context)
    qtbot.addWidget(page)
    asked: list[Path | None] = []
    page.arrival_asked.connect(asked.append)
    path = tmp_path / "list.txt"
    assert drop(page, page, path)
    assert asked == [path]
    assert not drop(page, page, path, path)
    assert not drop(page, page, tmp_path / "music.mp3")
    # Pictures are taken too, as many as there are, but no cards are made of what is on them.
    photo = tmp_path / "photo.jpg"
    assert drop(page, page, photo, photo)
    assert not drop(page, page, photo, path)
    assert asked == [path]
    # The board itself leaves it to the page.
    assert not page.pane.view.acceptDrops()
    assert not page.pane.view.viewport().acceptDrops()


def test_asked_for_twice_while_it_is_read_it_is_shown_once(
    qtbot: QtBot, context: Context, window: QWidget
) -> None:
    """Enter pressed twice on a long chat laid a second sheet over the first."""
    for _ in range(2):
        show_text(window, context, ZOOM_NOW, lambda _: None)
    qtbot.waitUntil(lambda: bool(sheets(window)) and not context.jobs._running)
    QApplication.processEvents()
    assert len(sheets(window)) == 1


def test_what_was_read_for_one_session_does_not_come_into_another(
    qtbot: QtBot, context: Context, window: QWidget
) -> None:
    other = Session(id=new_id(), title=both("Arall", "Another"))
    context.desk.do(Edit("Start", created(other), other.id))
    show_text(window, context, ZOOM_NOW, lambda _: None)
    context.desk.open(other.id)
    qtbot.waitUntil(lambda: not context.jobs._running)
    QApplication.processEvents()
    assert not sheets(window)
