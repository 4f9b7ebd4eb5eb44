"""Buttons answer to both keys that people press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.rail import RailButton
from gweithdy.ui.widgets.labels import button
from gweithdy.ui.widgets.language_switch import LanguageSwitch


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
