"""The board uses the screen: columns share it, three densities, its size, all of it, its map."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.text import said
from gweithdy.edits import board
from gweithdy.exchange.demo import demonstration
from gweithdy.ui.board.densities import DENSITIES
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CTRL = Qt.KeyboardModifier.ControlModifier


def cards_in_sight(page: BoardPage) -> int:
    """How many cards are in sight from their first line to their last."""
    scene, sight = page.pane.scene, page.pane.view.sight()
    return sum(
        sight.contains(QRectF(left + rect.x, rect.y, rect.width, rect.height))
        for left, lane in scene.lanes
        for rect in lane.cards.values()
    )


@pytest.fixture
def full(context: Context, page: BoardPage) -> BoardPage:
    """The board of the demonstration, in the room that it has at 1366x768."""
    desk, shown = context.desk, demonstration()[0].workshop
    lanes = [lane.id for lane in desk.workshop.of(Lane)]
    desk.do(board.remove_cards(desk.workshop, [card.id for card in desk.workshop.of(Card)]))
    for place, lane in enumerate(shown.of(Lane)):
        for card in shown.inside(Card, lane.id):
            words, language = card.text.as_said(), card.text.original
            desk.do(
                board.add_card(
                    desk.workshop, words, language, lanes[place], card.kind, card.source, desk.now()
                )
            )
        here = [card.id for card in desk.workshop.inside(Card, lanes[place])]
        for part in (here[:4], here[4:9]):
            desk.do(board.group(desk.workshop, part, said("A theme", "en")))
    page.resize(1170, 610)
    page.pane.view.verticalScrollBar().setValue(0)
    return page


def test_columns_share_the_width_at_any_size(page: BoardPage) -> None:
    view, scene = page.pane.view, page.pane.scene
    for width in (900, 1166, 1700):
        page.resize(width, 660)
        assert view.horizontalScrollBar().maximum() == 0, f"a column is cut at {width}"
        assert scene.sceneRect().width() > 0.97 * view.viewport().width(), "a part is empty"


def test_wide_windows_have_more_columns_of_cards(page: BoardPage) -> None:
    page.resize(1166, 660)
    assert page.pane.scene.sizes.columns == 1
    page.resize(1900, 660)
    assert page.pane.scene.sizes.columns == 2


def test_eighteen_cards_are_in_sight_on_a_council_laptop(full: BoardPage) -> None:
    assert full.pane.view.viewport().height() < 460, "more room than there is in the window"
    assert cards_in_sight(full) >= 18


def test_each_density_shows_more_and_is_remembered(context: Context, full: BoardPage) -> None:
    found = []
    for name in DENSITIES:
        full.pane.sight.pack(name)
        found.append(cards_in_sight(full))
        assert context.settings.get("density") == name
    assert found == sorted(set(found)), "each from the widest on shows more"
    assert BoardPage(context).pane.scene.sizes.gap == DENSITIES["close"].gap


def test_the_key_goes_through_the_densities(
    qtbot: QtBot, context: Context, page: BoardPage
) -> None:
    seen = []
    for _ in DENSITIES:
        qtbot.keyClick(page.pane.view, Qt.Key.Key_D, CTRL)
        seen.append(context.settings.get("density"))
    assert seen == ["close", "roomy", "usual"]


def test_what_is_chosen_stays_so_in_another_density(page: BoardPage, cards: list[Id]) -> None:
    page.pane.scene.choose(cards[:2])
    page.pane.sight.pack("close")
    assert page.pane.scene.selected_cards() == cards[:2]


def test_the_size_is_said_in_per_cent(qtbot: QtBot, page: BoardPage) -> None:
    view, sight = page.pane.view, page.pane.sight
    assert sight.text() == "100 %"
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert sight.text() == "125 %"
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    assert sight.text() == "100 %"


def test_all_of_the_board_and_back_to_where_one_was(full: BoardPage) -> None:
    view, scene = full.pane.view, full.pane.scene
    last = max(scene.lanes[1][1].cards.items(), key=lambda each: each[1].bottom)[0]
    view.make_current(last)
    full.pane.press("whole")
    assert view.zoom() < 1
    assert cards_in_sight(full) == sum(len(lane.cards) for _, lane in scene.lanes)
    full.pane.press("whole")
    assert view.zoom() == pytest.approx(1)
    assert view.sight().intersects(scene.place(last))


def test_all_of_the_board_uses_the_window(qtbot: QtBot, full: BoardPage) -> None:
    view, scene = full.pane.view, full.pane.scene
    # As low as large text leaves it: three tall lanes would be a strip in the upper left.
    full.resize(1170, 420)
    columns = scene.sizes.columns
    as_strip = view.whole()
    qtbot.keyClick(view, Qt.Key.Key_E, CTRL)
    assert cards_in_sight(full) == sum(len(lane.cards) for _, lane in scene.lanes)
    assert view.zoom() > 1.5 * as_strip
    seen = view.zoom() * scene.sceneRect().width() / view.viewport().width()
    assert seen > 0.6, "a part of the window is empty"
    qtbot.keyClick(view, Qt.Key.Key_E, CTRL)
    assert scene.sizes.columns == columns
    assert view.zoom() == pytest.approx(1)
    qtbot.keyClick(view, Qt.Key.Key_E, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    assert scene.sizes.columns == columns, "life size is as it was"


def test_the_map_shows_where_one_is_and_goes_there(qtbot: QtBot, full: BoardPage) -> None:
    view, over = full.pane.view, full.pane.sight.map
    assert not over.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_M, CTRL)
    assert over.isVisible()
    assert over.hasFocus()
    before = over.grab().toImage()
    QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=QPoint(50, over.height() - 12))
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert over.grab().toImage() != before, "it does not show where one is"
    qtbot.keyClick(over, Qt.Key.Key_Home)
    assert bar.value() == bar.minimum()
    qtbot.keyClick(over, Qt.Key.Key_End)
    qtbot.keyClick(over, Qt.Key.Key_Return)
    assert view.hasFocus()
    assert view.sight().intersects(full.pane.scene.place(view.current))
    qtbot.keyClick(view, Qt.Key.Key_M, CTRL)
    assert not over.isVisible()


def test_the_map_is_there_again_next_time(context: Context, page: BoardPage) -> None:
    page.pane.press("map")
    again = BoardPage(context)
    assert not again.pane.sight.map.isHidden()


def test_translation_needed_is_a_sign_with_a_name(page: BoardPage, cards: list[Id]) -> None:
    item = page.pane.scene.cards[cards[0]]
    assert item.toolTip() == "Translation needed"
    assert "Translation needed" not in item._line.text()
    assert "Translation needed" in page.pane.view.reading.name(cards[0])


def test_notes_stand_beside_short_words_and_below_long_ones(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, scene = context.desk, page.pane.scene
    low = scene.place(cards[0]).height()
    lane = desk.workshop.of(Lane)[2].id
    words = "Some words that fill nearly all of the line"
    desk.do(
        board.add_card(
            desk.workshop, words, "en", lane, CardKind.STRUCTURAL, "The big table", desk.now()
        )
    )
    high = scene.place(desk.workshop.inside(Card, lane)[0].id).height()
    assert high > low
