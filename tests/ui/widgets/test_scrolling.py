"""What has the keyboard is all in sight in what scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.ui.scrolling import Scrolling

HIGH = 80


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[Scrolling]:
    """A line and a box of several lines, of which the last ones are below the edge."""
    form = QWidget()
    column = QVBoxLayout(form)
    column.addWidget(QLineEdit())
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(HIGH)
    column.addWidget(box)
    pane = Scrolling(form)
    qtbot.addWidget(pane)
    pane.resize(300, HIGH + 20)
    pane.show()
    pane.activateWindow()
    qtbot.waitActive(pane)
    yield pane
    pane.close()


def test_tab_brings_all_of_a_box_into_sight(qtbot: QtBot, pane: Scrolling) -> None:
    line, box = pane.findChild(QLineEdit), pane.findChild(QPlainTextEdit)
    assert line is not None
    assert box is not None
    line.setFocus()
    assert pane.verticalScrollBar().value() == 0
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert box.hasFocus()
    place = QRect(box.mapTo(pane.viewport(), QPoint(0, 0)), box.size())
    assert pane.viewport().rect().contains(place)
