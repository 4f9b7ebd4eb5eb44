"""Five thousand cards: the board opens, scrolls, zooms out and finds, and touches what changed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import CardKind, Lane
from gweithdy.edits import board
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context

CTRL = Qt.KeyboardModifier.ControlModifier


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
    assert len(scene.cards) == 5001
    bar = view.verticalScrollBar()
    assert bar.maximum() > 10_000
    for place in range(0, bar.maximum(), bar.maximum() // 10):
        bar.setValue(place)
        view.grab()
    layouts = [lane for _, lane in scene.lanes]
    edit = board.add_card(desk.workshop, "One more", "en", lanes[1], CardKind.NONE, "3", desk.now())
    desk.do(edit)
    assert [a is b for a, (_, b) in zip(layouts, scene.lanes, strict=True)] == [True, False, True]
    page.filter.text.setText("number 1234")
    assert page.filter.found.text() == "3 cards found"
    assert sum(item.isVisible() for item in scene.cards.values()) == 3
    page.filter.text.clear()
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    view.grab()
    assert scene.items(), "the cards are still there for clicking while the lanes draw them"
