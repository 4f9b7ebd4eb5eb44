"""What stands beside and below a field stays there, whatever is typed in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.app import Program


@pytest.mark.parametrize("scale", [100, 200])
def test_a_date_that_means_nothing_moves_nothing(
    program: Program, qtbot: QtBot, scale: int
) -> None:
    window = program.window
    program.speak("cy")
    window.resize(1366, 768)
    window.open_session(program.desk.catalogue.of(Session)[0].id)
    program.settings.put("scale", scale)
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    page.session.set_open(True)
    qtbot.wait(1)
    day, below = page.session.date, page.session.field("purpose")
    caption = day.parentWidget().findChild(QLabel)
    assert caption.height() == caption.sizeHint().height()
    assert day.y() - (caption.y() + caption.height()) == 4
    window.activateWindow()
    qtbot.waitActive(window)
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "one day")
    qtbot.wait(1)
    before = (day.geometry(), below.mapTo(window, QPoint(0, 0)))
    qtbot.keyClick(day, Qt.Key.Key_Return)
    qtbot.wait(1)
    assert day.property("wrong")
    assert (day.geometry(), below.mapTo(window, QPoint(0, 0))) == before
