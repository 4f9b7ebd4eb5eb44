"""Every page has room on a small laptop, in both languages and at every size of text."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QGraphicsView,
    QLabel,
    QLineEdit,
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
from gweithdy.ui.key_sheet import KeySheet
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.main_window import MainWindow
from gweithdy.ui.pages import PAGES
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.stakeholders.backdrop import axis_boxes, corner_boxes
from gweithdy.ui.stakeholders.page import Shown, StakeholdersPage
from gweithdy.ui.stakeholders.tag import Tag
from gweithdy.ui.theme import THEMES
from gweithdy.ui.welcome import Welcome

LAPTOP, DESK = QSize(1366, 768), QSize(1920, 1080)

HALF = LAPTOP / 2
"""What a program sees of the laptop where the system draws everything at 200 %."""

SOURCE, ATKINSON = "Source Sans 3", "Atkinson Hyperlegible Next"


@pytest.fixture
def running_day(program: Program) -> Program:
    """The program with a session open that has something of everything, and its clock running."""
    session = min(program.desk.catalogue.of(Session), key=lambda s: str(s.date))
    assert session.start
    program.window.open_session(session.id)
    # So late in the day that there is one button more, and in the year that actions are overdue.
    late = datetime.combine(date(2027, 2, 1), session.start) + timedelta(minutes=51)
    program.desk.now = late.astimezone
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
    """Words on labels and buttons that are wider than these, and not said by a tooltip.

    So with prompts.
    """
    for made in root.findChildren(QWidget):
        if made.isVisible() and isinstance(made, QLabel | QAbstractButton):
            missing = too_wide(made)
            if missing > 0 and not made.toolTip():
                yield f"{type(made).__name__} {made.text()!r}: {missing} px"
        if isinstance(made, QLineEdit) and made.isVisible() and not made.toolTip():
            # Half a letter wide, at the least, are line, padding and the caret.
            room = made.contentsRect().width() - made.fontMetrics().averageCharWidth()
            if made.fontMetrics().horizontalAdvance(made.placeholderText()) > room:
                yield f"prompt {made.placeholderText()!r}: {room} px"


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
    ("scale", "size", "typeface"),
    [
        (100, LAPTOP, SOURCE),
        (150, LAPTOP, SOURCE),
        (200, LAPTOP, SOURCE),
        (200, LAPTOP, ATKINSON),
        (100, DESK, SOURCE),
    ],
)
def test_no_page_scrolls_sideways_and_no_words_are_cut(
    running_day: Program, qtbot: QtBot, language: str, scale: int, size: QSize, typeface: str
) -> None:
    running_day.settings.put("font", typeface)
    window = show(running_day, qtbot, language, scale, size)
    found = []
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(1)
        found += [f"{key}: {name} scrolls sideways" for name in sideways(window.pages[key])]
        found += [f"{key}: {words}" for words in cut(window)]
    assert window.size() == size
    assert found == []


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(("scale", "size"), [(200, LAPTOP), (100, HALF)])
def test_pages_that_were_shown_before_give_way_too(
    running_day: Program, qtbot: QtBot, language: str, scale: int, size: QSize
) -> None:
    """A page that measures itself would stay as wide as it was."""
    window = show(running_day, qtbot, language, 100, LAPTOP)
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(1)
    for _ in range(2):
        # The rail gives way to the first, and the rest to the second.
        show(running_day, qtbot, language, scale, size)
    found = []
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(1)
        found += [f"{key}: {name} scrolls sideways" for name in sideways(window.pages[key])]
    assert window.size() == size
    assert found == []


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("typeface", [SOURCE, ATKINSON])
@pytest.mark.parametrize(("key", "least"), [("run", 5), ("library", 9), ("actions", 4)])
def test_all_buttons_of_a_page_are_in_sight_at_twice_the_size(
    running_day: Program, qtbot: QtBot, language: str, typeface: str, key: str, least: int
) -> None:
    running_day.settings.put("font", typeface)
    window = show(running_day, qtbot, language, 200, LAPTOP)
    window.show_page(key)
    qtbot.wait(1)
    found: list[QPushButton] = window.pages[key].findChildren(QPushButton)
    shown = [made for made in found if made.isVisible()]
    assert len(shown) >= least
    assert [made.text() for made in shown if not is_in_sight(window, made)] == []


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    ("scale", "size"), [(100, LAPTOP), (150, LAPTOP), (200, LAPTOP), (100, HALF)]
)
@pytest.mark.parametrize("shown", Shown)
def test_nothing_lies_on_the_names_of_the_grid(
    running_day: Program, qtbot: QtBot, language: str, scale: int, size: QSize, shown: Shown
) -> None:
    window = show(running_day, qtbot, language, scale, size)
    window.show_page("stakeholders")
    page = window.pages["stakeholders"]
    assert isinstance(page, StakeholdersPage)
    page.show_views(shown)
    qtbot.wait(1)
    grid, context = page.grid, running_day.context
    if shown is Shown.TABLE:
        assert not grid.isVisible()
        return
    frame = grid.frame().rect
    captions = [*corner_boxes(frame, context), *axis_boxes(frame, context)]
    for one, other in combinations(captions, 2):
        assert not one.intersects(other)
    # A point and its ring on each edge of the frame, wherever people may be placed.
    reach = max(point.radius for point in grid.points.values()) + 5
    points = frame.adjusted(-reach, -reach, reach, reach)
    whole = QRectF(grid.viewport().rect())
    for each in captions:
        assert not each.intersects(points)
        assert whole.contains(each)
    assert frame.height() >= running_day.theme.px(75)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [150, 200])
@pytest.mark.parametrize("typeface", [SOURCE, ATKINSON])
def test_all_of_a_page_is_in_sight_while_the_day_runs(
    running_day: Program, qtbot: QtBot, language: str, scale: int, typeface: str
) -> None:
    """What has more in it scrolls by itself: the list, and not the page with its buttons."""
    running_day.settings.put("font", typeface)
    window = show(running_day, qtbot, language, scale, LAPTOP)
    found = []
    for key in PAGES:
        window.show_page(key)
        qtbot.wait(1)
        page = window.pages[key]
        for shown in Shown if isinstance(page, StakeholdersPage) else [""]:
            if isinstance(page, StakeholdersPage):
                page.show_views(Shown(shown))
            for _ in range(3):
                # A scrollbar goes, then what it had taken away is given back.
                qtbot.wait(1)
            around = page.parentWidget().parentWidget()
            assert isinstance(around, QAbstractScrollArea)
            if down := around.verticalScrollBar().maximum():
                found.append(f"{key} {shown}: {down} px")
    assert found == []


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_name_of_the_chosen_point_covers_no_more_than_it_must(
    running_day: Program, qtbot: QtBot, language: str
) -> None:
    window = show(running_day, qtbot, language, 200, LAPTOP)
    window.show_page("stakeholders")
    page = window.pages["stakeholders"]
    assert isinstance(page, StakeholdersPage)
    qtbot.wait(1)
    grid = page.grid
    for id, point in grid.points.items():
        page.show_current(id)
        assert point.label
        name = point.label.translated(point.pos())
        assert QRectF(grid.viewport().rect()).contains(name)
        covered = [each.name for each in grid.points.values() if name.contains(each.pos())]
        assert covered == [], point.name


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [150, 200])
def test_words_of_ties_are_not_printed_over_names(
    running_day: Program, qtbot: QtBot, language: str, scale: int
) -> None:
    alter(running_day.desk, running.clear)
    window = show(running_day, qtbot, language, scale, LAPTOP)
    window.show_page("stakeholders")
    page = window.pages["stakeholders"]
    assert isinstance(page, StakeholdersPage)
    qtbot.wait(1)
    tags = [each for each in page.grid.scene().items() if isinstance(each, Tag)]
    words = [tag.sceneBoundingRect() for tag in tags if tag.parentItem() is None]
    points = page.grid.points.values()
    names = [each.label.translated(each.pos()) for each in points if each.label]
    assert len(names) > 2
    assert not any(word.intersects(name) for word in words for name in names)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_titles_have_the_most_room_at_twice_the_size(
    running_day: Program, qtbot: QtBot, language: str
) -> None:
    window = show(running_day, qtbot, language, 200, LAPTOP)
    window.show_page("library")
    qtbot.wait(1)
    library = window.pages["library"]
    assert isinstance(library, LibraryPage)
    header = library.shelf.header()
    widths = [header.sectionSize(place) for place in range(header.count())]
    assert max(widths) == widths[0]
    window.show_page("actions")
    qtbot.wait(1)
    actions_page = window.pages["actions"]
    assert isinstance(actions_page, ActionsPage)
    table = actions_page.action_list.table
    across = [table.columnWidth(place) for place in range(table.source.columnCount())]
    # A heading that is read whole may take a little more than the words of an action.
    assert max(across) <= 1.1 * across[0]
    assert across[0] >= sum(across) / 4


@pytest.mark.parametrize("name", THEMES)
def test_dialogs_have_room_at_twice_the_size(running_day: Program, qtbot: QtBot, name: str) -> None:
    running_day.settings.put("theme", name)
    window = show(running_day, qtbot, "cy", 200, LAPTOP)
    sheets = [Welcome(), KeySheet(window, running_day.context, "agenda")]
    for sheet in sheets:
        qtbot.addWidget(sheet)
        sheet.show()
        qtbot.wait(1)
        assert sheet.width() <= LAPTOP.width()
        assert sheet.height() <= LAPTOP.height()
        assert list(cut(sheet)) == []
        lists: list[QAbstractScrollArea] = sheet.findChildren(QAbstractScrollArea)
        assert not any(each.horizontalScrollBar().maximum() for each in lists)


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
