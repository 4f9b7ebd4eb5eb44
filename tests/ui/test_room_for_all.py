"""Every page has room on a small laptop, in both languages and at every size of text."""

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

from gweithdy.domain.agenda import Block
from gweithdy.domain.clock import ClockState
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, both
from gweithdy.edits import agenda, running
from gweithdy.ui.actions.page import ActionsPage
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.app import Program
from gweithdy.ui.attempt import alter
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.pages import PAGES
from gweithdy.ui.run.page import RunPage

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
        # Figures may reach a pixel into the margin beside the last of them.
        advance = made.fontMetrics().horizontalAdvance(made.text()) - 1
        return advance - made.contentsRect().width()
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
    for key in PAGES:
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
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(1)
        hidden = [made for made in primary(window, key) if not is_in_sight(window, made)]
        found += [f"{key}: {made.text()}" for made in hidden]
    assert found == []


def test_the_rail_gives_way_and_its_names_stay_at_hand(program: Program, qtbot: QtBot) -> None:
    rail = program.window.rail
    show(program, qtbot, "cy", 100, LAPTOP)
    wide = rail.width()
    show(program, qtbot, "cy", 150, LAPTOP)
    under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    assert {made.toolButtonStyle() for made in rail.buttons.values()} == {under}
    assert rail.width() < wide
    show(program, qtbot, "cy", 200, LAPTOP)
    for made in rail.buttons.values():
        assert made.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        assert made.text() in made.toolTip()
        assert rail.visibleRegion().contains(made.geometry())
    assert rail.width() < wide
    show(program, qtbot, "cy", 100, LAPTOP)
    assert rail.width() == wide


def test_in_a_narrow_window_details_lie_over_the_list_until_escape(
    running_day: Program, qtbot: QtBot
) -> None:
    window = show(running_day, qtbot, "en", 150, LAPTOP)
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    width = page.table.width()
    page.table.setFocus()
    assert not page.details.isVisible()
    qtbot.mouseClick(page.around.opener, Qt.MouseButton.LeftButton)
    assert page.details.isVisible()
    assert page.details.isAncestorOf(page.focusWidget())
    assert page.table.width() == width
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert not page.details.isVisible()
    # Where there is room again they stand beside it, without being asked for.
    show(running_day, qtbot, "en", 100, LAPTOP)
    assert page.details.isVisible()
    assert page.details.mapTo(page, QPoint(0, 0)).x() > page.table.mapTo(page, QPoint(0, 0)).x()


def test_what_is_half_typed_in_details_is_kept_when_they_go(
    running_day: Program, qtbot: QtBot
) -> None:
    window = show(running_day, qtbot, "en", 150, LAPTOP)
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    page.around.open()
    qtbot.keyClicks(page.details.title.boxes[Language.EN], " today")
    page.around.shut()
    block = page.table.source.rows[page.table.currentIndex().row()]
    assert "today" in block.title.get("en")


def test_space_pauses_in_a_narrow_window_too(running_day: Program, qtbot: QtBot) -> None:
    window = show(running_day, qtbot, "en", 150, LAPTOP)
    window.show_page("run")
    page = window.pages["run"]
    assert isinstance(page, RunPage)
    assert page.focusWidget() is page.go
    qtbot.mouseClick(page.around.opener, Qt.MouseButton.LeftButton)
    assert page.day.isVisible()
    page.around.shut()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.ticker.day
    assert page.ticker.day.clock.state is ClockState.PAUSED


def test_a_long_title_is_shown_whole_on_run(running_day: Program, qtbot: QtBot) -> None:
    window = show(running_day, qtbot, "cy", 100, LAPTOP)
    window.show_page("run")
    page = window.pages["run"]
    assert isinstance(page, RunPage)
    small = page.now.figures.font().pixelSize()
    show(running_day, qtbot, "cy", 100, DESK)
    assert page.now.figures.fontMetrics().height() > small
    title = both("Beth sydd angen i ni ei newid gyda'n gilydd " * 3, "What must change " * 5)
    workshop = running_day.desk.workshop
    assert workshop
    block = workshop.of(Block)[0].id
    alter(running_day.desk, lambda workshop: agenda.change(workshop, block, title=title))
    for scale in (100, 150):
        show(running_day, qtbot, "cy", scale, LAPTOP)
        assert list(cut(page)) == [], scale


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_words_of_an_overdue_date_are_whole(
    running_day: Program, qtbot: QtBot, language: str, scale: int
) -> None:
    window = show(running_day, qtbot, language, scale, LAPTOP)
    window.show_page("actions")
    page = window.pages["actions"]
    assert isinstance(page, ActionsPage)
    table = page.action_list.table
    places = range(table.source.rowCount())
    words = [str(table.source.index(place, 2).data()) for place in places]
    assert any("▲" in each for each in words)
    room = table.columnWidth(2) - 2 * running_day.theme.px(8)
    assert max(map(table.fontMetrics().horizontalAdvance, words)) <= room


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_free_time_before_a_fixed_start_is_whole(
    running_day: Program, qtbot: QtBot, language: str
) -> None:
    window = show(running_day, qtbot, language, 100, LAPTOP)
    window.show_page("agenda")
    page = window.pages["agenda"]
    assert isinstance(page, AgendaPage)
    table, px = page.table, running_day.theme.px
    rows = range(table.source.rowCount())
    notes = [str(table.source.index(row, 2).data()).partition("\n")[2] for row in rows]
    assert any(notes)
    # Beside the symbol, and between the margins of the cell.
    room = table.columnWidth(2) - px(18) - 2 * px(8) - 6
    assert max(map(table.fontMetrics().horizontalAdvance, notes)) <= room
