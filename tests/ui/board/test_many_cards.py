"""Many cards: the board opens, scrolls, zooms out and finds, and touches what changed alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import CardKind, Lane
from gweithdy.edits import board
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import BoardView, centre_of
from gweithdy.ui.context import Context

CTRL = Qt.KeyboardModifier.ControlModifier


def assert_in_sight_is_there(view: BoardView) -> None:
    """Every card that the layout has in sight has its item, at its place."""
    sight = view.mapToScene(view.viewport().rect()).boundingRect()
    for id in view.board.touching(sight):
        box = view.board.place(id)
        assert box
        assert view.board.cards[id].scenePos() == box.topLeft()


def test_five_thousand_cards(qtbot: QtBot, context: Context) -> None:
    desk = context.desk
    desk.do(board.start_board(desk.workshop))
    lanes = [lane.id for lane in desk.workshop.of(Lane)]
    for lane in range(3):
        lines = [(f"A card about the thing number {n} of lane {lane}", "en") for n in range(1667)]
        edit = board.add_cards(desk.workshop, lines, lanes[lane], CardKind.NONE, "room", desk.now())
        desk.workshop.take(edit)
    page = BoardPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    with qtbot.waitExposed(page):
        page.show()
    scene, view = page.pane.scene, page.pane.view
    assert sum(len(lane.cards) for _, lane in scene.lanes) == 5001
    assert 0 < len(scene.cards) < 60, "only what is in sight has an item"
    bar = view.verticalScrollBar()
    assert bar.maximum() > 10_000
    for place in range(0, bar.maximum(), bar.maximum() // 10):
        bar.setValue(place)
        view.grab()
        assert_in_sight_is_there(view)
    layouts = [lane for _, lane in scene.lanes]
    edit = board.add_card(desk.workshop, "One more", "en", lanes[1], CardKind.NONE, "3", desk.now())
    desk.do(edit)
    assert [a is b for a, (_, b) in zip(layouts, scene.lanes, strict=True)] == [True, False, True]
    page.filter.text.setText("number 1234")
    assert page.filter.found.text().startswith("3 of ")
    assert len(scene.cards) == 3
    page.filter.text.clear()
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    view.grab()
    assert scene.cards == {}, "the lanes draw them"
    first = next(iter(scene.lanes[0][1].cards))
    view.verticalScrollBar().setValue(0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(view, first))
    assert scene.selected_cards() == [first], "they can still be clicked"
