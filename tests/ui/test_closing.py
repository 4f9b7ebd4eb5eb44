"""Closing never waits for a copy; the next start makes up for the one that was cut."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.test_app import link_changed

from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import Asked, Stopped
from gweithdy.storage import backups
from gweithdy.storage.library import Library
from gweithdy.storage.parts import has_log
from gweithdy.ui import app, ask
from gweithdy.ui.app import BACKUP_EVERY, BACKUP_SOON, Program


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Copies take for ever, and closing has no patience; the event says that one has begun."""
    begun = Event()

    def write(_library: Path, new: Path, stopped: Asked) -> None:
        new.write_text("half a copy")
        begun.set()
        while not stopped():
            pass
        raise Stopped

    monkeypatch.setattr(backups, "_write", write)
    monkeypatch.setattr(app, "PATIENCE", 1)
    return begun


def unfinished(program: Program) -> list[Path]:
    return list(program.library.path.parent.glob("backups/*"))


def assert_put_away(program: Program) -> None:
    """Nothing is left to be recovered, and another start may open it."""
    assert not has_log(program.library.path)
    Library.open(program.library.path).close()


@pytest.mark.usefixtures("slow")
def test_closing_cuts_a_copy_that_takes_long(program: Program) -> None:
    link_changed(program, "https://example.org/last")
    program.close()
    assert unfinished(program) == []
    assert_put_away(program)


def test_closing_cuts_a_copy_that_is_being_made(program: Program, slow: Event) -> None:
    link_changed(program, "https://example.org/last")
    program._backups.timeout.emit()
    slow.wait()
    program.close()
    assert unfinished(program) == []
    assert_put_away(program)


def test_the_next_start_makes_up_for_a_copy_that_was_cut(
    start: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(backups, "_write", cut)
        start().close()
    program = start()
    assert program._backups.interval() == BACKUP_SOON
    program._backups.timeout.emit()
    qtbot.waitUntil(lambda: [each.reason for each in program.library.backups()] == ["timed"])
    assert program._backups.interval() == BACKUP_EVERY


def test_a_library_with_a_backup_has_time(start: Callable[[], Program]) -> None:
    program = start()
    program.close()
    [backup] = program.library.backups()
    # The name tells the second only, and the last change was in the same one.
    backup.path.rename(backup.path.with_name("library-20991231T000000Z-close.gwdy"))
    assert start()._backups.interval() == BACKUP_EVERY


@pytest.mark.parametrize("error", [Problem("No room."), ZeroDivisionError("nought")])
def test_a_copy_that_fails_on_closing_is_told_and_the_library_put_away(
    program: Program, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    told: list[str] = []
    monkeypatch.setattr(ask, "tell", lambda _parent, message, _close: told.append(message))
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: told.append(str(fault)))

    def fail(*_: object) -> None:
        raise error

    link_changed(program, "https://example.org/last")
    with monkeypatch.context() as patch:
        patch.setattr(backups, "_write", fail)
        program.close()
    assert str(error) in told
    assert_put_away(program)


def test_what_a_backup_holds_is_not_copied_again(program: Program) -> None:
    link_changed(program, "https://example.org/last")
    program.library.back_up("asked")
    program._backups.timeout.emit()
    program.close()
    assert [each.reason for each in program.library.backups()] == ["asked"]
