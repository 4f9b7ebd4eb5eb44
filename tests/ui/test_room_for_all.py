"""Every page has room in a window of a small laptop, in both languages and at every size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QGraphicsView,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gweithdy.domain.session import Session
from gweithdy.edits import running
from gweithdy.ui.app import Program
from gweithdy.ui.attempt import alter
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.pages import PAGES

NOT_YET = ("pack",)
"""Pages with too much on them for the largest text: these are not looked at."""

LAPTOP, DESK = QSize(1366, 768), QSize(1920, 1080)


@pytest.fixture
def running_day(program: Program) -> Program:
    """The program with a session open that has something of everything, and its clock running."""
    sessions = program.desk.catalogue.of(Session)
    program.window.open_session(min(sessions, key=lambda s: str(s.date)).id)
    alter(program.desk, running.clear)
    alter(program.desk, lambda workshop: running.start(workshop, program.desk.now()))
    return program


def show(program: Program, qtbot: QtBot, language: str, scale: int, size: QSize) -> MainWindow:
    program.settings.put("scale", scale)
    program.speak(language)
    program.window.resize(size)
    qtbot.wait(1)
    return program.window


def sideways(page: QWidget) -> list[str]:
    """What scrolls sideways, other than a canvas, which is walked over."""
    found: list[QAbstractScrollArea] = page.findChildren(QAbstractScrollArea)
    around = page.parentWidget().parentWidget()
    assert isinstance(around, QAbstractScrollArea)
    return [
        type(area).__name__
        for area in (around, *found)
        if area.isVisible()
        and not isinstance(area, QGraphicsView)
        and area.horizontalScrollBar().maximum() > 0
    ]


def cut(root: QWidget) -> Iterator[str]:
    """Words on labels and buttons that are wider than these, and not said by a tooltip."""
    for made in root.findChildren(QWidget):
        if made.isVisible() and isinstance(made, QLabel | QAbstractButton):
            missing = too_wide(made)
            if missing > 0 and not made.toolTip():
                yield f"{type(made).__name__} {made.text()!r}: {missing} px"


def too_wide(made: QLabel | QAbstractButton) -> int:
    """By how many pixels the words do not fit."""
    if isinstance(made, QLabel):
        if made.wordWrap():
            return made.heightForWidth(made.width()) - made.height()
        return made.fontMetrics().horizontalAdvance(made.text()) - made.contentsRect().width()
    symbol = Qt.ToolButtonStyle.ToolButtonIconOnly
    if isinstance(made, QToolButton) and made.toolButtonStyle() is symbol:
        return 0
    return made.sizeHint().width() - made.width()


def is_in_sight(window: MainWindow, made: QWidget) -> bool:
    """Whether all of `made` is inside what is seen of its page."""
    around = window.stack.currentWidget()
    whole = QRect(made.mapTo(around, QPoint(0, 0)), made.size())
    return made.isVisible() and around.rect().contains(whole)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    ("scale", "size"), [(100, LAPTOP), (150, LAPTOP), (200, LAPTOP), (100, DESK)]
)
def test_no_page_scrolls_sideways_and_no_words_are_cut(
    running_day: Program, qtbot: QtBot, language: str, scale: int, size: QSize
) -> None:
    window = show(running_day, qtbot, language, scale, size)
    found = []
    for key in PAGES.keys() - set(NOT_YET if scale > 100 else ()):
        window.show_page(key)
        qtbot.wait(1)
        found += [f"{key}: {name} scrolls sideways" for name in sideways(window.pages[key])]
        found += [f"{key}: {words}" for words in cut(window)]
    assert window.size() == size
    assert found == []


def primary(window: MainWindow, key: str) -> list[QPushButton]:
    """The buttons of a page that are wanted most."""
    found = window.pages[key].findChildren(QPushButton)
    shown = [each for each in found if each.isVisible() and each.property("role") == "primary"]
    if key == "run":
        page = window.pages[key]
        return [*shown, page.go, page.next]  # type: ignore[attr-defined]
    return list(shown)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_main_buttons_are_in_sight(
    running_day: Program, qtbot: QtBot, language: str, scale: int
) -> None:
    window = show(running_day, qtbot, language, scale, LAPTOP)
    found = []
    for key in PAGES.keys() - set(NOT_YET if scale > 100 else ()):
        window.show_page(key)
        qtbot.wait(1)
        hidden = [made for made in primary(window, key) if not is_in_sight(window, made)]
        found += [f"{key}: {made.text()}" for made in hidden]
    assert found == []
