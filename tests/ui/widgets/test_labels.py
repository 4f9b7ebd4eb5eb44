"""Buttons answer to both keys that people press, and show all their words."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.rail import RailButton
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.language_switch import LanguageSwitch

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


def switch(words: Words) -> tuple[QWidget, QPushButton]:
    made = LanguageSwitch(words)
    return made, made.buttons[Language.CY]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_presses_the_button_that_has_the_focus(
    qtbot: QtBot, words: Words, key: Qt.Key
) -> None:
    whole, one_language = switch(words)
    qtbot.addWidget(whole)
    for made in (button(), button("primary"), RailButton(), one_language):
        qtbot.addWidget(made)
        made.show()
        with qtbot.waitSignal(made.clicked, timeout=500):
            qtbot.keyClick(made, key)


@pytest.mark.parametrize("face", ["Source Sans 3", "Atkinson Hyperlegible Next"])
def test_the_chosen_view_is_named_in_full(program: "Program", face: str) -> None:
    program.settings.put("font", face)
    program.settings.put("scale", 200)
    program.window.resize(1366, 768)
    for key in ("pack", "actions", "stakeholders", "board"):
        program.window.open_session(program.desk.catalogue.of(Session)[0].id, key)
        for language in Language:
            program.speak(language)
            for _ in range(3):
                QCoreApplication.processEvents()
            page = program.window.pages[key]
            for made in page.findChildren(QPushButton):
                if made.property("role") == "switch" and made.isVisible():
                    heavy = QFont(made.font())
                    heavy.setWeight(QFont.Weight.DemiBold)
                    words = QFontMetrics(heavy).horizontalAdvance(made.text())
                    assert made.width() >= words + 2 * program.theme.px(10), made.text()
