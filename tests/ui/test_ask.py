"""The dialogs: no file is replaced that nobody was asked about."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gweithdy.ui import ask


@pytest.fixture(autouse=True)
def no_dialog_waits() -> None:
    """Here they are answered."""


def opened(kind: type[QWidget]) -> QWidget:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def written(typed: str, folder: Path, answer: QMessageBox.StandardButton) -> Path | None:
    """What comes of typing a name into the dialog, and of the answer if it asks."""
    asked: list[str] = []

    def reply() -> None:
        question = opened(QMessageBox)
        assert isinstance(question, QMessageBox)
        asked.append(question.text())
        question.button(answer).click()
        if answer is QMessageBox.StandardButton.No:
            QTimer.singleShot(0, lambda: opened(QFileDialog).close())

    def type_name() -> None:
        dialog = opened(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        assert dialog.selectedFiles() == [str(folder / "pack.pdf")]
        dialog.findChild(QLineEdit, "fileNameEdit").setText(typed)
        QTimer.singleShot(0, reply if (folder / f"{typed}.pdf").exists() else lambda: None)
        dialog.accept()

    parent = QWidget()
    QTimer.singleShot(0, type_name)
    chosen = ask.file_to_write(parent, "Export", folder / "pack.pdf", "PDF (*.pdf)")
    assert bool(asked) is (folder / f"{typed}.pdf").exists()
    return chosen


@pytest.mark.parametrize("typed", ["pack.pdf", "pack", "pack.PDF"])
@pytest.mark.usefixtures("qtbot")
def test_the_kind_that_was_chosen_gives_the_ending(tmp_path: Path, typed: str) -> None:
    def choose_kind() -> None:
        dialog = opened(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(typed)
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        assert kinds.count() == 2
        kinds.setCurrentIndex(1)
        kinds.activated.emit(1)
        kinds.textActivated.emit(kinds.currentText())
        dialog.accept()

    parent = QWidget()
    QTimer.singleShot(0, choose_kind)
    kinds = "PDF (*.pdf);;Word (*.docx)"
    chosen = ask.file_to_write(parent, "Export", tmp_path / "pack.pdf", kinds)
    assert chosen == tmp_path / "pack.docx"


@pytest.mark.parametrize("replaced", [True, False])
@pytest.mark.usefixtures("qtbot")
def test_a_name_without_its_ending_asks_before_a_file_is_replaced(
    tmp_path: Path, *, replaced: bool
) -> None:
    (tmp_path / "other.pdf").write_text("mine")
    button = QMessageBox.StandardButton
    chosen = written("other", tmp_path, button.Yes if replaced else button.No)
    assert chosen == (tmp_path / "other.pdf" if replaced else None)


@pytest.mark.usefixtures("qtbot")
def test_a_new_name_gets_its_ending(tmp_path: Path) -> None:
    assert written("new", tmp_path, QMessageBox.StandardButton.No) == tmp_path / "new.pdf"


def test_the_second_click_of_a_double_click_does_not_reach_the_page(qtbot: QtBot) -> None:
    """Of two quick clicks on a button that closes a sheet the second pressed what lay beneath."""
    window, pressed = QPushButton("Remove the card"), []
    window.clicked.connect(lambda: pressed.append(1))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    sheet = QDialog(window)
    ask.lay_over(sheet)
    sheet.accept()
    middle = window.rect().center()

    def click() -> None:
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)

    click()
    assert not pressed
    qtbot.waitUntil(lambda: click() or bool(pressed))
