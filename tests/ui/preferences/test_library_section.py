"""Backups and checks of the Settings page: they can be stopped, and each outcome is shown."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.stop import Stopped
from gweithdy.storage.check import Finding
from gweithdy.storage.library import Library
from gweithdy.ui.context import Context
from gweithdy.ui.preferences.library import LibrarySection


@pytest.fixture
def section(qtbot: QtBot, context: Context) -> LibrarySection:
    section = LibrarySection(context)
    qtbot.addWidget(section)
    section.retranslate()
    section.show_values()
    section.show()
    return section


def raising(error: Exception) -> Callable[..., None]:
    def work(*_: Any) -> None:
        raise error

    return work


def until_stopped(*arguments: Any) -> None:
    """What is asked last in `arguments` says when to stop."""
    while not arguments[-1]():
        pass
    raise Stopped


def is_idle(section: LibrarySection) -> bool:
    line = section.outcome
    buttons = section.check.isEnabled() and section.back_up.isEnabled()
    return buttons and line.progress.isHidden() and line.stop.isHidden()


@pytest.mark.parametrize("name", ["check", "back_up"])
@pytest.mark.parametrize("error", [Problem("No room."), ZeroDivisionError("nought")])
def test_what_fails_is_said_and_the_page_is_usable(
    section: LibrarySection,
    context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: Exception,
) -> None:
    told: list[Problem] = []
    context.desk.refused.connect(told.append)
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(Library, name, raising(error))
        getattr(section, name).click()
        assert not is_idle(section)
        assert section.outcome.text().endswith("…")
        qtbot.waitUntil(lambda: bool(told))
        context.jobs.finish()
    assert str(error) in str(told[0])
    assert len(raised) == isinstance(error, ZeroDivisionError)
    assert is_idle(section)
    assert section.outcome.text() == ""
    getattr(section, name).click()
    qtbot.waitUntil(lambda: section.outcome.text().startswith("✓"))


@pytest.mark.parametrize(
    ("name", "said"),
    [("check", "The check was stopped."), ("back_up", "The backup was stopped.")],
)
def test_what_is_stopped_is_said(
    section: LibrarySection,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    said: str,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Library, name, until_stopped)
        getattr(section, name).click()
        section.outcome.stop.click()
        qtbot.waitUntil(lambda: is_idle(section))
    assert section.outcome.text() == said
    getattr(section, name).click()
    qtbot.waitUntil(lambda: section.outcome.text().startswith("✓"))


def test_the_check_shows_how_far_it_is_and_what_it_found(
    section: LibrarySection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(_library: Library, progress: Any, stopped: Any) -> list[Finding]:
        progress(3, 4)
        while not stopped():
            pass
        return [Finding("The file is damaged: {reason}", {"reason": "torn"})]

    monkeypatch.setattr(Library, "check", check)
    section.check.click()
    bar = section.outcome.progress
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 4))
    section.outcome.stop.click()
    # It was done before it heard: what was found is shown.
    qtbot.waitUntil(lambda: section.outcome.text() == "The file is damaged: torn")


def test_nothing_moves_when_a_job_begins_or_ends(
    section: LibrarySection, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.resize(700, 500)
    before = section.back_up.geometry()
    monkeypatch.setattr(Library, "check", until_stopped)
    section.check.click()
    qtbot.waitUntil(section.outcome.stop.isVisible)
    section.layout().activate()
    assert section.back_up.geometry() == before
    context.jobs.finish()
    section.layout().activate()
    assert section.back_up.geometry() == before


def test_the_keyboard_is_at_stop_and_then_where_it_was(
    section: LibrarySection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "back_up", until_stopped)
    section.activateWindow()
    section.back_up.setFocus()
    qtbot.waitUntil(section.back_up.hasFocus)
    qtbot.keyClick(section.back_up, Qt.Key.Key_Space)
    assert section.outcome.stop.hasFocus()
    qtbot.keyClick(section.outcome.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_idle(section))
    assert section.back_up.hasFocus()


def test_a_copy_before_an_update_is_called_so(section: LibrarySection, context: Context) -> None:
    context.library.back_up("before-update")
    section.show_values()
    assert section.backups.item(0).text().endswith("before an update")


def test_the_path_is_copied_by_keys(section: LibrarySection, qtbot: QtBot) -> None:
    assert section.path.focusPolicy() & Qt.FocusPolicy.TabFocus
    section.path.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        qtbot.keyClick(section.path, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == section.path.text() != ""
