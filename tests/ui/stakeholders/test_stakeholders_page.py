"""The Stakeholders page: the same data in the table, on the grid and in the details."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.stakeholders.conftest import everybody, named, place

from gweithdy.domain.problem import Problem
from gweithdy.domain.stakeholders import Group, Role, Support, Tie, TieKind
from gweithdy.domain.text import Language
from gweithdy.ui.context import Context
from gweithdy.ui.scrolling import bring_into_sight
from gweithdy.ui.stakeholders.page import Shown, StakeholdersPage

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
NAME, GROUP, POWER, INTEREST, SUPPORT, ROLES = range(6)


def names(page: StakeholdersPage) -> list[str]:
    return [who.name.en.words for who in everybody(page)]


def ties(page: StakeholdersPage) -> list[Tie]:
    assert page.workshop
    return page.workshop.of(Tie)


def cell(page: StakeholdersPage, name: str, column: int) -> str:
    row = page.table.source.row_of(named(page, name).id)
    return str(page.table.source.index(row, column).data() or "")


def test_stakeholders_are_added_by_keyboard_alone(
    empty_page: StakeholdersPage, qtbot: QtBot
) -> None:
    page = empty_page
    assert page.empty.isVisible()
    page.empty.button.setFocus()
    qtbot.keyClick(page.empty.button, Key.Key_Space)
    qtbot.waitUntil(page.add_line.box.hasFocus)
    for name in ("Council", "Board"):
        qtbot.keyClicks(page.add_line.box, name)
        qtbot.keyClick(page.add_line.box, Key.Key_Return)
    assert names(page) == ["Council", "Board"]
    assert page.table.current() == named(page, "Board").id
    assert page.add_line.box.hasFocus()
    page.desk.undo()
    page.desk.undo()
    assert page.empty.isVisible()
    assert page.grid.points == {}


def test_a_name_that_is_none_is_refused(empty_page: StakeholdersPage, qtbot: QtBot) -> None:
    empty_page.add_line.box.setText("\u0007")
    with qtbot.waitSignal(empty_page.desk.refused):
        qtbot.keyClick(empty_page.add_line.box, Key.Key_Return)
    assert empty_page.add_line.box.text() == "\u0007"


def test_cells_change_the_stakeholder_and_undo_brings_it_back(page: StakeholdersPage) -> None:
    before = everybody(page)
    model = page.table.source
    row = model.row_of(named(page, "Board").id)
    values = ("The board", Group.OUTSIDE, 81, 82, Support.AGAINST)
    changed = ("The board", Group.CITIZENS, 81, 82, Support.AGAINST)
    for column, value in enumerate(changed):
        model.setData(model.index(row, column), value)
    who = named(page, values[0])
    assert (who.name.en.words, who.group, who.power, who.interest, who.support) == changed
    assert page.grid.points[who.id].who == who
    for _ in changed:
        page.desk.undo()
    assert everybody(page) == before
    assert page.grid.points[who.id].who == named(page, "Board")


def test_selecting_in_one_selects_in_the_others(page: StakeholdersPage) -> None:
    board = named(page, "Board").id
    page.table.select(board)
    assert [id for id, point in page.grid.points.items() if point.is_current] == [board]
    assert page.details.name.boxes["en"].text() == "Board"
    charity = named(page, "Charity").id
    page.grid.picked.emit(charity)
    assert page.table.current() == charity
    assert page.details.name.boxes["en"].text() == "Charity"


def test_deleting_takes_ties_along_and_undo_brings_all_back(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    page.details.ties.tied.emit(named(page, "Council").id, named(page, "Board").id, TieKind.FUNDS)
    before = [*everybody(page), *ties(page)]
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert names(page) == ["Board", "Charity"]
    assert ties(page) == []
    assert page.details.name.boxes["en"].text() == "Board"
    page.desk.undo()
    assert [*everybody(page), *ties(page)] == before


def test_alt_and_arrows_move_a_row(page: StakeholdersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_Down, Alt)
    assert names(page) == ["Board", "Council", "Charity"]
    qtbot.keyClick(page.table, Key.Key_Up, Alt)
    qtbot.keyClick(page.table, Key.Key_Up, Alt)
    assert names(page) == ["Council", "Board", "Charity"]


def test_views_show_the_table_the_grid_or_both(page: StakeholdersPage) -> None:
    for shown, table, grid in (
        (Shown.TABLE, True, False),
        (Shown.GRID, False, True),
        (Shown.BOTH, True, True),
    ):
        page.views[shown].click()
        assert (page.table.isVisible(), page.grid.isVisible()) == (table, grid)
    assert page.table.isColumnHidden(ROLES)
    assert min(page.table.width(), page.grid.width()) >= 300


def test_details_change_group_support_and_roles(page: StakeholdersPage) -> None:
    details = page.details
    details.group.setCurrentIndex(list(Group).index(Group.VOLUNTARY))
    details.group.activated.emit(details.group.currentIndex())
    details.support.setCurrentIndex(list(Support).index(Support.FOR))
    details.support.activated.emit(details.support.currentIndex())
    details.roles[Role.SPONSOR].click()
    details.roles[Role.USES].click()
    details.roles[Role.SPONSOR].click()
    who = named(page, "Council")
    assert (who.group, who.support, who.roles) == (Group.VOLUNTARY, Support.FOR, (Role.USES,))
    page.show_views(Shown.TABLE)
    assert cell(page, "Council", GROUP) == "Voluntary sector"
    assert cell(page, "Council", ROLES) == "Uses the service"


def test_scales_are_typed_or_pulled(page: StakeholdersPage, qtbot: QtBot) -> None:
    power = page.details.power
    power.box.setFocus()
    power.box.selectAll()
    qtbot.keyClicks(power.box, "75")
    assert place(page, "Council") == (20, 20)
    qtbot.keyClick(power.box, Key.Key_Return)
    assert place(page, "Council") == (75, 20)
    assert power.slider.value() == 75
    page.details.interest.slider.setValue(25)
    assert place(page, "Council") == (75, 25)
    page.desk.undo()
    page.desk.undo()
    assert (power.box.value(), page.details.interest.box.value()) == (20, 20)
    power.box.clearFocus()
    assert place(page, "Council") == (20, 20)


def test_a_scale_is_one_stop_and_its_slider_has_the_arrows_after_a_click(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    details = page.details
    details.support.setFocus()
    qtbot.keyClick(details.support, Key.Key_Tab)
    assert details.power.box.hasFocus()
    qtbot.keyClick(details.power.box, Key.Key_Up)
    assert place(page, "Council") == (25, 20)
    qtbot.keyClick(details.power.box, Key.Key_Tab)
    assert details.interest.box.hasFocus()
    qtbot.mouseClick(details.power.slider, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert details.power.slider.hasFocus()
    qtbot.keyClick(details.power.slider, Key.Key_Tab)
    assert details.power.box.hasFocus()


def test_half_typed_numbers_stay_when_something_else_changes(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    box = page.details.power.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "6")
    page.grid.placed.emit(named(page, "Board").id, 1, 1, "")
    assert box.text() == "6"


def test_half_typed_names_go_to_the_one_they_were_typed_for(page: StakeholdersPage) -> None:
    box = page.details.name.boxes[Language.CY]
    assert isinstance(box, QLineEdit)
    box.setText("Cyngor")
    page.table.select(named(page, "Board").id)
    assert named(page, "Council").name.cy.words == "Cyngor"
    assert named(page, "Board").name.cy.words == ""
    assert box.text() == ""


def test_names_typed_in_two_rows_are_two_steps(page: StakeholdersPage) -> None:
    model = page.table.source
    model.setData(model.index(0, NAME), "Council 2")
    model.setData(model.index(1, NAME), "Board 2")
    page.desk.undo()
    assert names(page) == ["Council 2", "Board", "Charity"]


def test_ties_are_added_and_removed(page: StakeholdersPage, qtbot: QtBot) -> None:
    panel = page.details.ties
    for kind, other in ((TieKind.FUNDS, "Board"), (TieKind.WORKS_WITH, "Charity")):
        panel.kind.show_value(kind)
        panel.other.setCurrentText(other)
        panel.add.click()
    shown = [panel.items.item(row).text() for row in range(panel.items.count())]
    assert shown == ["Council – funds – Board", "Council – works with – Charity"]
    panel.items.setCurrentRow(0)
    qtbot.keyClick(panel.items, Key.Key_Delete)
    assert [tie.kind for tie in ties(page)] == [TieKind.WORKS_WITH]
    assert panel.items.currentRow() == 0
    panel.cut.click()
    assert ties(page) == []
    assert not panel.items.isVisible()
    page.desk.undo()
    page.desk.undo()
    assert len(ties(page)) == 2


def test_a_tie_is_only_removed_if_it_is_selected(page: StakeholdersPage) -> None:
    page.details.ties.add.click()
    page.details.ties.items.setCurrentRow(-1)
    assert not page.details.ties.cut.isEnabled()


def test_a_second_same_tie_is_refused_with_words(page: StakeholdersPage, qtbot: QtBot) -> None:
    page.details.ties.add.click()
    with qtbot.waitSignal(page.desk.refused) as refused:
        page.details.ties.add.click()
    assert refused.args
    assert isinstance(refused.args[0], Problem)
    assert len(ties(page)) == 1


def test_the_chosen_tie_stays_chosen_when_something_changes(page: StakeholdersPage) -> None:
    panel = page.details.ties
    for row in range(2):
        panel.other.setCurrentIndex(row)
        panel.add.click()
    panel.items.setCurrentRow(1)
    page.grid.placed.emit(named(page, "Board").id, 1, 1, "")
    assert panel.items.currentRow() == 1
    assert panel.other.currentIndex() == 1


def test_who_is_missing_is_said(page: StakeholdersPage) -> None:
    said = page.gaps.whole.replace("\N{NO-BREAK SPACE}", " ")
    assert "No citizens or users are on the map." in said
    model = page.table.source
    model.setData(model.index(0, GROUP), Group.CITIZENS)
    said = page.gaps.whole.replace("\N{NO-BREAK SPACE}", " ")
    assert "No citizens or users" not in said
    assert "◆" in page.legend.text()


@pytest.mark.parametrize("view", list(Shown))
def test_the_language_switches_without_losing_anything(
    page: StakeholdersPage, context: Context, view: Shown
) -> None:
    page.show_views(view)
    page.add_line.box.setText("half")
    page.show_current(named(page, "Charity").id)
    context.words.switch("cy")
    page.retranslate()
    page.show_all()
    assert page.add_line.box.text() == "half"
    assert page.table.current() == named(page, "Charity").id
    assert page.title.text() == context.words.tr("Stakeholders")
    assert context.words.tr("Power and interest grid") in page.grid.accessibleName()


def test_who_is_missing_comes_and_goes_without_moving_the_map(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    page.resize(1122, 600)
    page.show()
    place = QRect(page.grid.mapTo(page, QPoint(0, 0)), page.grid.size())
    assert page.gaps.text()
    page.gaps.say("")
    qtbot.wait(1)
    assert QRect(page.grid.mapTo(page, QPoint(0, 0)), page.grid.size()) == place


def test_ties_are_shown_whole_and_scroll_with_the_details(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    page.resize(1122, 600)
    page.show()
    panel = page.details.ties
    for row in range(2):
        panel.other.setCurrentIndex(row)
        panel.add.click()
    qtbot.wait(1)
    last = panel.items.visualItemRect(panel.items.item(panel.items.count() - 1))
    assert panel.items.viewport().rect().contains(last)
    assert panel.items.verticalScrollBar().maximum() == 0


def test_the_button_that_ties_stays_in_sight(qtbot: QtBot, page: StakeholdersPage) -> None:
    page.resize(1166, 560)
    panel = page.details.ties
    panel.add.setFocus(Qt.FocusReason.TabFocusReason)
    for other in range(2):
        bring_into_sight(panel.add)
        panel.other.setCurrentIndex(other)
        qtbot.keyClick(panel.add, Key.Key_Space)
        assert panel.items.count() == other + 1
        qtbot.waitUntil(lambda: panel.add.visibleRegion().boundingRect() == panel.add.rect())
    assert len(ties(page)) == panel.items.count() == 2
