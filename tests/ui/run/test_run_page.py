"""A whole day through the Run page, with a clock that the test turns."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.agenda import Block, length
from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.clock import Clock, ClockState
from gweithdy.domain.day import day_of
from gweithdy.domain.quotes import Parked
from gweithdy.domain.replanning import Way
from gweithdy.domain.session import Status
from gweithdy.domain.text import Language, both
from gweithdy.edits import agenda, board, quotes, running
from gweithdy.edits.changes import updated
from gweithdy.edits.sessions import change_session
from gweithdy.storage.library import Library
from gweithdy.ui.context import Context
from gweithdy.ui.desk import Desk
from gweithdy.ui.jobs import Jobs
from gweithdy.ui.run.clock_label import ClockLabel
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.run.replan_sheet import ReplanSheet
from gweithdy.ui.ticker import Ticker

Key = Qt.Key

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Now:
    """A clock that stands still until it is turned; it starts at ten in the morning, local time."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 12, 10, 0).astimezone(UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def now(context: Context) -> Now:
    turned = Now()
    context.desk.now = turned
    return turned


@pytest.fixture
def page(qtbot: QtBot, context: Context, now: Now) -> RunPage:
    """The page with three blocks of half an hour from ten."""
    assert context.desk.workshop
    context.desk.do(change_session(context.desk.workshop.session, start=time(10, 0)))
    for cy, en in (("Un", "One"), ("Dau", "Two"), ("Tri", "Three")):
        context.desk.do(agenda.add(context.desk.workshop, title=both(cy, en), minutes=30))
    assert context.desk.now is now
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: Context) -> RunPage:
    page = RunPage(context)
    qtbot.addWidget(page)
    page.resize(1166, 660)
    page.show()
    return page


def later(page: RunPage, minutes: float) -> None:
    now = page.desk.now
    assert isinstance(now, Now)
    now.moment += timedelta(minutes=minutes)
    page.ticker.ticked.emit()


def state(page: RunPage) -> ClockState:
    assert page.ticker.day
    return page.ticker.day.clock.state


def blocks(page: RunPage) -> list[Block]:
    assert page.workshop
    return page.workshop.of(Block)


def marks(page: RunPage) -> list[str]:
    model = page.day.source
    return [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]


def test_the_time_is_read_anew_for_what_it_hangs_on_alone(context: Context, now: Now) -> None:
    desk, ticker, turned = context.desk, Ticker.of(context.desk), list[int]()
    ticker.turned.connect(lambda: turned.append(1))
    assert desk.workshop
    desk.do(board.start_board(desk.workshop))
    assert turned == [], "cards say nothing of the time"
    for change in (
        lambda workshop: agenda.add(workshop, title=both("Un", "One"), minutes=30),
        lambda workshop: change_session(workshop.session, start=time(11, 0)),
        lambda workshop: running.start(workshop, now()),
    ):
        desk.do(change(desk.workshop))
        assert ticker.day == day_of(desk.workshop)
    assert ticker.going
    [clock] = desk.workshop.of(Clock)
    desk.do(Edit("Pause", updated(clock, state=ClockState.PAUSED), desk.workshop.id))
    assert ticker.day == day_of(desk.workshop)


def test_a_day_by_keys_alone(page: RunPage, qtbot: QtBot) -> None:
    assert page.go.hasFocus()
    assert (page.now.title.text(), page.now.other.text()) == ("One", "Un")
    assert not page.ticker.going
    qtbot.keyClick(page.go, Key.Key_Space)
    assert page.ticker.going
    later(page, 12.5)
    assert (page.now.figures.text(), page.now.word.text()) == ("17:30", "left")
    qtbot.keyClick(page.go, Key.Key_N)
    assert page.now.title.text() == "Two"
    assert marks(page) == ["Done", "Now", "Next"]
    later(page, 10)
    qtbot.keyClick(page, Key.Key_Space)
    later(page, 60)
    assert (page.now.figures.text(), page.now.word.text()) == ("20:00", "left · paused")
    qtbot.keyClick(page, Key.Key_Space)
    later(page, 21)
    assert (page.now.figures.text(), page.now.word.text()) == ("01:00", "over")
    qtbot.keyClick(page, Key.Key_N, CTRL_SHIFT)
    assert page.now.next.text() == "Next: the end of the day"
    later(page, 30)
    qtbot.keyClick(page, Key.Key_N)
    assert state(page) is ClockState.FINISHED
    assert page.workshop
    assert page.workshop.session.status is Status.HELD
    assert not page.ticker.going
    assert page.end.text() == "Ended at 12:13: 43 minutes late · Planned end: 11:30"
    assert page.desk.history.next_undo
    # The day rests on its blocks: what made them can no longer be undone.
    assert page.desk.history.next_undo.edit.label == "Change the session"


def test_a_day_by_buttons_and_a_mistake_mended(page: RunPage) -> None:
    page.go.click()
    assert not page.back.isEnabled()
    later(page, 10)
    page.next.click()
    later(page, 1)
    page.back.click()
    assert page.now.title.text() == "One"
    assert page.now.figures.text() == "19:00"
    page.next.click()
    page.finish.click()
    assert marks(page) == ["Done", "Done", "Left out"]
    page.back.click()
    assert (state(page), page.now.title.text()) == (ClockState.RUNNING, "Two")


def test_space_does_not_press_a_clicked_button_again(page: RunPage, qtbot: QtBot) -> None:
    page.go.click()
    qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    focused = page.focusWidget()
    assert focused is not page.next
    qtbot.keyClick(focused or page, Key.Key_Space)
    assert (state(page), page.now.title.text()) == (ClockState.PAUSED, "Two")


def test_reading_the_day_never_acts(page: RunPage, qtbot: QtBot) -> None:
    page.go.click()
    page.day.setFocus()
    before = (state(page), page.now.title.text(), marks(page))
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_N, Key.Key_Space, Key.Key_Home, Key.Key_Down):
        for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            qtbot.keyClick(page.day, key, held)
            assert (state(page), page.now.title.text(), marks(page)) == before, (key, held)


def test_arrows_on_the_buttons_go_from_one_to_the_next(page: RunPage, qtbot: QtBot) -> None:
    page.go.click()
    page.go.setFocus()
    qtbot.keyClick(page.go, Key.Key_Right)
    assert page.next.hasFocus()
    assert page.now.title.text() == "One"


def test_keys_with_ctrl_work_from_the_list_too(page: RunPage, qtbot: QtBot) -> None:
    page.day.setFocus()
    qtbot.keyClick(page.day, Key.Key_P, CTRL_SHIFT)
    assert state(page) is ClockState.RUNNING
    qtbot.keyClick(page.day, Key.Key_N, CTRL_SHIFT)
    assert page.now.title.text() == "Two"
    qtbot.keyClick(page.day, Key.Key_B, CTRL_SHIFT)
    assert page.now.title.text() == "One"
    assert page.day.hasFocus()


def test_keys_without_ctrl_can_be_turned_off(page: RunPage, qtbot: QtBot) -> None:
    page.context.settings.put("short_keys", 0)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_Space)
    assert state(page) is ClockState.IDLE
    qtbot.keyClick(page, Key.Key_P, CTRL_SHIFT)
    qtbot.keyClick(page, Key.Key_N)
    assert (state(page), page.now.title.text()) == (ClockState.RUNNING, "One")
    # What has the focus is pressed all the same.
    page.go.setFocus()
    qtbot.keyClick(page.go, Key.Key_Space)
    assert state(page) is ClockState.PAUSED


def test_other_changes_do_not_redraw(page: RunPage, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(page.now, "show_day", drawn.append)
    card, block = Card(id="a card", session=""), blocks(page)[0]
    page.desk.changed.emit({card.id: (None, card)}, None)
    assert drawn == []
    page.desk.changed.emit({block.id: (block, block)}, None)
    assert len(drawn) == 1


def test_time_runs_on_while_the_program_is_closed(
    page: RunPage, library: Library, qtbot: QtBot, now: Now
) -> None:
    page.go.click()
    later(page, 5)
    page.next.click()
    later(page, 2)
    assert page.workshop
    session, context = page.workshop.id, page.context
    # Nothing is said goodbye to: a new desk over what is on disk, as after a crash.
    desk = Desk(library, now)
    now.moment += timedelta(minutes=10)
    desk.open(session)
    again = shown(
        qtbot,
        Context(desk, context.words, context.theme, context.settings, Jobs(), library),
    )
    assert (state(again), again.now.title.text()) == (ClockState.RUNNING, "Two")
    assert again.now.figures.text() == "18:00"
    assert again.ticker.going
    assert marks(again) == ["Done", "Now", "Next"]
    assert blocks(again) == library.workshop(session).of(Block)
    again.go.click()
    third = Desk(library, now)
    now.moment += timedelta(minutes=60)
    third.open(session)
    ticker = Ticker.of(third)
    assert ticker.day
    assert ticker.day.clock.state is ClockState.PAUSED
    assert ticker.day.left(ticker.now) == 18 * 60
    for each in (desk, third):
        each.close()


def test_more_time_is_a_plan_that_can_be_undone(page: RunPage) -> None:
    page.go.click()
    later(page, 29)
    page.minutes.click()
    page.minute.click()
    assert page.now.figures.text() == "07:00"
    assert page.end.text() == "Ends at 11:36: 6 minutes late · Planned end: 11:30"
    page.desk.undo()
    page.desk.undo()
    assert page.now.figures.text() == "01:00"
    assert state(page) is ClockState.RUNNING


def sheet_of(page: RunPage) -> ReplanSheet:
    """The sheet that a press of the button lays over the window."""
    page.replan.click()
    sheet = page.window().findChild(ReplanSheet)
    assert isinstance(sheet, ReplanSheet)
    return sheet


def lengths(page: RunPage) -> list[tuple[int, int]]:
    """The minutes of each block by the plan, and those of the day."""
    return [(block.minutes, length(block)) for block in blocks(page)]


def test_the_rest_is_re_planned_after_a_look_at_what_changes(page: RunPage) -> None:
    assert page.workshop
    page.go.click()
    later(page, 42)
    assert page.end.text() == "Ends at 11:42: 12 minutes late · Planned end: 11:30"
    sheet = sheet_of(page)
    assert sheet.told.text() == "As it goes, the day ends 12 minutes late. It was to end at 11:30."
    assert sheet.changes.text() == "Two: 30 min → 24 min\nThree: 30 min → 24 min"
    assert sheet.outcome.text() == "Then it ends at 11:30, as planned."
    assert lengths(page) == [(30, 30)] * 3, "nothing has changed yet"
    sheet.do.click()
    assert lengths(page) == [(30, 30), (30, 24), (30, 24)]
    assert page.end.text() == "Ends at 11:30: as planned · Planned end: 11:30"
    page.desk.undo()
    assert lengths(page) == [(30, 30)] * 3


def test_what_does_not_fit_is_said_plainly(page: RunPage) -> None:
    page.go.click()
    later(page, 90 + 26)
    sheet = sheet_of(page)
    assert sheet.outcome.text() == (
        "That is not enough: it still ends at 12:06, 36 minutes late. Tell people, or end earlier."
    )
    sheet.ways[Way.LEAVE_OUT].click()
    assert sheet.changes.text() == "Nothing can be taken from what is still to come."
    assert not sheet.do.isEnabled()
    sheet.leave.click()
    assert lengths(page) == [(30, 30)] * 3


def test_what_may_be_left_out_is_offered_where_shortening_is_not_enough(page: RunPage) -> None:
    assert page.workshop
    page.desk.do(agenda.change(page.workshop, blocks(page)[2].id, optional=True))
    page.go.click()
    later(page, 85)
    sheet = sheet_of(page)
    assert sheet.ways[Way.BOTH].isChecked()
    assert sheet.changes.text() == "Two: 30 min → 5 min\nLeft out: Three"
    sheet.do.click()
    assert [block.left_out for block in blocks(page)] == [False, False, True]
    assert page.end.text() == "Ends at 11:30: as planned · Planned end: 11:30"


def test_a_day_in_time_has_nothing_to_re_plan(page: RunPage) -> None:
    page.go.click()
    sheet = sheet_of(page)
    assert sheet.told.text() == "As it goes, the day ends in time."
    assert not sheet.do.isEnabled()
    sheet.reject()


@pytest.mark.parametrize(
    ("key", "minutes"),
    [(Key.Key_Plus, 31), (Key.Key_Minus, 29)],
)
def test_minutes_by_key(page: RunPage, qtbot: QtBot, key: Key, minutes: int) -> None:
    page.go.click()
    qtbot.keyClick(page, key)
    assert lengths(page)[0] == (30, minutes)
    page.desk.undo()
    assert lengths(page)[0] == (30, 30)


def test_a_leap_and_what_is_left_out_from_the_day_at_the_side(page: RunPage, qtbot: QtBot) -> None:
    assert page.workshop
    page.go.click()
    later(page, 10)
    day = page.day
    day.select(blocks(page)[1].id)
    day.setFocus()
    qtbot.keyClick(day, Key.Key_Delete)
    assert blocks(page)[1].left_out
    assert page.now.next.text() == "Next, at 10:30: Three"
    assert page.pane.leave.text() == "Take in again"
    page.pane.leave.click()
    assert not blocks(page)[1].left_out
    day.select(blocks(page)[2].id)
    qtbot.keyClick(day, Key.Key_Return)
    assert page.ticker.day
    assert page.ticker.day.clock.block == blocks(page)[2].id
    assert not page.pane.jump.isEnabled(), "what is on is not begun again"
    page.desk.do(agenda.move(page.workshop, blocks(page)[2].id, 0))
    assert page.back.isEnabled(), "there is one to go back to, though none stands before it"
    page.desk.undo()
    day.select(blocks(page)[0].id)
    assert not page.pane.leave.isEnabled()
    qtbot.keyClick(day, Key.Key_Return)
    assert page.ticker.day.clock.block == blocks(page)[2].id


def test_planned_and_re_planned_stand_side_by_side(page: RunPage) -> None:
    page.go.click()
    page.minutes.click()
    model, row = page.day.source, [column.field for column in page.day.source.columns]
    minutes, planned = row.index("minutes"), row.index("order")
    assert model.index(0, minutes).data() == "30 → 35"
    assert model.index(0, minutes).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Minutes: planned 30, now 35"
    )
    assert model.index(1, planned).data() == "10:30", "the plan stands"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [900, 1166, 1700])
def test_no_part_of_the_clock_is_cut(page: RunPage, language: Language, width: int) -> None:
    page.words.switch(language)
    page.resize(width, 660)
    page.go.click()
    for minutes in (1, 45):
        later(page, minutes)
        for paused in (False, True):
            # The letters first, then their places.
            QApplication.processEvents()
            QApplication.processEvents()
            for part in (page.now.figures, page.now.word):
                assert part.width() >= part.sizeHint().width(), (part.text(), minutes, paused)
            page.go.click()


def test_a_day_that_was_only_tried_out(page: RunPage, qtbot: QtBot) -> None:
    page.go.click()
    page.finish.click()
    # Space on a finished day must not lose its times, nor start it again.
    qtbot.keyClick(page.focusWidget() or page, Key.Key_Space)
    assert state(page) is ClockState.FINISHED
    page.clear.click()
    assert state(page) is ClockState.IDLE
    assert all(block.began is None for block in blocks(page))
    page.desk.undo()
    assert state(page) is ClockState.FINISHED
    page.desk.redo()
    page.go.click()
    assert state(page) is ClockState.RUNNING


def test_an_empty_plan_leads_to_the_plan(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.asked_for) as asked:
        page.empty.button.click()
    assert asked.args == ["agenda"]
    page.start_or_pause()
    page.tell(lambda workshop, _now: agenda.add(workshop))
    assert not page.empty.isVisible()


def test_both_languages_whatever_the_screen_speaks(page: RunPage) -> None:
    page.words.switch(Language.CY)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert (page.now.title.text(), page.now.other.text()) == ("Un", "One")


def test_the_plan_changes_while_it_runs(page: RunPage) -> None:
    assert page.workshop
    page.go.click()
    page.desk.do(agenda.change(page.workshop, blocks(page)[1].id, minutes=10))
    assert page.end.text() == "Ends at 11:10: 20 minutes early · Planned end: 11:30"
    page.desk.do(agenda.move(page.workshop, blocks(page)[2].id, 1))
    assert page.now.next.text() == "Next, at 10:30: Three"


def test_the_small_clock(page: RunPage, qtbot: QtBot) -> None:
    small = ClockLabel(page.context)
    qtbot.addWidget(small)
    assert not small.isVisibleTo(None)
    page.go.click()
    assert small.isVisibleTo(None)
    later(page, 29)
    assert (small.figures.text(), small.word.text()) == ("01:00", "left")
    assert small.figures.property("role") == "clock-late"
    later(page, 3)
    assert (small.figures.text(), small.word.text()) == ("02:00", "over")
    assert small.toolTip() == "One: 02:00 over"
    page.finish.click()
    assert not small.isVisibleTo(None)


def test_there_is_one_timer(page: RunPage, qtbot: QtBot) -> None:
    small = ClockLabel(page.context)
    qtbot.addWidget(small)
    assert Ticker.of(page.desk) is page.ticker
    assert not page.ticker.going
    page.go.click()
    assert page.ticker.going
    assert page.workshop
    page.desk.do(running.finish(page.workshop, page.desk.now()))
    assert not page.ticker.going


def test_the_timer_goes_with_its_desk(page: RunPage, library: Library, qtbot: QtBot) -> None:
    desk = Desk(library, page.desk.now)
    Ticker.of(desk)
    app = QApplication.instance()
    assert app
    before = len(app.findChildren(QTimer))
    desk.deleteLater()
    qtbot.waitUntil(lambda: len(app.findChildren(QTimer)) == before - 1)


def test_a_key_held_down_does_not_run_through_the_day(page: RunPage) -> None:
    for id in ("run.next", "run.back"):
        assert not page.bound.actions[id].autoRepeat()


def test_finishing_leads_to_what_waits_in_the_parking_lot(page: RunPage) -> None:
    desk, asked, refused = page.desk, [], []
    page.thing_asked.connect(lambda *where: asked.append(where))
    desk.refused.connect(refused.append)
    page.go.click()
    desk.do(quotes.park(desk.workshop, "Pwy sy’n talu?", "cy"))
    parked = desk.workshop.of(Parked)[0].id
    page.finish.click()
    assert asked == [(desk.workshop.id, "board", parked, "")]
    assert len(refused) == 1
    assert state(page) is ClockState.RUNNING
    for _ in range(3):
        page.next.click()
    assert len(asked) == 2, "the last block ends the day too"
    assert state(page) is ClockState.RUNNING
    desk.do(quotes.remove(desk.workshop, Parked, [parked]))
    page.finish.click()
    assert state(page) is ClockState.FINISHED
