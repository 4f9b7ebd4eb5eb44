"""In which language words will be kept is said before they are kept; in doubt it is asked."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.ui.widgets.language_chip import LanguageChip


@pytest.fixture
def chip(qtbot: QtBot) -> LanguageChip:
    line = QLineEdit()
    made = LanguageChip(Words("en"), line)
    made.setParent(line)
    qtbot.addWidget(line)
    return made


def box(chip: LanguageChip) -> QLineEdit:
    line = chip.parent()
    assert isinstance(line, QLineEdit)
    return line


def test_it_is_sure_of_words_and_asks_about_names(chip: LanguageChip) -> None:
    assert chip.text() == "English"
    box(chip).setText("Pobl ifanc")
    assert (chip.language(), chip.text()) == (Language.CY, "Cymraeg")
    box(chip).setText("Amina Hassan")
    assert (chip.language(), chip.text()) == (Language.EN, "English ?")


def test_a_press_takes_the_other_language_for_these_words_only(chip: LanguageChip) -> None:
    box(chip).setText("Amina Hassan")
    chip.click()
    assert (chip.language(), chip.text()) == (Language.CY, "Cymraeg")
    box(chip).clear()
    box(chip).setText("Amina Hassan")
    assert chip.language() is Language.EN
