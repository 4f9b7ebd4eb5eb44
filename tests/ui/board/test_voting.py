"""Votes counted in the grid: by keyboard alone, round by round, kept back until one is closed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot
from tests.ui.heard import Recorder

from gweithdy.domain.board import Vote
from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id, new_id
from gweithdy.domain.people import Mode, Participant
from gweithdy.domain.rounds import Round, RoundKind
from gweithdy.domain.tallies import tally_seen
from gweithdy.domain.text import both
from gweithdy.edits import board, rounds, votes
from gweithdy.edits.changes import created
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.voting.plot import Plot, Point
from gweithdy.ui.board.voting.view import VotingView
from gweithdy.ui.context import Context

KEYS = Qt.Key


@pytest.fixture
def tables(context: Context) -> None:
    """Two people at table 1, three at table 2, one online."""
    desk = context.desk
    places = [("1", Mode.ROOM)] * 2 + [("2", Mode.ROOM)] * 3 + [("", Mode.ONLINE)]
    for n, (table, mode) in enumerate(places):
        person = Participant(
            id=new_id(), session=desk.workshop.id, name=f"P-{n}", table=table, mode=mode
        )
        desk.do(Edit("Add", created(person), desk.workshop.id))


@pytest.fixture
def view(page: BoardPage, tables: None, theme: Id) -> VotingView:
    """The grid of a board with a theme, in a session with tables."""
    assert tables is None
    assert theme
    page.show_view("votes")
    return page.votes


def begin_round(context: Context, **values: object) -> Id:
    desk = context.desk
    made = rounds.add_round(desk.workshop, both("Blaenoriaethau", "Priorities"))
    desk.do(made)
    id = made.changes[0].id
    if values:
        desk.do(rounds.change_round(desk.workshop, id, **values))
    return id


def stored(context: Context, in_round: Id = "") -> dict[tuple[Id, str], int]:
    """What a library that is opened anew would say."""
    workshop = context.library.workshop(context.desk.workshop.id)
    return {(v.target, v.source): v.count for v in workshop.of(Vote) if v.round == in_round}


def headings(view: VotingView) -> list[str]:
    model = view.grid.source
    return [model.heading(column) for column in range(model.columnCount())]


def shown(view: VotingView, column: int) -> list[str]:
    model = view.grid.source
    return [model.index(row, column).data() or "" for row in range(model.rowCount())]


def type_in(qtbot: QtBot, words: str, key: Qt.Key = KEYS.Key_Return) -> None:
    for letter in words:
        focused = QApplication.focusWidget()
        qtbot.keyClicks(focused, letter)
    qtbot.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def test_every_table_is_a_column_with_room_and_online(view: VotingView) -> None:
    assert headings(view) == [
        "Theme or card", "Room", "Table 1", "Table 2", "Online", "All votes",
    ]  # fmt: skip
    rows = [each.strip() for each in shown(view, 0)]
    assert rows == ["Group", "Three", "One", "Two", "Four", "Five"]


def test_a_table_is_typed_in_by_figures_and_enter(
    qtbot: QtBot, view: VotingView, context: Context, cards: list[Id], theme: Id
) -> None:
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    for count in ("3", "12", "0", "4"):
        type_in(qtbot, count)
    assert stored(context) == {(theme, "1"): 3, (cards[2], "1"): 12, (cards[1], "1"): 4}
    assert view.grid.current() == (cards[3], "1")
    assert shown(view, 5)[:4] == ["3", "12", "", "4"]
    assert "Table 1: 19" in view.sums.text()


def test_tab_goes_to_the_next_source_and_up_keeps_what_is_typed(
    qtbot: QtBot, view: VotingView, context: Context, cards: list[Id], theme: Id
) -> None:
    view.grid.go_to(cards[2], "1")
    view.grid.setFocus()
    type_in(qtbot, "5", KEYS.Key_Tab)
    type_in(qtbot, "6", KEYS.Key_Up)
    assert stored(context) == {(cards[2], "1"): 5, (cards[2], "2"): 6}
    assert view.grid.current() == (theme, "2")


def test_v_adds_one_and_says_to_which_source(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id, told: list[tuple[str, str]]
) -> None:
    view.grid.go_to(theme, "online")
    view.grid.setFocus()
    qtbot.keyClicks(view.grid, "vv")
    qtbot.keyClick(view.grid, KEYS.Key_Backspace)
    assert stored(context) == {(theme, "online"): 1}
    assert [words for kind, words in told if kind == "Told"] == [
        "Online: 1 vote", "Online: 2 votes", "Online: 1 vote",
    ]  # fmt: skip


def test_letters_and_the_wheel_change_nothing(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id
) -> None:
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", 7))
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    qtbot.keyClicks(view.grid, "abc")
    at = QPointF(view.grid.visualRect(view.grid.currentIndex()).center())
    turned = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.grid.viewport(), turned)
    assert stored(context) == {(theme, "1"): 7}
    assert shown(view, 2)[0] == "7"


def test_what_is_no_number_stays_and_is_told(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id
) -> None:
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    refused = []
    context.desk.refused.connect(refused.append)
    type_in(qtbot, "4x")
    assert len(refused) == 1
    assert stored(context) == {}
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Escape)
    assert shown(view, 2)[0] == ""


def test_a_round_keeps_its_votes_apart_from_those_without_one(
    view: VotingView, context: Context, theme: Id
) -> None:
    desk = context.desk
    desk.do(votes.set_votes(desk.workshop, theme, "room", 9))
    first = begin_round(context)
    assert view.tallies.id == ""
    view.bar.chosen.emit(first)
    desk.do(votes.set_votes(desk.workshop, theme, "1", 2, first))
    assert shown(view, 2)[0] == "2"
    assert shown(view, 1)[0] == ""
    assert stored(context) == {(theme, "room"): 9}
    assert stored(context, first) == {(theme, "1"): 2}


def test_results_are_kept_back_until_the_round_is_closed(
    view: VotingView, page: BoardPage, context: Context, theme: Id
) -> None:
    desk = context.desk
    desk.do(votes.set_votes(desk.workshop, theme, "room", 9))
    first = begin_round(context)
    desk.do(votes.add_votes(desk.workshop, [theme], "1"))
    assert stored(context, first) == {(theme, "1"): 1}
    view.bar.chosen.emit(first)
    assert headings(view)[-1] == "Online"
    page.show_view("board")
    assert page.pane.scene.votes_of(theme) == 9
    assert tally_seen(desk.workshop) == {theme: 9}
    page.show_view("votes")
    view.bar.results.click()
    assert view.results.empty.isVisible()
    assert not view.results.table.isVisible()
    view.results.empty.button.click()
    assert desk.workshop.get(Round, first).closed
    assert view.results.table.isVisible()
    page.show_view("board")
    assert page.pane.scene.votes_of(theme) == 1
    assert tally_seen(desk.workshop) == {theme: 1}


def test_more_dots_than_people_have_are_told_and_kept(
    view: VotingView, context: Context, theme: Id, cards: list[Id]
) -> None:
    first = begin_round(context, budget=3, cap=2)
    view.bar.chosen.emit(first)
    desk = context.desk
    desk.do(votes.set_votes(desk.workshop, theme, "1", 5, first))
    desk.do(votes.set_votes(desk.workshop, cards[0], "1", 2, first))
    assert "▲ Table 1: 7, and people there have 6" in view.sums.text()
    assert shown(view, 2)[:1] == ["▲ 5"]
    desk.do(votes.set_votes(desk.workshop, cards[0], "2", 6, first))
    assert "Table 2: 6 of 9" in view.sums.text()
    assert stored(context, first)[theme, "1"] == 5


def test_as_many_dots_as_people_have_are_no_warning(
    view: VotingView, context: Context, theme: Id
) -> None:
    first = begin_round(context, budget=3, cap=2)
    view.bar.chosen.emit(first)
    for count, said in ((4, "4"), (5, "▲ 5")):
        edit = votes.set_votes(context.desk.workshop, theme, "1", count, first)
        context.desk.do(edit)
        assert shown(view, 2)[0] == said


def test_a_correction_leaves_a_trace(view: VotingView, context: Context, theme: Id) -> None:
    desk = context.desk
    desk.author = "Gwen"
    desk.do(votes.set_votes(desk.workshop, theme, "1", 3))
    view.grid.go_to(theme, "1")
    assert view.trace.text() == " "
    desk.do(votes.set_votes(desk.workshop, theme, "1", 5))
    said = view.trace.text()
    assert said.startswith("was 3, now 5, ")
    assert said.endswith(", Gwen")
    at = context.library.trace("vote", desk.workshop.of(Vote)[0].id, "count")[0].at
    assert abs((datetime.now(UTC) - at).total_seconds()) < 60


def test_shared_places_are_shown(view: VotingView, context: Context, cards: list[Id]) -> None:
    desk = context.desk
    for card, count in zip(cards, (4, 2, 2, 1), strict=False):
        desk.do(votes.set_votes(desk.workshop, card, "1", count))
    view.bar.results.click()
    model = view.results.table.source
    places = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert places == ["1", "2 =", "2 =", "4"]


def test_marks_are_typed_one_by_one_and_their_dissent_is_shown(
    qtbot: QtBot, view: VotingView, context: Context, cards: list[Id]
) -> None:
    first = begin_round(context, kind=RoundKind.RATING)
    desk = context.desk
    desk.do(rounds.change_round(desk.workshop, first, first=rounds.IMPORTANCE, second=rounds.EASE))
    view.bar.chosen.emit(first)
    view.grid.go_to(cards[0], "1")
    view.grid.setFocus()
    type_in(qtbot, "5 5 1 1")
    view.grid.go_to(cards[0], "online")
    type_in(qtbot, "3")
    assert shown(view, 2)[2] == "5 5 1 1"
    desk.do(votes.set_marks(desk.workshop, cards[0], "1", {4: 3}, first, 2))
    desk.do(rounds.close_round(desk.workshop, first))
    view.bar.results.click()
    model = view.results.table.source
    assert [model.index(0, column).data() for column in range(4)] == [
        "1", "One", "3.0 ± 1.8 (5) ▲", "4.0 ± 0.0 (3)",
    ]  # fmt: skip
    assert view.results.plot.isVisible()
    assert "do not agree" in view.results.told.text()
    assert tally_seen(desk.workshop) == {}


def test_numbers_of_a_spreadsheet_are_pasted(
    qtbot: QtBot, view: VotingView, context: Context, cards: list[Id], theme: Id
) -> None:
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    qtbot.keyClick(view.grid, KEYS.Key_V, Qt.KeyboardModifier.ControlModifier)
    three = cards[2]
    assert stored(context) == {
        (theme, "1"): 1, (theme, "2"): 2, (three, "1"): 3, (three, "2"): 4,
    }  # fmt: skip
    context.desk.undo()
    assert set(shown(view, 2)) == {""}


def test_votes_of_a_card_that_is_gone_are_not_counted(
    view: VotingView, context: Context, cards: list[Id], theme: Id
) -> None:
    desk = context.desk
    desk.do(votes.set_votes(desk.workshop, cards[0], "1", 5))
    desk.do(votes.set_votes(desk.workshop, theme, "1", 2))
    desk.do(board.remove_cards(desk.workshop, [cards[0]]))
    assert "Table 1: 2" in view.sums.text()
    assert tally_seen(desk.workshop) == {theme: 2}


def test_a_round_is_named_in_both_languages_at_its_side(
    view: VotingView, page: BoardPage, context: Context
) -> None:
    first = begin_round(context)
    page.go_to(first)
    page.write_in("title", "cy")
    assert QApplication.focusWidget() in view.details.title.findChildren(
        type(QApplication.focusWidget())
    )
    assert view.details.isVisible()


def test_a_table_nobody_listed_can_be_added(view: VotingView) -> None:
    view.table.click()
    assert headings(view)[1:5] == ["Room", "Table 1", "Table 2", "Table 3"]


def test_rules_that_are_closed_with_the_mouse_leave_the_keyboard_where_votes_are_counted(
    qtbot: QtBot, page: BoardPage, view: VotingView
) -> None:
    page.resize(1200, 700)
    view.bar.add.click()
    type_in(qtbot, "Priorities")
    assert not view.around.narrow
    assert view.around.close_button.isVisible()
    close = view.around.close_button
    close.setFocus()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not close.isVisible()
    assert view.grid.hasFocus(), "and not the list of questions below"


def test_closing_a_round_moves_no_button(
    qtbot: QtBot, context: Context, page: BoardPage, view: VotingView
) -> None:
    page.resize(1200, 700)
    begin_round(context)
    bar = view.bar

    def places() -> list[int]:
        qtbot.wait(1)
        buttons = (bar.rules, bar.close_button, bar.add)
        return [each.mapTo(view, QPoint()).x() for each in buttons]

    before = places()
    bar.close_button.click()
    assert places() == before


def test_a_corrected_number_takes_the_place_of_the_first_in_the_sums(
    view: VotingView, context: Context, theme: Id
) -> None:
    first = begin_round(context, budget=3)
    view.bar.chosen.emit(first)
    for count in (5, 2):
        context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", count, first))
    assert "Table 1: 2 of 6" in view.sums.text()
    context.desk.undo()
    assert "Table 1: 5 of 6" in view.sums.text()


def test_results_of_nothing_say_so(view: VotingView, context: Context, theme: Id) -> None:
    view.bar.results.click()
    assert view.results.empty.isVisible()
    assert not view.results.table.isVisible()
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", 2))
    assert view.results.table.isVisible()


def test_a_point_stands_for_marks_by_both_criteria(
    view: VotingView, context: Context, cards: list[Id]
) -> None:
    first, desk = begin_round(context, kind=RoundKind.RATING, seen=True), context.desk
    desk.do(rounds.change_round(desk.workshop, first, first=rounds.IMPORTANCE, second=rounds.EASE))
    view.bar.chosen.emit(first)
    view.bar.results.click()
    for criterion, is_plotted in ((1, False), (2, True)):
        edit = votes.set_marks(desk.workshop, cards[0], "1", {4: 3}, first, criterion)
        desk.do(edit)
        assert view.results.table.isVisible()
        assert view.results.plot.isVisible() is is_plotted


def test_a_source_whose_dots_were_taken_back_hides_no_other(
    view: VotingView, context: Context, theme: Id
) -> None:
    for source, count in (("room", 2), ("1", 3), ("room", 0)):
        context.desk.do(votes.set_votes(context.desk.workshop, theme, source, count))
    assert "Table 1: 3" in view.sums.text()
    assert "Room" not in view.sums.text()


def test_a_reader_hears_what_a_row_is_and_of_a_cell_its_heading_too(
    view: VotingView, context: Context, theme: Id
) -> None:
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", 3))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    model = view.grid.source
    row = model.row_of(theme)
    assert [model.index(row, column).data(spoken) for column in range(3)] == [
        "Theme: Group", "Room: empty. Group", "Table 1: 3. Group",
    ]  # fmt: skip


def test_one_vote_less_than_none_is_none(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id
) -> None:
    refused: list[object] = []
    context.desk.refused.connect(refused.append)
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", 1))
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(view.grid, KEYS.Key_Backspace)
    assert stored(context) == {(theme, "1"): 0}
    assert refused == []


@pytest.mark.parametrize(("pasted", "kept"), [("1\tx\n2", 0), ("7\n" * 20, 6), ("8\t" * 9, 4)])
def test_what_is_pasted_goes_as_far_as_the_grid_and_is_numbers_or_nothing(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id, pasted: str, kept: int
) -> None:
    QGuiApplication.clipboard().setText(pasted)
    view.grid.go_to(theme, "room")
    view.grid.setFocus()
    qtbot.keyClick(view.grid, KEYS.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(stored(context)) == kept


def test_one_more_table_has_the_next_number_after_the_highest(
    view: VotingView, context: Context, theme: Id
) -> None:
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "7", 1))
    view.table.click()
    assert headings(view)[1:6] == ["Room", "Table 1", "Table 2", "Table 7", "Table 8"]


def test_delete_empties_a_cell_of_dots_and_of_marks(
    qtbot: QtBot, view: VotingView, context: Context, theme: Id
) -> None:
    desk = context.desk
    rated = begin_round(context, kind=RoundKind.RATING)
    desk.do(rounds.change_round(desk.workshop, rated, first=rounds.IMPORTANCE))
    desk.do(votes.set_marks(desk.workshop, theme, "1", {4: 3, 5: 1}, rated, 1))
    desk.do(votes.set_votes(desk.workshop, theme, "1", 3))
    for in_round in ("", rated):
        view.bar.chosen.emit(in_round)
        view.grid.go_to(theme, "1")
        view.grid.setFocus()
        qtbot.keyClick(view.grid, KEYS.Key_Delete)
        assert set(stored(context, in_round).values()) == {0}


def test_a_letter_opens_no_cell_and_shift_tab_stays_in_the_first(
    qtbot: QtBot, view: VotingView
) -> None:
    first = view.grid.source.index(0, 1)
    view.grid.setCurrentIndex(first)
    view.grid.setFocus()
    qtbot.keyClicks(view.grid, "x")
    assert view.grid.state() is not QAbstractItemView.State.EditingState
    qtbot.keyClicks(view.grid, "3")
    assert view.grid.state() is QAbstractItemView.State.EditingState
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Backtab)
    assert view.grid.currentIndex() == first


def test_the_bar_offers_what_there_is_to_count(
    view: VotingView, context: Context, theme: Id
) -> None:
    def offered() -> list[str]:
        return [view.bar.rounds.itemText(row) for row in range(view.bar.rounds.count())]

    assert offered() == ["Without a round"]
    assert not view.bar.rules.isEnabled()
    first = begin_round(context)
    view.bar.chosen.emit(first)
    assert offered() == ["Priorities"], "nothing was counted without a round"
    assert view.bar.rules.isEnabled()
    assert (view.bar.close_button.text(), view.bar.state.text()) == ("Close the round", "Open")
    view.bar.close_button.click()
    assert (view.bar.close_button.text(), view.bar.state.text()) == ("Open again", "Closed")
    context.desk.do(votes.set_votes(context.desk.workshop, theme, "1", 1))
    view.bar.chosen.emit(first)
    assert offered() == ["Without a round", "Priorities"]


def test_a_sign_that_nothing_has_is_not_explained(
    view: VotingView, context: Context, cards: list[Id]
) -> None:
    view.bar.results.click()
    for card, said in ((cards[0], ""), (cards[1], "= stands beside a place that is shared.")):
        context.desk.do(votes.set_votes(context.desk.workshop, card, "1", 2))
        assert view.results.told.text() == said


def test_what_is_highest_by_both_criteria_stands_above_right(context: Context) -> None:
    plot = Plot(context)
    plot.show_points([Point(1, up=5, across=5), Point(2, up=1, across=1)], "up", "across")
    best, least = plot._places(QRectF(0, 0, 400, 400))
    assert best.y() < 40
    assert best.x() > 360
    assert least.x() < 40
    assert least.y() > 360


def test_a_session_opens_on_the_results_of_a_closed_round_and_a_new_one_on_its_grid(
    page: BoardPage, context: Context, theme: Id, qtbot: QtBot
) -> None:
    desk, bar = context.desk, page.votes.bar
    closed = begin_round(context)
    desk.do(votes.set_tallies(desk.workshop, [(theme, "1", 3)], closed))
    desk.do(rounds.close_round(desk.workshop, closed, closed=True))
    page.show_view("votes")
    assert bar.shows_results
    bar.add.click()
    type_in(qtbot, "Second")
    assert not bar.shows_results
    assert page.votes.grid.hasFocus()


def test_tab_comes_into_the_grid_where_a_number_can_be_written(view: VotingView) -> None:
    view.bar.add.setFocus()
    view.grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grid.current()[1] == "room"


def test_what_a_corrected_count_was_is_heard_at_its_cell(
    qtbot: QtBot, view: VotingView, theme: Id, heard: Recorder
) -> None:
    view.grid.go_to(theme, "1")
    view.grid.setFocus()
    type_in(qtbot, "7")
    qtbot.keyClick(view.grid, KEYS.Key_Up)
    type_in(qtbot, "5")
    heard.events.clear()
    qtbot.keyClick(view.grid, KEYS.Key_Up)
    qtbot.waitUntil(lambda: any("was 7, now 5" in each for each in heard.said()))
