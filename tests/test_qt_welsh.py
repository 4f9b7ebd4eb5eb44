"""Qt's own buttons and menus speak Welsh once the shipped catalogue is installed."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gweithdy.resources import catalogue_folder

Button = QDialogButtonBox.StandardButton


@pytest.fixture
def welsh(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(catalogue_folder() / "qtbase_cy.qm"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("welsh")
def test_the_buttons_of_dialogs(qtbot: QtBot) -> None:
    box = QDialogButtonBox(Button.Ok | Button.Save | Button.Cancel | Button.Close)
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Iawn", "Cadw", "Diddymu", "Cau"}


@pytest.mark.usefixtures("welsh")
def test_the_menu_of_a_text_field(qtbot: QtBot) -> None:
    field = QLineEdit("gair")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "&Dadwneud", "&Ailwneud", "&Torri", "&Copïo", "&Gludo", "Dileu", "Dewis Popeth",
    ]  # fmt: skip


@pytest.mark.usefixtures("welsh")
def test_the_file_dialog(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Chwilio yn:", "Enw ffeil:", "Math o ffeil:"} <= labels


def test_every_text_keeps_its_places_and_its_key() -> None:
    for message in ET.parse(catalogue_folder() / "qtbase_cy.ts").iter("message"):
        source, welsh = message.findtext("source", ""), message.findtext("translation", "")
        assert welsh, source
        assert [f"%{n}" in source for n in (1, 2)] == [f"%{n}" in welsh for n in (1, 2)], source
        assert source.count("&") == welsh.count("&"), source
