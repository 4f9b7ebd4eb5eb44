"""The Plan page: blocks by keyboard and by hand, their times, and what must never be lost."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.agenda import Block, BlockKind
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language, said
from gweithdy.edits import agenda, running
from gweithdy.storage.library import Library
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.time_line import TimeLine

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
TIME, KIND, TITLE, MINUTES = range(4)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> AgendaPage:
    page = AgendaPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    page.show()
    QAbstractItemModelTester(
        page.table.source, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    return page


@pytest.fixture
def planned(page: AgendaPage) -> AgendaPage:
    """The page with four blocks of half an hour from 9:30."""
    assert page.workshop
    for name in "abcd":
        page.desk.do(agenda.add(page.workshop, title=said(name, "en"), minutes=30))
    page.session.set_open(False)
    page.table.select(blocks(page)[0].id)
    return page


def blocks(page: AgendaPage) -> list[Block]:
    assert page.workshop
    return page.workshop.of(Block)


def order(page: AgendaPage) -> str:
    assert [row.id for row in page.table.source.rows] == [block.id for block in blocks(page)]
    return "".join(block.title.en.words for block in blocks(page))


def cell(page: AgendaPage, row: int, column: int) -> str:
    return str(page.table.source.index(row, column).data() or "")


def line(page: AgendaPage) -> QLineEdit:
    box = page.details.title.boxes[Language.EN]
    assert isinstance(box, QLineEdit)
    return box


def type_time(qtbot: QtBot, box: TimeLine, words: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, words)
    qtbot.keyClick(box, Key.Key_Return)


def middle(page: AgendaPage, row: int) -> QPoint:
    table = page.table
    return QPoint(60, table.rowViewportPosition(row) + table.rowHeight(row) // 2)


def drag(qtbot: QtBot, page: AgendaPage, start: QPoint, end: QPoint) -> None:
    port = page.table.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(port, start + (end - start) * (step / 5))
    page.grab()
    qtbot.mouseRelease(port, LEFT, pos=end)


def test_the_first_block_by_keyboard(page: AgendaPage, qtbot: QtBot) -> None:
    assert page.stack.currentIndex() == 1
    page.empty.button.click()
    assert line(page).hasFocus()
    qtbot.keyClicks(line(page), "Welcome")
    page.details.commit()
    qtbot.keyClick(page, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [block.title.en.words for block in blocks(page)] == ["Welcome", ""]
    assert (cell(page, 0, TIME), cell(page, 1, TIME)) == ("09:30–09:45", "09:45–10:00")


def test_the_usual_day_and_its_sum(page: AgendaPage) -> None:
    page.usual.click()
    assert page.stack.currentIndex() == 0
    assert page.sum.whole == "09:30–14:30 · 5 h · 2 breaks, 1 h"
    assert not any(made.isVisible() for made in page.findings.buttons)
    page.desk.undo()
    assert blocks(page) == []
    assert page.stack.currentIndex() == 1


def test_a_block_comes_after_the_selected_one(planned: AgendaPage, qtbot: QtBot) -> None:
    planned.table.select(blocks(planned)[1].id)
    qtbot.keyClick(planned.table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert planned.table.currentIndex().row() == 2
    qtbot.keyClicks(line(planned), "x")
    planned.details.commit()
    assert order(planned) == "abxcd"


def test_rows_move_by_keyboard(planned: AgendaPage, qtbot: QtBot) -> None:
    qtbot.keyClick(planned.table, Key.Key_Down, ALT)
    qtbot.keyClick(planned.table, Key.Key_Down, ALT)
    assert order(planned) == "bcad"
    assert planned.table.current() == blocks(planned)[2].id
    assert cell(planned, 2, TIME) == "10:30–11:00"
    qtbot.keyClick(planned.table, Key.Key_Up, ALT)
    assert order(planned) == "bacd"
    for _ in range(3):
        planned.desk.undo()
    assert order(planned) == "abcd"


@pytest.mark.parametrize(
    ("start", "end", "below", "expected"),
    [(0, 2, 8, "bcad"), (3, 0, -8, "dabc"), (1, 3, 8, "acdb"), (2, 2, 8, "abcd")],
)
def test_rows_move_by_hand(
    planned: AgendaPage, qtbot: QtBot, start: int, end: int, below: int, expected: str
) -> None:
    pulled = blocks(planned)[start].id
    planned.table.select(pulled)
    drag(qtbot, planned, middle(planned, start), middle(planned, end) + QPoint(0, below))
    assert order(planned) == expected
    assert planned.table.current() == pulled
    assert planned.table.chosen() == [pulled], "what looks chosen is what Delete removes"


def test_a_pull_to_the_empty_space_below_goes_to_the_end(planned: AgendaPage, qtbot: QtBot) -> None:
    height = planned.table.viewport().height()
    drag(qtbot, planned, middle(planned, 0), QPoint(60, height - 4))
    assert order(planned) == "bcda"


def test_escape_ends_a_pull(planned: AgendaPage, qtbot: QtBot) -> None:
    port = planned.table.viewport()
    qtbot.mousePress(port, LEFT, pos=middle(planned, 0))
    qtbot.mouseMove(port, middle(planned, 2))
    qtbot.keyClick(planned.table, Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=middle(planned, 2))
    assert order(planned) == "abcd"


def test_a_pull_ends_when_the_keyboard_goes_elsewhere(planned: AgendaPage, qtbot: QtBot) -> None:
    port = planned.table.viewport()
    qtbot.mousePress(port, LEFT, pos=middle(planned, 0))
    qtbot.mouseMove(port, middle(planned, 2))
    line(planned).setFocus()
    assert not planned.is_held(), "others' changes would never be drawn again"
    qtbot.mouseRelease(port, LEFT, pos=middle(planned, 2))
    assert order(planned) == "abcd"


def test_a_pull_lands_between_the_rows_in_sight(
    planned: AgendaPage, library: Library, qtbot: QtBot
) -> None:
    port, workshop = planned.table.viewport(), planned.workshop
    assert workshop
    qtbot.mousePress(port, LEFT, pos=middle(planned, 1))
    qtbot.mouseMove(port, middle(planned, 2) + QPoint(0, 8))
    library.write(agenda.remove(workshop, blocks(planned)[0].id))
    qtbot.waitUntil(lambda: len(blocks(planned)) == 3)
    qtbot.mouseRelease(port, LEFT, pos=middle(planned, 2) + QPoint(0, 8))
    assert order(planned) == "cbd"


def test_minutes_are_edited_in_place(planned: AgendaPage, qtbot: QtBot) -> None:
    table = planned.table
    table.setCurrentIndex(table.source.index(1, MINUTES))
    qtbot.keyClick(table, Key.Key_F2)
    spin = table.findChild(QSpinBox)
    assert spin
    spin.selectAll()
    qtbot.keyClicks(spin, "45")
    qtbot.keyClick(spin, Key.Key_Return)
    qtbot.waitUntil(lambda: blocks(planned)[1].minutes == 45)
    assert [cell(planned, row, TIME) for row in (1, 2)] == ["10:00–10:45", "10:45–11:15"]
    assert planned.details.minutes.value() == 45
    planned.desk.undo()
    assert cell(planned, 2, TIME) == "10:30–11:00"


def test_kind_and_title_are_edited_in_place(planned: AgendaPage) -> None:
    model = planned.table.source
    model.setData(model.index(1, KIND), BlockKind.BREAK)
    model.setData(model.index(1, TITLE), "Rest")
    assert (blocks(planned)[1].kind, blocks(planned)[1].title.en.words) == (BlockKind.BREAK, "Rest")


def test_a_fixed_start_is_said_in_words(planned: AgendaPage, qtbot: QtBot) -> None:
    planned.table.select(blocks(planned)[2].id)
    details = planned.details
    details.locked.set.click()
    assert blocks(planned)[2].locked == time(10, 30)
    assert cell(planned, 2, TITLE) == "c"
    type_time(qtbot, details.locked.edit, "10.40")
    assert blocks(planned)[2].locked == time(10, 40)
    assert cell(planned, 2, TITLE) == "c\n10 minutes free before"
    planned._on_given(blocks(planned)[0].id, "minutes", 45)
    assert cell(planned, 2, TITLE) == "c\nStart missed by 5 minutes"
    # Nobody can begin before the others are done: as on the day.
    assert cell(planned, 3, TIME) == "11:15–11:45"
    details.locked.set.click()
    assert blocks(planned)[2].locked is None


def test_deleting_and_duplicating(planned: AgendaPage, qtbot: QtBot) -> None:
    planned.table.select(blocks(planned)[1].id)
    planned.duplicate.click()
    assert order(planned) == "abbcd"
    qtbot.keyClick(planned.table, Key.Key_Delete)
    assert order(planned) == "abcd"
    assert planned.table.current() == blocks(planned)[2].id
    planned.desk.undo()
    assert order(planned) == "abbcd"


def test_the_block_that_is_on_stays(planned: AgendaPage, qtbot: QtBot) -> None:
    assert planned.workshop
    planned.desk.do(running.start(planned.workshop, planned.desk.now()))
    with qtbot.waitSignal(planned.desk.refused) as refused:
        qtbot.keyClick(planned.table, Key.Key_Delete)
    assert refused.args
    assert isinstance(refused.args[0], Problem)
    assert order(planned) == "abcd"


def test_findings_lead_to_their_blocks(planned: AgendaPage) -> None:
    first, second, third = planned.findings.buttons[:3]
    assert first.text() == "Without a break: 2 h"
    assert second.text() == "Blocks with no online version: 4"
    assert third.text() == "Blocks with no Welsh text: 4"
    for row in (0, 1, 2):
        third.click()
        assert planned.table.currentIndex().row() == row


def test_half_typed_words_stay_with_their_block(planned: AgendaPage, qtbot: QtBot) -> None:
    line(planned).setFocus()
    line(planned).end(False)
    qtbot.keyClicks(line(planned), "bc")
    assert planned.workshop
    planned.desk.do(agenda.change(planned.workshop, blocks(planned)[3].id, minutes=5))
    planned.words.switch(Language.CY)
    planned.retranslate()
    planned.show_all()
    planned.words.switch(Language.EN)
    assert line(planned).text() == "abc"
    planned.table.select(blocks(planned)[1].id)
    assert [block.title.en.words for block in blocks(planned)][:2] == ["abc", "b"]
    assert line(planned).text() == "b"


def test_typing_is_one_step_of_undo(planned: AgendaPage, qtbot: QtBot) -> None:
    planned.details.lead.setFocus()
    qtbot.keyClicks(planned.details.lead, "Mari")
    qtbot.keyClick(planned.details.lead, Key.Key_Return)
    assert blocks(planned)[0].lead == "Mari"
    for _ in range(3):
        planned.details.minutes.stepUp()
    assert blocks(planned)[0].minutes == 45
    planned.desk.undo()
    assert (blocks(planned)[0].minutes, blocks(planned)[0].lead) == (30, "Mari")
    planned.desk.undo()
    assert blocks(planned)[0].lead == ""


def test_the_sessions_own_fields(page: AgendaPage, qtbot: QtBot) -> None:
    assert page.workshop
    assert page.session.body.isVisible()
    panel = page.session
    box = panel.field("place").boxes[Language.CY]
    assert isinstance(box, QLineEdit)
    qtbot.keyClicks(box, "Pontypridd")
    panel.field("place").commit()
    type_time(qtbot, panel.start.edit, "10")
    panel.date.selectAll()
    qtbot.keyClick(panel.date, Key.Key_Delete)
    qtbot.keyClick(panel.date, Key.Key_Return)
    qtbot.keyClicks(panel.link, "https://example.org/a")
    qtbot.keyClick(panel.link, Key.Key_Return)
    session = page.workshop.session
    assert (session.place.cy.words, session.start, session.date) == (
        "Pontypridd",
        time(10, 0),
        None,
    )
    assert session.online_link == "https://example.org/a"
    for _ in range(4):
        page.desk.undo()
    session = page.workshop.session
    assert (session.place.cy.words, session.start) == ("", time(9, 30))
    assert (session.date, session.online_link) == (date(2026, 11, 12), "")
    assert spoken(panel.fold) == ("About the session, open", QAccessible.Role.Button)
    panel.fold.click()
    assert spoken(panel.fold) == ("About the session, closed", QAccessible.Role.Button)
    assert not panel.body.isVisible()
    assert panel.summary.whole == "Day · 12 November 2026 · 09:30"


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Name), found.role()


def test_a_session_keeps_a_title(page: AgendaPage, qtbot: QtBot) -> None:
    assert page.workshop
    field = page.session.field("title")
    with qtbot.waitSignal(page.desk.refused):
        for box in field.boxes.values():
            box.clear()
        field.commit()
    assert page.workshop.session.title


def test_a_new_session_waits_for_what_comes_after_its_title(page: AgendaPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    assert page.focusWidget() is page.session.field("place").boxes[Language.EN]


def test_an_empty_day_leaves_the_fields_all_the_height_they_need(
    page: AgendaPage, qtbot: QtBot
) -> None:
    """No scrollbar inside the one of the page, which would cut the first captions."""
    assert page.workshop
    page.session.set_open(True)
    bar = page.session.body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=1000)
    page.desk.do(agenda.add_usual_day(page.workshop))
    assert page.session.body.minimumHeight() == 0


def test_a_new_start_moves_all_times(planned: AgendaPage, qtbot: QtBot) -> None:
    type_time(qtbot, planned.session.start.edit, "1030")
    assert cell(planned, 0, TIME) == "10:30–11:00"
    assert planned.sum.whole.startswith("10:30–12:30")


@pytest.mark.parametrize("typed", ["10:40", "1040", "10.40", "10 40", "10:40 am", "10.40yb"])
def test_times_are_typed_as_people_write_them(
    planned: AgendaPage, qtbot: QtBot, typed: str
) -> None:
    planned.table.select(blocks(planned)[2].id)
    locked = planned.details.locked
    locked.set.click()
    type_time(qtbot, locked.edit, typed)
    assert blocks(planned)[2].locked == time(10, 40)
    assert locked.edit.text() == "10:40"


def test_a_time_left_empty_or_not_understood_stays_what_it_was(
    planned: AgendaPage, qtbot: QtBot
) -> None:
    planned.table.select(blocks(planned)[2].id)
    locked = planned.details.locked
    locked.set.click()
    steps = len(planned.desk.history.to_undo)
    locked.edit.setFocus()
    locked.edit.selectAll()
    qtbot.keyClick(locked.edit, Key.Key_Delete)
    locked.edit.clearFocus()
    assert (locked.edit.text(), blocks(planned)[2].locked) == ("10:30", time(10, 30))
    with qtbot.waitSignal(planned.desk.refused):
        type_time(qtbot, locked.edit, "later")
    # What was typed waits to be mended, and is not saved.
    assert (locked.edit.text(), blocks(planned)[2].locked) == ("later", time(10, 30))
    qtbot.keyClicks(locked.edit, "9")
    qtbot.keyClick(locked.edit, Key.Key_Escape)
    assert locked.edit.text() == "10:30"
    assert len(planned.desk.history.to_undo) == steps


def test_every_cell_speaks(planned: AgendaPage) -> None:
    model = planned.table.source
    for column in range(model.columnCount()):
        assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_found_comes_and_goes_without_moving_a_button(
    planned: AgendaPage, qtbot: QtBot
) -> None:
    planned.resize(1100, 600)
    planned.show()
    rows = planned.table.viewport().mapTo(planned, QPoint(0, 0))
    places = [made.mapTo(planned, QPoint(0, 0)) for made in (planned.add, planned.remove)]
    shown = [made for made in planned.findings.buttons if made.isVisible()]
    assert shown
    planned.findings.show_findings([])
    qtbot.wait(1)
    assert not any(made.isVisible() for made in shown)
    assert places == [made.mapTo(planned, QPoint(0, 0)) for made in (planned.add, planned.remove)]
    assert planned.table.viewport().mapTo(planned, QPoint(0, 0)) == rows


def test_minutes_end_in_one_line_under_their_heading(planned: AgendaPage) -> None:
    source, role = planned.table.source, Qt.ItemDataRole.TextAlignmentRole
    place = [column.field for column in source.columns].index("minutes")
    across = Qt.Orientation.Horizontal
    for alignment in (source.index(0, place).data(role), source.headerData(place, across, role)):
        assert alignment & Qt.AlignmentFlag.AlignRight


def test_what_can_be_gone_to_looks_so(planned: AgendaPage) -> None:
    made = planned.findings.buttons[0]
    assert made.property("role") == "link"
    made.ensurePolished()
    assert made.font().underline()
    assert made.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_a_purpose_of_three_lines_is_shown_in_full(planned: AgendaPage, qtbot: QtBot) -> None:
    planned.resize(1122, 680)
    planned.show()
    planned.session.set_open(True)
    box = planned.session.field("purpose").boxes[Language.EN]
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("one\ntwo\nthree")
    qtbot.wait(1)
    assert box.verticalScrollBar().maximum() == 0
    assert (
        planned.session.body.viewport()
        .rect()
        .contains(QRect(box.mapTo(planned.session.body.viewport(), QPoint(0, 0)), box.size()))
    )


def test_about_the_session_leaves_room_for_blocks(qtbot: QtBot, planned: AgendaPage) -> None:
    planned.session.set_open(True)
    planned.resize(1166, 610)
    table, second = planned.table, planned.table.source.index(1, TITLE)
    qtbot.waitUntil(lambda: table.visualRect(second).center().y() < table.viewport().height())


@pytest.mark.parametrize("field", ["lead", "title", "locked"])
def test_what_was_typed_for_a_block_that_is_taken_away_is_tried_once(
    planned: AgendaPage, qtbot: QtBot, field: str
) -> None:
    details = planned.details
    boxes = {
        "lead": details.lead,
        "title": line(planned),
        "locked": details.locked.edit,
    }
    first = blocks(planned)[0]
    assert planned.workshop
    planned.desk.do(agenda.change(planned.workshop, first.id, locked=time(9, 30)))
    tried: list[str] = []
    details.given.connect(lambda block, *_: tried.append(block))
    box = boxes[field]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "10:15")
    planned.desk.do(agenda.remove(planned.workshop, first.id))
    assert tried == [first.id]
    assert box.text() != "10:15"


def test_a_reader_presses_a_finding_that_is_mended(planned: AgendaPage) -> None:
    made = next(made for made in planned.findings.buttons if made.isVisible())
    led_to: list[object] = []
    planned.findings.asked.connect(lambda *to: led_to.append(to))
    planned.findings.show_findings([])
    made.click()
    assert led_to == []


def test_once_the_day_has_begun_lengths_are_those_of_the_day(planned: AgendaPage) -> None:
    assert planned.workshop
    planned.desk.do(running.start(planned.workshop, planned.desk.now()))
    second, third = blocks(planned)[1:3]
    before = second.minutes
    planned._on_given(second.id, "minutes", before + 10)
    found = planned.workshop.find(Block, second.id)
    assert found
    assert (found.minutes, found.replanned) == (before, before + 10)
    planned.table.select(second.id)
    assert planned.details.minutes.text() == str(before + 10)
    planned.table.select(third.id)
    planned.remove.click()
    found = planned.workshop.find(Block, third.id)
    assert found
    assert found.left_out
    fourth = blocks(planned)[3].id
    rows = [row.id for row in planned.table.source.rows]
    assert rows == [blocks(planned)[0].id, second.id, fourth], "the Run page shows it, left out"
    planned.table.moved.emit(fourth, -1)
    assert [block.id for block in blocks(planned)][1:] == [fourth, second.id, third.id]


def test_what_re_planning_may_take_is_told_of_the_block(planned: AgendaPage, qtbot: QtBot) -> None:
    first = blocks(planned)[0]
    planned.table.select(first.id)
    details = planned.details
    details.optional.click()
    details.least.selectAll()
    qtbot.keyClicks(details.least, "12")
    details.commit()
    found = blocks(planned)[0]
    assert (found.optional, found.least) == (True, 12)
    planned.desk.undo()
    planned.desk.undo()
    assert not details.optional.isChecked()
    assert details.least.text() == "5"
