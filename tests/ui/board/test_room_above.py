"""What stands around a board leaves it its room, in large text too, and words have theirs."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, Lane, Theme
from gweithdy.domain.quotes import Quote
from gweithdy.domain.rounds import Round
from gweithdy.domain.session import Session
from gweithdy.domain.text import said
from gweithdy.edits import board, quotes, rounds
from gweithdy.ui.app import Program
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.widgets.number_box import NumberBox
from gweithdy.ui.widgets.source_box import QuietBox

LAPTOP, SMALL = QSize(1366, 768), QSize(1024, 700)


@pytest.fixture
def captured(program: Program) -> BoardPage:
    """The Capture page of a session with a board of some sixty cards."""
    session = min(program.desk.catalogue.of(Session), key=lambda s: str(s.date))
    program.window.open_session(session.id, "board")
    page = program.window.pages["board"]
    assert isinstance(page, BoardPage)
    return page


def show(program: Program, qtbot: QtBot, language: str, scale: int, size: QSize) -> None:
    program.settings.put("scale", scale)
    program.speak(language)
    program.window.resize(size)
    for _ in range(3):
        qtbot.wait(1)


def without_rounds(program: Program) -> None:
    workshop = program.desk.workshop
    assert workshop
    for each in workshop.of(Round):
        alter(program.desk, partial(rounds.remove_round, in_round=each.id))


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(("scale", "size"), [(150, LAPTOP), (200, LAPTOP), (100, SMALL)])
def test_the_views_take_one_row_and_each_is_at_hand(
    program: Program, captured: BoardPage, qtbot: QtBot, language: str, scale: int, size: QSize
) -> None:
    show(program, qtbot, language, scale, size)
    row, page = captured.tabs, captured
    seen = {}
    for key, tab in page.buttons.items():
        page.show_view(key)
        qtbot.wait(1)
        shown = [*page.buttons.values(), row.others, page.keeping.rules, page.more]
        boxes = [each.geometry() for each in shown if each.isVisible()]
        assert len({box.center().y() for box in boxes}) == 1
        assert all(one.right() < other.x() for one, other in pairwise(boxes))
        assert boxes[-1].right() <= row.width()
        assert tab.isVisible() or row.others.text() == tab.text()
        assert row.others.isChecked() is not tab.isVisible()
        seen[key] = {k: t.geometry() for k, t in page.buttons.items() if t.isVisible()}
    assert all(each == seen["board"] for each in seen.values()), "a tab went from under the hand"


def test_what_has_no_room_is_chosen_from_the_button_after_it(
    program: Program, captured: BoardPage, qtbot: QtBot
) -> None:
    page, others = captured, captured.tabs.others
    show(program, qtbot, "en", 200, LAPTOP)
    folded = captured.tabs.folded()
    assert others.text() == f"{len(folded)} more"
    assert page.buttons["balance"] in folded
    others.menu().aboutToShow.emit()
    actions = others.menu().actions()
    assert [each.text() for each in actions] == [tab.text() for tab in folded]
    actions[-1].trigger()
    assert page.view() == "balance"
    assert others.text() == "Balance"
    # What waits is never out of sight for the sake of a view that says nothing.
    page.keeping.waiting.waiting = 3
    page.buttons["waiting"].setProperty("stays", True)
    page.buttons["waiting"].setText("Waiting (3)")
    qtbot.wait(1)
    assert page.buttons["waiting"].isVisible()
    show(program, qtbot, "en", 100, LAPTOP)
    assert not others.isVisible()
    assert all(tab.isVisible() for tab in page.buttons.values())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_open_choices_take_nothing_from_a_low_board(
    program: Program, captured: BoardPage, qtbot: QtBot, language: str
) -> None:
    show(program, qtbot, language, 150, LAPTOP)
    bar, view = captured.filter, captured.pane.view
    before = view.geometry()
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert bar.narrowing.isVisible()
    assert bar.narrowing.isAncestorOf(bar.sheet.focusWidget())
    assert view.geometry() == before
    assert view.height() > program.window.height() / 2
    assert bar.sheet.width() <= program.window.width()
    row = bar.narrowing.theme.findData("-")
    bar.narrowing.theme.setCurrentIndex(row)
    assert bar.sheet.isVisible(), "the next choice can be made"
    qtbot.keyClick(bar.sheet.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not bar.more.isChecked())
    assert not bar.narrowing.isVisible()
    assert bar.query().loose, "Esc puts the choices away, not what was chosen"


def test_where_there_is_room_the_choices_stay_above_the_board(
    program: Program, captured: BoardPage, qtbot: QtBot
) -> None:
    show(program, qtbot, "cy", 150, LAPTOP)
    bar = captured.filter
    bar.more.click()
    bar.more.click()
    show(program, qtbot, "cy", 100, LAPTOP)
    bar.more.click()
    qtbot.wait(1)
    assert not bar.sheet.isWindow()
    below = bar.narrowing.mapTo(captured, QPoint(0, bar.narrowing.height())).y()
    assert captured.pane.view.mapTo(captured, QPoint(0, 0)).y() >= below
    show(program, qtbot, "cy", 150, LAPTOP)
    assert not bar.narrowing.isVisible(), "larger text leaves the board its room"


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_choice_is_cut_before_anything_is_chosen(
    program: Program, captured: BoardPage, qtbot: QtBot, language: str, scale: int
) -> None:
    show(program, qtbot, language, scale, LAPTOP)
    captured.filter.more.click()
    qtbot.wait(1)
    boxes: list[QuietBox] = captured.filter.narrowing.findChildren(QuietBox)
    for box in boxes:
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
        wide = box.fontMetrics().horizontalAdvance(box.itemText(0))
        assert wide <= room.width() - 8, box.itemText(0)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_bar_over_the_votes_takes_one_row_until_there_is_a_round(
    program: Program, captured: BoardPage, qtbot: QtBot, language: str
) -> None:
    without_rounds(program)
    captured.show_view("votes")
    show(program, qtbot, language, 200, LAPTOP)
    bar = captured.votes.bar
    assert bar.height() < 1.5 * bar.add.height()
    # As long as there is none, nothing is offered that could be done with a round.
    assert not bar.rules.isVisible()
    alter(program.desk, lambda w: rounds.add_round(w, said("What first?", "en")))
    workshop = program.desk.workshop
    assert workshop
    bar.chosen.emit(workshop.of(Round)[0].id)
    assert bar.rules.isVisible()
    assert bar.close_button.isVisible()


@pytest.mark.parametrize(("scale", "size"), [(150, LAPTOP), (100, SMALL)])
def test_the_words_of_a_quote_have_most_of_the_list(
    program: Program, captured: BoardPage, qtbot: QtBot, scale: int, size: QSize
) -> None:
    captured.show_view("quotes")
    show(program, qtbot, "cy", scale, size)
    table = captured.quotes.table
    shown = [n for n in range(table.source.columnCount()) if not table.isColumnHidden(n)]
    widths = [table.columnWidth(place) for place in shown]
    assert max(widths) == widths[0]
    language = shown[1]
    cells = [str(table.source.index(n, language).data()) for n in range(table.source.rowCount())]
    widest = max(map(table.fontMetrics().horizontalAdvance, cells))
    assert widest < widths[1] - program.theme.px(8), "the language is cut"
    headings = table.horizontalHeader()
    assert all(headings.sectionSizeHint(n) <= table.columnWidth(n) for n in shown)
    # None of these says where it was said: that takes no room until one does.
    assert not any(row.source for row in table.source.rows)
    column = [each.field for each in table.source.columns].index("source")
    assert table.isColumnHidden(column)
    first = table.source.rows[0].id
    alter(program.desk, lambda workshop: quotes.change(workshop, Quote, first, source="2"))
    assert not table.isColumnHidden(column)


def test_the_boxes_for_votes_are_whole_in_the_details_of_a_theme(
    program: Program, captured: BoardPage, qtbot: QtBot
) -> None:
    show(program, qtbot, "cy", 100, LAPTOP)
    workshop = program.desk.workshop
    assert workshop
    theme, card = workshop.of(Theme)[0].id, workshop.of(Card)[0].id
    captured.pane.view.make_current(theme)
    captured.pane.open_details()
    name = "Gwasanaethau oedolion a phobl ifanc Caernarfon"
    for source in ("2", name):
        alter(program.desk, partial(board.change_card, card=card, source=source))
        qtbot.wait(1)
        boxes = captured.pane.details.findChildren(NumberBox)
        shown = [box for box in boxes if box.isVisible()]
        assert len(shown) > 5
        qtbot.waitUntil(lambda s=shown: all(b.height() >= b.sizeHint().height() for b in s))
        assert min(box.width() for box in shown) >= program.theme.px(80)
        around = captured.pane.details.parentWidget()
        assert captured.pane.details.width() <= around.width(), "the details are cut"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_capture_box_has_more_room_than_the_list_beside_it(
    program: Program, captured: BoardPage, qtbot: QtBot, scale: int
) -> None:
    show(program, qtbot, "cy", scale, LAPTOP)
    form = program.window.capture
    assert captured.isVisible()
    assert form.box.width() >= form.where.width()


def test_one_ring_alone_shows_where_the_keyboard_is(
    program: Program, captured: BoardPage, qtbot: QtBot
) -> None:
    show(program, qtbot, "en", 100, LAPTOP)
    view = captured.pane.view
    ring = program.theme.color("accent")

    def has_ring() -> bool:
        image = view.strip.grab().toImage()
        across = range(image.width())
        return any(image.pixelColor(x, image.height() // 2) == ring for x in across)

    workshop = program.desk.workshop
    assert workshop
    view.setFocus()
    view.make_current(workshop.of(Lane)[0].id)
    qtbot.waitUntil(has_ring)
    program.window.show_capture()
    qtbot.waitUntil(lambda: not has_ring())


def test_a_round_is_at_hand_though_no_card_is_left(
    program: Program, captured: BoardPage, qtbot: QtBot
) -> None:
    show(program, qtbot, "en", 100, LAPTOP)
    desk, page = program.desk, captured
    without_rounds(program)
    alter(desk, lambda w: board.remove_cards(w, [card.id for card in w.of(Card)]))
    page.show_view("votes")
    assert page.stack.currentWidget() is page.empty
    alter(desk, lambda w: rounds.add_round(w, said("What first?", "en")))
    assert page.stack.currentWidget() is page.votes
    desk.undo()
    assert page.stack.currentWidget() is page.empty
