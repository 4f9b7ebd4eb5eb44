"""A library that does not open: the person hears why, and can go back to a backup right there."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.test_app import link_changed, link_of_first

from gweithdy.domain.session import Session
from gweithdy.storage import backups
from gweithdy.storage.library import Library, backups_of
from gweithdy.ui import app, ask
from gweithdy.ui.app import Program
from gweithdy.ui.unopened import Unopened

Begin = Callable[[], Program]
Answer = Callable[[Unopened], None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """What the person does in each question that comes, in turn."""
    given: list[Answer] = []

    def execute(question: Unopened) -> None:
        question.show()
        given.pop(0)(question)

    monkeypatch.setattr(Unopened, "exec", execute)
    return given


@pytest.fixture
def spoiled(program: Program, begin: Begin) -> Program:
    """A library with a backup, over which something else was written since."""
    link_changed(program, "https://example.org/kept")
    assert program.library.back_up("asked")
    link_changed(program, "https://example.org/lost")
    path = program.library.path
    program.window.close()
    program.close()
    # The copy made on closing would hold the last link too.
    for backup in backups_of(path):
        if backup.reason != "asked":
            backup.path.unlink()
    path.write_bytes(b"not a library" * 1000)
    again = begin()
    again.show()
    return again


def shown(widget: QWidget) -> bool:
    return not widget.isHidden()


def test_the_backups_are_in_the_message_and_one_click_away(
    spoiled: Program, answers: list[Answer]
) -> None:
    seen: list[str] = []

    def take_newest(question: Unopened) -> None:
        seen.extend((question.message.text(), question.backups.item(0).text()))
        assert shown(question.backups)
        assert not shown(question.anew), "an empty one only where there is none"
        question.restore.click()

    answers.append(take_newest)
    assert spoiled.open_or_ask()
    message, newest = seen
    assert "not a gweithdy library" in message
    assert newest.endswith("asked for")
    assert link_of_first(spoiled) == "https://example.org/kept"
    assert ".before-restore-" in spoiled.window.notices.text()
    link_changed(spoiled, "https://example.org/after")


def test_a_backup_that_is_damaged_too_leads_to_the_same_question(
    spoiled: Program, answers: list[Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    (good,) = (each.path for each in backups_of(spoiled.path))
    bad = good.with_name(good.name.replace("asked", "timed"))
    bad.write_bytes(b"rubbish" * 1000)
    said: list[str] = []

    def take_bad(question: Unopened) -> None:
        question.backups.setCurrentRow(0)
        question.restore.click()

    def take_good(question: Unopened) -> None:
        said.append(question.message.text())
        monkeypatch.setattr(ask, "file_to_open", lambda *_: good)
        question.another.click()

    answers.extend((take_bad, take_good))
    assert spoiled.open_or_ask()
    assert bad.name in said[0]
    assert link_of_first(spoiled) == "https://example.org/kept"


def test_giving_up_changes_nothing_and_ends_the_program(
    spoiled: Program, answers: list[Answer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = spoiled.path.read_bytes()
    monkeypatch.setattr(app, "user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    answers.append(lambda question: question.close_.click())
    spoiled.window.close()
    assert app.run(spoiled.path, "en") == 2
    assert spoiled.path.read_bytes() == before
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())


def test_a_stick_that_is_connected_after_all(
    begin: Begin, answers: list[Answer], tmp_path: Path, demonstration_library: Path
) -> None:
    program = begin()
    program.path = tmp_path / "stick" / "library.gwdy"
    program.show()

    def connect(question: Unopened) -> None:
        assert "connect" in question.message.text()
        assert shown(question.anew)
        program.path.parent.mkdir()
        program.path.write_bytes(demonstration_library.read_bytes())
        question.again.click()

    answers.append(connect)
    assert program.open_or_ask()
    assert program.desk.catalogue.of(Session)


def test_an_empty_one_is_begun_where_a_person_says_so(
    program: Program, begin: Begin, answers: list[Answer]
) -> None:
    program.library.back_up("asked")
    path = program.library.path
    program.window.close()
    program.close()
    path.unlink()
    again = begin()
    answers.append(lambda question: question.anew.click())
    assert again.open_or_ask()
    assert path.exists()
    assert any(each.reason == "asked" for each in again.library.backups())


def test_a_restore_that_stumbles_over_a_fault_leaves_a_window_on_an_open_library(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = program.library.back_up("asked")
    assert backup

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(backups, "put_in_place", fail)
        with pytest.raises(ZeroDivisionError):
            program.restore(backup)
    assert program.window.isVisible()
    link_changed(program, "https://example.org/still works")


def test_a_restore_after_which_nothing_opens_asks_too(
    program: Program, answers: list[Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    link_changed(program, "https://example.org/kept")
    backup = program.library.back_up("asked")
    assert backup

    def spoil(*_: object) -> Path:
        program.path.write_bytes(b"")
        return program.path

    with monkeypatch.context() as patch:
        patch.setattr(backups, "put_in_place", spoil)

        def take(question: Unopened) -> None:
            patch.undo()
            question.restore.click()

        answers.append(take)
        program.restore(backup)
    assert link_of_first(program) == "https://example.org/kept"
    link_changed(program, "https://example.org/still works")


def test_once_a_week_a_library_is_looked_through(
    program: Program, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.context.jobs.finish(10_000)
    assert not program.library.wants_look
    program.window.close()
    program.close()
    looked: list[bool] = []
    monkeypatch.setattr(Library, "look_through", lambda *_: looked.append(True))
    begin_again = begin()
    begin_again.open()
    begin_again.context.jobs.finish(10_000)
    assert looked == []
    monkeypatch.setattr(Library, "wants_look", property(lambda _: True))
    begin_again.close()
    third = begin()
    third.open()
    third.context.jobs.finish(10_000)
    assert looked == [True]
