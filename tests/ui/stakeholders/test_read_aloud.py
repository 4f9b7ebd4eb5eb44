"""The grid to somebody who hears it: a list of stakeholders and of the ties between them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.stakeholders.conftest import named, place

from gweithdy.domain.stakeholders import TieKind
from gweithdy.edits import stakeholders as edits
from gweithdy.ui.stakeholders.page import StakeholdersPage

Heard = list[tuple[str, str]]


def tree(page: StakeholdersPage) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(page.grid)


def items(page: StakeholdersPage) -> list[QAccessibleInterface]:
    around = tree(page)
    return [around.child(place) for place in range(around.childCount())]


def name(each: QAccessibleInterface) -> str:
    return each.text(QAccessible.Text.Name)


def tie(page: StakeholdersPage) -> None:
    start, end = named(page, "Board").id, named(page, "Charity").id
    page.desk.do(edits.tie(page.workshop, start, end, TieKind.FUNDS))


def act(page: StakeholdersPage, who: int, what: str) -> None:
    items(page)[who].actionInterface().doAction(what)
    QApplication.processEvents()


@pytest.mark.usefixtures("told")
def test_all_that_is_on_the_grid_is_read(page: StakeholdersPage) -> None:
    tie(page)
    group = "Other public bodies"
    assert [(name(i), i.text(QAccessible.Text.Description)) for i in items(page)] == [
        (f"Council. Power: 20. Interest: 20. {group}.", "1 of 3; Keep an eye on"),
        (
            f"Board. Power: 80. Interest: 80. {group}.",
            "2 of 3; Work closely together; Board – funds – Charity",
        ),
        (
            f"Charity. Power: 20. Interest: 80. {group}.",
            "3 of 3; Keep informed; Board – funds – Charity",
        ),
        ("Board – funds – Charity", "Tie; 1 of 1"),
    ]
    assert [bool(each.state().focusable) for each in items(page)] == [True, True, True, False]
    assert tree(page).text(QAccessible.Text.Name) == "Power and interest grid"


@pytest.mark.usefixtures("told")
def test_the_tree_agrees_with_itself_and_with_the_picture(page: StakeholdersPage) -> None:
    tie(page)
    around = tree(page)
    for number, each in enumerate(items(page)):
        assert around.indexOfChild(each) == number
        assert each.parent() is around
        assert not each.state().offscreen
    for each, who in zip(items(page)[:3], ("Council", "Board", "Charity"), strict=True):
        at = page.grid.viewport().mapToGlobal(page.grid.points[named(page, who).id].pos().toPoint())
        assert each.rect().contains(at)
        assert around.childAt(at.x(), at.y()) is each
    middle = items(page)[3].rect().center()
    assert around.childAt(middle.x(), middle.y()) is items(page)[3]
    corner = page.grid.viewport().mapToGlobal(QPoint(2, 2))
    assert around.childAt(corner.x(), corner.y()) is None


def test_the_point_that_the_keys_go_to_is_told_once(
    qtbot: QtBot, page: StakeholdersPage, told: Heard
) -> None:
    page.grid.setFocus()
    qtbot.waitUntil(lambda: any(each[0] == "Focus" for each in told))
    told.clear()
    qtbot.keyClick(page.grid, Qt.Key.Key_PageDown)
    told = [words for event, words in told if event == "Focus"]
    assert [words.partition(".")[0] for words in told] == ["Board"]
    assert [name(i)[:5] for i in items(page) if i.state().focused] == ["Board"]
    assert name(tree(page).focusChild())[:5] == "Board"
    assert tree(page).selectionInterface().selectedItemCount() == 1


def test_a_point_that_was_moved_says_where_it_stands_once(
    qtbot: QtBot, page: StakeholdersPage, told: Heard
) -> None:
    page.grid.setFocus()
    for _ in range(7):
        qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: any(each[0] == "Told" for each in told))
    said = [words for event, words in told if event == "Told"]
    assert said == ["Power: 55. Interest: 20. Keep satisfied."]


def test_a_reader_can_do_what_the_keys_do(page: StakeholdersPage, told: Heard) -> None:
    act(page, 2, "more_power")
    assert place(page, "Charity") == (25, 80)
    act(page, 2, "less_interest")
    assert place(page, "Charity") == (25, 75)
    act(page, 1, QAccessibleActionInterface.pressAction())
    assert page.grid.current == named(page, "Board").id
    act(page, 0, QAccessibleActionInterface.setFocusAction())
    assert page.grid.hasFocus()
    assert page.grid.current == named(page, "Council").id
    actions = items(page)[0].actionInterface()
    assert [actions.localizedActionName(each) for each in actions.actionNames()][:3] == [
        *("Select", "More power", "Less power")
    ]
    told.clear()
    act(page, 0, "list.remove")
    assert [event for event, _ in told].count("ObjectDestroyed") == 1
    assert len(items(page)) == 2
