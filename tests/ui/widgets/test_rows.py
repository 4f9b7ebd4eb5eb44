"""The table that every list has: editing in place, keys, and what must stay when rows change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gweithdy.domain.actions import ACTION_STATE_LABELS, Action, ActionState
from gweithdy.domain.problem import Problem
from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.domain.text import Language, Typed, both, said
from gweithdy.ui.context import Context
from gweithdy.ui.widgets.choice import ChoiceBox
from gweithdy.ui.widgets.date_line import DateLine
from gweithdy.ui.widgets.rows import STEP, Column, RowsTable

Key = Qt.Key
TEXT, OWNER, DUE, STATE = range(4)

COLUMNS = (
    Column("text", "Action", stretch=1),
    Column("owner", "Who"),
    Column("due", "By when", date=True, width=160),
    Column("state", "Status", ACTION_STATE_LABELS),
)


def action(name: str, **values: Any) -> Action:
    return Action(id=name, session="s", text=said(name, "en"), **values)


@pytest.fixture
def table(qtbot: QtBot, context: Context) -> RowsTable:
    table = RowsTable(context, COLUMNS)
    qtbot.addWidget(table)
    QAbstractItemModelTester(
        table.source, QAbstractItemModelTester.FailureReportingMode.Fatal, table
    )
    table.resize(700, 400)
    table.show()
    table.show_rows([action("a", owner="Mari", due=date(2027, 3, 12)), action("b"), action("c")])
    table.setFocus()
    return table


@pytest.fixture
def given(table: RowsTable) -> list[tuple[object, ...]]:
    """What the person gave."""
    found: list[tuple[object, ...]] = []
    table.source.given.connect(lambda *args: found.append(args[:3]))
    return found


def editor(table: RowsTable, row: int, column: int) -> QWidget:
    """Go to a cell and open its editor with Enter."""
    table.setCurrentIndex(table.source.index(row, column))
    before = set(table.viewport().children())
    table.edit(table.currentIndex())
    new = set(table.viewport().children()) - before
    # A list brings its label along, which is heard and not seen.
    (made,) = (each for each in new if not isinstance(each, QLabel))
    assert isinstance(made, QWidget)
    return made


def shown(table: RowsTable, column: int) -> list[str]:
    model = table.source
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def test_words_are_edited_in_their_cell(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    line = editor(table, 0, OWNER)
    assert isinstance(line, QLineEdit)
    assert line.text() == "Mari"
    assert line.accessibleName() == "Who"
    line.setText("Siân")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: given == [("a", "owner", "Siân")])


def test_words_in_two_languages_change_where_they_are_shown(
    table: RowsTable, given: list[tuple[object, ...]]
) -> None:
    text = both("dŵr", "water")
    table.show_rows([replace(action("a"), text=text)])
    table.source.setData(table.source.index(0, TEXT), "waters")
    assert given == [("a", "text", Typed(Language.EN, "waters"))]


def test_escape_leaves_what_was(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    line = editor(table, 0, OWNER)
    qtbot.keyClicks(line, "Other")
    qtbot.keyClick(line, Key.Key_Escape)
    assert given == []


def test_a_date_is_typed_or_emptied(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    for row, typed in ((0, ""), (1, "3 Ion 2028")):
        line = editor(table, row, DUE)
        assert isinstance(line, DateLine)
        line.clear()
        line.setModified(True)
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Key.Key_Return)
        qtbot.waitUntil(lambda: table.indexWidget(table.currentIndex()) is None)
    assert given == [("a", "due", None), ("b", "due", date(2028, 1, 3))]


def test_esc_leaves_the_date_that_was(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    line = editor(table, 0, DUE)
    qtbot.keyClicks(line, "1.2.2028")
    qtbot.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: table.indexWidget(table.currentIndex()) is None)
    assert given == []


def test_a_date_left_alone_gives_nothing(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    line = editor(table, 0, DUE)
    assert isinstance(line, DateLine)
    assert line.text() == "12 March 2027"
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: table.indexWidget(table.currentIndex()) is None)
    assert given == []


def test_what_is_no_date_is_refused_once(
    table: RowsTable, given: list[tuple[object, ...]], context: Context, qtbot: QtBot
) -> None:
    refused: list[Problem] = []
    context.desk.refused.connect(refused.append)
    line = editor(table, 0, DUE)
    qtbot.keyClicks(line, "soon")
    table.setFocus()
    assert given == []
    assert len(refused) == 1
    assert "soon" in str(refused[0])
    assert shown(table, DUE)[0] == "12 March 2027"


def test_a_choice_is_given_as_soon_as_it_is_made(
    table: RowsTable, given: list[tuple[object, ...]]
) -> None:
    box = editor(table, 1, STATE)
    assert isinstance(box, ChoiceBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert given == [("b", "state", ActionState.COMPLETED)]


def test_whole_numbers_keep_to_their_span(qtbot: QtBot, context: Context) -> None:
    table = RowsTable(context, (Column("power", "Power", span=(0, 100)),))
    qtbot.addWidget(table)
    table.show_rows([Stakeholder(id="a", session="s")])
    box = editor(table, 0, 0)
    assert isinstance(box, QSpinBox)
    assert (box.minimum(), box.maximum(), box.value()) == (0, 100, 50)


def test_what_is_half_typed_survives_changes_of_its_row(table: RowsTable, qtbot: QtBot) -> None:
    line = editor(table, 1, OWNER)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Half")
    table.show_rows([action("z"), *table.source.rows[:1], action("b", due=date(2027, 1, 1))])
    table.retranslate()
    assert line.text() == "Half"
    assert table.current() == "b"


def test_rows_come_go_and_change_places_with_the_selection(table: RowsTable) -> None:
    table.select("b")
    rows = {row.id: row for row in table.source.rows}
    table.show_rows([action("d"), rows["c"], rows["b"], rows["a"]])
    assert shown(table, TEXT) == ["d", "c", "b", "a"]
    assert table.current() == "b"
    table.show_rows([rows["c"]])
    assert table.current() == "c"
    table.show_rows([])
    assert table.current() == ""


def test_keys_move_remove_and_change(table: RowsTable, qtbot: QtBot) -> None:
    table.select("b")
    for key, by in ((Key.Key_Up, -1), (Key.Key_Down, 1)):
        with qtbot.waitSignal(table.moved) as moved:
            qtbot.keyClick(table, key, Qt.KeyboardModifier.AltModifier)
        assert moved.args == ["b", by]
    with qtbot.waitSignal(table.delete_asked):
        qtbot.keyClick(table, Key.Key_Delete)
    qtbot.keyClick(table, Key.Key_Return)
    assert isinstance(table.indexWidget(table.currentIndex()), QLineEdit)


def test_keys_make_a_column_wider_and_narrower_as_the_mouse_does(
    table: RowsTable, qtbot: QtBot
) -> None:
    alt, header = Qt.KeyboardModifier.AltModifier, table.horizontalHeader()
    table.setCurrentIndex(table.source.index(0, OWNER))
    before = [header.sectionSize(place) for place in range(header.count())]
    qtbot.keyClick(table, Key.Key_Right, alt)
    now = [header.sectionSize(place) for place in range(header.count())]
    assert [a - b for a, b in zip(now, before, strict=True) if a != b] == [STEP]
    assert now[OWNER] == before[OWNER] + STEP
    for _ in range(100):
        qtbot.keyClick(table, Key.Key_Left, alt)
    assert header.sectionSize(OWNER) == header.minimumSectionSize()


def test_a_name_that_looks_like_html_is_shown_as_it_is(table: RowsTable) -> None:
    table.show_rows([action("a", owner="<b>Mari</b>")])
    index = table.source.index(0, OWNER)
    assert index.data() == "<b>Mari</b>"
    assert "&lt;b&gt;Mari" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Who: <b>Mari</b>"


def test_a_wrong_date_stays_in_its_cell_until_it_is_mended(
    table: RowsTable, given: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    line = editor(table, 0, DUE)
    assert isinstance(line, DateLine)
    line.selectAll()
    qtbot.keyClicks(line, "30.2.2027")
    qtbot.keyClick(line, Key.Key_Return)
    QCoreApplication.processEvents()
    table.setCurrentIndex(table.source.index(1, TEXT))
    assert isValid(line)
    assert line.isVisible()
    assert line.text() == "30.2.2027"
    assert given == []
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "28.2.2027")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: table.indexWidget(table.source.index(0, DUE)) is None)
    assert given == [("a", "due", date(2027, 2, 28))]


def test_what_the_disk_refused_stays_in_its_cell(table: RowsTable, qtbot: QtBot) -> None:
    desk = table.source.context.desk
    full = [True]

    def refuse(*_: object) -> None:
        desk.failures += full[0]

    table.source.given.connect(refuse)
    line = editor(table, 0, OWNER)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Gwen")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.failures > 0)
    QCoreApplication.processEvents()
    assert isValid(line)
    assert line.text() == "Gwen"
    full[0] = False
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: table.indexWidget(table.source.index(0, OWNER)) is None)


@pytest.fixture
def powers(qtbot: QtBot, context: Context) -> RowsTable:
    table = RowsTable(context, (Column("power", "Power", span=(0, 100)),))
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    rows = [Stakeholder(id=id, session="s", name=said(id, "en"), power=20) for id in "ab"]
    table.show_rows(rows)
    return table


def test_a_number_out_of_range_stays_in_its_cell_until_it_is_mended(
    powers: RowsTable, context: Context, qtbot: QtBot
) -> None:
    given: list[object] = []
    refused: list[Problem] = []
    powers.source.given.connect(lambda *args: given.append(args[:3]))
    context.desk.refused.connect(refused.append)
    box = editor(powers, 0, 0)
    assert isinstance(box, QSpinBox)
    qtbot.keyClicks(box, "101")
    qtbot.keyClick(box, Key.Key_Return)
    powers.setFocus()
    QCoreApplication.processEvents()
    assert given == []
    assert len(refused) == 1
    assert (box.text(), box.property("wrong")) == ("101", True)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "10")
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.waitUntil(lambda: powers.indexWidget(powers.currentIndex()) is None)
    assert given == [("a", "power", 10)]


def test_steps_in_a_cell_are_one_change_and_esc_takes_them_back(
    powers: RowsTable, qtbot: QtBot
) -> None:
    given: list[object] = []
    powers.source.given.connect(lambda *args: given.append(args[:3]))
    for key, wanted in ((Key.Key_Escape, []), (Key.Key_Return, [("a", "power", 22)])):
        box = editor(powers, 0, 0)
        qtbot.keyClick(box, Key.Key_Up)
        qtbot.keyClick(box, Key.Key_Up)
        assert given == []
        qtbot.keyClick(box, key)
        qtbot.waitUntil(lambda: powers.indexWidget(powers.currentIndex()) is None)
        assert given == wanted


def test_a_column_that_is_not_there_has_no_heading(table: RowsTable) -> None:
    # A reader may ask for any, and a fault in an answer to Qt can end the program.
    for section in (-1, len(COLUMNS), 99):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole):
            assert table.source.headerData(section, Qt.Orientation.Horizontal, role) is None


def test_no_heading_is_cut_while_another_column_has_room_to_give(
    qtbot: QtBot, context: Context
) -> None:
    long = "Who is responsible for all of it"
    columns = (Column("name", "Name", width=400), Column("power", long, width=60))
    table = RowsTable(context, columns)
    qtbot.addWidget(table)
    heading = table.horizontalHeader().sectionSizeHint(1)
    table.resize(heading + 220, 200)
    table.show()
    assert table.columnWidth(1) >= heading
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()
    # Where there is no room for both, the heading gives way too.
    table.resize(heading + 110, 200)
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()
