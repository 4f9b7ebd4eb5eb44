"""The Pack page stays usable whatever comes of its jobs, and says what came of them."""

from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gweithdy.domain.problem import Problem
from gweithdy.domain.quotes import Parked
from gweithdy.domain.session import Session
from gweithdy.domain.stop import Stopped
from gweithdy.edits import quotes
from gweithdy.pack.reading import Readable
from gweithdy.pack.writing import write_all
from gweithdy.ui import ask
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Job
from gweithdy.ui.pack import exporting, making
from gweithdy.ui.pack.page import PackPage


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file dialog says that the pack goes."""
    path = tmp_path / "pack.pdf"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: path)
    return path


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PackPage:
    page = PackPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def told(page: PackPage) -> list[Problem]:
    """What the notice bar would say."""
    told: list[Problem] = []
    page.desk.refused.connect(told.append)
    return told


def fault(*_: Any, **__: Any) -> None:
    raise ZeroDivisionError("nought")


def is_idle(page: PackPage) -> bool:
    return page.exporting.progress.isHidden() and page.exporting.cancel.isHidden()


def test_a_fault_in_the_export_leaves_the_page_usable(
    page: PackPage,
    path: Path,
    told: list[Problem],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(exporting, "write_all", fault)
        page.exporting.begin.click()
        assert not is_idle(page)
        qtbot.waitUntil(lambda: bool(told))
        assert is_idle(page)
        page.context.jobs.finish()
    assert [str(problem).endswith("Details: nought") for problem in told] == [True]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert page.exporting.written.outcome.isHidden()
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.written.open_pack.isVisible, timeout=20_000)
    assert is_idle(page)
    assert path.exists()


def test_a_fault_in_the_preview_leaves_the_page_usable(
    page: PackPage, told: list[Problem], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(making, "readable_together", fault)
        page.drawing.now()
        qtbot.waitUntil(lambda: bool(told))
        page.context.jobs.finish()
    assert len(raised) == len(told) == 1
    page.drawing.now()
    qtbot.waitUntil(lambda: page.preview.sheet.count > 0, timeout=20_000)


def test_a_fault_while_showing_the_preview_leaves_the_next_one_possible(
    page: PackPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(page.preview, "show_pack", fault)
        patch.setattr(making, "readable_together", lambda *_: Readable(b"", ()))
        page.drawing.now()
        qtbot.waitUntil(lambda: bool(raised))
        patch.setattr(page.preview, "show_pack", lambda pack: shown.append(len(pack.pages)))
        page.drawing.now()
        qtbot.waitUntil(lambda: shown == [0])


def test_a_stopped_export_leaves_the_page_usable_and_says_so(
    page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def until_stopped(_documents: object, _report: object, stopped: Any) -> None:
        begun.set()
        while not stopped():
            sleep(0.01)
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(exporting, "write_all", until_stopped)
        page.exporting.begin.click()
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        page.exporting.cancel.click()
        qtbot.waitUntil(lambda: is_idle(page))
    said = "The export was stopped. No file was written."
    assert page.exporting.written.outcome.text() == said
    assert page.exporting.written.open_pack.isHidden()
    page.retranslate()
    assert page.exporting.written.outcome.text() == said
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.written.open_pack.isVisible, timeout=20_000)
    assert path.exists()


def test_cancel_is_heard_when_what_is_missing_had_just_been_found(
    page: PackPage, path: Path, qtbot: QtBot
) -> None:
    page.exporting.begin.click()
    for job in page.context.jobs.findChildren(Job):
        # Found, and not yet told to the window.
        job.wait()
    page.exporting.cancel.click()
    qtbot.waitUntil(lambda: is_idle(page))
    page.context.jobs.finish(patience=20_000)
    assert page.exporting.written.outcome.text() == "The export was stopped. No file was written."
    assert not path.exists()


def test_a_later_export_that_is_stopped_at_once_is_not_said_to_be_written(
    page: PackPage, path: Path, qtbot: QtBot
) -> None:
    page.exporting.begin.click()
    qtbot.waitUntil(page.exporting.written.open_pack.isVisible, timeout=20_000)
    page.exporting.begin.click()
    page.exporting.cancel.click()
    qtbot.waitUntil(lambda: is_idle(page), timeout=20_000)
    outcome = page.exporting.written.outcome
    assert outcome.text() == "The export was stopped. No file was written."
    assert page.exporting.written.open_pack.isVisible(), "the earlier one is still there"
    assert path.exists()


def test_a_pack_that_cannot_be_written_is_said(
    page: PackPage, path: Path, told: list[Problem], qtbot: QtBot
) -> None:
    path.mkdir()
    page.exporting.begin.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "This is a folder" in str(told[0])
    assert "Nothing was written" in str(told[0])
    assert is_idle(page)


def test_a_pack_counts_though_its_session_was_put_back_meanwhile(
    page: PackPage, path: Path, qtbot: QtBot
) -> None:
    assert page.workshop
    session = page.workshop.session
    page.exporting.begin.click()
    page.desk.close()
    qtbot.waitUntil(lambda: is_idle(page), timeout=20_000)
    assert path.exists()
    assert page.desk.catalogue.get(Session, session.id).packs == session.packs + 1


def test_what_is_changed_while_a_pack_is_written_has_changed_since(
    page: PackPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slow(*made: Any) -> None:
        begun.set()
        go_on.wait(20)
        write_all(*made)

    monkeypatch.setattr(exporting, "write_all", slow)
    page.exporting.begin.click()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    assert page.workshop
    page.desk.do(quotes.park(page.workshop, "Newydd", "cy"))
    go_on.set()
    qtbot.waitUntil(path.exists, timeout=20_000)
    library, session = page.context.library, page.workshop.id
    then = library.workshop_then(session, library.packed(session)[1].edit)
    assert (len(then.of(Parked)), len(page.workshop.of(Parked))) == (0, 1)


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("ending", [Stopped, ZeroDivisionError])
def test_an_export_that_came_to_nothing_was_no_version(
    page: PackPage,
    qtbot: QtBot,
    ending: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def packed() -> list[int]:
        assert page.workshop
        return sorted(page.context.library.packed(page.workshop.id))

    def export() -> None:
        page.exporting.begin.click()
        qtbot.waitUntil(lambda: page.exporting._job is None, timeout=20_000)

    def end(*_: object) -> None:
        raise ending

    export()
    with monkeypatch.context() as patch, qtbot.captureExceptions():
        patch.setattr(exporting, "write_all", end)
        export()
        page.context.jobs.finish()
        assert packed() == [1]
        assert page.workshop
        assert page.workshop.session.packs == 1
        # While it is only asked whether something lacks a language, no version is at stake.
        patch.setattr(making.Making, "gaps", end)
        export()
        page.context.jobs.finish()
    assert packed() == [1]
    export()
    assert packed() == [1, 2]
