"""The People page: adding, editing in place, counting, and what must never be lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.exchange.incoming.samples import REPORTS

from gweithdy.domain.people import LanguageChoice, Mode, Participant, Sector
from gweithdy.domain.problem import Problem
from gweithdy.domain.text import Language
from gweithdy.edits import people
from gweithdy.exchange.people_words import Meaning
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.people.details import QUIET
from gweithdy.ui.people.list_sheet import ListSheet
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.people.table import COLUMNS

Key = Qt.Key
SECTOR, MODE, LANGUAGE, NAMED = 2, 3, 5, 6


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


def test_a_list_that_was_not_kept_stays_as_it_was_set(
    page: PeoplePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = paste(page, qtbot, "Ann\tA council\nBob\n")

    def full(_edit: object) -> int:
        raise Problem("The disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(page.context.library, "write", full)
        sheet.add.click()
    assert sheet.isVisible()
    assert sheet.told.text() == "The disk is full."
    qtbot.keyClick(sheet.columns[0], Key.Key_Return)
    assert [person.name for person in everybody(page)] == ["Ann", "Bob"]


def test_an_empty_name_is_refused_with_words(page: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.refused) as refused:
        qtbot.keyClick(page.add_box.name, Key.Key_Return)
    assert refused.args
    assert isinstance(refused.args[0], Problem)


def paste(page: PeoplePage, qtbot: QtBot, words: str) -> ListSheet:
    QGuiApplication.clipboard().setText(words)
    qtbot.keyClick(page.add_box.name, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet
    return page.sheet


def cell(sheet: ListSheet, row: int, column: int) -> str:
    item = sheet.table.item(row, column)
    assert item
    return item.text()


def test_a_pasted_list_is_shown_before_anybody_is_added(page: PeoplePage, qtbot: QtBot) -> None:
    page.add_box.mode.show_value(Mode.ONLINE)
    sheet = paste(page, qtbot, "Ann\tA council\nBob\n")
    assert everybody(page) == []
    assert sheet.add.text() == "Add 2 people"
    assert sheet.focusWidget() is sheet.add
    qtbot.keyClick(sheet.add, Key.Key_Space)
    assert [(p.name, p.organisation.en.words, p.mode) for p in everybody(page)] == [
        ("Ann", "A council", Mode.ONLINE),
        ("Bob", "", Mode.ONLINE),
    ]
    page.desk.undo()
    assert everybody(page) == []


def test_the_same_list_again_adds_nobody_unless_asked(page: PeoplePage, qtbot: QtBot) -> None:
    add(page, "Ann")
    sheet = paste(page, qtbot, "Ann, Bob, Ceri, bob")
    assert [cell(sheet, row, 0) for row in range(1, 5)] == [
        "Already there", "", "", "Twice in the list",
    ]  # fmt: skip
    assert sheet.add.text() == "Add 2 people"
    sheet.others.click()
    assert sheet.add.text() == "Add 4 people"
    sheet.others.click()
    sheet.add.click()
    assert [person.name for person in everybody(page)] == ["Ann", "Bob", "Ceri"]
    sheet = paste(page, qtbot, "Ann, Bob, Ceri")
    assert not sheet.add.isEnabled()
    sheet.leave.click()
    assert len(everybody(page)) == 3


def test_what_a_column_means_can_be_changed(page: PeoplePage, qtbot: QtBot) -> None:
    sheet = paste(page, qtbot, "Ann\tGweithredol\tar-lein\nBob\tCyllid\tperhaps\n")
    assert [cell(sheet, row, 3) for row in (1, 2)] == ["Online", "perhaps ?"]
    for column, meaning in ((1, Meaning.TABLE), (2, Meaning.NOTHING)):
        sheet.columns[column].show_value(meaning)
        sheet.columns[column].chosen.emit(meaning)
    assert [cell(sheet, row, 3) for row in (1, 2)] == ["ar-lein", "perhaps"]
    sheet.add.click()
    assert [(p.table, p.mode, bool(p.organisation)) for p in everybody(page)] == [
        ("Gweithredol", Mode.ROOM, False),
        ("Cyllid", Mode.ROOM, False),
    ]


def test_one_name_is_pasted_as_it_is(page: PeoplePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Jones, Ann")
    qtbot.keyClick(page.add_box.name, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.add_box.name.text() == "Jones, Ann"
    assert page.sheet is None


def test_a_paste_of_nothing_is_told(page: PeoplePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  ")
    with qtbot.waitSignal(page.desk.refused):
        page.add_box.paste.click()


def test_several_people_are_changed_in_the_details_as_one_step(page: PeoplePage) -> None:
    add(page, "Ann", "Bob", "Ceri")
    page.table.selectAll()
    details = page.details
    assert details.name.text() == "3 people chosen"
    assert not details.organisation.isVisible()
    for name, value in (
        ("sector", Sector.HEALTH),
        ("mode", Mode.ONLINE),
        ("language", LanguageChoice.CY),
    ):
        details.boxes[name].chosen.emit(value)
        assert {getattr(each, name) for each in everybody(page)} == {value}
        page.desk.undo()
        assert value not in {getattr(each, name) for each in everybody(page)}
    details.named.click()
    assert all(each.named for each in everybody(page))
    details.table.setFocus()
    details.table.setText(" 4 ")
    details.table.setModified(True)
    page.add_box.name.setFocus()
    details.commit()
    assert {each.table for each in everybody(page)} == {"4"}
    page.desk.undo()
    assert {each.table for each in everybody(page)} == {""}


def test_where_people_differ_the_details_show_nothing(page: PeoplePage) -> None:
    add(page, "Ann", "Bob")
    assert page.workshop
    first = everybody(page)[0].id
    page.desk.do(people.change(page.workshop, first, mode=Mode.ONLINE, table="1"))
    page.table.selectAll()
    assert page.details.boxes["mode"].currentIndex() == -1
    assert page.details.table.text() == ""
    page.desk.do(people.change(page.workshop, first, named=True))
    assert page.details.named.checkState() is Qt.CheckState.PartiallyChecked
    page.details.named.click()
    assert all(each.named for each in everybody(page))
    page.details.commit()
    assert [each.table for each in everybody(page)] == ["1", ""]


def test_what_is_not_known_is_an_empty_cell(page: PeoplePage) -> None:
    add(page, "Ann")
    model = page.table.source
    for column in (SECTOR, LANGUAGE):
        assert not model.index(0, column).data()
        assert model.index(0, column).data(Qt.ItemDataRole.EditRole) in QUIET


@pytest.mark.parametrize("width", [1118, 760, 560])
def test_details_stand_beside_the_list_and_nothing_is_sideways(
    page: PeoplePage, qtbot: QtBot, width: int
) -> None:
    add(page, "Ann")
    page.resize(width, 600)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)
    assert page.details.isVisible()
    right = page.table.mapTo(page, page.table.rect().topRight()).x()
    assert page.details.mapTo(page, page.details.rect().topLeft()).x() >= right
    assert not page.table.isColumnHidden(0)


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


def test_words_that_were_not_saved_wait_for_their_own_person(
    page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(page, "Aled", "Bethan")
    aled, bethan = everybody(page)
    box = page.organisation.boxes[Language.CY]

    def full(_edit: object) -> int:
        raise Problem("The disk is full.")

    page.table.select(aled.id)
    assert isinstance(box, QLineEdit)
    with monkeypatch.context() as disk:
        disk.setattr(page.context.library, "write", full)
        box.setText("Cyngor Gwynedd")
        page.table.select(bethan.id)
    assert box.text() == ""
    page.details.commit()
    box.setText("Awel")
    page.table.select(aled.id)
    assert box.text() == "Cyngor Gwynedd"
    page.details.commit()
    said = [person.organisation.cy.words for person in everybody(page)]
    assert said == ["Cyngor Gwynedd", "Awel"]


def test_the_people_of_a_report_are_shown_before_they_are_added(
    page: PeoplePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "attendance.csv"
    path.write_bytes(REPORTS["attendance.csv"])
    monkeypatch.setattr(ask, "file_to_open", lambda *_: path)
    page.add_box.mode.show_value(Mode.ROOM)
    page.add_box.file.click()
    qtbot.waitUntil(lambda: page.sheet is not None)
    assert everybody(page) == []
    assert page.sheet
    assert page.sheet.windowTitle() == "People from a file: attendance.csv"
    page.sheet.add.click()
    assert [(p.name, p.mode) for p in everybody(page)] == [
        ("Álvarez, Noa", Mode.ONLINE),
        ("Priya Nand", Mode.ONLINE),
        ("Sam Rivera", Mode.ONLINE),
    ]
    page.desk.undo()
    assert everybody(page) == []
