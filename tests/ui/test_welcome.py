"""The first start: the language can be chosen with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.text import Language
from gweithdy.ui.welcome import Welcome


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize("language", list(Language))
def test_return_and_space_choose_what_has_the_focus(
    qtbot: QtBot, language: Language, key: Qt.Key
) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show()
    welcome.buttons[language].setFocus()
    qtbot.keyClick(welcome.buttons[language], key)
    assert welcome.chosen == language
    assert not welcome.isVisible()
