"""From the real window to the screen for the room and back."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Theme
from gweithdy.domain.session import Session
from gweithdy.edits import board

if TYPE_CHECKING:
    from gweithdy.ui.app import Program
    from gweithdy.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, program: "Program") -> "MainWindow":
    """The whole program with a session open on its Capture page."""
    desk = program.context.desk
    program.window.open_session(desk.catalogue.of(Session)[0].id, "board")
    # A shortcut works in the window that is active.
    qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
    return program.window


def test_one_screen_esc_leads_back(qtbot: QtBot, window: "MainWindow") -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    shown = window.presenting.shown
    assert shown
    assert shown.isFullScreen()
    assert "Page Down" in shown.foot()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert window.presenting.shown is None
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.presenting.shown
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.presenting.shown is None


def test_on_a_second_screen_one_goes_on_capturing(
    qtbot: QtBot, window: "MainWindow", monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QGuiApplication.primaryScreen()
    monkeypatch.setattr(window.presenting, "_other_screen", lambda: screen)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    shown = window.presenting.shown
    assert shown
    assert shown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert shown.geometry() == screen.geometry()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert shown.number == 1
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert shown.number == 0
    desk = window.context.desk
    desk.do(board.add_card(desk.workshop, "Newydd", "cy", "", CardKind.NONE, "", desk.now()))

    def is_there() -> bool:
        return any("Newydd" in each.said.columns[0] for page in shown.pages for each in page)

    qtbot.waitUntil(is_there)
    window.language_asked.emit("cy")
    assert shown.windowTitle() == "Sgrin i'r ystafell"
    # The words for the room stay in the language that was chosen for it.
    assert shown.languages == "en"
    window.presenting._on_screen_gone(shown.screen())
    assert window.presenting.shown is None


def test_the_theme_that_is_current_alone(qtbot: QtBot, window: "MainWindow") -> None:
    workshop = window.context.desk.workshop
    assert workshop
    theme = workshop.of(Theme)[1]
    card = next(card for card in workshop.of(Card) if card.theme == theme.id)
    window.pages["board"].go_to(card.id)
    qtbot.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    shown = window.presenting.shown
    assert shown
    ids = {placed.said.id for page in shown.pages for placed in page}
    assert theme.id in ids
    assert workshop.of(Theme)[0].id not in ids


def test_it_closes_with_the_window(qtbot: QtBot, window: "MainWindow") -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.presenting.shown
    window.close()
    assert window.presenting.shown is None
