"""A page that is shown for the first time is painted where it will stay."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.ui.app import Program

ROUNDING = 2
"""Pixels by which the height of a line of text may settle: nobody sees that."""


class FirstPaints(QObject):
    """Keeps the size that each widget had when it was painted first."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: dict[QWidget, QSize] = {}

    def eventFilter(self, each: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(each, QWidget):
            self.sizes.setdefault(each, QSize(each.size()))
        return False


class Windows(QObject):
    """Keeps the name of each window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, each: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(each, QWidget) and each.isWindow():
            self.shown.append(type(each).__name__)
        return False


@pytest.mark.parametrize("key", ["agenda", "run", "board", "stakeholders", "actions", "pack"])
def test_no_part_of_a_page_is_a_window_for_a_moment(
    program: Program, qapp: QApplication, key: str
) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    program.window.open_session(program.desk.catalogue.of(Session)[0].id, key)
    QApplication.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    focused = QApplication.focusWidget()
    assert focused
    assert program.window.pages[key].isAncestorOf(focused)


@pytest.mark.parametrize("key", ["agenda", "run", "board", "stakeholders", "actions"])
def test_nothing_on_a_page_moves_after_it_was_first_painted(
    program: Program, qapp: QApplication, qtbot: QtBot, key: str
) -> None:
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(min(sessions, key=lambda s: str(s.date)).id, "settings")
    program.window.resize(1366, 768)
    qtbot.wait(50)
    paints = FirstPaints()
    qapp.installEventFilter(paints)
    program.window.show_page(key)
    qtbot.wait(100)
    qapp.removeEventFilter(paints)
    page = program.window.pages[key]
    painted = {each: size for each, size in paints.sizes.items() if page.isAncestorOf(each)}
    assert painted
    moved = {
        each: (size, each.size())
        for each, size in painted.items()
        if max(abs(each.width() - size.width()), abs(each.height() - size.height())) > ROUNDING
    }
    assert moved == {}
