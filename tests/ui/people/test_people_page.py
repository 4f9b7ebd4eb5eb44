"""The People page: adding, editing in place, counting, and what must never be lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.people import Mode, Participant, Sector
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language
from gweithdy.edits import people
from gweithdy.ui.context import Context
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.people.table import COLUMNS

Key = Qt.Key
SECTOR, MODE, NAMED = 2, 3, 6


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    page.show()
    QAbstractItemModelTester(
        page.table.source, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    return page


def everybody(page: PeoplePage) -> list[Participant]:
    assert page.workshop
    return page.workshop.of(Participant)


def add(page: PeoplePage, *names: str) -> None:
    for name in names:
        page.add_box.name.setText(name)
        page.add_box.add.click()


def test_people_are_added_by_keyboard_alone(page: PeoplePage, qtbot: QtBot) -> None:
    assert page.stack.currentWidget() is page.empty
    for name in ("Mari", "Sian"):
        qtbot.keyClicks(page.add_box.name, name)
        qtbot.keyClick(page.add_box.name, Key.Key_Return)
    assert [person.name for person in everybody(page)] == ["Mari", "Sian"]
    assert page.add_box.name.text() == ""
    assert page.stack.currentWidget() is page.table


def test_an_empty_name_is_refused_with_words(page: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.refused) as refused:
        qtbot.keyClick(page.add_box.name, Key.Key_Return)
    assert refused.args
    assert isinstance(refused.args[0], Problem)


def test_pasted_lines_are_several_people(page: PeoplePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Ann\tA council\nBob\n")
    page.add_box.mode.show_value(Mode.ONLINE)
    qtbot.keyClick(page.add_box.name, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(p.name, p.organisation.en.words, p.mode) for p in everybody(page)] == [
        ("Ann", "A council", Mode.ONLINE),
        ("Bob", "", Mode.ONLINE),
    ]


def test_cells_change_the_person(page: PeoplePage) -> None:
    add(page, "Ann")
    model = page.table.source
    for column, value in enumerate(("Anne", "A council", Sector.HEALTH, Mode.ONLINE, "3")):
        model.setData(model.index(0, column), value)
    model.setData(model.index(0, NAMED), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    person = everybody(page)[0]
    assert (person.name, person.organisation.en.words) == ("Anne", "A council")
    assert (person.sector, person.mode, person.table) == (Sector.HEALTH, Mode.ONLINE, "3")
    assert person.named
    assert "Online: 1" in page.counts.text()


def test_a_choice_in_one_of_several_selected_rows_is_for_all(page: PeoplePage) -> None:
    add(page, "Ann", "Bob", "Ceri")
    page.table.selectAll()
    model = page.table.source
    model.setData(model.index(0, MODE), Mode.ONLINE)
    assert {person.mode for person in everybody(page)} == {Mode.ONLINE}
    page.desk.undo()
    assert {person.mode for person in everybody(page)} == {Mode.ROOM}


def test_rows_move_and_go_by_keyboard(page: PeoplePage, qtbot: QtBot) -> None:
    add(page, "Ann", "Bob", "Ceri")
    page.table.select(everybody(page)[2].id)
    qtbot.keyClick(page.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [person.name for person in everybody(page)] == ["Ann", "Ceri", "Bob"]
    assert page.table.current() == everybody(page)[1].id
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert [person.name for person in everybody(page)] == ["Ann", "Bob"]
    page.desk.undo()
    assert [row.name for row in page.table.source.rows] == ["Ann", "Ceri", "Bob"]


def test_welsh_alphabet(page: PeoplePage) -> None:
    add(page, "Llŷr", "Lowri", "Chris", "Ceri")
    page.words.switch(Language.CY)
    page.in_alphabet.setChecked(True)
    assert [row.name for row in page.table.source.rows] == ["Ceri", "Chris", "Lowri", "Llŷr"]
    page.words.switch(Language.EN)
    page.show_all()
    assert [row.name for row in page.table.source.rows] == ["Ceri", "Chris", "Llŷr", "Lowri"]


def test_a_half_typed_name_stays_when_other_rows_change(page: PeoplePage, qtbot: QtBot) -> None:
    add(page, "Ann", "Bob", "Ceri")
    ann, bob, _ = everybody(page)
    page.table.select(bob.id)
    qtbot.keyClick(page.table, Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert editor
    editor.setText("Bobb")
    assert page.workshop
    page.desk.do(people.remove(page.workshop, [ann.id]))
    page.desk.do(people.change(page.workshop, bob.id, table="2"))
    page.retranslate()
    assert page.table.findChild(QLineEdit) is editor
    assert editor.text() == "Bobb"
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: everybody(page)[0].name == "Bobb")


def test_half_typed_organisation_goes_to_the_person_it_was_typed_for(page: PeoplePage) -> None:
    add(page, "Ann", "Bob")
    ann, bob = everybody(page)
    page.table.select(ann.id)
    box = page.organisation.boxes[Language.CY]
    assert isinstance(box, QLineEdit)
    box.setText("Cyngor")
    page.table.select(bob.id)
    assert [person.organisation.cy.words for person in everybody(page)] == ["Cyngor", ""]
    assert box.text() == ""


def test_pseudonyms(page: PeoplePage) -> None:
    add(page, "Ann", "Bob")
    model = page.table.source
    model.setData(model.index(0, 0), "")
    assert page.pseudonyms.isEnabled()
    page.pseudonyms.click()
    assert [person.name for person in everybody(page)] == ["P-01", "Bob"]
    assert not page.pseudonyms.isEnabled()


def test_every_cell_speaks(page: PeoplePage) -> None:
    add(page, "Ann")
    model = page.table.source
    for column in range(len(COLUMNS)):
        assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
