"""What the page says is missing leads to where it can be given."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Damaged
from gweithdy.domain.session import Session
from gweithdy.domain.stakeholders import Group, Role, Stakeholder
from gweithdy.edits import stakeholders
from gweithdy.ui.stakeholders.page import StakeholdersPage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


@pytest.fixture
def page(program: "Program") -> StakeholdersPage:
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, "stakeholders")
    page = program.window.pages["stakeholders"]
    assert isinstance(page, StakeholdersPage)
    return page


def only(page: StakeholdersPage, group: Group, *roles: Role) -> None:
    """Everybody is in all groups but `group`, and somebody has these roles."""
    assert page.workshop
    others = [each for each in Group if each is not group]
    for place, row in enumerate(page.workshop.of(Stakeholder)):
        now = {"group": others[place % len(others)], "roles": roles}
        page.desk.do(stakeholders.change(page.workshop, row.id, **now))


def test_a_missing_role_leads_to_its_tick(page: StakeholdersPage, qtbot: QtBot) -> None:
    only(page, Group.OTHER, Role.DELIVERS)
    assert "sponsor" in page.gaps.whole
    qtbot.mouseClick(page.gaps, Qt.MouseButton.LeftButton)
    assert page.details.roles[Role.SPONSOR].hasFocus()


def test_a_missing_group_leads_to_the_line_that_adds(page: StakeholdersPage, qtbot: QtBot) -> None:
    only(page, Group.CITIZENS, Role.DELIVERS, Role.SPONSOR)
    page.table.setFocus()
    page.gaps.setFocus()
    qtbot.keyClick(page.gaps, Qt.Key.Key_Return)
    assert page.add_line.box.hasFocus()


def test_what_is_damaged_leads_to_the_settings(program: "Program", qtbot: QtBot) -> None:
    program.window.notices.show_problem(Damaged("Something is damaged."))
    qtbot.mouseClick(program.window.notices._place, Qt.MouseButton.LeftButton)
    assert program.window.key == "settings"
