"""The Stakeholders page with three stakeholders."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gweithdy.domain.stakeholders import Stakeholder
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.page import StakeholdersPage


@pytest.fixture
def empty_page(qtbot: QtBot, context: Context) -> Iterator[StakeholdersPage]:
    page = StakeholdersPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    QAbstractItemModelTester(
        page.table.source, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    yield page
    page.close()


@pytest.fixture
def page(empty_page: StakeholdersPage) -> StakeholdersPage:
    """Council at 20/20, board at 80/80, charity at 20/80 (power/interest); council selected."""
    places = {"Council": (20, 20), "Board": (80, 80), "Charity": (20, 80)}
    for name in places:
        empty_page.add_line.typed.emit(name)
    for who in everybody(empty_page):
        empty_page.grid.placed.emit(who.id, *places[who.name.en.words], "")
    empty_page.show_current(everybody(empty_page)[0].id)
    return empty_page


def everybody(page: StakeholdersPage) -> list[Stakeholder]:
    assert page.workshop
    return page.workshop.of(Stakeholder)


def named(page: StakeholdersPage, name: str) -> Stakeholder:
    return next(who for who in everybody(page) if who.name.en.words == name)


def place(page: StakeholdersPage, name: str) -> tuple[int, int]:
    who = named(page, name)
    return who.power, who.interest
