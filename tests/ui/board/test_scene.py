"""The scene keeps up with the board: what is chosen, what lies where, and what is gone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsItem
from pytestqt.qtbot import QtBot

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.text import both, said
from gweithdy.edits import board
from gweithdy.ui.board.card_item import CardItem
from gweithdy.ui.board.face import Face
from gweithdy.ui.board.frames import FarCards, LaneItem
from gweithdy.ui.board.measure import Heights
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.scene import BoardScene
from gweithdy.ui.board.theme_item import ThemeItem
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.context import Context

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def shown(scene: BoardScene, kind: type[QGraphicsItem]) -> list[QGraphicsItem]:
    return [item for item in scene.items() if isinstance(item, kind) and item.isVisible()]


def color_at(page: BoardPage, id: Id) -> str:
    """The colour in the middle of a card or theme, where that alone is painted."""
    view, box = page.pane.view, page.pane.scene.place(id)
    assert box
    around = QRect(view.mapFromScene(box.center()) - QPoint(1, 1), view.viewport().size() / 100)
    return view.viewport().grab(around).toImage().pixelColor(1, 1).name()


def test_what_is_removed_is_chosen_no_longer(
    context: Context, page: BoardPage, cards: list[Id]
) -> None:
    desk, scene = context.desk, page.pane.scene
    scene.choose(cards[:2])
    heard: list[set[Id]] = []
    scene.choice_changed.connect(lambda: heard.append(set(scene.chosen)))
    desk.do(board.change_card(desk.workshop, cards[1], source="3"))
    assert heard == []
    desk.do(board.remove_cards(desk.workshop, [cards[0]]))
    assert heard == [{cards[1]}]


def test_frames_go_with_what_they_are_for(
    context: Context, page: BoardPage, cards: list[Id], theme: Id
) -> None:
    desk, scene = context.desk, page.pane.scene
    assert (len(shown(scene, LaneItem)), len(shown(scene, ThemeItem))) == (3, 1)
    desk.do(board.ungroup(desk.workshop, theme))
    assert shown(scene, ThemeItem) == []
    desk.do(board.remove_cards(desk.workshop, cards[:1]))
    assert len(shown(scene, CardItem)) == 4
    desk.do(board.remove_lane(desk.workshop, desk.workshop.of(Lane)[2].id))
    assert len(shown(scene, LaneItem)) == 2


def test_frames_move_with_their_lane(context: Context, page: BoardPage, cards: list[Id]) -> None:
    desk, scene = context.desk, page.pane.scene
    edit = board.group(desk.workshop, [cards[3]], said("Group", "en"))
    desk.do(edit)
    theme = edit.changes[0].id
    before = scene.place(theme)
    first, _, third = desk.workshop.of(Lane)
    desk.do(board.change_lane(desk.workshop, third.id, order=first.order - 1))
    place = scene.place(theme)
    assert before
    assert place
    assert place.x() > before.x()
    assert scene.themes[theme].pos() == place.topLeft()
    grounds = {id: ground.x() for id, ground in scene._grounds.items()}
    assert grounds == {lane.contents.lane.id: left for left, lane in scene.lanes}


def test_marks_stay_when_the_board_is_made_anew(
    page: BoardPage, cards: list[Id], theme: Id
) -> None:
    scene = page.pane.scene
    scene.choose([theme])
    scene.go_to(cards[0])
    page.show_all()
    assert scene.themes[theme]._marked
    assert [id for id, item in scene.cards.items() if item.current] == [cards[0]]
    assert shown(scene, FarCards) == [], "near by the cards draw themselves"


def test_the_current_card_has_a_ring_where_it_is_not_chosen_alone(
    page: BoardPage, cards: list[Id]
) -> None:
    scene = page.pane.scene
    scene.choose([cards[0]])
    assert scene.cards[cards[0]].alone
    scene.choose([cards[1]], also=True)
    assert not scene.cards[cards[0]].alone
    pictures = []
    for current in (cards[0], cards[1]):
        scene.go_to(current)
        pictures.append(page.pane.view.viewport().grab(QRect(0, 0, 330, 90)).toImage())
    assert pictures[0] != pictures[1]
    scene.leave_out(cards[1])
    assert scene.cards[cards[0]].alone


def test_a_choice_is_seen_from_afar(qtbot: QtBot, page: BoardPage, cards: list[Id]) -> None:
    view, scene = page.pane.view, page.pane.scene
    view.zoom_to(0.2)
    colors = {name: color.name() for name, color in scene.face.colors.items()}
    for card in (cards[0], cards[3]):
        with qtbot.waitSignal(scene.changed):
            scene.choose([card])
        assert color_at(page, card) == colors["accent_soft"]
        assert color_at(page, cards[1]) == colors["raised"]


def test_what_a_band_touches_is_chosen_besides(page: BoardPage, cards: list[Id]) -> None:
    view, scene = page.pane.view, page.pane.scene
    area, start, end = view.viewport(), view.mapFromScene(4, 4), centre_of(view, cards[0])
    scene.choose([cards[4]])
    QTest.mousePress(area, LEFT, CTRL, start)
    QTest.mouseMove(area, start + QPoint(30, 30))
    QTest.mouseMove(area, end)
    QTest.mouseRelease(area, LEFT, CTRL, end)
    assert scene.chosen == {cards[0], cards[4]}


def test_a_second_click_with_ctrl_leaves_a_card_out(page: BoardPage, cards: list[Id]) -> None:
    view, scene = page.pane.view, page.pane.scene
    scene.choose(cards[:2])
    QTest.mouseClick(view.viewport(), LEFT, CTRL, centre_of(view, cards[0]))
    assert scene.chosen == {cards[1]}


def test_a_click_into_the_open_makes_no_card_current(page: BoardPage) -> None:
    view = page.pane.view
    page.pane.scene.go_to("")
    view.clearFocus()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.viewport().rect().bottomRight())
    assert view.hasFocus()
    assert view.current == ""
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current != ""


def test_a_larger_window_shows_more_cards(page: BoardPage, cards: list[Id]) -> None:
    page.resize(600, 230)
    assert set(page.pane.scene.cards) < set(cards)
    page.resize(1166, 660)
    assert set(page.pane.scene.cards) == set(cards)


CARD = Card(id="c", session="", text=said("Words", "en"), source="room")


@pytest.mark.parametrize(
    ("card", "votes"),
    [
        (replace(CARD, source="A very long name of the place where it was said"), 0),
        (replace(CARD, kind=CardKind.STRUCTURAL), 0),
        (replace(CARD, text=both("Geiriau", "Words")), 0),
        (replace(CARD, text=said("Words", "cy")), 0),
        (CARD, 12),
    ],
    ids=["source", "kind", "translated", "language", "votes"],
)
def test_a_card_is_measured_by_its_own_notes(context: Context, card: Card, votes: int) -> None:
    other, differences = replace(card, id="other"), set()
    for width in range(60, 300, 20):
        face = Face.of(context.theme, context.words, width)
        heights = Heights(face)
        plain, noted = heights.of(CARD, lambda _: 0), heights.of(other, lambda _: votes)
        assert plain == CardItem(CARD, 0, face).height
        assert noted == CardItem(other, votes, face).height
        differences.add(noted - plain)
    assert differences != {0}, "this note takes no line at any width"
