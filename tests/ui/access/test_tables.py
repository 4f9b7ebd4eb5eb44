"""Tables whose cells speak are, in everything else, the tables that Qt tells of."""

import os
import subprocess
import sys
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import VoidPtr

from gweithdy.ui.access import tables
from gweithdy.ui.access.cell import Cell
from gweithdy.ui.access.language import LANGUAGE, LOCALE
from gweithdy.ui.access.tables import SpeakingTable, cells_speak

pytestmark = pytest.mark.skipif(LOCALE is None, reason="Qt tells no language before 6.10")
Name = QAccessible.Text.Name
ROWS = 40


class Table(QTableWidget):
    def __init__(self, *, speaks: bool) -> None:
        super().__init__()
        if speaks:
            cells_speak(self)
        self.setRowCount(ROWS)
        self.setColumnCount(2)
        self.setAccessibleName("Geiriau")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for row in range(ROWS):
            words = QTableWidgetItem(f"gair {row}")
            words.setData(LANGUAGE, "cy")
            self.setItem(row, 0, words)
            self.setItem(row, 1, QTableWidgetItem(f"number {row}"))


def shown(qtbot: QtBot | None, *, speaks: bool = True) -> Table:
    QAccessible.setActive(True)
    table = Table(speaks=speaks)
    if qtbot:
        qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    QApplication.processEvents()
    return table


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    """A table of words in Welsh, with numbers beside them in no language."""
    return shown(qtbot)


def seen(table: Table) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(table)


def everything(table: Table) -> list[tuple[object, ...]]:
    whole = seen(table)
    children = [whole.child(place) for place in range(whole.childCount())]
    origin = table.mapToGlobal(QPoint(0, 0))
    return [
        (
            child.role(),
            child.text(Name),
            child.rect().translated(-origin),
            child.state().selected,
            child.state().focused,
            child.state().invisible,
            whole.indexOfChild(child),
            child.parent() is whole,
        )
        for child in children
    ]


def is_there(part: object) -> bool:
    """Whether Qt was given anything for an interface; our own say no with an empty pointer."""
    return part is not None and not (isinstance(part, VoidPtr) and int(part) == 0)


def test_all_else_is_as_qt_tells_it(qtbot: QtBot) -> None:
    ours, plain = shown(qtbot), shown(qtbot, speaks=False)
    for each in (ours, plain):
        each.selectRow(3)
        each.setCurrentCell(3, 0)
    assert isinstance(seen(ours), SpeakingTable)
    assert not isinstance(seen(plain), SpeakingTable)
    assert everything(ours) == everything(plain)
    for kind in QAccessible.InterfaceType:
        answers = [is_there(seen(each).interface_cast(kind)) for each in (ours, plain)]
        assert answers[0] is answers[1], kind
    assert seen(ours).role() == seen(plain).role()
    assert seen(ours).text(Name) == "Geiriau"


def word(table: Table, row: int) -> QAccessibleInterface:
    """The cell of the words in a row."""
    across = table.columnCount() + 1
    return seen(table).child((row + 1) * across + 1)


def test_a_cell_stays_the_same_while_rows_come_and_go(table: Table) -> None:
    cell = word(table, 5)
    assert isinstance(cell, Cell)
    number = QAccessible.uniqueId(cell)
    table.insertRow(0)
    table.removeRow(4)
    table.removeRow(2)
    again = word(table, 4)
    assert again.text(Name) == "gair 5"
    assert QAccessible.uniqueId(again) == number
    assert cell.tableCellInterface().rowIndex() == 4
    assert seen(table).indexOfChild(cell) == 5 * 3 + 1


def test_a_cell_that_is_gone_is_not_valid_and_says_nothing(table: Table) -> None:
    cell = word(table, 5)
    assert cell.isValid()
    table.removeRow(5)
    assert not cell.isValid()
    assert cell.text(Name) == ""
    assert cell.state().invalid
    assert word(table, 5).text(Name) == "gair 6"
    table.setRowCount(0)
    assert seen(table).childCount() == 3


def test_a_hidden_row_is_no_fault(table: Table) -> None:
    cell = word(table, 5)
    table.hideRow(5)
    assert not cell.isValid()
    table.showRow(5)
    assert cell.text(Name) == "gair 5"


def test_the_keyboard_is_on_our_cell(table: Table) -> None:
    table.setCurrentCell(7, 0)
    inside = seen(table).focusChild()
    assert (inside.text(Name), isinstance(inside, Cell)) == ("gair 7", True)
    assert inside.state().focused
    middle = inside.rect().center()
    assert seen(table).childAt(middle.x(), middle.y()) is inside
    table.setCurrentCell(7, 1)
    assert not isinstance(seen(table).focusChild(), Cell)


def test_what_a_reader_selects_is_selected(table: Table) -> None:
    chosen, cell = seen(table).selectionInterface(), word(table, 6)
    assert chosen.selectedItemCount() == 0
    assert chosen.select(cell)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [6]
    assert chosen.isSelected(cell)
    assert [each.text(Name) for each in chosen.selectedItems()] == ["gair 6", "number 6"]
    assert chosen.unselect(cell)
    assert not table.selectionModel().hasSelection()


def test_nothing_is_kept_of_a_table_that_is_gone(qapp: QApplication) -> None:  # noqa: ARG001 - there must be one
    table = shown(None)
    numbers = [QAccessible.uniqueId(word(table, row)) for row in range(3)]
    assert all(number in tables._kept for number in numbers)
    table.deleteLater()
    QCoreApplication.sendPostedEvents(table, QEvent.Type.DeferredDelete.value)
    assert not any(number in tables._kept for number in numbers)
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 3


def test_the_language_is_that_of_now(table: Table) -> None:
    cell = word(table, 1)

    def told() -> str:
        return cell.attributesInterface().attributeValue(LOCALE).name()

    assert told() == "cy_GB"
    item = table.item(1, 0)
    item.setData(LANGUAGE, "en")
    assert told() == "en_GB"
    assert cell.attributesInterface().attributeKeys() == [LOCALE]
    assert Qt.ItemDataRole.UserRole < LANGUAGE


def test_many_rows_come_and_go_under_a_reader(qapp: QApplication) -> None:
    chance = Random(27)  # noqa: S311 - the same each time
    for _ in range(12):
        table = shown(None)
        for _ in range(25):
            row = chance.randrange(table.rowCount())
            if chance.random() < 0.5:
                table.removeRow(row)
            else:
                table.insertRow(row)
                item = QTableWidgetItem(f"gair newydd {row}")
                item.setData(LANGUAGE, "cy")
                table.setItem(row, 0, item)
            table.sortItems(chance.randrange(2))
            table.setRowHidden(chance.randrange(table.rowCount()), chance.random() < 0.3)
            whole = seen(table)
            for place in chance.sample(range(whole.childCount()), 5):
                child = whole.child(place)
                assert child.rect().isEmpty() or whole.indexOfChild(child) == place
        # What lies in its place afterwards must not be taken for it.
        table.deleteLater()
        QCoreApplication.sendPostedEvents(table, QEvent.Type.DeferredDelete.value)
    assert qapp


ENDING = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.access.test_tables import shown, word
table = shown(None)
assert word(table, 1).text(QAccessible.Text.Name) == "gair 1"
table.close()
table.deleteLater()
"""


def test_the_program_ends_well_with_a_table_that_is_about_to_go() -> None:
    path = {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", ENDING]
    ended = subprocess.run(command, env=os.environ | path, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr
