"""The only place that opens dialogs: for files, for sheets, for questions that cannot wait."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from gweithdy.ui.second_click import SecondClick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

# The dialogs of Qt are loaded when one is asked for: the window is painted sooner.


def file_to_open(parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
    """A file that the person chose to read."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def files_to_open(parent: QWidget, title: str, kinds: str, folder: str = "") -> list[Path]:
    """The files that the person chose to read, one or many; none for Cancel."""
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    return [Path(name) for name in names]


def file_to_write(
    parent: QWidget, title: str, suggestion: Path, kinds: str, *, replacing: bool = False
) -> Path | None:
    """A file that the person chose to write; the dialog asks before one is replaced.

    With `replacing` it asks nothing: it is not this file that will be written.

    `kinds`: what kinds of file there are with their endings, as "PDF (*.pdf);;Word (*.docx)". A
    name without one of the endings gets that of the kind that was chosen.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(suggestion.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, replacing)
    # Added after the dialog, an ending that was not typed could name a file that is there.
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.filterSelected.connect(partial(_take_kind, dialog))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _take_kind(dialog: "QFileDialog", kind: str) -> None:
    """Let a name without an ending get that of files of `kind`; Qt exchanges one that is there."""
    for ending in re.findall(r"\*\.(\w+)", kind)[:1]:
        dialog.setDefaultSuffix(ending)


def folder_to_write_in(parent: QWidget, title: str, folder: str) -> Path | None:
    """A folder that the person chose, for something new in it."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None


def decide(parent: QWidget, question: str, detail: str, do: str, leave: str) -> bool:
    """Whether the person wants to `do` it; `leave` is the safe answer and the default."""
    return choose(parent, question, detail, [do], leave) == 0


def choose(
    parent: QWidget,
    question: str,
    detail: str,
    ways: Sequence[str],
    leave: str,
    *,
    usual: int | None = None,
) -> int | None:
    """Which of the `ways` the person takes; None for `leave`, the answer that does nothing.

    The default is that, or `usual`: a way that is as safe.
    """
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Question, "gweithdy", question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(detail)
    buttons = [box.addButton(way, QMessageBox.ButtonRole.AcceptRole) for way in ways]
    safe = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe if usual is None else buttons[usual])
    box.setEscapeButton(safe)
    box.exec()
    chosen = box.clickedButton()
    return next((place for place, made in enumerate(buttons) if made is chosen), None)


def lay_over(sheet: QDialog) -> None:
    """Show a sheet to read over the window; the keyboard goes back to where it was."""
    before = QApplication.focusWidget()
    parent = sheet.parentWidget()
    beneath = parent.window().windowHandle() if parent else None

    def go_back() -> None:
        if beneath is not None and isValid(beneath):
            SecondClick(beneath)
        if before is not None and isValid(before):
            before.activateWindow()
            before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    sheet.finished.connect(go_back)
    sheet.open()


def tell(parent: QWidget | None, message: str, close: str) -> None:
    """Something that stops the program from going on."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "gweithdy", message, parent=parent)
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def colour(parent: QWidget, title: str, now: str) -> str:
    """A colour that the person picked, as "#RRGGBB", beginning at `now`; "" if none."""
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QColorDialog

    picked = QColorDialog.getColor(QColor(now), parent, title)
    return picked.name().upper() if picked.isValid() else ""
