"""Whatever Tab stops at on any page says what it is, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from tests.access.tree import elements, faults, name_of

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program
from gweithdy.ui.pages import PAGES
from gweithdy.ui.welcome import Welcome


@pytest.fixture
def held_day(program: Program) -> Program:
    """The program with the session open that has something on every page."""
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(min(sessions, key=lambda session: str(session.date)).id)
    return program


def switches(page: QWidget) -> list[QAbstractButton]:
    """The buttons of which one is always pressed, in an order in which all can be gone through."""
    made: list[QAbstractButton] = page.findChildren(QAbstractButton)
    return [each for each in made if each.isVisible() and each.group() and each.isCheckable()]


def views(page: QWidget, qtbot: QtBot) -> Iterator[str]:
    """The page as it opens, and after each press of one of its switches."""
    qtbot.wait(1)
    yield ""
    for each in switches(page):
        if each.isVisible() and not each.isChecked():
            each.click()
            qtbot.wait(1)
            yield each.text()


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("key", PAGES)
def test_every_stop_says_what_it_is(
    held_day: Program, qtbot: QtBot, key: str, language: str
) -> None:
    held_day.speak(language)
    held_day.window.show_page(key)
    page = held_day.window.pages[key]
    found = {view: faults(held_day.window) for view in views(page, qtbot)}
    assert not {view: said for view, said in found.items() if said}


def test_the_first_window_says_what_it_is(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show()
    assert not faults(welcome)
    assert len([each for each in elements(welcome) if name_of(each)]) > 3
