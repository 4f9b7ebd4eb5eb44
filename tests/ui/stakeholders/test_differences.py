"""An edit of one stakeholder touches its point, its lines and the names near it, nothing else."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from tests.ui.stakeholders.conftest import everybody, named

from gweithdy.domain.board import CardKind, Lane
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.stakeholders import Stakeholder, Tie, TieKind
from gweithdy.domain.text import Language, Typed
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import board, stakeholders
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.stakeholders import names
from gweithdy.ui.stakeholders.page import StakeholdersPage
from gweithdy.ui.stakeholders.point import PointItem
from gweithdy.ui.stakeholders.tie_item import TieItem

Touched = dict[str, Counter[Id]]


@pytest.fixture
def full(empty_page: StakeholdersPage, context: Context) -> StakeholdersPage:
    """36 stakeholders in six rows; each tied to the next one. All names are placed together."""
    page, desk = empty_page, context.desk
    page.resize(1800, 1000)
    assert desk.workshop
    for n in range(36):
        values = {"power": 8 + n // 6 * 16, "interest": 8 + n % 6 * 16}
        desk.do(stakeholders.add(desk.workshop, f"Body {n}", "en", **values))
    for one, other in zip(everybody(page), everybody(page)[1:], strict=False):
        desk.do(stakeholders.tie(desk.workshop, one.id, other.id, TieKind.FUNDS))
    page.show_current(named(page, "Body 35").id)
    # What is laid out anew resizes the grid, which places all names together.
    QCoreApplication.processEvents()
    page.show_all()
    return page


@pytest.fixture
def touched(full: StakeholdersPage, monkeypatch: pytest.MonkeyPatch) -> Touched:
    """Which points, names and lines of `full` were touched since, and how often."""
    assert full.grid.points
    counts: Touched = {"points": Counter(), "names": Counter(), "lines": Counter()}

    def count(kind: type, method: str, what: str, id_of: Callable[[Any], Id]) -> None:
        original = getattr(kind, method)

        def counted(self: Any, *given: Any) -> Any:
            counts[what][id_of(self)] += 1
            return original(self, *given)

        monkeypatch.setattr(kind, method, counted)

    count(PointItem, "show_stakeholder", "points", lambda point: point.who.id)
    count(PointItem, "setPos", "points", lambda point: point.who.id)
    count(PointItem, "_show_words", "names", lambda point: point.who.id)
    count(TieItem, "setLine", "lines", lambda line: line.tie.id)
    return counts


@pytest.fixture
def elsewhere(
    context: Context, full: StakeholdersPage, qtbot: QtBot
) -> Callable[[Callable[[Workshop], Edit]], None]:
    """Somebody else's desk; what it does is drawn here when this returns."""
    desk = Desk(context.library)

    def does(make: Callable[[Workshop], Edit]) -> None:
        desk.open(full.workshop.id if full.workshop else "")
        assert desk.workshop
        assert desk.do(make(desk.workshop))
        QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: not full._free.isActive())

    return does


def labels(page: StakeholdersPage) -> dict[Id, object]:
    return {id: point.label for id, point in page.grid.points.items()}


def check_one_moved(page: StakeholdersPage, touched: Touched, who: Id) -> None:
    """Only `who`, its lines and few names were touched."""
    assert page.workshop
    assert set(touched["points"]) == {who}
    assert set(touched["lines"]) == {tie.id for tie in stakeholders.ties_of(page.workshop, who)}
    assert who in touched["names"]
    assert len(touched["names"]) <= 4


def test_a_move_touches_the_point_its_lines_and_names_near_it(
    full: StakeholdersPage, touched: Touched
) -> None:
    who = named(full, "Body 14").id
    full.grid.placed.emit(who, 44, 44, "")
    check_one_moved(full, touched, who)


def test_a_move_by_somebody_else_touches_no_more(
    full: StakeholdersPage, touched: Touched, elsewhere: Callable[..., None]
) -> None:
    who = named(full, "Body 14").id
    elsewhere(lambda workshop: stakeholders.place(workshop, who, 44, 44))
    assert named(full, "Body 14").power == 44
    check_one_moved(full, touched, who)


def test_cards_of_somebody_else_touch_nothing(
    full: StakeholdersPage,
    monkeypatch: pytest.MonkeyPatch,
    elsewhere: Callable[..., None],
    context: Context,
) -> None:
    assert context.desk.workshop
    context.desk.do(board.start_board(context.desk.workshop))
    looked: list[str] = []
    monkeypatch.setattr(full.grid, "show_map", lambda *_: looked.append("grid"))
    monkeypatch.setattr(full.table, "show_rows", lambda *_: looked.append("table"))
    now, kind = context.desk.now(), CardKind.NONE
    elsewhere(lambda w: board.add_card(w, "Said", "en", w.of(Lane)[0].id, kind, "room", now))
    assert looked == []


def test_names_are_placed_together_only_when_nobody_has_a_hand_on_the_map(
    full: StakeholdersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    together: list[int] = []
    whole = names.place_labels

    def counted(*given: Any, **more: Any) -> Any:
        together.append(1)
        return whole(*given, **more)

    monkeypatch.setattr(names, "place_labels", counted)
    full.grid.placed.emit(named(full, "Body 14").id, 44, 44, "")
    full.show_current(named(full, "Body 3").id)
    full.remove_current()
    full.desk.undo()
    assert not together
    full.resize(1500, 900)
    assert together
    together.clear()
    full.show_all()
    assert together


def test_undo_brings_every_name_back_to_its_place(full: StakeholdersPage) -> None:
    before = labels(full)
    for who in everybody(full)[10:20]:
        full.grid.placed.emit(who.id, 40, 42, "")
    assert sum(labels(full)[id] != before[id] for id in before) > 5
    for _ in range(10):
        full.desk.undo()
    full.show_current(named(full, "Body 35").id)
    assert labels(full) == before


def test_a_selected_point_is_ringed_and_its_lines_are_strong(full: StakeholdersPage) -> None:
    for name in ("Body 0", "Body 5"):
        who = named(full, name).id
        full.grid.picked.emit(who)
        ringed = [id for id, p in full.grid.points.items() if p.is_current and p._ring.isVisible()]
        assert ringed == [who]
        strong = [item for item in full.grid.lines.items.values() if item.pen().width() == 2]
        assert strong == [item for item in full.grid.lines.items.values() if item.is_of(who)]
        assert full.grid.lines.words._tags.keys() == {item.tie.id for item in strong}


def test_a_tie_that_is_added_or_removed_is_one_line_more_or_less(full: StakeholdersPage) -> None:
    lines = dict(full.grid.lines.items)
    first, last = named(full, "Body 0").id, named(full, "Body 35").id
    full.details.ties.tied.emit(first, last, TieKind.INFLUENCES)
    [new] = full.grid.lines.items.keys() - lines.keys()
    line = full.grid.lines.items[new].line()
    assert (line.p1(), line.p2()) == (full.grid.points[first].pos(), full.grid.points[last].pos())
    full.details.ties.untied.emit(new)
    assert full.grid.lines.items == lines


def test_lines_are_in_the_order_of_the_ties_whatever_came_and_went(full: StakeholdersPage) -> None:
    workshop = full.desk.workshop
    assert workshop

    def in_order() -> bool:
        return list(full.grid.lines.items) == [tie.id for tie in workshop.of(Tie)]

    assert in_order(), "their words take their places one after the other"
    full.desk.do(stakeholders.untie(workshop, workshop.of(Tie)[0].id))
    assert in_order()
    full.desk.undo()
    assert in_order()


def test_the_lists_of_ties_are_changed_and_not_made_anew(
    full: StakeholdersPage, context: Context
) -> None:
    panel = full.details.ties
    offered, shown = panel.other.model(), panel.items.model()
    rows: list[str] = []
    for model, name in ((offered, "offered"), (shown, "shown")):
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(lambda *_, name=name: rows.append(name))
    assert context.desk.workshop
    full.grid.placed.emit(named(full, "Body 14").id, 44, 44, "")
    who = named(full, "Body 7")
    other = {"name": Typed(Language.EN, "The Board")}
    context.desk.do(stakeholders.change(context.desk.workshop, who.id, **other))
    assert rows == []
    assert panel.other.itemText(7) == "The Board"
    full.show_current(named(full, "Body 20").id)
    assert rows.count("offered") <= 2


def test_who_is_offered_for_a_tie_is_everybody_else_in_order(full: StakeholdersPage) -> None:
    box = full.details.ties.other

    def check() -> None:
        others = [who for who in everybody(full) if who.id != full._current]
        assert [box.itemData(n) for n in range(box.count())] == [who.id for who in others]
        assert [box.itemText(n) for n in range(box.count())] == [
            who.name.en.words for who in others
        ]

    check()
    full.table.moved.emit(named(full, "Body 3").id, 20)
    check()
    full.table.moved.emit(named(full, "Body 30").id, -29)
    check()
    full.show_current(everybody(full)[0].id)
    check()
    full.remove_current()
    check()
    full.desk.undo()
    check()


def test_page_keys_go_on_in_the_order_of_the_table(full: StakeholdersPage) -> None:
    full.table.moved.emit(named(full, "Body 3").id, 20)
    assert list(full.grid.points) == [who.id for who in everybody(full)]


def test_another_name_is_shown_in_the_other_language(
    full: StakeholdersPage, context: Context
) -> None:
    who: Stakeholder = named(full, "Body 7")
    assert context.desk.workshop
    other = {"name": Typed(Language.CY, "Corff 7")}
    context.desk.do(stakeholders.change(context.desk.workshop, who.id, **other))
    assert full.grid.points[who.id].name == "Body 7"
    context.words.switch("cy")
    full.retranslate()
    full.show_all()
    assert full.grid.points[who.id].name == "Corff 7"


def test_in_another_language_a_move_touches_no_more(
    full: StakeholdersPage, context: Context, touched: Touched
) -> None:
    context.words.switch("cy")
    full.retranslate()
    full.show_all()
    assert set(touched["points"]) == set(full.grid.points)
    for counts in touched.values():
        counts.clear()
    who = named(full, "Body 14").id
    full.grid.placed.emit(who, 44, 44, "")
    check_one_moved(full, touched, who)
