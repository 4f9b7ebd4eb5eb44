"""Cards on the board and points on the grid can be seen, in the pixels and in every theme."""

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot
from tests.pixels import across, legibility, lines, seen

from gweithdy.domain.board import Card, CardKind, Lane
from gweithdy.domain.ids import Id
from gweithdy.edits import board, stakeholders
from gweithdy.ui.attempt import alter
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.context import Context
from gweithdy.ui.settings import Settings
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.theme import THEMES


@pytest.fixture(params=THEMES)
def settings(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The settings of nobody, with a theme."""
    settings.put("theme", request.param)
    return settings


@pytest.fixture
def board_page(context: Context, qtbot: QtBot) -> BoardPage:
    """Two cards in the first lane."""
    desk = context.desk
    alter(desk, board.start_board)
    assert desk.workshop
    lane = desk.workshop.of(Lane)[0].id
    for words in ("HHHH", "IIII"):
        edit = board.add_card(
            desk.workshop, words, "en", lane, CardKind.CULTURAL, "room", desk.now()
        )
        assert desk.do(edit)
    made = BoardPage(context)
    qtbot.addWidget(made)
    made.resize(1166, 660)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sheet(page: BoardPage, id: Id) -> QRect:
    """Where a card is in the view."""
    place = page.pane.scene.place(id)
    assert place
    return page.pane.view.mapFromScene(place).boundingRect()


def test_a_card_can_be_read_and_the_chosen_one_found(board_page: BoardPage) -> None:
    workshop, view = board_page.workshop, board_page.pane.view
    assert workshop
    first, second = (card.id for card in workshop.of(Card))
    view.make_current(second)
    image = seen(view.viewport())
    for id, edges in ((first, 0), (second, 1)):
        place = sheet(board_page, id)
        assert legibility(image, place.adjusted(6, 6, -6, -6)) >= 4.5
        runs = across(image, place.center().x(), place.top() - 4, place.top() + 6)
        assert len(list(lines(runs))) == edges


@pytest.fixture
def grid_page(context: Context, qtbot: QtBot) -> StakeholdersPage:
    """Two stakeholders, far from each other."""
    for name, power, interest in (("HHHH", 80, 20), ("IIII", 20, 60)):
        made = alter(
            context.desk, lambda workshop, name=name: stakeholders.add(workshop, name, "en")
        )
        assert made
        id = made.changes[0].id
        alter(
            context.desk,
            lambda workshop, id=id, at=(power, interest): stakeholders.place(workshop, id, *at),
        )
    page = StakeholdersPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_points_and_the_ring_of_the_chosen_one_can_be_seen(grid_page: StakeholdersPage) -> None:
    grid = grid_page.grid
    first, second = grid.points
    grid_page.show_current(second)
    image = seen(grid.viewport())
    for id, ring in ((first, False), (second, True)):
        point = grid.points[id]
        assert legibility(image, around(point, 0, point.radius + 2)) >= 3
        beyond = around(point, point.radius + 2, point.radius + 6)
        assert (legibility(image, beyond) >= 3) is ring
        name = point.label
        assert name
        assert legibility(image, name.translated(point.pos()).toRect()) >= 4.5


def around(point: PointItem, near: float, far: float) -> QRect:
    """A strip to the left of a point, from `near` its middle to `far` from it."""
    left = QPoint(round(point.x() - far), round(point.y() - 3))
    return QRect(left, QPoint(round(point.x() - near), round(point.y() + 3)))
