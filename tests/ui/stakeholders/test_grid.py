"""The grid: points placed by a real drag and by keys."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot
from tests.ui.stakeholders.conftest import everybody, named, place

from gweithdy.domain.stakeholders import Group, TieKind
from gweithdy.ui.context import Context
from gweithdy.ui.stakeholders.frame import Frame
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.stakeholders.shapes import shape_of

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def pixel(page: StakeholdersPage, power: int, interest: int) -> QPoint:
    return page.grid.frame().place_of(power, interest).toPoint()


def pull(
    page: StakeholdersPage, qtbot: QtBot, start: tuple[int, int], end: tuple[int, int]
) -> None:
    """Press the point at `start` and pull it to `end`, without letting go."""
    port = page.grid.viewport()
    qtbot.mousePress(port, LEFT, pos=pixel(page, *start))
    for along in (0.3, 0.7, 1.0):
        a, b = QPointF(pixel(page, *start)), QPointF(pixel(page, *end))
        qtbot.mouseMove(port, (a + (b - a) * along).toPoint())


def test_a_place_and_its_values_are_the_same() -> None:
    frame = Frame(QRectF(40, 20, 500, 400))
    for power, interest in product(range(0, 101, 10), repeat=2):
        assert frame.values_at(frame.place_of(power, interest)) == (power, interest)
    assert frame.values_at(QPointF(-50, 9999)) == (0, 0)


def test_a_drag_is_one_edit_with_the_values_in_sight(page: StakeholdersPage, qtbot: QtBot) -> None:
    before = everybody(page)
    board = named(page, "Board").id
    pull(page, qtbot, (80, 80), (40, 60))
    point = page.grid.points[board]
    power, interest = page.grid.frame().values_at(point.pos())
    assert point.note == f"Power: {power}. Interest: {interest}."
    assert place(page, "Board") == (80, 80)
    assert page.table.current() == board
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 40, 60))
    assert place(page, "Board") == pytest.approx((40, 60), abs=1)
    assert point.note == ""
    page.desk.undo()
    assert everybody(page) == before
    assert point.pos() == page.grid.frame().place_of(80, 80)


def test_escape_puts_the_point_back(page: StakeholdersPage, qtbot: QtBot) -> None:
    pull(page, qtbot, (80, 80), (40, 60))
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Key.Key_Escape)
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 40, 60))
    assert place(page, "Board") == (80, 80)
    point = page.grid.points[named(page, "Board").id]
    assert point.pos() == page.grid.frame().place_of(80, 80)
    assert point.note == ""


def test_a_click_selects_and_moves_nothing(page: StakeholdersPage, qtbot: QtBot) -> None:
    steps = page.desk.history.next_undo
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=pixel(page, 80, 80) + QPoint(3, 2))
    assert page.table.current() == named(page, "Board").id
    assert page.desk.history.next_undo is steps


def test_what_is_dragged_outside_comes_to_the_edge(page: StakeholdersPage, qtbot: QtBot) -> None:
    pull(page, qtbot, (80, 80), (100, 100))
    outside = pixel(page, 100, 100) + QPoint(15, -15)
    qtbot.mouseMove(page.grid.viewport(), outside)
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=outside)
    assert place(page, "Board") == (100, 100)


def test_a_point_removed_while_it_is_dragged_is_let_go(
    page: StakeholdersPage, qtbot: QtBot
) -> None:
    pull(page, qtbot, (80, 80), (40, 60))
    page.remove_current()
    qtbot.mouseMove(page.grid.viewport(), pixel(page, 30, 30))
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 30, 30))
    assert len(everybody(page)) == 2
    page.desk.undo()
    assert place(page, "Board") == (80, 80)


def test_a_pull_ends_when_the_keyboard_goes_elsewhere(page: StakeholdersPage, qtbot: QtBot) -> None:
    before = place(page, "Board")
    pull(page, qtbot, (80, 80), (40, 60))
    page.table.setFocus()
    assert not page.is_held(), "others' changes would never be drawn again"
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 40, 60))
    assert place(page, "Board") == before


def test_arrows_move_the_point(page: StakeholdersPage, qtbot: QtBot) -> None:
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Right):
        qtbot.keyClick(page.grid, key)
    assert place(page, "Council") == (30, 25)
    qtbot.keyClick(page.grid, Key.Key_Left, Shift)
    qtbot.keyClick(page.grid, Key.Key_Down, Shift)
    assert place(page, "Council") == (29, 24)
    assert "Power: 29. Interest: 24." in page.grid.reading.name(page.grid.current)


def test_one_visit_by_keys_is_one_step_of_undo(page: StakeholdersPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.grid, Key.Key_Up)
    qtbot.keyClick(page.grid, Key.Key_PageDown)
    qtbot.keyClick(page.grid, Key.Key_Down)
    assert (place(page, "Council"), place(page, "Board")) == ((40, 20), (75, 80))
    page.desk.undo()
    assert (place(page, "Council"), place(page, "Board")) == ((40, 20), (80, 80))
    page.desk.undo()
    assert place(page, "Council") == (20, 20)


def test_arrows_stop_at_the_edge(page: StakeholdersPage, qtbot: QtBot) -> None:
    for _ in range(6):
        qtbot.keyClick(page.grid, Key.Key_Left)
    assert place(page, "Council") == (20, 0)


def test_page_keys_go_round_and_delete_removes(page: StakeholdersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, Key.Key_PageUp)
    assert page.table.current() == named(page, "Charity").id
    qtbot.keyClick(page.grid, Key.Key_PageDown)
    assert page.table.current() == named(page, "Council").id
    qtbot.keyClick(page.grid, Key.Key_Delete)
    assert [who.name.en.words for who in everybody(page)] == ["Board", "Charity"]


def test_names_cover_no_other_name_nor_point(page: StakeholdersPage) -> None:
    for n in range(12):
        page.add_line.typed.emit(f"Organisation {n}")
        page.grid.placed.emit(everybody(page)[-1].id, 10 + 7 * n, 40 + n, "")
    points = list(page.grid.points.values())
    # The name of the selected one is always shown, whatever is below.
    boxes = [p.label.translated(p.pos()) for p in points if p.label and not p.is_current]
    assert len(boxes) > 5
    for n, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:n])


def test_the_grid_is_drawn_with_ties_and_words(page: StakeholdersPage, context: Context) -> None:
    bare = page.grid.grab().toImage()
    for kind, other in ((TieKind.FUNDS, "Board"), (TieKind.WORKS_WITH, "Charity")):
        start, end = named(page, "Council").id, named(page, other).id
        page.details.ties.tied.emit(start, end, kind)
    assert page.grid.grab().toImage() != bare
    context.settings.put("scale", 200)
    page.grid.grab()


def test_each_group_has_a_shape_of_its_own() -> None:
    shapes = [shape_of(group, 8) for group in Group]
    for n, shape in enumerate(shapes):
        assert shape.contains(QPointF(0, 0))
        assert shape not in shapes[:n]
