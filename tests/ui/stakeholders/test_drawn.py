"""What is drawn on the map: lines and the words on them, notes, the ring, and the look of now."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot
from tests.ui.stakeholders.conftest import everybody, named, place
from tests.ui.stakeholders.test_grid import pixel, pull

from gweithdy.domain.boxes import Box
from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import Tie, TieKind
from gweithdy.edits import stakeholders
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.stakeholders.names import box_of
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.stakeholders.tie_item import TieItem

LEFT = Qt.MouseButton.LeftButton


def line_of(page: StakeholdersPage, start: str, end: str, kind: TieKind) -> TieItem:
    """Tie the two; the line of that."""
    known = set(page.grid.lines.items)
    page.details.ties.tied.emit(named(page, start).id, named(page, end).id, kind)
    [new] = page.grid.lines.items.keys() - known
    return page.grid.lines.items[new]


def words(page: StakeholdersPage) -> dict[Id, str]:
    """What is said on lines; each tag in the scene is one of these."""
    tags = page.grid.lines.words._tags
    assert len([each for each in page.grid.scene().items() if each.zValue() == 4]) == len(tags)
    return {tie: tag._text.text() for tie, tag in tags.items()}


def test_a_line_follows_the_point_that_is_dragged(page: StakeholdersPage, qtbot: QtBot) -> None:
    line = line_of(page, "Council", "Board", TieKind.FUNDS)
    page.show_current(named(page, "Board").id)
    [before] = page.grid.lines.words._tags.values()
    at = before.path().boundingRect()
    pull(page, qtbot, (80, 80), (40, 60))
    point = page.grid.points[named(page, "Board").id]
    assert line.line().p2() == point.pos()
    [now] = page.grid.lines.words._tags.values()
    assert now.path().boundingRect() != at
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 40, 60))
    assert line.line().p2() == point.pos()


def test_ties_of_the_selected_one_are_strong_and_said_from_the_first(
    page: StakeholdersPage,
) -> None:
    mine = line_of(page, "Council", "Board", TieKind.FUNDS)
    other = line_of(page, "Charity", "Board", TieKind.INFLUENCES)
    assert (mine.pen().width(), other.pen().width()) == (2, 1)
    assert words(page).keys() == {mine.tie.id}
    page.show_current(named(page, "Charity").id)
    assert (mine.pen().width(), other.pen().width()) == (1, 2)
    assert words(page).keys() == {other.tie.id}


def test_a_tie_of_another_kind_is_drawn_and_said_anew(
    page: StakeholdersPage, context: Context
) -> None:
    line = line_of(page, "Council", "Board", TieKind.FUNDS)
    before = words(page)
    assert line._head.isVisible()
    assert context.desk.workshop
    changed = stakeholders.change_tie(context.desk.workshop, line.tie.id, TieKind.WORKS_WITH)
    context.desk.do(changed)
    [line] = page.grid.lines.items.values()
    assert line.tie == context.desk.workshop.of(Tie)[0]
    assert not line._head.isVisible()
    assert words(page).keys() == before.keys()
    assert words(page) != before


def test_words_on_a_line_make_way_for_a_point(page: StakeholdersPage, context: Context) -> None:
    line = line_of(page, "Council", "Board", TieKind.FUNDS)
    [tag] = page.grid.lines.words._tags.values()
    frame = page.grid.frame()
    power, interest = frame.values_at(tag.path().boundingRect().center())
    assert context.desk.workshop
    charity = named(page, "Charity").id
    context.desk.do(stakeholders.place(context.desk.workshop, charity, power, interest))
    point = page.grid.points[charity]
    assert not tag.path().boundingRect().contains(point.pos())
    assert line.line().p1() == page.grid.points[named(page, "Council").id].pos()


def test_the_selected_one_is_named_even_in_a_pile(page: StakeholdersPage) -> None:
    for n in range(8):
        page.add_line.typed.emit(f"Organisation {n}")
        page.grid.placed.emit(everybody(page)[-1].id, 50, 50, "")
    named_ones = 0
    for who in everybody(page):
        page.show_current(who.id)
        assert page.grid.points[who.id].label
        named_ones = sum(point.label is not None for point in page.grid.points.values())
    assert named_ones < len(everybody(page)), "there is room for all"


@pytest.mark.parametrize("corner", [(100, 0), (100, 100), (0, 0), (0, 100)])
def test_a_note_stays_on_the_map_and_beside_its_point(
    page: StakeholdersPage, qtbot: QtBot, corner: tuple[int, int]
) -> None:
    pull(page, qtbot, (80, 80), corner)
    point = page.grid.points[named(page, "Board").id]
    assert point.note
    assert point.label
    note = box_of(point.label.translated(point.pos()))
    assert note.within(box_of(page.grid.frame().rect.adjusted(-1, -1, 1, 1)))
    x, y, r = point.x(), point.y(), point.radius
    assert not note.meets(Box(x - r, y - r, 2 * r, 2 * r))
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, *corner))


def test_the_only_one_is_ringed_when_it_comes_back(empty_page: StakeholdersPage) -> None:
    empty_page.add_line.typed.emit("Council")
    empty_page.remove_current()
    assert empty_page.grid.points == {}
    empty_page.desk.undo()
    [point] = empty_page.grid.points.values()
    assert point.is_current


def test_names_and_words_take_the_look_of_now(page: StakeholdersPage, context: Context) -> None:
    line_of(page, "Council", "Board", TieKind.FUNDS)
    point = page.grid.points[named(page, "Charity").id]
    light = point._tag.brush().color().name()
    context.settings.put("theme", "dark")
    assert point._tag.brush().color().name() == context.theme.color("raised").name() != light
    [tag] = page.grid.lines.words._tags.values()
    assert tag.brush().color().name() == context.theme.color("raised").name()
    assert tag._text.brush().color().name() == context.theme.color("ink").name()


def test_after_a_tie_is_removed_the_next_one_is_at_hand(page: StakeholdersPage) -> None:
    for other, kind in (("Board", TieKind.FUNDS), ("Charity", TieKind.FUNDS)):
        line_of(page, "Council", other, kind)
        line_of(page, "Council", other, TieKind.INFLUENCES)
    items = page.details.ties.items
    shown = [items.item(row).text() for row in range(4)]
    items.setCurrentRow(1)
    page.details.ties.cut.click()
    assert items.currentItem().text() == shown[2]
    items.setCurrentRow(2)
    page.details.ties.cut.click()
    assert items.currentItem().text() == shown[2]


def test_a_pull_goes_on_while_others_write_and_stays_beside_theirs(
    page: StakeholdersPage, context: Context, qtbot: QtBot
) -> None:
    board = named(page, "Board").id
    pull(page, qtbot, (80, 80), (50, 60))
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 50, 60))
    power, interest = place(page, "Board")
    assert context.library.versions("stakeholder", board, "power") == [power]
    pull(page, qtbot, (power, interest), (40, 60))
    at = page.grid.points[board].pos()
    tom = Desk(context.library)
    assert page.workshop
    tom.open(page.workshop.id)
    assert tom.workshop
    assert tom.do(stakeholders.place(tom.workshop, board, 5, 5))
    QCoreApplication.processEvents()
    page._show_when_free()
    assert page.grid.points[board].pos() == at, "drawn under the hand"
    qtbot.mouseRelease(page.grid.viewport(), LEFT, pos=pixel(page, 40, 60))
    assert place(page, "Board") == pytest.approx((40, 60), abs=1)
    assert context.library.versions("stakeholder", board, "power")[:-1] == [5]
