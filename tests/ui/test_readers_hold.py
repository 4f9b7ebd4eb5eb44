"""A screen reader holds what it was given; the program goes on under its hands."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.heard import Recorder

from gweithdy.domain.session import Session
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.stakeholders.page import StakeholdersPage

if TYPE_CHECKING:
    from gweithdy.ui.app import Program


def taken(view: QWidget) -> list[QAccessibleInterface]:
    around = QAccessible.queryAccessibleInterface(view)
    return [around.child(place) for place in range(around.childCount())]


def name(each: QAccessibleInterface) -> str:
    return each.text(QAccessible.Text.Name)


def test_opening_another_session_leaves_nothing_of_the_first(
    program: "Program", heard: Recorder
) -> None:
    window, sessions = program.window, program.desk.catalogue.of(Session)

    def look(session: Session) -> list[QAccessibleInterface]:
        window.open_session(session.id)
        for key in ("board", "stakeholders"):
            window.show_page(key)
        board, stakeholders = window.pages["board"], window.pages["stakeholders"]
        assert isinstance(board, BoardPage)
        assert isinstance(stakeholders, StakeholdersPage)
        return [*taken(board.pane.view), *taken(stakeholders.grid)]

    held = look(sessions[0])
    words = {name(each) for each in held}
    assert len(held) > 50
    numbers = [QAccessible.uniqueId(each) for each in held]
    other = look(sessions[1])
    assert other
    assert not any(each.isValid() for each in held), "nobody reads the first in the second"
    QApplication.processEvents()
    del held
    gc.collect()
    assert {QAccessible.accessibleInterface(number) for number in numbers} == {None}
    heard.said()
    again = look(sessions[0])
    assert {name(each) for each in again} == words
    title = sessions[0].title.best("en")[0]
    QApplication.processEvents()
    assert heard.said() == [f"Stakeholders: {title}"], "reading is no news"
