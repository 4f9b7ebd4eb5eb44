"""What happens is said to somebody who does not look, once; the recorder hears all Qt tells."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.person import ALT, CTRL, SHIFT, FakeClock, Key, Person
from tests.ui.heard import Event, Heard, Recorder, name_of
from tests.ui.parking import empty_parking_lot

from gweithdy.domain.agenda import Block
from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session, Status
from gweithdy.edits import agenda, board, people, running
from gweithdy.ui import ask
from gweithdy.ui.agenda.page import AgendaPage
from gweithdy.ui.announce import AtRest
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.desk import Desk
from gweithdy.ui.library.page import LibraryPage
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.people.page import PeoplePage
from gweithdy.ui.preferences.page import PreferencesPage
from gweithdy.ui.run.page import RunPage
from gweithdy.ui.stakeholders.page import StakeholdersPage

FULL = Problem("The disk is full. Nothing was saved.")


@pytest.fixture
def reader(person: Person, heard: Recorder) -> Recorder:
    """A reader that came when everything was in sight."""
    QCoreApplication.processEvents()
    heard.events.clear()
    assert person.window.isVisible()
    return heard


@pytest.fixture
def full_disk(person: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Fills the disk."""

    return lambda: monkeypatch.setattr(person.program.library, "write", _refuse)


def _refuse(_edit: Edit) -> int:
    raise FULL


def said_at_rest(qtbot: QtBot, reader: Recorder) -> list[str]:
    """What was said until the keys had been left alone for a moment."""
    qtbot.waitUntil(lambda: bool(reader.names(Event.Announcement)))
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    timers = [each for window in app.topLevelWidgets() for each in window.findChildren(AtRest)]
    assert not any(each.isActive() for each in timers)
    return reader.said()


def said_beginnings(reader: Recorder) -> list[str]:
    """What was said, up to the first colon."""
    return [words.partition(":")[0] for words in reader.said()]


def focused(reader: Recorder) -> list[Heard]:
    """What the keyboard came to."""
    return [each for each in reader.events if each.kind is Event.Focus]


def renamed(reader: Recorder) -> list[str]:
    """The new names of things on a canvas."""
    changes = (each for each in reader.events if each.kind is Event.NameChanged)
    return [each.name for each in changes if each.role is QAccessible.Role.ListItem]


def test_a_card_is_saved_and_the_next_ones_in_a_word(person: Person, reader: Recorder) -> None:
    person.go("board", BoardPage)
    assert reader.said() == [f"Capture: {person.desk.workshop.session.title.en.words}"]
    person.press(Key.Key_K, CTRL)
    for words in ("The bus is late", "There is no bus", "The bus is full"):
        person.enter(words)
    assert reader.said() == ["Saved: Add a card", "Saved", "Saved"]
    person.press(Key.Key_Q, ALT)
    person.enter("I walk")
    assert reader.said() == ["Quote", "Saved: Add a quote"]
    person.desk.do(people.add_all(person.desk.workshop, [{"name": "Eleri"}, {"name": "Aled"}]))
    assert reader.said() == ["Saved: Add several people: 2"]


def test_a_vote_is_said_once_by_how_many_there_are_now(person: Person, reader: Recorder) -> None:
    page = person.go("board", BoardPage)
    view = page.pane.view
    person.press(Key.Key_Down)
    reader.said()
    for many in ("1 vote", "2 votes"):
        person.press(Key.Key_V, CTRL | SHIFT)
        QCoreApplication.processEvents()
        assert renamed(reader) == []
        assert reader.said() == [f"One vote more. Room: {many}"]
    assert ", 2 votes," in view.reading.name(view.current)
    person.press(Key.Key_Z, CTRL)
    QCoreApplication.processEvents()
    assert [", 1 vote," in each for each in renamed(reader)] == [True]


def test_what_was_moved_is_said_once_by_its_place(
    person: Person, reader: Recorder, qtbot: QtBot
) -> None:
    person.go("board", BoardPage)
    person.press(Key.Key_Down)
    reader.said()
    person.press(Key.Key_Down, ALT)
    assert said_beginnings(reader) == ["Moved to"]
    plan = person.go("agenda", AgendaPage)
    plan.table.select(plan.table.source.rows[0].id)
    reader.said()
    person.press(Key.Key_Down, ALT)
    assert said_beginnings(reader) == ["Now at 10"]
    grid = person.go("stakeholders", StakeholdersPage).grid
    grid.setFocus()
    reader.said()
    person.press(Key.Key_Up)
    qtbot.waitUntil(lambda: bool(reader.names(Event.Announcement)))
    assert renamed(reader) == []
    assert said_beginnings(reader) == ["Power"]
    person.press(Key.Key_Tab)
    assert reader.said() == []


def test_what_was_saved_is_said_after_where_the_keyboard_goes(
    person: Person, reader: Recorder
) -> None:
    page = person.go("agenda", AgendaPage)
    page.session.fold.click()
    page.session.date.setFocus()
    person.retype("12/11/2026")
    reader.said()
    person.press(Key.Key_Tab)
    QCoreApplication.processEvents()
    kinds = [each.kind for each in reader.events]
    assert max(n for n, kind in enumerate(kinds) if kind is Event.Focus) < kinds.index(
        Event.Announcement
    )
    assert said_beginnings(reader) == ["Saved"]


def test_what_a_key_changes_beside_the_capture_box_is_said(
    person: Person, reader: Recorder
) -> None:
    person.go("board", BoardPage)
    person.press(Key.Key_K, CTRL)
    reader.said()
    person.press(Key.Key_2, ALT)
    person.press(Key.Key_S, ALT)
    person.press(Key.Key_L, CTRL | SHIFT)
    bar = person.window.capture
    assert reader.said() == [
        bar.where.currentText(),
        "Structural",
        "Language of these words: Cymraeg",
    ]


def test_of_words_saved_at_each_pause_it_is_said_once_as_the_field_is_left(
    person: Person, reader: Recorder, qtbot: QtBot
) -> None:
    page = person.go("agenda", AgendaPage)
    page.table.select(page.table.source.rows[0].id)
    box = page.details.title.boxes["en"]
    box.setFocus()
    reader.said()
    for words in ("A", " longer", " title"):
        with qtbot.waitSignal(person.desk.saved):
            person.write(words)
    QCoreApplication.processEvents()
    assert reader.said() == []
    person.press(Key.Key_Tab)
    assert reader.said() == ["Saved"]
    person.press(Key.Key_Tab)
    assert reader.said() == []


def test_undo_says_only_itself_also_of_what_was_just_typed(
    person: Person, reader: Recorder
) -> None:
    page = person.go("agenda", AgendaPage)
    page.table.select(page.table.source.rows[0].id)
    page.details.title.boxes["en"].setFocus()
    person.retype("Hello")
    reader.said()
    person.desk.undo()
    QCoreApplication.processEvents()
    assert reader.said() == ["Undone: Plan · Change a block: Welcome, a cuppa and introductions"]
    person.press(Key.Key_Tab)
    assert reader.said() == []


def test_what_is_undone_and_done_again_is_said(person: Person, reader: Recorder) -> None:
    person.go("board", BoardPage)
    person.press(Key.Key_K, CTRL)
    person.enter("The bus is late")
    reader.said()
    person.press(Key.Key_Z, CTRL)
    assert reader.said() == ["Undone: Capture · Add a card: The bus is late"]
    person.press(Key.Key_Y, CTRL)
    assert reader.said() == ["Redone: Capture · Add a card: The bus is late"]
    person.program.speak("cy")
    assert reader.said() == []
    person.press(Key.Key_Z, CTRL)
    said = reader.said()
    assert len(said) == 1
    assert "The bus is late" in said[0]


def test_what_somebody_else_has_changed_since_is_said(person: Person, reader: Recorder) -> None:
    desk, tom = person.desk, Desk(person.program.library)
    assert desk.workshop
    tom.open(desk.workshop.id)
    card = desk.workshop.of(Card)[0].id

    def change(who: Desk, source: str) -> None:
        assert who.workshop
        who.do(board.change_card(who.workshop, card, source=source))

    change(desk, "7")
    desk.undo()
    change(tom, "8")
    reader.said()
    desk.redo()
    assert said_beginnings(reader) == ["Redone, but not what somebody else has since changed"]
    change(desk, "9")
    change(tom, "10")
    reader.said()
    desk.undo()
    assert said_beginnings(reader) == ["Undone, but not what somebody else has since changed"]


def test_a_refusal_is_said_at_once_and_each_time(
    person: Person, reader: Recorder, full_disk: Callable[[], None]
) -> None:
    person.press(Key.Key_K, CTRL)
    full_disk()
    reader.said()
    person.enter("The bus is late")
    person.press(Key.Key_Return)
    assert reader.said() == [f"! {FULL}", f"! {FULL}"]


def test_what_cannot_be_saved_while_typing_is_said_once_and_as_the_field_is_left(
    person: Person, reader: Recorder, qtbot: QtBot, full_disk: Callable[[], None]
) -> None:
    page = person.go("agenda", AgendaPage)
    page.table.select(page.table.source.rows[0].id)
    page.details.title.boxes["en"].setFocus()
    full_disk()
    reader.said()
    for words in ("A", " title"):
        with qtbot.waitSignal(person.desk.refused):
            person.write(words)
    assert reader.said() == [f"! {FULL}"]
    person.press(Key.Key_Tab)
    assert reader.said() == [f"! {FULL}"]


def test_what_fails_again_after_it_was_saved_is_said_again(
    person: Person, reader: Recorder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = person.go("agenda", AgendaPage)
    page.table.select(page.table.source.rows[0].id)
    page.details.title.boxes["en"].setFocus()
    reader.said()

    def write_on_a_full_disk(words: str) -> None:
        with monkeypatch.context() as disk, qtbot.waitSignal(person.desk.refused):
            disk.setattr(person.program.library, "write", _refuse)
            person.write(words)

    write_on_a_full_disk("A")
    with qtbot.waitSignal(person.desk.saved):
        person.write(" longer")
    write_on_a_full_disk(" title")
    assert reader.said() == [f"! {FULL}", f"! {FULL}"]


def test_notices_are_said_once_each_and_again_later(person: Person, reader: Recorder) -> None:
    notices = person.window.notices
    notices.say(lambda: "Written: a.yaml")
    notices.show_problem(FULL)
    notices.say(lambda: "Written: a.yaml")
    person.program.speak("cy")
    notices.say()
    assert reader.said() == ["Written: a.yaml", f"! {FULL}", "Written: a.yaml"]


def test_a_page_is_named_with_its_session_after_the_focus(person: Person, reader: Recorder) -> None:
    title = person.desk.workshop.session.title.en.words
    person.go("people", PeoplePage)
    kinds = [each.kind for each in reader.events]
    last = len(kinds) - 1 - kinds[::-1].index(Event.Focus)
    assert last < kinds.index(Event.Announcement)
    assert reader.said() == [f"People: {title}"]
    person.press(Key.Key_2, CTRL)
    assert reader.said() == []
    person.go("library", LibraryPage)
    assert reader.said() == ["Library"]


def test_finds_are_counted_once_the_typing_rests(
    person: Person, reader: Recorder, qtbot: QtBot
) -> None:
    page = person.go("library", LibraryPage)
    person.press(Key.Key_F, CTRL)
    reader.said()
    person.write("bus")
    qtbot.waitUntil(lambda: page.results.items.count() > 0)
    assert page.results._told.isActive()
    person.write(" ")
    assert not page.results._told.isActive()
    person.write("s")
    person.press(Key.Key_Backspace, times=2)
    assert said_at_rest(qtbot, reader) == [page.results.sentence.text()]
    board = person.go("board", BoardPage)
    person.press(Key.Key_F, CTRL)
    reader.said()
    person.write("bus")
    assert said_at_rest(qtbot, reader) == [board.filter.found.text()]
    person.press(Key.Key_K, CTRL)
    person.enter("Another bus")
    assert said_at_rest(qtbot, reader) == ["Saved: Add a card"]


def test_an_export_is_said_as_it_begins_and_ends(
    person: Person,
    reader: Recorder,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = person.go("pack", PackPage)
    # Some texts lack a language; they go out all the same.
    monkeypatch.setattr(ask, "choose", lambda *_, **__: 1)
    monkeypatch.setattr(page.exporting.written.verdict, "judge", lambda _files: None)
    for path, end in (
        (tmp_path / "pack.pdf", "The pack was written: pack.pdf"),
        (tmp_path / "none" / "pack.pdf", "! "),
    ):
        monkeypatch.setattr(ask, "file_to_write", lambda *_, path=path: path)
        reader.said()
        page.exporting.begin.click()
        qtbot.waitUntil(lambda: page.exporting._job is None, timeout=30_000)
        said = reader.said()
        assert len(said) == 2
        assert said[0] == "The pack is being written"
        assert said[1].startswith(end)


def test_a_session_file_and_a_check_are_said(
    person: Person,
    reader: Recorder,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = person.go("library", LibraryPage)
    monkeypatch.setattr(ask, "choose", lambda *_: 0)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: tmp_path / "session.yaml")
    page.shelf.select(person.desk.catalogue.of(Session)[0].id)
    reader.said()
    page.export.click()
    qtbot.waitUntil(lambda: bool(reader.names(Event.Announcement)))
    assert reader.said() == ["Written: session.yaml"]
    library = person.go("settings", PreferencesPage).library_section
    reader.said()
    library.check.click()
    qtbot.waitUntil(library.check.isEnabled, timeout=30_000)
    assert reader.said() == ["Checking the library…", "✓ The library is sound."]


@pytest.fixture
def day(person: Person, clock: FakeClock) -> list[Block]:
    """The blocks of a day that has not begun."""
    workshop = person.desk.workshop
    assert workshop
    if workshop.session.status is not Status.PLANNED:
        person.desk.do(running.clear(workshop))
    assert clock() == person.desk.now()
    return [each.block for each in person.window.clock._ticker.day.times]


def test_a_running_day_is_said_on_every_page(
    person: Person, clock: FakeClock, reader: Recorder, day: list[Block]
) -> None:
    ticker = person.window.clock._ticker
    person.go("run", RunPage)
    reader.said()
    person.press(Key.Key_Space)
    first, second = (each.title.en.words for each in day[:2])
    assert reader.said() == [f"Now ({day[0].minutes} min): {first}"]
    person.go("people", PeoplePage)
    reader.said()
    for seconds, told in (
        (day[0].minutes * 60 - 121, []),
        (1, [f"2 minutes left: {first}"]),
        (60, []),
        (60, []),
        (1, [f"Time is up: {first}"]),
        (60, []),
    ):
        clock.later(seconds / 60)
        for _ in range(3):
            ticker.ticked.emit()
        assert reader.said() == told
    person.desk.do(running.next_block(person.desk.workshop, clock()))
    assert reader.said() == [f"Now ({day[1].minutes} min): {second}"]
    person.desk.do(running.pause(person.desk.workshop, clock()))
    person.desk.do(running.resume(person.desk.workshop, clock()))
    assert reader.said() == ["The clock is paused", "The clock goes on"]
    empty_parking_lot(person.desk)
    reader.said()
    person.desk.do(running.finish(person.desk.workshop, clock()))
    assert reader.said() == ["The day is finished"]


@pytest.mark.parametrize("left", [60, 10])
def test_what_is_left_is_said_as_it_is_when_a_block_is_cut_short(
    person: Person, clock: FakeClock, reader: Recorder, day: list[Block], left: int
) -> None:
    person.desk.do(running.start(person.desk.workshop, clock()))
    clock.later(day[0].minutes - 4 - left / 60)
    reader.said()
    shorter = agenda.change(person.desk.workshop, day[0].id, minutes=day[0].minutes - 4)
    person.desk.do(shorter)
    title = day[0].title.en.words
    assert f"1 minute left: {title}" in reader.said()


def test_a_day_elsewhere_is_said_with_its_session(
    person: Person, clock: FakeClock, reader: Recorder, day: list[Block]
) -> None:
    title = person.desk.workshop.session.title.en.words
    other = person.desk.catalogue.of(Session)[1].id
    person.desk.do(running.start(person.desk.workshop, clock()))
    person.window.open_session(other)
    reader.said()
    clock.at += timedelta(minutes=day[0].minutes - 2)
    person.window.clock._ticker.ticked.emit()
    person.window.clock._ticker.ticked.emit()
    assert reader.said() == [f"{title}: 2 minutes left: {day[0].title.en.words}"]


def test_a_clock_tells_nothing_each_second_and_the_time_to_who_asks(
    person: Person, clock: FakeClock, reader: Recorder, day: list[Block]
) -> None:
    page = person.go("run", RunPage)
    person.press(Key.Key_Space)
    clock.later(0.5)
    page.ticker.ticked.emit()
    QCoreApplication.processEvents()
    reader.events.clear()
    for _ in range(20):
        clock.later(1 / 60)
        page.ticker.ticked.emit()
        QCoreApplication.processEvents()
    assert reader.events == []
    for widget in (person.window.clock, page.now.bar):
        assert f"{day[0].minutes - 1}:10 left" in name_of(widget)


def test_coming_to_a_canvas_is_one_event_for_where_the_keyboard_is_on_it(
    person: Person, reader: Recorder
) -> None:
    board = person.go("board", BoardPage)
    for come in (
        lambda: board.pane.view.setFocus(Qt.FocusReason.TabFocusReason),
        lambda: person.press(Key.Key_4, CTRL),
    ):
        person.press(Key.Key_K, CTRL)
        reader.said()
        come()
        QCoreApplication.processEvents()
        assert [each.role for each in focused(reader)] == [QAccessible.Role.ListItem]
    grid = person.go("stakeholders", StakeholdersPage).grid
    reader.said()
    grid.setFocus()
    QCoreApplication.processEvents()
    assert [each.role for each in focused(reader)] == [QAccessible.Role.ListItem]
    person.press(Key.Key_Tab)
    reader.said()
    grid.show_current("")
    grid.setFocus()
    QCoreApplication.processEvents()
    assert [(each.role, each.name) for each in focused(reader)] == [
        (QAccessible.Role.List, "Power and interest grid")
    ]


def test_undo_tells_what_stands_there_now_and_not_that_the_keyboard_came(
    person: Person, reader: Recorder
) -> None:
    page = person.go("board", BoardPage)
    person.press(Key.Key_Down)
    person.press(Key.Key_V, CTRL | SHIFT)
    person.press(Key.Key_Down)
    reader.said()
    person.press(Key.Key_Z, CTRL)
    QCoreApplication.processEvents()
    assert page.pane.view.hasFocus()
    assert (focused(reader), renamed(reader)) == ([], [])
    assert said_beginnings(reader) == ["Undone"]
